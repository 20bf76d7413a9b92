package vn.nhipcau.duties;

/** What can be done to a duty, and by whom. */
public enum DutyEvent {
    RECEIVE("Nhận nhiệm vụ", "Receive", By.UNIT, false),
    START("Bắt đầu làm", "Start", By.UNIT, false),
    SUBMIT("Nộp", "Submit", By.UNIT, false),
    RECALL("Rút bản đã nộp", "Recall the submission", By.UNIT, false),
    CONTEST("Đề nghị xem lại dấu trễ", "Contest the late mark", By.UNIT, true),
    ASK_EXTENSION("Xin gia hạn", "Ask for an extension", By.UNIT, true),
    ACCEPT("Duyệt đạt", "Accept", By.REVIEWER, false),
    ACCEPT_LATE("Duyệt đạt trễ", "Accept as late", By.REVIEWER, false),
    RETURN("Trả lại", "Return", By.REVIEWER, true),
    REOPEN("Mở lại để duyệt", "Undo the acceptance", By.REVIEWER, true),
    UPHOLD_LATE("Giữ dấu trễ", "Uphold the late mark", By.REVIEWER, true),
    LIFT_LATE("Bỏ dấu trễ", "Lift the late mark", By.REVIEWER, true),
    EXTEND("Gia hạn", "Extend", By.OWNER, true),
    DECLINE_EXTENSION("Không đồng ý gia hạn", "Decline the extension", By.OWNER, true),
    HAND_OVER("Bàn giao cho đơn vị kế thừa", "Hand over to a successor", By.OWNER, true),
    EXEMPT("Miễn", "Exempt", By.OWNER, true),
    WITHDRAW("Rút nhiệm vụ", "Withdraw", By.OWNER, true),
    RESTORE("Giao lại", "Give again", By.OWNER, true);

    /** Who may do it: the unit that answers, the one that checks, the one that coordinates the directive. */
    public enum By {
        UNIT("đơn vị thực hiện", "the unit"),
        REVIEWER("bên kiểm tra", "the reviewer"),
        OWNER("bên điều phối", "the coordinator");

        private final String vietnamese;
        private final String english;

        By(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    private final String vietnamese;
    private final String english;
    private final By by;
    private final boolean needsReason;

    DutyEvent(String vietnamese, String english, By by, boolean needsReason) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.by = by;
        this.needsReason = needsReason;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    public By by() {
        return by;
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** Needs nothing beside a reason: no evidence, no date, no other unit, no look at the clock. */
    public boolean plain() {
        return switch (this) {
            case SUBMIT, RECALL, CONTEST, ASK_EXTENSION, ACCEPT, ACCEPT_LATE, EXTEND, DECLINE_EXTENSION, HAND_OVER ->
                false;
            default -> true;
        };
    }

    /** Decides on what was handed in: possible only on the version that the person looked at. */
    public boolean judges() {
        return by == By.REVIEWER;
    }
}
