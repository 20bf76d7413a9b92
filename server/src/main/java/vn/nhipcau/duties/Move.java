package vn.nhipcau.duties;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one line that stands wherever a duty is shown: whose move it is, since when, until when.
 *
 * @param who name of the unit that must act; empty when nobody must
 * @param until null: no time was set
 */
public record Move(
        DutyState.Mover mover,
        String who,
        Instant since,
        @Nullable Instant until,
        boolean late) {

    static Move of(
            DutyState state,
            String holder,
            String reviewer,
            Instant since,
            @Nullable Instant dueAt,
            int reviewDays,
            Instant now) {
        return switch (state.mover()) {
            case UNIT -> new Move(DutyState.Mover.UNIT, holder, since, dueAt, dueAt != null && dueAt.isBefore(now));
            case REVIEWER -> {
                Instant until = since.plus(reviewDays, ChronoUnit.DAYS);
                yield new Move(DutyState.Mover.REVIEWER, reviewer, since, until, until.isBefore(now));
            }
            case NOBODY -> new Move(DutyState.Mover.NOBODY, "", since, null, false);
        };
    }
}
