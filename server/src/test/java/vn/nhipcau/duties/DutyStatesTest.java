package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DutyStatesTest {
    private static final Path DOCUMENT = Path.of("../docs/duty-states.md");

    @Test
    void no_event_leads_two_ways_from_one_state() {
        assertThat(Transitions.TABLE.stream()
                        .map(edge -> edge.from() + " " + edge.event())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_state_is_reached_from_the_first() {
        var reached = new HashSet<DutyState>();
        reached.add(DutyState.NOT_RECEIVED);
        for (int i = 0; i < DutyState.values().length; i++) {
            Transitions.TABLE.stream()
                    .filter(edge -> reached.contains(edge.from()))
                    .map(Transitions.Edge::to)
                    .toList()
                    .forEach(reached::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(DutyState.values());
    }

    @Test
    void every_event_is_possible_somewhere() {
        assertThat(Transitions.TABLE.stream().map(Transitions.Edge::event).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DutyEvent.values());
    }

    @Test
    void the_printed_table_is_the_one_in_force() throws IOException {
        String printed = print();
        Path fresh = Path.of("target/duty-states.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, printed);
        assertThat(DOCUMENT)
                .as("docs/duty-states.md is stale: copy server/target/duty-states.md over it")
                .hasContent(printed);
    }

    private static String print() {
        StringBuilder text = new StringBuilder("""
                # States of a duty

                Printed from `Transitions.java` by a test that fails when this file is stale. What is not here cannot happen.
                “Quá hạn” (overdue) is no state: it is the unit's move and the due time is over.

                | state | identifier | whose move |
                |---|---|---|
                """);
        for (DutyState state : DutyState.values()) {
            text.append("| %s | `%s` | %s |%n"
                    .formatted(
                            state.vietnamese(),
                            state,
                            switch (state.mover()) {
                                case UNIT -> "đơn vị";
                                case REVIEWER -> "bên kiểm tra";
                                case NOBODY -> "–";
                            }));
        }
        text.append("""

                | event | identifier | who | reason needed | from | to |
                |---|---|---|---|---|---|
                """);
        for (DutyEvent event : DutyEvent.values()) {
            text.append("| %s | `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            event.vietnamese(),
                            event,
                            event.by().vietnamese(),
                            event.needsReason() ? "có" : "",
                            names(Transitions.TABLE.stream()
                                    .filter(edge -> edge.event() == event)
                                    .map(Transitions.Edge::from)),
                            Transitions.TABLE.stream()
                                            .filter(edge -> edge.event() == event)
                                            .allMatch(edge -> edge.from() == edge.to())
                                    ? "(giữ nguyên)"
                                    : names(Transitions.TABLE.stream()
                                            .filter(edge -> edge.event() == event)
                                            .map(Transitions.Edge::to)
                                            .distinct())));
        }
        text.append("""

                A unit may recall only while the period is open: until the due time, or until its lock day where one is set. It may
                ask for an extension while none is asked for, where there is a due time; only what is asked for can be declined. A
                request ends when it is answered or when the duty is no longer the unit's move: handed in, exempted, withdrawn.

                A reviewer's act counts only for the version that they looked at. What makes a duty somebody's move again reopens
                the directive, when it was closed.
                """);
        return text.toString();
    }

    private static String names(Stream<DutyState> states) {
        var all = states.toList();
        return Arrays.stream(DutyState.values())
                .filter(all::contains)
                .map(DutyState::vietnamese)
                .collect(Collectors.joining(", "));
    }
}
