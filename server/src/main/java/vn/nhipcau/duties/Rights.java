package vn.nhipcau.duties;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one person may do with one duty.
 *
 * @param unit acts for the unit that answers
 * @param former acts for the unit to which it was given, and which has handed it over: its own work stays its to see
 * @param reviewer checks the evidence
 * @param owner coordinates the directive
 * @param overseer may see how far it is, and no evidence
 */
record Rights(boolean unit, boolean former, boolean reviewer, boolean owner, boolean overseer) {

    static Rights of(Scope scope, Duty duty) {
        boolean owner = scope.coordinates().contains(duty.ownerId());
        boolean unit = scope.answersFor().contains(duty.holderId());
        return new Rights(
                unit,
                !unit && scope.answersFor().contains(duty.unitId()),
                owner || scope.coordinates().contains(duty.reviewerId()),
                owner,
                scope.oversees().contains(duty.holderId()) || scope.oversees().contains(duty.ownerId()));
    }

    boolean sees() {
        return unit || former || reviewer || owner || overseer;
    }

    /** All of it; who is only {@link #former} sees what its own unit handed in. */
    boolean seesEvidence() {
        return unit || reviewer || owner;
    }

    boolean may(DutyEvent.By by) {
        return switch (by) {
            case UNIT -> unit;
            case REVIEWER -> reviewer;
            case OWNER -> owner;
        };
    }

    /** What may come next, by the table of states, the person's part and the clock. */
    Set<DutyEvent> possible(Duty duty, Instant now) {
        EnumSet<DutyEvent> possible = EnumSet.noneOf(DutyEvent.class);
        for (DutyEvent event : Transitions.possibleIn(duty.state())) {
            if (may(event.by()) && Conditions.against(event, duty, now).isEmpty()) {
                possible.add(event);
            }
        }
        return possible;
    }
}
