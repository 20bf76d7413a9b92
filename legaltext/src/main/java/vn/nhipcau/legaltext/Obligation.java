package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence or table row that binds somebody. A proposal: a person confirms it.
 *
 * @param clause path of headings as printed, short, e.g. {@code III.2}
 * @param who those who must act, as printed; {@code lead} and {@code with} hold “chủ trì” and “phối hợp” where told apart
 * @param what the work in the words of the text, up to the end of its phrase
 * @param due fixed dates
 * @param rrule rhythms as RFC 5545 recurrence rules, without the {@code RRULE:} prefix
 * @param relative e.g. {@code P5BD after nhận văn bản}: hours H, days D, working days BD, months M
 * @param to to whom it is delivered or reported
 * @param limits bounds on form or size, as printed, e.g. “không quá 03 trang A4”
 * @param confidence 0 to 1
 */
public record Obligation(
        String clause,
        Span span,
        String text,
        List<String> who,
        List<String> lead,
        List<String> with,
        String what,
        List<LocalDate> due,
        List<String> rrule,
        @Nullable String relative,
        @Nullable String to,
        EvidenceKind evidence,
        List<String> limits,
        double confidence) {

    /** Whether it sets a time limit or a rhythm. */
    public boolean dated() {
        return !due.isEmpty() || !rrule.isEmpty() || relative != null;
    }
}
