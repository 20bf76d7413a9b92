package vn.nhipcau.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many duties are in each slice. A sum of shares is again one. */
public final class Progress {
    private final Map<Slice, Long> counts = new EnumMap<>(Slice.class);
    private @Nullable Instant lateSince;

    /** @param row of a query for {@link Slice#TALLIES} */
    void add(ResultSet row) throws SQLException {
        DutyState state = DutyState.valueOf(row.getString("state"));
        long all = row.getLong("n");
        Instant firstDue = DirectiveRows.instant(row, "first_due");
        if (state.mover() == DutyState.Mover.UNIT) {
            long past = row.getLong("past");
            long near = row.getLong("near");
            add(state, Slice.Timing.OVERDUE, past, firstDue);
            add(state, Slice.Timing.SOON, near - past, firstDue);
            add(state, Slice.Timing.LATER, all - near, firstDue);
            counts.merge(Slice.ASKED, row.getLong("asked"), Long::sum);
        } else {
            long late = row.getLong("late");
            add(state, Slice.Timing.LATE, late, firstDue);
            add(state, Slice.Timing.ANY, all - late, firstDue);
        }
    }

    /** @param firstDue the earliest due time among them */
    private void add(DutyState state, Slice.Timing timing, long count, @Nullable Instant firstDue) {
        if (count == 0) {
            return;
        }
        for (Slice slice : Slice.values()) {
            if (slice.holds(state, timing)) {
                counts.merge(slice, count, Long::sum);
            }
        }
        if (Slice.OVERDUE.holds(state, timing)) {
            late(firstDue);
        }
    }

    void add(Progress other) {
        other.counts.forEach((slice, count) -> counts.merge(slice, count, Long::sum));
        late(other.lateSince);
    }

    static Progress sum(Iterable<Progress> shares) {
        Progress sum = new Progress();
        shares.forEach(sum::add);
        return sum;
    }

    private void late(@Nullable Instant since) {
        if (since != null && (lateSince == null || since.isBefore(lateSince))) {
            lateSince = since;
        }
    }

    public long of(Slice slice) {
        return counts.getOrDefault(slice, 0L);
    }

    /** When the oldest overdue duty was due; null: none is. */
    public @Nullable Instant lateSince() {
        return lateSince;
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
}
