package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentences and table rows that bind somebody, and who, what and when. */
final class ObligationReader {
    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:căn cứ|theo đề nghị|xét|thực hiện (?:nghị|quyết|kế|công|chỉ|thông|hướng|văn|chương|luật|ý kiến)|triển khai thực hiện (?:nghị|quyết|kế|chỉ|chương)|phúc đáp|tiếp theo)");
    /** “Đợt 1: Trong tháng 12/2025” */
    private static final Pattern PHASE =
            Pattern.compile("(?:đợt|giai đoạn|bước|vòng|kỳ|lần) (?:\\d|[ivx]+|một|hai|ba|thứ|cao điểm|đầu|cuối)");
    /** “… xây dựng Kế hoạch triển khai thực hiện như sau:” leads over to the body. */
    private static final Pattern LEADS_OVER = Pattern.compile("(?:như sau|sau đây|các nội dung sau) ?:$");
    /** A line of a list of days is no longer. */
    private static final int BATCH_LENGTH = 60;

    private final List<Clause> clauses;
    private final boolean report;
    private final TimeReader times;
    private final SentenceTimes sentenceTimes;
    private final Targets targets;
    private final Sections sections = new Sections();
    private final LabelledLines labelled;
    private final Charges charges;
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<String> partners = new ArrayList<>();
    private final List<String> charged = new ArrayList<>();

    private ObligationReader(List<Clause> clauses, @Nullable LocalDate documentDate, boolean report) {
        this.clauses = clauses;
        this.report = report;
        this.times = new TimeReader(documentDate);
        this.sentenceTimes = new SentenceTimes(times);
        this.targets = new Targets(times);
        this.labelled = new LabelledLines(clauses);
        this.charges = new Charges(clauses, labelled);
        this.partners.addAll(labelled.partners());
    }

    /**
     * @param partners those whom a column or a line “phối hợp” gives a share of the work
     * @param charged those whose responsibility a heading names, persons among them
     * @param pastLimits limits in the text that had passed when the document was issued
     */
    record Duties(
            List<Obligation> obligations, List<String> partners, List<String> charged, List<LocalDate> pastLimits) {}

    /** @param about the document's day of issue, as near as it is printed */
    static Duties read(List<Clause> clauses, @Nullable DocumentType type, @Nullable LocalDate about) {
        return new ObligationReader(clauses, about, type == DocumentType.BAO_CAO).read();
    }

    private Duties read() {
        for (int i = 0; i < clauses.size(); i++) {
            Table table = Table.at(clauses, i);
            if (table != null) {
                table.rows().forEach(row -> addRow(row, clauses.get(table.end() - 1)));
                i = table.end() - 1;
                continue;
            }
            Clause clause = clauses.get(i);
            if (!sections.bindNobody(clause)) {
                i += readClause(clause);
            }
        }
        return new Duties(obligations, partners, charged, times.pastLimits());
    }

    // ---- clauses

    /** @return how many of the following clauses were read along */
    private int readClause(Clause clause) {
        Passage body = clause.body();
        if (LabelledLines.isTimeHeading(body)) {
            int batches = readBatches(clause);
            if (batches > 0) {
                return batches;
            }
        }
        if (LabelledLines.isTime(body)) {
            readTimeLine(clause);
        } else if (isPreamble(clause)) {
            charges.charge(clause, Actors.orderedIn(body));
        } else if (LabelledLines.isPeriodOfStep(clause)) {
            readStepPeriod(clause);
        } else if (LabelledLines.isOther(body)) {
            charges.charge(clause, Actors.NOBODY);
        } else if (clause.heading()) {
            readHeading(clause);
        } else {
            readSentences(clause);
        }
        return 0;
    }

    private static boolean isPreamble(Clause clause) {
        return clause.marker() == null
                && clause.parent() == null
                && (PREAMBLE.matcher(clause.body().folded()).find()
                        || LEADS_OVER.matcher(clause.body().folded()).find());
    }

    private void readHeading(Clause clause) {
        Passage body = clause.body();
        Actors named = HeadingSubject.of(body, sections.shareOutWork(clause));
        Actors own = named.isNobody() && body.text().endsWith(":") ? Actors.of(body) : named;
        charges.charge(clause, own);
        if (HeadingSubject.isCharge(body)) {
            charged.addAll(own.who());
        }
        readHeadingPeriod(clause, own);
    }

    /** “2. Nhiệm vụ trọng tâm từ nay đến tháng 6/2027”: one limit for the whole section. */
    private void readHeadingPeriod(Clause clause, Actors own) {
        Passage body = clause.body();
        Marker marker = clause.marker();
        boolean title = marker == null ? Paragraphs.isCapitals(body.text()) : marker.kind() == Marker.Kind.ANNEX;
        if (title || targets.headedBy(clause)) {
            return;
        }
        for (Times period : sentenceTimes.of(body, false)) {
            boolean phase = PHASE.matcher(body.folded()).lookingAt();
            if (period.explicit() || phase || body.text().endsWith(":") || !own.isNobody()) {
                Actors acting = own.isNobody() ? charges.above(clause) : own;
                add(clause, body, acting.isNobody() ? charges.below(clause) : acting, period);
                sentenceTimes.saidByHeading(period);
            }
        }
    }

    private void readSentences(Clause clause) {
        Actors above = charges.above(clause);
        Actors last = Actors.NOBODY;
        boolean dated = false;
        for (Passage sentence : Sentences.of(clause.body())) {
            if (Actors.isSpared(sentence)) {
                continue;
            }
            if (SentenceTimes.isClosing(sentence)) {
                last = Actors.NOBODY;
            }
            Actors own = sections.shareOutWork(clause) && !sections.listThoseConcerned(clause)
                    ? Actors.ofItem(sentence)
                    : Actors.of(sentence);
            if (sections.listPartners(clause) && !above.isNobody()) {
                own = above.workingWith(own);
            }
            Actors acting = own.isNobody() ? (last.isNobody() ? above : last.fromStart()) : own;
            if (!own.isNobody()) {
                last = own;
            }
            dated |= readSentence(clause, sentence, own, acting);
        }
        charges.charge(clause, last);
        if (!dated && targets.include(clause)) {
            addTarget(clause);
        }
    }

    /** A sentence is one duty, unless parts of it have limits of their own. */
    private boolean readSentence(Clause clause, Passage sentence, Actors own, Actors acting) {
        List<Passage> parts = Sentences.parts(sentence, own.verb());
        List<List<Times>> found = parts.stream()
                .map(part -> sentenceTimes.of(part, targets.include(clause)))
                .toList();
        if (found.stream().allMatch(List::isEmpty)) {
            boolean binds = !acting.isNobody()
                    && !report
                    && !SentenceTimes.tellsHistory(sentence)
                    && !sections.tellPurpose(clause)
                    && !sections.listThoseConcerned(clause)
                    && (!own.isNobody() || WorkVerbs.anyIn(sentence.folded()));
            if (binds) {
                add(clause, sentence, acting, Times.NONE);
                parts.stream().skip(1).forEach(part -> addOther(clause, part));
            }
            return false;
        }
        Actors current = acting;
        Limited open = null;
        for (int i = 0; i < parts.size(); i++) {
            Passage part = parts.get(i);
            Actors ofPart = i == 0 ? own : Actors.of(part);
            current = ofPart.isNobody() ? current : ofPart;
            for (Times read : found.get(i)) {
                if (open != null && ofPart.isNobody() && open.times().joins(read)) {
                    open = new Limited(
                            sentence.between(open.part(), part),
                            open.actors(),
                            open.times().and(read));
                } else {
                    addLimited(clause, open);
                    Actors acts = acting(part, ofPart, current);
                    boolean opening = i == 0 && parts.size() > 1 && acts.isNobody() && Actors.isAdverbial(part);
                    open = new Limited(part, opening ? Actors.of(parts.get(1)).fromStart() : acts, read);
                }
            }
            if (found.get(i).isEmpty() && !ofPart.isNobody()) {
                add(clause, part, ofPart, Times.NONE);
            }
        }
        addLimited(clause, open);
        return true;
    }

    /** “Sở Y tế chủ trì Dự án 6; Sở Giáo dục và Đào tạo chủ trì Dự án 7”: the part that charges another body. */
    private void addOther(Clause clause, Passage part) {
        Actors other = Character.isUpperCase(part.text().charAt(0)) ? Actors.of(part) : Actors.NOBODY;
        if (!other.isNobody()) {
            add(clause, part, other, Times.NONE);
        }
    }

    /** Parts of a sentence with the days of one work: “phấn đấu đạt 20 % trong năm 2026; đến năm 2030 đạt 50 %”. */
    private record Limited(Passage part, Actors actors, Times times) {}

    private void addLimited(Clause clause, @Nullable Limited limited) {
        if (limited != null) {
            Times times = targets.limited(limited.times(), clause, limited.part());
            add(clause, limited.part(), limited.actors(), times);
        }
    }

    /** The actors of a part of a sentence; where they stand before it, the work begins with the part. */
    private static Actors acting(Passage part, Actors ofPart, Actors current) {
        if (!ofPart.isNobody()) {
            return ofPart;
        }
        if (!current.isNobody()) {
            return current.fromStart();
        }
        Actors passive = LateSubject.ofPassive(part);
        return passive.isNobody() ? LateSubject.ofCondition(part) : passive;
    }

    /** A target without a year of its own has that of the heading above. */
    private void addTarget(Clause clause) {
        boolean leaf = clause.index() + 1 >= clauses.size()
                || clauses.get(clause.index() + 1).parent() != clause;
        if (!leaf || clause.body().text().endsWith(":")) {
            return;
        }
        Times year = targets.yearAbove(clause);
        if (!year.isEmpty()) {
            add(clause, clause.body(), Actors.NOBODY, year);
        }
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
            Passage body = clause.body();
            add(clause.path(), span, body.text(), charges.above(clause), all, Duty.of(body, Actors.NOBODY));
        }
        return end - clause.index();
    }

    /** “Thời gian hoàn thành: Quý I/2026” belongs to the numbered item above it. */
    private void readTimeLine(Clause clause) {
        Clause item = LabelledLines.item(clause);
        Actors acting = charges.above(clause);
        for (Passage sentence : Sentences.of(clause.body())) {
            Times time = times.period(sentence, false);
            if (!time.isEmpty()) {
                Passage work = item == null || sentence.length() > BATCH_LENGTH ? sentence : item.body();
                String path = (item == null ? clause : item).path();
                add(path, sentence.span(), sentence.text(), acting, time, Duty.of(work, Actors.NOBODY));
            }
        }
    }

    /** “BƯỚC HAI / Giới thiệu người ứng cử / (Từ ngày … đến ngày …)”: the step is to be done by the end. */
    private void readStepPeriod(Clause clause) {
        Clause step = clause.parent();
        Times time = step == null ? Times.NONE : times.period(clause.body(), false);
        if (step != null && !time.isEmpty()) {
            Passage body = step.body();
            Actors acting = Actors.of(body);
            add(step.path(), clause.body().span(), body.text(), acting, time, Duty.of(body, acting));
            sentenceTimes.saidByHeading(time);
        }
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
        UnitPhrase unit = cell == null ? null : UnitPhrase.at(cell, 0);
        return unit == null ? List.of() : unit.names();
    }

    // ---- what was found

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
}
