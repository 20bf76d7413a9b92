package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.nhipcau.web.Shell;

/**
 * What one person may do with one duty.
 *
 * @param unit acts for the unit that answers
 * @param reviewer checks the evidence
 * @param owner coordinates the directive
 * @param overseer may see how far it is, and no evidence
 */
record Rights(boolean unit, boolean reviewer, boolean owner, boolean overseer) {

    static Rights of(Scope scope, Duty duty) {
        boolean owner = scope.coordinates().contains(duty.ownerId());
        return new Rights(
                scope.answersFor().contains(duty.holderId()),
                owner || scope.coordinates().contains(duty.reviewerId()),
                owner,
                scope.oversees().contains(duty.holderId()) || scope.oversees().contains(duty.ownerId()));
    }

    boolean sees() {
        return unit || reviewer || owner || overseer;
    }

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
            if (may(event.by()) && (event != DutyEvent.RECALL || recallable(duty, now))) {
                possible.add(event);
            }
        }
        return possible;
    }

    /** A unit takes its own report back only while the period is open; afterwards the reviewer may return it. */
    static boolean recallable(Duty duty, Instant now) {
        if (duty.dueAt() == null) {
            return true;
        }
        LocalDate locked = duty.lockedOn();
        return !duty.dueAt().isBefore(now)
                || (locked != null && !LocalDate.ofInstant(now, Shell.ZONE).isAfter(locked));
    }
}
