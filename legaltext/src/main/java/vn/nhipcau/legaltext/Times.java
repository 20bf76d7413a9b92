package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something must be done, as one sentence says it.
 *
 * @param at where the first expression begins in the passage that was read
 * @param explicit whether a word of limit stands with it (“trước ngày”, “chậm nhất”) and not only a period
 */
record Times(
        List<LocalDate> due, List<String> rrule, @Nullable String relative, int at, boolean explicit) {
    static final Times NONE = new Times(List.of(), List.of(), null, -1, false);

    Times withDue(List<LocalDate> dates) {
        return new Times(dates, rrule, relative, at, explicit);
    }

    boolean isEmpty() {
        return due.isEmpty() && rrule.isEmpty() && relative == null;
    }
}
