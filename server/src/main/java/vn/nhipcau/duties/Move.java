package vn.nhipcau.duties;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one line that stands wherever a duty is shown: whose move it is, since when, until when.
 *
 * @param who name of the unit that must act; empty when nobody must
 * @param until null: no time was set
 * @param asked the extension that the unit asks for, which its coordinator has to answer; null: none
 */
public record Move(
        DutyState.Mover mover,
        String who,
        Instant since,
        @Nullable Instant until,
        boolean late,
        Duty.@Nullable Asked asked) {

    static Move of(
            DutyState state,
            String holder,
            String reviewer,
            Instant since,
            @Nullable Instant dueAt,
            int reviewDays,
            Duty.@Nullable Asked asked,
            Instant now) {
        return switch (state.mover()) {
            case UNIT ->
                new Move(DutyState.Mover.UNIT, holder, since, dueAt, dueAt != null && dueAt.isBefore(now), asked);
            case REVIEWER -> {
                Instant until = since.plus(reviewDays, ChronoUnit.DAYS);
                yield new Move(DutyState.Mover.REVIEWER, reviewer, since, until, until.isBefore(now), null);
            }
            case NOBODY -> new Move(DutyState.Mover.NOBODY, "", since, null, false, null);
        };
    }
}
