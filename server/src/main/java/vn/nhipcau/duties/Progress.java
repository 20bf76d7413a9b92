package vn.nhipcau.duties;

import java.util.EnumMap;
import java.util.Map;

/** How many duties are in each slice. A sum of shares is again one. */
public final class Progress {
    private final Map<Slice, Long> counts = new EnumMap<>(Slice.class);

    void add(DutyState state, Slice.Timing timing, long count) {
        for (Slice slice : Slice.values()) {
            if (slice.holds(state, timing)) {
                counts.merge(slice, count, Long::sum);
            }
        }
    }

    void add(Progress other) {
        other.counts.forEach((slice, count) -> counts.merge(slice, count, Long::sum));
    }

    public long of(Slice slice) {
        return counts.getOrDefault(slice, 0L);
    }

    public long expected() {
        return of(Slice.EXPECTED);
    }

    public long handedIn() {
        return of(Slice.HANDED_IN);
    }

    /** “X/Y”. */
    public String ratio() {
        return handedIn() + "/" + expected();
    }

    /** Whole percent, rounded down, so that 100 means all. */
    public int percent() {
        return expected() == 0 ? 0 : (int) (handedIn() * 100 / expected());
    }
}
