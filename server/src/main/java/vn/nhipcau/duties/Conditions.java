package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** What some events need beside the right state. */
final class Conditions {
    private Conditions() {}

    /** What stands against the event now, in a state in which it may happen. */
    static Optional<Refusal> against(DutyEvent event, Duty duty, Instant now) {
        return switch (event) {
            case RECALL -> unless(periodOpen(duty, now), Conditions::periodClosed);
            case ASK_EXTENSION ->
                duty.dueAt() == null
                        ? Optional.of(noDueTime())
                        : unless(duty.asked() == null, Conditions::askedAlready);
            case DECLINE_EXTENSION -> unless(duty.asked() != null, Conditions::nothingAsked);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> unless(boolean so, Supplier<Refusal> refusal) {
        return so ? Optional.empty() : Optional.of(refusal.get());
    }

    /** A unit takes its own report back only while the period is open; afterwards the reviewer may return it. */
    private static boolean periodOpen(Duty duty, Instant now) {
        if (duty.dueAt() == null) {
            return true;
        }
        LocalDate locked = duty.lockedOn();
        return !duty.dueAt().isBefore(now)
                || (locked != null && !LocalDate.ofInstant(now, Shell.ZONE).isAfter(locked));
    }

    private static Refusal periodClosed() {
        return Refusal.conflict(
                "PERIOD_CLOSED",
                "Đã qua hạn của kỳ này nên không tự rút lại được. Hãy đề nghị bên kiểm tra trả lại.",
                "The period is closed, so it cannot be recalled. Ask the reviewer to return it.");
    }

    private static Refusal noDueTime() {
        return Refusal.conflict(
                "NO_DUE_TIME",
                "Nhiệm vụ này không định hạn nên không cần xin gia hạn.",
                "This duty has no due time, so there is nothing to extend.");
    }

    private static Refusal askedAlready() {
        return Refusal.conflict(
                "ALREADY_ASKED",
                "Đơn vị đã xin gia hạn và đang chờ trả lời. Hãy đợi bên điều phối quyết định rồi mới xin tiếp.",
                "An extension has been asked for already. Wait for the coordinator's answer before asking again.");
    }

    private static Refusal nothingAsked() {
        return Refusal.conflict(
                "NOTHING_ASKED",
                "Không còn đề nghị gia hạn nào đang chờ: đơn vị đã nộp, hoặc người khác vừa trả lời. Hãy tải lại trang.",
                "No extension is asked for any more: the unit has handed in, or somebody has answered. Reload the page.");
    }
}
