package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

    /** Whether days and rhythms of both can be those of one work; a limit from an event is one of its own. */
    boolean joins(Times other) {
        return relative == null && other.relative == null;
    }

    Times and(Times later) {
        return new Times(
                Stream.concat(due.stream(), later.due.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Stream.concat(rrule.stream(), later.rrule.stream()).distinct().toList(),
                relative,
                at,
                explicit || later.explicit);
    }

    boolean isEmpty() {
        return due.isEmpty() && rrule.isEmpty() && relative == null;
    }
}
