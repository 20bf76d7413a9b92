package vn.nhipcau.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one up to, not including, another.
 *
 * @param until null: without end
 */
record Span(LocalDate from, @Nullable LocalDate until) {
    boolean empty() {
        return until != null && !until.isAfter(from);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean contains(Span other) {
        return !other.from.isBefore(from) && (until == null || (other.until != null && !other.until.isAfter(until)));
    }

    /** @return null when they share no day */
    @Nullable
    Span shared(Span other) {
        Span both = new Span(from.isAfter(other.from) ? from : other.from, earlier(until, other.until));
        return both.empty() ? null : both;
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
