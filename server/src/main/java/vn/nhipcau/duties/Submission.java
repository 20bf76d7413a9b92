package vn.nhipcau.duties;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a unit handed in. It is never changed.
 *
 * @param happenedAt when it was done, by the unit's word; {@code receivedAt} when it reached us
 * @param dueAt as it stood then
 * @param byMachine nobody handed it in: a machine saw it for itself at {@code happenedAt}
 * @param counts whether this is the version that counts now
 */
public record Submission(
        long id,
        int version,
        String note,
        Instant happenedAt,
        Instant receivedAt,
        @Nullable Instant dueAt,
        String person,
        boolean byMachine,
        boolean counts,
        List<Evidence> evidence) {

    public boolean late() {
        return dueAt != null && receivedAt.isAfter(dueAt);
    }

    /** Handed in late, but done in time by the unit's word. */
    public boolean saidInTime() {
        return late() && dueAt != null && !happenedAt.isAfter(dueAt);
    }
}
