package vn.nhipcau.duties;

/**
 * Where a duty stands. “Quá hạn” is none of them: it follows from the state, the due time and the clock, and is never
 * stored. What leads from one to another is in {@link Transitions}.
 */
public enum DutyState {
    NOT_RECEIVED("Chưa nhận", "Not received", Mover.UNIT),
    RECEIVED("Đã nhận", "Received", Mover.UNIT),
    IN_PROGRESS("Đang làm", "In progress", Mover.UNIT),
    SUBMITTED("Đã nộp", "Submitted", Mover.REVIEWER),
    RETURNED("Trả lại", "Returned", Mover.UNIT),
    ACCEPTED("Đạt", "Accepted", Mover.NOBODY),
    ACCEPTED_LATE("Đạt trễ", "Accepted, late", Mover.NOBODY),
    LATE_CONTESTED("Đạt trễ, đang xem lại", "Late mark contested", Mover.REVIEWER),
    EXEMPTED("Miễn", "Exempted", Mover.NOBODY),
    WITHDRAWN("Đã rút", "Withdrawn", Mover.NOBODY);

    /** Whose move it is. */
    public enum Mover {
        UNIT,
        REVIEWER,
        NOBODY
    }

    private final String vietnamese;
    private final String english;
    private final Mover mover;

    DutyState(String vietnamese, String english, Mover mover) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.mover = mover;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    public Mover mover() {
        return mover;
    }
}
