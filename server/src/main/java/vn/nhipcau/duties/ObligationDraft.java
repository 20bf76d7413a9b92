package vn.nhipcau.duties;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.legaltext.Span;

/**
 * What an obligation says, as proposed by the reader or as a coordinator writes it.
 *
 * @param clause path of headings, e.g. {@code III.2}
 * @param text the words of the directive; {@code span} is where they stand in it
 * @param what a few words for the lists
 * @param who as printed; {@code lead} and {@code with} where “chủ trì” and “phối hợp” are told apart
 * @param deliverTo to whom it is delivered or reported, as printed
 * @param verifierId who checks the evidence; null: the coordinating unit
 * @param limits bounds on form or size, as printed
 * @param dues empty: a standing duty without a date
 * @param dueTime until when on the due day
 * @param untilOn last day for rhythms; null: the end of the year in which the directive was issued
 * @param targets whom it binds; empty while nobody has said
 */
public record ObligationDraft(
        String clause,
        String text,
        @Nullable Span span,
        String what,
        List<String> who,
        List<String> lead,
        List<String> with,
        EvidenceKind evidence,
        String deliverTo,
        @Nullable Long verifierId,
        List<String> limits,
        List<Due> dues,
        LocalTime dueTime,
        @Nullable LocalDate untilOn,
        List<Target> targets,
        double confidence) {

    /**
     * A day ends at 24:00 (Bộ luật Dân sự 2015, Điều 148 khoản 6). This is its last moment that the database can tell
     * from the next day's first.
     */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    public ObligationDraft {
        who = List.copyOf(who);
        lead = List.copyOf(lead);
        with = List.copyOf(with);
        limits = List.copyOf(limits);
        dues = List.copyOf(dues);
        targets = List.copyOf(targets);
    }

    /** What the reader found, with time limits in our form and nobody mapped yet. */
    public static ObligationDraft of(vn.nhipcau.legaltext.Obligation read) {
        return new ObligationDraft(
                read.clause(),
                read.text(),
                read.span(),
                read.what(),
                read.who(),
                read.lead(),
                read.with(),
                read.evidence(),
                read.to() == null ? "" : read.to(),
                null,
                read.limits(),
                Due.read(read),
                END_OF_DAY,
                null,
                List.of(),
                read.confidence());
    }

    public ObligationDraft withTargets(List<Target> mapped) {
        return new ObligationDraft(
                clause,
                text,
                span,
                what,
                who,
                lead,
                with,
                evidence,
                deliverTo,
                verifierId,
                limits,
                dues,
                dueTime,
                untilOn,
                mapped,
                confidence);
    }

    /** Standing on these words of the directive. */
    ObligationDraft quoting(String words, @Nullable Span where) {
        return new ObligationDraft(
                clause,
                words,
                where,
                what,
                who,
                lead,
                with,
                evidence,
                deliverTo,
                verifierId,
                limits,
                dues,
                dueTime,
                untilOn,
                targets,
                confidence);
    }
}
