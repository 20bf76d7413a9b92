package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * One duty: what it is, what was done, and the acts on it; handing in is in {@link Submissions}. A duty that is not the
 * officer's to see does not exist.
 */
@Service
public class Duties {
    private final History history;
    private final Gate gate;
    private final Obligations obligations;
    private final Organisations organisations;

    Duties(History history, Gate gate, Obligations obligations, Organisations organisations) {
        this.history = history;
        this.gate = gate;
        this.obligations = obligations;
        this.organisations = organisations;
    }

    public Duty duty(long id, Officer officer, Instant now) {
        return gate.see(id, officer, now);
    }

    /** What the directive says. */
    public ObligationDraft obligation(Duty duty) {
        return obligations.withId(duty.obligationId()).getFirst().content();
    }

    /** What this officer may do next. */
    public Set<DutyEvent> possible(Duty duty, Officer officer, Instant now) {
        return gate.rights(duty, officer, now).possible(duty, now);
    }

    /** All that was done, oldest first; nothing for who may not see the evidence, since reasons tell of it. */
    public List<Act> acts(Duty duty, Officer officer, Instant now) {
        return gate.rights(duty, officer, now).seesEvidence() ? history.acts(duty.id()) : List.of();
    }

    /** Where the work of the unit that answers has gone, for handing the duty over. */
    public List<Organisation> successors(Duty duty, LocalDate on) {
        return organisations.currentHolders(duty.holderId(), on).stream()
                .filter(unit -> unit.id() != duty.holderId())
                .toList();
    }

    /** The acts that need nothing but a reason; the others have a method of their own. */
    @Transactional
    public DutyState act(long id, DutyEvent event, String reason, Officer officer, Instant now) {
        if (!event.plain()) {
            throw new IllegalArgumentException(event + " has a method of its own");
        }
        return record(gate.enter(id, event, reason, officer, now), event, reason, now, officer, now);
    }

    /** Accepts what was handed in, as late when it came in after the due time. */
    @Transactional
    public DutyState accept(long id, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.ACCEPT, "", officer, now);
        DutyEvent event = duty.receivedLate() ? DutyEvent.ACCEPT_LATE : DutyEvent.ACCEPT;
        return record(duty, event, "", now, officer, now);
    }

    /**
     * Accepts as in time what came in late but was done in time by the unit's word and the reviewer's reason: much of what
     * statistics call late was only late in reaching the system.
     */
    @Transactional
    public DutyState acceptAsInTime(long id, String reason, Officer officer, Instant now) {
        Gate.requireReason(DutyEvent.ACCEPT, reason);
        Duty duty = gate.enter(id, DutyEvent.ACCEPT, reason, officer, now);
        return record(duty, DutyEvent.ACCEPT, reason, now, officer, now);
    }

    /** Several at once, all or none; one that is not the officer's makes the whole fail. @return how many were late */
    @Transactional
    public int acceptAll(List<Long> ids, Officer officer, Instant now) {
        int late = 0;
        // In one order for everybody, so that two who accept overlapping lists do not wait for each other for ever.
        for (long id : ids.stream().distinct().sorted().toList()) {
            if (accept(id, officer, now) == DutyState.ACCEPTED_LATE) {
                late++;
            }
        }
        return late;
    }

    /** The unit says that it was in time after all. @param doneAt when it was done, by its word */
    @Transactional
    public DutyState contest(long id, Instant doneAt, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.CONTEST, reason, officer, now);
        if (doneAt.isAfter(now)) {
            throw Refusal.invalid(
                    "DONE_IN_FUTURE",
                    "Thời điểm hoàn thành không thể sau lúc này. Hãy sửa lại ngày giờ.",
                    "It cannot have been done after this moment. Correct the time.");
        }
        return record(duty, DutyEvent.CONTEST, reason, doneAt, officer, now);
    }

    /** Sets a later due time; the first one stays on record. */
    @Transactional
    public void extend(long id, Instant newDueAt, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.EXTEND, reason, officer, now);
        if (!newDueAt.isAfter(now) || (duty.dueAt() != null && !newDueAt.isAfter(duty.dueAt()))) {
            throw Refusal.invalid(
                    "NOT_LATER",
                    "Hạn mới phải sau hạn cũ và sau lúc này. Hãy chọn ngày muộn hơn.",
                    "The new due time must be after the old one and after this moment. Choose a later day.");
        }
        history.extend(step(duty, DutyEvent.EXTEND, reason, now, officer, now), newDueAt);
    }

    /** Makes another unit answer for the duty; whom it was given to stays on record. */
    @Transactional
    public void handOver(long id, long toUnitId, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.HAND_OVER, reason, officer, now);
        Organisation to = organisations
                .find(toUnitId, LocalDate.ofInstant(now, Shell.ZONE))
                .filter(unit -> unit.id() != duty.holderId())
                .orElseThrow(() -> Refusal.invalid(
                        "NO_SUCH_UNIT",
                        "Đơn vị nhận bàn giao không tồn tại hôm nay hoặc đang giữ nhiệm vụ này. Hãy chọn đơn vị khác.",
                        "The receiving unit does not exist today or holds the duty already. Choose another."));
        history.handOver(step(duty, DutyEvent.HAND_OVER, reason, now, officer, now), to);
    }

    private DutyState record(
            Duty duty, DutyEvent event, String reason, Instant happenedAt, Officer officer, Instant now) {
        return history.record(step(duty, event, reason, happenedAt, officer, now));
    }

    private static History.Step step(
            Duty duty, DutyEvent event, String reason, Instant happenedAt, Officer officer, Instant now) {
        long onBehalfOf = switch (event.by()) {
            case UNIT -> duty.holderId();
            case REVIEWER -> duty.reviewerId();
            case OWNER -> duty.ownerId();
        };
        return new History.Step(duty, event, reason, happenedAt, Actor.of(officer), onBehalfOf, now);
    }
}
