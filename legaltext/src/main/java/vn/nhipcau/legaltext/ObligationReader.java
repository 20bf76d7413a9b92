package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentences and table rows that bind somebody, and who, what and when. */
final class ObligationReader {
    private static final Pattern TARGETS = Pattern.compile("mục tiêu|chỉ tiêu|định hướng|tầm nhìn");
    private static final Pattern YEAR_OF_TARGETS =
            Pattern.compile("mục tiêu|chỉ tiêu|định hướng|tầm nhìn|phấn đấu|(?:đến|hết|cuối) năm|^năm 20|^giai đoạn");
    private static final Pattern ONWARDS = Pattern.compile("từ năm 20\\d\\d trở đi");
    /** “Chỉ thị số 17-CT/TU ngày … của …”, as a footnote lists documents: a name and no duty. */
    private static final Pattern DOCUMENT_NAME = Pattern.compile(
            "^(?:[*-] ?)?(?:các )?(?:luật|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|chương trình|công văn|hướng dẫn|kết luận|thông báo|quy định|đề án) (?:liên tịch )?số \\d");

    private static final Pattern ASSIGNMENTS =
            Pattern.compile("tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai");
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
            "^(?:phạm vi điều chỉnh|đối tượng áp dụng|giải thích từ ngữ|phạm vi|phạm vi áp dụng|phạm vi điều chỉnh và đối tượng áp dụng|phạm vi và đối tượng áp dụng|phạm vi, đối tượng áp dụng|căn cứ pháp lý|quy ước|thuật ngữ)(?:$|[ .:])"
                    + "|^(?:[ivx]+\\\\. )?(?:về )?(?:tình hình|kết quả (?:thực hiện|đạt được|hoạt động|công tác)|đánh giá (?:tình hình|kết quả|chung)|thực trạng|tồn tại|hạn chế|nguyên nhân|những kết quả|đặc điểm tình hình)(?: |$)");

    /** Parts that tell what the document is for; who is named there has his work elsewhere. */
    private static final Pattern PURPOSE = Pattern.compile(
            "^(?:mục đích|yêu cầu|quan điểm|quan điểm chỉ đạo|mục đích ?(?:,|-|–|và|;) ?yêu cầu|ý nghĩa|nguyên tắc|đối tượng(?: kiểm tra| giám sát| tham gia)?)[ .:]*$");

    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:căn cứ|theo đề nghị|xét|thực hiện (?:nghị|quyết|kế|công|chỉ|thông|hướng|văn|chương|luật|ý kiến)|triển khai thực hiện (?:nghị|quyết|kế|chỉ|chương)|phúc đáp|tiếp theo)");
    private static final Pattern HISTORY = Pattern.compile(
            "(?:^|[ ,])(?:đã (?!được|bị|có|phê duyệt|giao|nêu|đăng ký|ban hành kèm)|thời gian qua|những năm qua|vừa qua|qua rà soát|toàn tỉnh ghi nhận|ghi nhận)|\\d đồng/");
    private static final List<String> WORDS_OF_HISTORY = List.of("đã ", "qua", "ghi nhận", "đồng/");
    private static final Pattern CLOSING = Pattern.compile("^trên đây là");
    private static final Pattern BRACKETED_NOTE = Pattern.compile("^\\((?:kèm theo|ban hành kèm|đính kèm|từ ngày)");
    private static final Pattern STRICT = Pattern.compile("chậm nhất|muộn nhất|trước ngày|trước \\d|thời hạn");
    private static final int TOLD_AT_THE_BEGINNING = 120;
    private static final int BATCH_LENGTH = 60;

    private final List<Clause> clauses;
    private final TimeReader times;
    private final Map<Integer, Actors> actors = new HashMap<>();
    /** The lines “Đơn vị chủ trì: …” by the item that they tell about. */
    private final Map<Integer, Actors> leads = new HashMap<>();

    private final Map<Integer, Boolean> outside = new HashMap<>();
    private final Map<Integer, Boolean> purposes = new HashMap<>();
    private final Map<Integer, Boolean> targets = new HashMap<>();
    private final Map<Integer, Boolean> assignments = new HashMap<>();
    private final Set<LocalDate> headingPeriods = new HashSet<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<String> partners = new ArrayList<>();
    private final boolean report;

    private ObligationReader(List<Clause> clauses, @Nullable LocalDate documentDate, boolean report) {
        this.clauses = clauses;
        this.times = new TimeReader(documentDate);
        this.report = report;
    }

    /**
     * @param partners those whom a column or a line “phối hợp” gives a share of the work
     * @param pastLimits limits in the text that had passed when the document was issued
     */
    record Duties(List<Obligation> obligations, List<String> partners, List<LocalDate> pastLimits) {}

    /** @param about the document's day of issue, as near as it is printed */
    static Duties read(List<Clause> clauses, @Nullable DocumentType type, @Nullable LocalDate about) {
        return new ObligationReader(clauses, about, type == DocumentType.BAO_CAO).read();
    }

    private Duties read() {
        readLeadLines();
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
        return new Duties(obligations, partners, times.pastLimits());
    }

    private boolean isOutside(Clause clause) {
        return isBelow(clause, outside, NO_DUTIES);
    }

    /** Whether the clause or a heading above it speaks of this; each heading is looked at once. */
    private static boolean isBelow(Clause clause, Map<Integer, Boolean> known, Pattern subject) {
        Boolean before = known.get(clause.index());
        if (before != null) {
            return before;
        }
        boolean own =
                clause.heading() && subject.matcher(clause.body().folded()).find();
        Clause parent = clause.parent();
        boolean is = own || (parent != null && isBelow(parent, known, subject));
        known.put(clause.index(), is);
        return is;
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
        } else if (isPreamble(clause)) {
            actors.put(clause.index(), Actors.orderedIn(body));
        } else if (isLabelled(folded) || BRACKETED_NOTE.matcher(folded).find()) {
            actors.put(clause.index(), Actors.NOBODY);
        } else if (clause.heading()) {
            Actors named = Actors.ofHeading(body, amongAssignments(clause));
            Actors own = named.isNobody() && body.text().endsWith(":") ? Actors.of(body) : named;
            actors.put(clause.index(), own);
            readHeadingPeriod(clause, own);
        } else {
            readSentences(clause);
        }
        return 0;
    }

    private static boolean isLabelled(String folded) {
        return LEAD_LINE.matcher(folded).find()
                || WITH_LINE.matcher(folded).find()
                || RESULT_LINE.matcher(folded).find();
    }

    private static boolean isPreamble(Clause clause) {
        return clause.marker() == null
                && clause.parent() == null
                && PREAMBLE.matcher(clause.body().folded()).find();
    }

    private void readSentences(Clause clause) {
        Actors inherited = inherited(clause);
        boolean targets = amongTargets(clause);
        Actors last = Actors.NOBODY;
        boolean dated = false;
        for (Passage sentence : Sentences.of(clause.body())) {
            if (CLOSING.matcher(sentence.folded()).find()) {
                last = Actors.NOBODY;
            }
            Actors own = clause.marker() == null ? Actors.of(sentence) : Actors.ofItem(sentence);
            Actors acting = own.isNobody() ? (last.isNobody() ? inherited : last) : own;
            if (!own.isNobody()) {
                last = own;
            }
            dated |= readSentence(clause, sentence, own, acting, targets);
        }
        actors.put(clause.index(), last);
        if (!dated && targets) {
            addTarget(clause);
        }
    }

    /** A sentence is one duty, unless parts of it have limits of their own. */
    private boolean readSentence(Clause clause, Passage sentence, Actors own, Actors acting, boolean targets) {
        List<Passage> parts = Sentences.parts(sentence);
        List<List<Times>> found = new ArrayList<>();
        boolean any = false;
        for (Passage part : parts) {
            List<Times> times = times(part, targets);
            found.add(times);
            any |= !times.isEmpty();
        }
        if (!any) {
            if (!acting.isNobody()
                    && !report
                    && history(sentence.folded()) > TOLD_AT_THE_BEGINNING
                    && !isBelow(clause, purposes, PURPOSE)) {
                add(clause, sentence, acting, Times.NONE);
            }
            return false;
        }
        Actors current = acting;
        for (int i = 0; i < parts.size(); i++) {
            Passage part = parts.get(i);
            Actors ofPart = i == 0 ? own : Actors.of(part);
            current = ofPart.isNobody() ? current : ofPart;
            for (Times read : found.get(i)) {
                Times time = targets
                                && read.due().isEmpty()
                                && !ONWARDS.matcher(part.folded()).find()
                        ? read.withDue(targetYear(clause).due())
                        : read;
                add(clause, part, acting(part, ofPart, current), time);
            }
            if (found.get(i).isEmpty() && !ofPart.isNobody()) {
                add(clause, part, ofPart, Times.NONE);
            }
        }
        return true;
    }

    /** The actors of a part of a sentence; where they stand before it, the work begins with the part. */
    private static Actors acting(Passage part, Actors ofPart, Actors current) {
        if (!ofPart.isNobody()) {
            return ofPart;
        }
        return current.isNobody()
                ? Actors.ofPassive(part)
                : new Actors(current.who(), current.lead(), current.with(), 0);
    }

    /** Where the passage begins to tell what was done. */
    private static int history(String folded) {
        if (WORDS_OF_HISTORY.stream().noneMatch(folded::contains)) {
            return Integer.MAX_VALUE;
        }
        Matcher told = HISTORY.matcher(folded);
        return told.find() ? told.start() : Integer.MAX_VALUE;
    }

    private List<Times> times(Passage part, boolean targets) {
        if (DOCUMENT_NAME.matcher(part.folded()).find()) {
            return List.of();
        }
        List<Times> found = times.read(part, TIME_LINE.matcher(part.folded()).find(), targets);
        if (found.isEmpty()) {
            return found;
        }
        boolean strict = STRICT.matcher(part.folded()).find();
        boolean closing = CLOSING.matcher(part.folded()).find();
        int history = history(part.folded());
        return found.stream()
                .filter(time -> strict || !(closing || history < time.at()))
                .filter(time -> strict || time.due().isEmpty() || !headingPeriods.containsAll(time.due()))
                .toList();
    }

    private void add(Clause clause, Passage sentence, Actors acting, Times time) {
        add(clause.path(), sentence.span(), sentence.text(), acting, time, Duty.of(sentence, acting));
    }

    private void add(String path, Span span, String text, Actors acting, Times time, Duty duty) {
        obligations.add(new Obligation(
                path,
                span,
                text,
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

    /** Those whom a heading above gives the work to. */
    private Actors inherited(Clause clause) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            Actors line = leads.get(at.index());
            Actors above = line != null ? line : actors.getOrDefault(at.index(), Actors.NOBODY);
            if (!above.isNobody()) {
                boolean continues =
                        line != null || clause.marker() != null || (at.heading() && isDirectlyBelow(clause, at));
                return continues ? new Actors(above.who(), above.lead(), above.with(), 0) : Actors.NOBODY;
            }
        }
        return Actors.NOBODY;
    }

    /** A plain paragraph belongs to the heading right above it, not to the heading of the list it closes. */
    private boolean isDirectlyBelow(Clause clause, Clause heading) {
        for (int i = clause.index() - 1; i > heading.index(); i--) {
            if (clauses.get(i).marker() != null) {
                return false;
            }
        }
        return true;
    }

    // ---- targets and periods of headings

    private boolean amongTargets(Clause clause) {
        return isBelow(clause, targets, TARGETS);
    }

    private boolean amongAssignments(Clause clause) {
        return isBelow(clause, assignments, ASSIGNMENTS);
    }

    /** A target without a year of its own has that of the heading above: “2. Mục tiêu đến năm 2030”. */
    private void addTarget(Clause clause) {
        boolean leaf = clause.index() + 1 >= clauses.size()
                || clauses.get(clause.index() + 1).parent() != clause;
        if (!leaf || clause.body().text().endsWith(":")) {
            return;
        }
        Times above = targetYear(clause);
        if (!above.isEmpty()) {
            add(clause, clause.body(), Actors.NOBODY, above);
        }
    }

    private Times targetYear(Clause clause) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            boolean dated =
                    at.heading() && YEAR_OF_TARGETS.matcher(at.body().folded()).find();
            Times above = dated ? times.period(at.body(), true) : Times.NONE;
            if (!above.isEmpty()) {
                return above;
            }
        }
        return Times.NONE;
    }

    /** “2. Nhiệm vụ trọng tâm từ nay đến tháng 6/2027”: one limit for the whole section. */
    private void readHeadingPeriod(Clause clause, Actors own) {
        Passage body = clause.body();
        boolean title = clause.marker() == null
                ? Paragraphs.isCapitals(body.text())
                : clause.marker().kind() == Marker.Kind.ANNEX;
        if (title || (amongTargets(clause) && TARGETS.matcher(body.folded()).find())) {
            return;
        }
        for (Times period : times(body, false)) {
            if (period.explicit() || clause.body().text().endsWith(":") || !own.isNobody()) {
                Actors acting = own.isNobody() ? inherited(clause) : own;
                add(clause, body, acting.isNobody() ? firstActorsBelow(clause) : acting, period);
                headingPeriods.addAll(period.due());
            }
        }
    }

    private Actors firstActorsBelow(Clause heading) {
        for (int i = heading.index() + 1; i < Math.min(clauses.size(), heading.index() + 3); i++) {
            for (Passage sentence : Sentences.of(clauses.get(i).body())) {
                Actors actors = Actors.of(sentence);
                if (!actors.isNobody()) {
                    return actors;
                }
            }
        }
        return Actors.NOBODY;
    }

    // ---- lines about time alone

    /** “Thời gian chậm nhất nhận báo cáo” followed by “+ Đợt 1: 10/8/2020”: one duty with the dates of all batches. */
    private int readBatches(Clause clause) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        int end = clause.index();
        for (int i = end + 1; i < clauses.size(); i++) {
            Passage item = clauses.get(i).body();
            Times time = item.length() > BATCH_LENGTH ? Times.NONE : times.period(item, false);
            if (time.due().isEmpty()) {
                break;
            }
            dates.addAll(time.due());
            end = i;
        }
        if (!dates.isEmpty()) {
            Span span = new Span(
                    clause.paragraph().passage().span().start(),
                    clauses.get(end).paragraph().passage().span().end());
            Times all = new Times(List.copyOf(dates), List.of(), null, 0, true);
            add(
                    clause.path(),
                    span,
                    clause.body().text(),
                    inherited(clause),
                    all,
                    Duty.of(clause.body(), Actors.NOBODY));
        }
        return end - clause.index();
    }

    /** “Thời gian hoàn thành: Quý I/2026” belongs to the numbered item above it. */
    private void readTimeLine(Clause clause) {
        Clause item = item(clause);
        Actors acting = inherited(clause);
        for (Passage sentence : Sentences.of(clause.body())) {
            Times time = times.period(sentence, false);
            if (!time.isEmpty()) {
                Passage work = item == null || sentence.length() > BATCH_LENGTH ? sentence : item.body();
                add(
                        (item == null ? clause : item).path(),
                        sentence.span(),
                        sentence.text(),
                        acting,
                        time,
                        Duty.of(work, Actors.NOBODY));
            }
        }
    }

    /** The numbered item that a labelled line (“Thời gian: …”, “Đơn vị chủ trì: …”) tells about. */
    private static @Nullable Clause item(Clause line) {
        Clause item = line.parent();
        while (item != null && item.parent() != null && isListSign(item)) {
            item = item.parent();
        }
        return item;
    }

    private static boolean isListSign(Clause clause) {
        Marker marker = clause.marker();
        return marker == null || marker.kind().bullet() || marker.kind() == Marker.Kind.BRACKETED;
    }

    private void readLeadLines() {
        for (Clause clause : clauses) {
            String folded = clause.body().folded();
            boolean lead = LEAD_LINE.matcher(folded).find();
            if (!lead && !WITH_LINE.matcher(folded).find()) {
                continue;
            }
            Clause item = item(clause);
            List<String> names = namesAfterColon(clause.body());
            if (item == null || names.isEmpty()) {
                continue;
            }
            Actors before = leads.getOrDefault(item.index(), Actors.NOBODY);
            List<String> leading = lead && before.lead().isEmpty() ? names : before.lead();
            List<String> with = lead ? before.with() : names;
            if (!lead) {
                partners.addAll(names);
            }
            leads.put(item.index(), new Actors(leading, leading, with, 0));
        }
    }

    private static List<String> namesAfterColon(Passage line) {
        UnitPhrase unit = UnitPhrase.at(line, line.text().indexOf(':') + 1);
        return unit == null ? List.of() : unit.names();
    }

    // ---- tables

    private void addRow(Table.Row row, Clause near) {
        Passage task = row.task() == null ? row.whole() : row.task();
        Times time = row.time() == null ? Times.NONE : times.period(row.time(), true);
        List<String> lead = names(row.lead());
        List<String> with = names(row.with());
        if (lead.isEmpty() && time.isEmpty()) {
            return;
        }
        partners.addAll(with);
        String path = near.path().isEmpty() ? row.place() : near.path() + '.' + row.place();
        add(path, row.whole().span(), task.text(), new Actors(lead, lead, with, 0), time, Duty.of(task, Actors.NOBODY));
    }

    private static List<String> names(@Nullable Passage cell) {
        if (cell == null) {
            return List.of();
        }
        UnitPhrase unit = UnitPhrase.at(cell, 0);
        return unit == null ? List.of() : unit.names();
    }
}
