package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentences and table rows that bind somebody, and who, what and when. */
final class ObligationReader {
    private static final Pattern TARGETS = Pattern.compile("mục tiêu|chỉ tiêu|định hướng|tầm nhìn");
    private static final Pattern TIME_LINE = Pattern.compile(
            "^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|hạn)(?: (?:thực hiện|hoàn thành|tiến hành|triển khai|tổ chức|dự kiến|báo cáo|gửi|kết thúc|cụ thể))*(?: và địa điểm)?(?: [^:.;]{0,60})? ?:");
    private static final Pattern TIME_HEADING =
            Pattern.compile("^(?:thời gian|thời hạn|hạn|tiến độ|lịch) [^.:]{0,100}[:.]?$");
    private static final Pattern LEAD_LINE = Pattern.compile(
            "^(?:đơn vị|cơ quan|bộ phận|tổ chức|cá nhân|phân công|người)?(?: (?:chịu trách nhiệm|được phân công))? ?(?:chủ trì|thực hiện|phụ trách|đầu mối)(?: (?:thực hiện|tham mưu))? ?:");
    private static final Pattern WITH_LINE =
            Pattern.compile("^(?:đơn vị|cơ quan|bộ phận)? ?phối hợp(?: thực hiện)? ?:");
    private static final Pattern RESULT_LINE = Pattern.compile("^(?:kết quả|sản phẩm|nguyên tắc|tài liệu)[^:]{0,40}:");
    /** Parts that say what words mean and whom the document is about. */
    private static final Pattern NO_DUTIES = Pattern.compile(
            "^(?:phạm vi điều chỉnh|đối tượng áp dụng|giải thích từ ngữ|phạm vi|phạm vi áp dụng|phạm vi điều chỉnh và đối tượng áp dụng|phạm vi và đối tượng áp dụng|phạm vi, đối tượng áp dụng|căn cứ pháp lý|quy ước|thuật ngữ)(?:$|[ .:])");

    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:căn cứ|theo đề nghị|xét|thực hiện (?:nghị|quyết|kế|công|chỉ|thông|hướng|văn|chương|luật|ý kiến)|triển khai thực hiện (?:nghị|quyết|kế|chỉ|chương)|phúc đáp|tiếp theo)");
    private static final Pattern HISTORY =
            Pattern.compile("(?:^|[ ,])(?:đã (?!được|có hiệu)|thời gian qua|những năm qua|vừa qua)");

    private final List<Clause> clauses;
    private final TimeReader times;
    private final Map<Integer, Actors> actors = new LinkedHashMap<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final boolean report;

    private ObligationReader(List<Clause> clauses, @Nullable LocalDate documentDate, boolean report) {
        this.clauses = clauses;
        this.times = new TimeReader(documentDate);
        this.report = report;
    }

    static List<Obligation> read(List<Clause> clauses, Header header) {
        boolean report = header.type() == DocumentType.BAO_CAO;
        return new ObligationReader(clauses, header.date(), report).read();
    }

    private List<Obligation> read() {
        for (int i = 0; i < clauses.size(); i++) {
            Table table = Table.at(clauses, i);
            if (table != null) {
                table.rows().forEach(row -> addRow(row, clauses.get(table.end() - 1)));
                i = table.end() - 1;
                continue;
            }
            Clause clause = clauses.get(i);
            if (!isOutside(clause)) {
                int consumed = readClause(clause);
                i += consumed;
            }
        }
        return obligations;
    }

    private boolean isOutside(Clause clause) {
        for (Clause at = clause; at != null; at = at.parent()) {
            if (NO_DUTIES.matcher(at.body().folded()).find() && at.heading()) {
                return true;
            }
        }
        return false;
    }

    // ---- clauses

    /** @return how many of the following clauses were read along */
    private int readClause(Clause clause) {
        Passage body = clause.body();
        String folded = body.folded();
        if (TIME_HEADING.matcher(folded).matches()) {
            int batches = readBatches(clause);
            if (batches > 0) {
                return batches;
            }
        }
        if (TIME_LINE.matcher(folded).find()) {
            readTimeLine(clause);
            return 0;
        }
        if (LEAD_LINE.matcher(folded).find()
                || WITH_LINE.matcher(folded).find()
                || RESULT_LINE.matcher(folded).find()) {
            return 0;
        }
        if (clause.marker() == null && PREAMBLE.matcher(folded).find() && clause.parent() == null) {
            return 0;
        }
        if (clause.heading()) {
            actors.put(clause.index(), Actors.ofHeading(body));
            readHeadingPeriod(clause);
            return 0;
        }
        readSentences(clause);
        return 0;
    }

    private void readSentences(Clause clause) {
        Actors inherited = inherited(clause);
        boolean targets = amongTargets(clause);
        Actors last = Actors.NOBODY;
        boolean dated = false;
        List<Passage> sentences = Sentences.of(clause.body());
        for (Passage sentence : sentences) {
            Actors own = Actors.of(sentence);
            Actors acting = own.isNobody() ? (last.isNobody() ? inherited : last) : own;
            if (!own.isNobody()) {
                last = own;
            }
            dated |= readParts(clause, sentence, own, acting, targets);
        }
        actors.put(clause.index(), last);
        if (!dated && targets) {
            addTarget(clause);
        }
    }

    private boolean readParts(Clause clause, Passage sentence, Actors own, Actors acting, boolean targets) {
        boolean dated = false;
        boolean past = HISTORY.matcher(sentence.folded()).find();
        List<Passage> parts = Sentences.parts(sentence);
        List<Times> found = parts.stream()
                .map(part -> times.read(part, isTimeClause(part), targets))
                .toList();
        boolean several = found.stream().filter(time -> !time.isEmpty()).count() > 0 && parts.size() > 1;
        if (several) {
            Actors current = acting;
            for (int i = 0; i < parts.size(); i++) {
                Actors ofPart = i == 0 ? own : Actors.of(parts.get(i));
                current = ofPart.isNobody() ? current : ofPart;
                if (!found.get(i).isEmpty() && !(past && !found.get(i).explicit())) {
                    add(clause, parts.get(i), current, found.get(i));
                    dated = true;
                } else if (!ofPart.isNobody()) {
                    add(clause, parts.get(i), ofPart, Times.NONE);
                }
            }
            return dated;
        }
        Times time = parts.size() == 1 ? found.getFirst() : Times.NONE;
        if (!time.isEmpty() && !(past && !time.explicit())) {
            add(clause, sentence, acting, time);
            return true;
        }
        if (!acting.isNobody() && !report && !past) {
            add(clause, sentence, acting, Times.NONE);
        }
        return false;
    }

    private static boolean isTimeClause(Passage part) {
        return TIME_LINE.matcher(part.folded()).find();
    }

    private void add(Clause clause, Passage sentence, Actors acting, Times time) {
        Duty duty = Duty.of(sentence, acting);
        obligations.add(new Obligation(
                clause.path(),
                sentence.span(),
                sentence.text(),
                acting.who(),
                acting.lead(),
                acting.with(),
                duty.what(),
                time.due(),
                time.rrule(),
                time.relative(),
                duty.to(),
                duty.evidence(),
                duty.limits(),
                confidence(acting, time)));
    }

    private static double confidence(Actors acting, Times time) {
        double confidence = time.isEmpty() ? 0.6 : time.explicit() ? 0.9 : 0.75;
        return acting.isNobody() ? confidence - 0.15 : confidence;
    }

    private Actors inherited(Clause clause) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            Actors above = actors.getOrDefault(at.index(), Actors.NOBODY);
            if (!above.isNobody()) {
                boolean continues = clause.marker() != null || isDirectlyBelow(clause, at);
                return continues ? new Actors(above.who(), above.lead(), above.with(), 0) : Actors.NOBODY;
            }
        }
        return Actors.NOBODY;
    }

    /** A plain paragraph belongs to the heading right above it, not to the heading of the list it closes. */
    private boolean isDirectlyBelow(Clause clause, Clause heading) {
        for (int i = heading.index() + 1; i < clause.index(); i++) {
            if (clauses.get(i).marker() != null) {
                return false;
            }
        }
        return true;
    }

    // ---- targets and periods of headings

    private boolean amongTargets(Clause clause) {
        for (Clause at = clause; at != null; at = at.parent()) {
            if (at.heading() && TARGETS.matcher(at.body().folded()).find()) {
                return true;
            }
        }
        return false;
    }

    private void addTarget(Clause clause) {
        if (clause.marker() == null
                && clause.index() + 1 < clauses.size()
                && clause.body().text().endsWith(":")) {
            return;
        }
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            if (!at.heading()) {
                continue;
            }
            Times above = times.read(at.body(), true, true);
            if (!above.isEmpty()) {
                boolean leaf = clause.index() + 1 >= clauses.size()
                        || clauses.get(clause.index() + 1).parent() != clause;
                if (leaf) {
                    add(clause, clause.body(), Actors.NOBODY, above);
                }
                return;
            }
        }
    }

    private void readHeadingPeriod(Clause clause) {
        Passage body = clause.body();
        if (TARGETS.matcher(body.folded()).find()
                || clause.marker() == null
                || clause.marker().kind() == Marker.Kind.ANNEX) {
            return;
        }
        Times period = times.read(body, false, false);
        if (!period.isEmpty() && period.explicit()) {
            add(clause, body, inherited(clause), period);
        }
    }

    // ---- lines about time alone

    /** “Thời gian chậm nhất nhận báo cáo” followed by “+ Đợt 1: 10/8/2020”: one duty with the dates of all batches. */
    private int readBatches(Clause clause) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        int read = 0;
        int end = clause.index();
        for (int i = clause.index() + 1; i < clauses.size(); i++) {
            Clause item = clauses.get(i);
            Times time = item.body().length() > 60 ? Times.NONE : times.read(item.body(), true, false);
            if (time.due().isEmpty()) {
                break;
            }
            dates.addAll(time.due());
            read++;
            end = i;
        }
        if (!dates.isEmpty()) {
            Times all = new Times(List.copyOf(dates), List.of(), null, 0, true);
            Span span = new Span(
                    clause.paragraph().passage().span().start(),
                    clauses.get(end).paragraph().passage().span().end());
            Actors acting = inherited(clause);
            Duty duty = Duty.of(clause.body(), Actors.NOBODY);
            obligations.add(new Obligation(
                    clause.path(),
                    span,
                    clause.body().text(),
                    acting.who(),
                    acting.lead(),
                    acting.with(),
                    duty.what(),
                    all.due(),
                    List.of(),
                    null,
                    duty.to(),
                    duty.evidence(),
                    duty.limits(),
                    confidence(acting, all)));
        }
        return read;
    }

    /** “Thời gian hoàn thành: Quý I/2026” belongs to the numbered item above it. */
    private void readTimeLine(Clause clause) {
        Passage body = clause.body();
        Times time = times.read(body, true, false);
        if (time.isEmpty()) {
            return;
        }
        Clause item = clause.parent();
        while (item != null
                && item.parent() != null
                && (item.bullet() || item.marker() == null || item.marker().kind() == Marker.Kind.BRACKETED)) {
            item = item.parent();
        }
        Actors acting = item == null ? inherited(clause) : leadOf(item, clause);
        Duty duty = Duty.of(item == null ? body : item.body(), Actors.NOBODY);
        obligations.add(new Obligation(
                item == null ? clause.path() : item.path(),
                body.span(),
                body.text(),
                acting.who(),
                acting.lead(),
                acting.with(),
                duty.what(),
                time.due(),
                time.rrule(),
                time.relative(),
                duty.to(),
                duty.evidence(),
                duty.limits(),
                confidence(acting, time)));
    }

    private Actors leadOf(Clause item, Clause line) {
        List<String> lead = List.of();
        List<String> with = List.of();
        for (int i = item.index() + 1; i < clauses.size() && isBelow(clauses.get(i), item); i++) {
            Passage body = clauses.get(i).body();
            if (LEAD_LINE.matcher(body.folded()).find() && lead.isEmpty()) {
                lead = namesAfterColon(body);
            } else if (WITH_LINE.matcher(body.folded()).find() && with.isEmpty()) {
                with = namesAfterColon(body);
            }
        }
        return lead.isEmpty() ? inherited(line) : new Actors(lead, lead, with, 0);
    }

    private static boolean isBelow(Clause clause, Clause item) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            if (at == item) {
                return true;
            }
        }
        return false;
    }

    private static List<String> namesAfterColon(Passage line) {
        Matcher colon = Pattern.compile(":").matcher(line.folded());
        if (!colon.find()) {
            return List.of();
        }
        UnitPhrase unit = UnitPhrase.at(line, colon.end());
        return unit == null ? List.of() : unit.names();
    }

    // ---- tables

    private void addRow(Table.Row row, Clause near) {
        Passage task = row.task() == null ? row.whole() : row.task();
        Times time = row.time() == null ? Times.NONE : times.read(row.time(), true, true);
        List<String> lead = names(row.lead());
        List<String> with = names(row.with());
        if (lead.isEmpty() && time.isEmpty()) {
            return;
        }
        Actors acting = new Actors(lead, lead, with, 0);
        Duty duty = Duty.of(task, Actors.NOBODY);
        String path = near.path().isEmpty() ? row.place() : near.path() + '.' + row.place();
        obligations.add(new Obligation(
                path,
                row.whole().span(),
                task.text(),
                lead,
                lead,
                with,
                duty.what(),
                time.due(),
                time.rrule(),
                time.relative(),
                duty.to(),
                duty.evidence(),
                duty.limits(),
                confidence(acting, time)));
    }

    private static List<String> names(@Nullable Passage cell) {
        if (cell == null) {
            return List.of();
        }
        UnitPhrase unit = UnitPhrase.at(cell, 0);
        return unit == null ? List.of() : unit.names();
    }
}
