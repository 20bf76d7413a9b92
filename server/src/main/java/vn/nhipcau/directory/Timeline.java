package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What held over time: periods in order, without overlap; neighbours that say the same are one. There may be gaps.
 * Immutable.
 */
record Timeline<T>(List<Period<T>> periods) {
    record Period<T>(Span span, T value) {}

    static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    static <T> Timeline<T> of(Span span, T value) {
        return new Timeline<>(List.of(new Period<>(span, value)));
    }

    /** @throws IllegalArgumentException when periods overlap */
    static <T> Timeline<T> of(List<Period<T>> periods) {
        List<Period<T>> ordered = new ArrayList<>();
        for (Period<T> next : periods.stream()
                .sorted(Comparator.comparing(period -> period.span().from()))
                .toList()) {
            Period<T> last = ordered.isEmpty() ? null : ordered.getLast();
            if (last != null && last.span().shared(next.span()) != null) {
                throw new IllegalArgumentException(last + " overlaps " + next);
            }
            if (last != null
                    && next.span().from().equals(last.span().until())
                    && last.value().equals(next.value())) {
                ordered.set(
                        ordered.size() - 1,
                        new Period<>(new Span(last.span().from(), next.span().until()), last.value()));
            } else {
                ordered.add(next);
            }
        }
        return new Timeline<>(List.copyOf(ordered));
    }

    Optional<T> at(LocalDate day) {
        return periods.stream()
                .filter(period -> period.span().contains(day))
                .map(Period::value)
                .findFirst();
    }

    /**
     * The value holds from that day until the next change already recorded, or the end of the life.
     *
     * @param value null: nothing holds
     */
    Timeline<T> from(LocalDate day, @Nullable T value, Span life) {
        LocalDate next =
                changes().filter(day::isBefore).min(Comparator.naturalOrder()).orElse(life.until());
        Span changed = new Span(day, Span.earlier(next, life.until()));
        List<Period<T>> kept = outside(changed);
        if (value != null) {
            kept.add(new Period<>(changed, value));
        }
        return of(kept);
    }

    /** Both together. */
    Timeline<T> and(Timeline<T> other) {
        return of(Stream.concat(periods.stream(), other.periods.stream()).toList());
    }

    /** Nothing holds from that day on. */
    Timeline<T> until(LocalDate day) {
        return of(outside(new Span(day, null)));
    }

    /** The days on which something begins or ends. */
    Stream<LocalDate> changes() {
        return periods.stream()
                .flatMap(period -> Stream.of(period.span().from(), period.span().until()))
                .filter(day -> day != null);
    }

    private List<Period<T>> outside(Span hole) {
        List<Period<T>> kept = new ArrayList<>();
        for (Period<T> period : periods) {
            Span span = period.span();
            Span before = new Span(span.from(), Span.earlier(span.until(), hole.from()));
            if (!before.empty()) {
                kept.add(new Period<>(before, period.value()));
            }
            if (hole.until() != null) {
                Span after = new Span(span.from().isAfter(hole.until()) ? span.from() : hole.until(), span.until());
                if (!after.empty()) {
                    kept.add(new Period<>(after, period.value()));
                }
            }
        }
        return kept;
    }
}
