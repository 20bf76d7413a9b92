package vn.nhipcau.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * How long before a due date people are reminded.
 *
 * <p>Offsets of whole days are sent in the morning, and on the last working day before when that day is off: a reminder
 * that arrives on a Sunday for Monday is no help. Shorter ones count back from the end of the due day.
 */
public record Reminders(List<Duration> before) {
    public static final Reminders USUAL =
            new Reminders(List.of(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(12)));

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    public Reminders {
        before = before.stream().sorted((a, b) -> b.compareTo(a)).toList();
    }

    /** When to remind of a due date, earliest first, each moment once. */
    public List<LocalDateTime> of(LocalDate due, WorkingDays days) {
        return before.stream()
                .map(offset -> offset.toHours() % 24 == 0
                        ? days.onOrBefore(due.minusDays(offset.toDays())).atTime(MORNING)
                        : due.plusDays(1).atStartOfDay().minus(offset))
                .distinct()
                .sorted()
                .toList();
    }
}
