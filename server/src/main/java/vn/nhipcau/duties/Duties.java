package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    Rights rights(Duty duty, Officer officer, Instant now) {
        return gate.rights(duty, officer, now);
    }

    /** What this officer may do next. */
    public Set<DutyEvent> possible(Duty duty, Officer officer, Instant now) {
        return gate.rights(duty, officer, now).possible(duty, now);
    }

    /**
     * All that was done, oldest first; for a unit that has handed the duty over, up to that. Nothing for who may not see the
     * evidence, since reasons tell of it.
     */
    public List<Act> acts(Duty duty, Officer officer, Instant now) {
        Rights rights = gate.rights(duty, officer, now);
        if (rights.seesEvidence()) {
            return history.acts(duty.id());
        }
        return rights.former() ? history.actsOf(duty.id(), gate.answersFor(officer, now)) : List.of();
    }

    /** Where the work of the unit that answers has gone, for handing the duty over. */
    public List<Organisation> successors(Duty duty, LocalDate on) {
        return organisations.currentHolders(duty.holderId(), on).stream()
                .filter(unit -> unit.id() != duty.holderId())
                .toList();
    }

    /** The acts that need nothing but a reason and decide on no submission; the others have a method of their own. */
    @Transactional
    public DutyState act(long id, DutyEvent event, String reason, Officer officer, Instant now) {
        if (!event.plain() || event.judges()) {
            throw new IllegalArgumentException(event + " has a method of its own");
        }
        return record(gate.enter(id, event, reason, officer, now), event, reason, now, officer, now);
    }

    /**
     * Decides on what was handed in by a plain event that needs a reason.
     *
     * @param seen {@link Duty#seen} of what the reviewer looked at
     */
    @Transactional
    public DutyState judge(long id, DutyEvent event, String seen, String reason, Officer officer, Instant now) {
        if (!event.plain() || !event.judges()) {
            throw new IllegalArgumentException(event + " has a method of its own");
        }
        return record(look(id, event, seen, reason, officer, now), event, reason, now, officer, now);
    }

    /**
     * Accepts what was handed in, as late when it came in after the due time.
     *
     * @param seen {@link Duty#seen} of what the reviewer looked at
     */
    @Transactional
    public DutyState accept(long id, String seen, Officer officer, Instant now) {
        Duty duty = look(id, DutyEvent.ACCEPT, seen, "", officer, now);
        DutyEvent event = duty.receivedLate() ? DutyEvent.ACCEPT_LATE : DutyEvent.ACCEPT;
        return record(duty, event, "", now, officer, now);
    }

    /**
     * Accepts as in time what came in late but was done in time by the unit's word and the reviewer's reason: much of what
     * statistics call late was only late in reaching the system.
     */
    @Transactional
    public DutyState acceptAsInTime(long id, String seen, String reason, Officer officer, Instant now) {
        Gate.requireReason(DutyEvent.ACCEPT, reason);
        Duty duty = look(id, DutyEvent.ACCEPT, seen, reason, officer, now);
        return record(duty, DutyEvent.ACCEPT, reason, now, officer, now);
    }

    /**
     * Several at once, all or none; one that is not the officer's, or changed meanwhile, makes the whole fail.
     *
     * @param seen by id of the duty, {@link Duty#seen} of what the reviewer looked at
     * @return how many were late
     */
    @Transactional
    public int acceptAll(Map<Long, String> seen, Officer officer, Instant now) {
        int late = 0;
        // In one order for everybody, so that two who accept overlapping lists do not wait for each other for ever.
        for (Map.Entry<Long, String> one : new TreeMap<>(seen).entrySet()) {
            if (accept(one.getKey(), one.getValue(), officer, now) == DutyState.ACCEPTED_LATE) {
                late++;
            }
        }
        return late;
    }

    private Duty look(long id, DutyEvent event, String seen, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, event, reason, officer, now);
        Gate.requireSeen(duty, seen);
        return duty;
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
        if (duty.dueAt() != null && doneAt.isAfter(duty.dueAt())) {
            throw Refusal.invalid(
                    "DONE_AFTER_DUE",
                    "Thời điểm hoàn thành bạn khai cũng sau hạn, nên dấu trễ là đúng. Nếu khai nhầm, hãy sửa lại ngày giờ.",
                    "By your own word it was done after it was due, so the late mark is right. Correct the time if it is wrong.");
        }
        return record(duty, DutyEvent.CONTEST, reason, doneAt, officer, now);
    }

    /** Sets a later due time; the first one stays on record. */
    @Transactional
    public void extend(long id, Instant newDueAt, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.EXTEND, reason, officer, now);
        requireLater(duty, newDueAt, now);
        history.extend(step(duty, DutyEvent.EXTEND, reason, now, officer, now), newDueAt);
    }

    /** The unit asks for a later due time; one request at a time, which ends when it hands in or gets an answer. */
    @Transactional
    public void askExtension(long id, Instant until, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.ASK_EXTENSION, reason, officer, now);
        requireLater(duty, until, now);
        history.askExtension(step(duty, DutyEvent.ASK_EXTENSION, reason, now, officer, now), until);
    }

    /** @param until what the coordinator saw the unit ask for: another request is not answered by this */
    @Transactional
    public void declineExtension(long id, Instant until, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.DECLINE_EXTENSION, reason, officer, now);
        if (duty.asked() == null || !duty.asked().until().equals(until)) {
            throw Refusal.conflict(
                    "STALE_REQUEST",
                    "Đơn vị vừa gửi đề nghị gia hạn khác, nên CHƯA ghi câu trả lời của bạn. Hãy xem đề nghị mới rồi trả lời.",
                    "The unit now asks for something else, so your answer was NOT recorded. Look at the new request first.");
        }
        history.declineExtension(step(duty, DutyEvent.DECLINE_EXTENSION, reason, now, officer, now));
    }

    private static void requireLater(Duty duty, Instant newDueAt, Instant now) {
        if (!newDueAt.isAfter(now) || (duty.dueAt() != null && !newDueAt.isAfter(duty.dueAt()))) {
            throw Refusal.invalid(
                    "NOT_LATER",
                    "Hạn mới phải sau hạn cũ và sau lúc này. Hãy chọn ngày muộn hơn.",
                    "The new due time must be after the old one and after this moment. Choose a later day.");
        }
    }

    /** Makes a successor of the unit answer for the duty; whom it was given to stays on record. */
    @Transactional
    public void handOver(long id, long toUnitId, String reason, Officer officer, Instant now) {
        Duty duty = gate.enter(id, DutyEvent.HAND_OVER, reason, officer, now);
        Organisation to = successors(duty, LocalDate.ofInstant(now, Shell.ZONE)).stream()
                .filter(unit -> unit.id() == toUnitId)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "NOT_A_SUCCESSOR",
                        "Chỉ bàn giao được cho đơn vị kế thừa của đơn vị đang giữ nhiệm vụ (sau sắp xếp, sáp nhập). Hãy chọn"
                                + " đơn vị trong danh sách; nếu thiếu, hãy cập nhật việc sắp xếp ở danh bạ trước.",
                        "A duty is handed over only to a successor of the unit that holds it. Choose from the list; if it is"
                                + " missing, record the reorganisation in the directory first."));
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
        return new History.Step(duty, event, reason, happenedAt, officer, onBehalfOf, now);
    }
}
