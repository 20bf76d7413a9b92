package vn.nhipcau.duties;

import static vn.nhipcau.duties.DutyState.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A named share of the duties. Every number on a board is a slice, its rows are the same slice, and both use the one
 * condition given here, so that a number and the rows behind it cannot differ.
 */
public enum Slice {
    ALL("Tất cả", "All", EnumSet.allOf(DutyState.class), Timing.ANY),
    /** What a board counts against: “X/Y đã nộp”. */
    EXPECTED("Phải làm", "Expected", EnumSet.complementOf(EnumSet.of(EXEMPTED, WITHDRAWN)), Timing.ANY),
    HANDED_IN("Đã nộp", "Handed in", EnumSet.of(SUBMITTED, ACCEPTED, ACCEPTED_LATE, LATE_CONTESTED), Timing.ANY),
    HANDED_IN_LATE(
            "Nộp trễ", "Handed in late", EnumSet.of(SUBMITTED, ACCEPTED, ACCEPTED_LATE, LATE_CONTESTED), Timing.LATE),
    MISSING("Chưa nộp", "Not handed in", EnumSet.of(NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED), Timing.ANY),
    OVERDUE("Quá hạn", "Overdue", EnumSet.of(NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED), Timing.OVERDUE),
    DUE_SOON("Sắp đến hạn", "Due soon", EnumSet.of(NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED), Timing.SOON),
    /** With {@link #OVERDUE} and {@link #DUE_SOON} all of {@link #MISSING}, each once. */
    LATER("Chưa đến hạn", "Due later", EnumSet.of(NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED), Timing.LATER),
    UNTOUCHED("Chưa nhận", "Not received", EnumSet.of(NOT_RECEIVED), Timing.ANY),
    ASKED("Xin gia hạn", "Extension asked", EnumSet.of(NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED), Timing.ASKED),
    TO_REVIEW("Chờ kiểm tra", "To be checked", EnumSet.of(SUBMITTED, LATE_CONTESTED), Timing.ANY),
    SENT_BACK("Trả lại", "Returned", EnumSet.of(RETURNED), Timing.ANY),
    DONE("Đạt", "Accepted", EnumSet.of(ACCEPTED), Timing.ANY),
    DONE_LATE("Đạt trễ", "Accepted, late", EnumSet.of(ACCEPTED_LATE, LATE_CONTESTED), Timing.ANY),
    EXCUSED("Miễn", "Exempted", EnumSet.of(EXEMPTED), Timing.ANY),
    TAKEN_BACK("Đã rút", "Withdrawn", EnumSet.of(WITHDRAWN), Timing.ANY);

    /** How a duty stands to the clock. */
    enum Timing {
        ANY("true"),
        OVERDUE("d.due_at < :now"),
        SOON("d.due_at >= :now AND d.due_at < :soon"),
        LATER("(d.due_at >= :soon OR d.due_at IS NULL)"),
        LATE("d.received_at > d.due_at"),
        /** Beside the others: who asks for more time may be late already. */
        ASKED("d.asked_at IS NOT NULL");

        private final String sql;

        Timing(String sql) {
            this.sql = sql;
        }
    }

    private final String vietnamese;
    private final String english;
    private final Set<DutyState> states;
    private final Timing timing;

    Slice(String vietnamese, String english, Set<DutyState> states, Timing timing) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.states = states;
        this.timing = timing;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** As it stands in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Slice ofSlug(String slug) {
        for (Slice slice : values()) {
            if (slice.slug().equals(slug)) {
                return slice;
            }
        }
        return ALL;
    }

    Set<DutyState> states() {
        return states;
    }

    /** The condition on {@code d}; {@code mover} beside the states lets the partial indexes serve. */
    String sql() {
        Set<DutyState.Mover> movers = states.stream().map(DutyState::mover).collect(Collectors.toSet());
        String mover = movers.size() == 1 ? "d.mover = '" + movers.iterator().next() + "' AND " : "";
        boolean whole = movers.size() == 1
                && EnumSet.allOf(DutyState.class).stream()
                        .filter(state -> movers.contains(state.mover()))
                        .allMatch(states::contains);
        String in = whole || states.size() == DutyState.values().length
                ? ""
                : "d.state IN ("
                        + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")) + ") AND ";
        return "(" + mover + in + timing.sql + ")";
    }

    /** Whether a duty of that state and timing is in the slice; what {@link #sql} says, for counts that are already grouped. */
    boolean holds(DutyState state, Timing stands) {
        return states.contains(state) && (timing == Timing.ANY || timing == stands);
    }

    /**
     * Counts by timing for duties {@code d} that are grouped by state at least; {@link Progress#add(java.sql.ResultSet)}
     * reads them. Counting with conditions takes a third of the time of grouping by the timing's name.
     */
    static final String TALLIES = """
            count(*) AS n, count(*) FILTER (WHERE d.due_at < :now) AS past, count(*) FILTER (WHERE d.due_at < :soon) AS near,
            count(*) FILTER (WHERE d.received_at > d.due_at) AS late, count(d.asked_at) AS asked,
            min(d.due_at) AS first_due""";
}
