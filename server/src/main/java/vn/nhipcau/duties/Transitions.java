package vn.nhipcau.duties;

import static vn.nhipcau.duties.DutyEvent.*;
import static vn.nhipcau.duties.DutyState.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state machine of a duty, whole: what is not in this table cannot happen. {@code docs/duty-states.md} is printed
 * from it.
 */
final class Transitions {
    static final List<Edge> TABLE = Stream.of(
                    to(RECEIVED, RECEIVE, NOT_RECEIVED),
                    to(IN_PROGRESS, START, NOT_RECEIVED, RECEIVED, RETURNED),
                    to(SUBMITTED, SUBMIT, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED),
                    to(IN_PROGRESS, RECALL, SUBMITTED),
                    to(ACCEPTED, ACCEPT, SUBMITTED),
                    to(ACCEPTED_LATE, ACCEPT_LATE, SUBMITTED),
                    to(RETURNED, RETURN, SUBMITTED),
                    to(SUBMITTED, REOPEN, ACCEPTED, ACCEPTED_LATE),
                    to(LATE_CONTESTED, CONTEST, ACCEPTED_LATE),
                    to(ACCEPTED_LATE, UPHOLD_LATE, LATE_CONTESTED),
                    to(ACCEPTED, LIFT_LATE, LATE_CONTESTED),
                    stay(EXTEND, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED, SUBMITTED),
                    stay(ASK_EXTENSION, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED),
                    stay(DECLINE_EXTENSION, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED),
                    stay(HAND_OVER, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED, SUBMITTED),
                    to(EXEMPTED, EXEMPT, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED, SUBMITTED),
                    to(WITHDRAWN, WITHDRAW, NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED, SUBMITTED),
                    to(NOT_RECEIVED, RESTORE, EXEMPTED, WITHDRAWN))
            .flatMap(edges -> edges)
            .toList();

    /** One thing that may happen: in this state, by this event, to that state. */
    record Edge(DutyState from, DutyEvent event, DutyState to) {}

    private Transitions() {}

    /** Where the event leads, when it may happen in this state at all. */
    static Optional<DutyState> after(DutyState from, DutyEvent event) {
        return TABLE.stream()
                .filter(edge -> edge.from == from && edge.event == event)
                .map(Edge::to)
                .findFirst();
    }

    static Set<DutyEvent> possibleIn(DutyState from) {
        return TABLE.stream()
                .filter(edge -> edge.from == from)
                .map(Edge::event)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DutyEvent.class)));
    }

    private static Stream<Edge> to(DutyState to, DutyEvent event, DutyState... from) {
        return Arrays.stream(from).map(state -> new Edge(state, event, to));
    }

    private static Stream<Edge> stay(DutyEvent event, DutyState... states) {
        return Arrays.stream(states).map(state -> new Edge(state, event, state));
    }
}
