package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Every act on a duty passes here: may this person see it, do this, in this state, at this time? */
@Component
class Gate {
    private final History history;
    private final Scope.Scopes scopes;

    Gate(History history, Scope.Scopes scopes) {
        this.history = history;
        this.scopes = scopes;
    }

    Rights rights(Duty duty, Officer officer, Instant now) {
        return Rights.of(scopes.of(officer, LocalDate.ofInstant(now, Shell.ZONE)), duty);
    }

    /** The duty, seen by who may see it. */
    Duty see(long id, Officer officer, Instant now) {
        Duty duty = history.read(id);
        if (!rights(duty, officer, now).sees()) {
            throw Refusal.notFound();
        }
        return duty;
    }

    /** Whether the act would pass now, without holding the duty: before files are taken in for it. */
    void tryOn(long id, DutyEvent event, Officer officer, Instant now) {
        check(history.read(id), event, officer, now);
    }

    /** The duty, held until the transaction ends, so that of two who act at once the second sees what the first did. */
    Duty enter(long id, DutyEvent event, String reason, Officer officer, Instant now) {
        Duty duty = history.lock(id);
        check(duty, event, officer, now);
        if (event.needsReason()) {
            requireReason(event, reason);
        }
        return duty;
    }

    private void check(Duty duty, DutyEvent event, Officer officer, Instant now) {
        Rights rights = rights(duty, officer, now);
        if (!rights.sees()) {
            throw Refusal.notFound();
        }
        if (!rights.may(event.by())) {
            throw Refusal.forbidden(
                    "NOT_YOUR_ACT",
                    "“" + event.vietnamese() + "” là việc của " + event.by().vietnamese()
                            + ". Hãy nhờ người có vai trò đó.",
                    "“" + event.english() + "” is for " + event.by().english() + " to do. Ask who has that role.");
        }
        if (Transitions.after(duty.state(), event).isEmpty()) {
            throw Refusal.conflict(
                    "WRONG_STATE",
                    "Nhiệm vụ đang ở trạng thái “" + duty.state().vietnamese() + "” nên không thể “"
                            + event.vietnamese() + "”. Có thể người khác vừa thao tác; hãy tải lại trang.",
                    "The duty is “" + duty.state().english() + "”, so “" + event.english()
                            + "” is not possible. Somebody may have acted just now; reload the page.");
        }
        if (event == DutyEvent.RECALL && !Rights.recallable(duty, now)) {
            throw Refusal.conflict(
                    "PERIOD_CLOSED",
                    "Đã qua hạn của kỳ này nên không tự rút lại được. Hãy đề nghị bên kiểm tra trả lại.",
                    "The period is closed, so it cannot be recalled. Ask the reviewer to return it.");
        }
    }

    static void requireReason(DutyEvent event, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid(
                    "REASON_MISSING",
                    "Hãy ghi lý do khi “" + event.vietnamese() + "”; lý do được lưu vào lịch sử của nhiệm vụ.",
                    "Say why: “" + event.english() + "” needs a reason, which is kept in the duty's history.");
        }
    }
}
