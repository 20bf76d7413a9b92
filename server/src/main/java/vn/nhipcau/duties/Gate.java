package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Every act on a duty passes here: may this person see it, do this, in this state, at this time? */
@Component
class Gate {
    private static final int LONGEST_REASON = 5_000;

    private final History history;
    private final Scope.Scopes scopes;

    Gate(History history, Scope.Scopes scopes) {
        this.history = history;
        this.scopes = scopes;
    }

    Rights rights(Duty duty, Officer officer, Instant now) {
        return Rights.of(scope(officer, now), duty);
    }

    /** The units whose own past work on a duty the officer may look at, though others answer for it now. */
    Set<Long> answersFor(Officer officer, Instant now) {
        return scope(officer, now).answersFor();
    }

    private Scope scope(Officer officer, Instant now) {
        return scopes.of(officer, LocalDate.ofInstant(now, Shell.ZONE));
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
        requireShort(reason);
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
        Conditions.against(event, duty, now).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /**
     * What a reviewer decides is about what they read, and not about a version that came in meanwhile.
     *
     * @param seen {@link Duty#seen} of what they had before them
     */
    static void requireSeen(Duty duty, String seen) {
        if (!duty.seen().equals(seen)) {
            throw Refusal.conflict(
                    "STALE_SUBMISSION",
                    "“" + duty.name() + "” của " + duty.holderName()
                            + " đã thay đổi sau khi bạn mở trang (đơn vị nộp bản mới, hoặc người khác vừa xử lý), nên CHƯA"
                            + " ghi gì. Dưới đây là bản mới nhất: hãy xem lại rồi quyết định.",
                    "“" + duty.name() + "” of " + duty.holderName()
                            + " changed after you opened the page, so NOTHING was recorded. Below is the newest: look again,"
                            + " then decide.");
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

    /** Two pages of a letter; more belongs in a file. */
    static void requireShort(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid(
                    "REASON_TOO_LONG",
                    "Lý do dài " + reason.length() + " ký tự, tối đa " + LONGEST_REASON
                            + ". Hãy viết gọn; nội dung dài thì gửi bằng văn bản.",
                    "The reason has " + reason.length() + " characters; at most " + LONGEST_REASON
                            + ". Shorten it, and send what is longer as a document.");
        }
    }
}
