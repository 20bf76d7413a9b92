package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays BY_LAW = WorkingDays.of(
            year -> PublicHolidays.of(year).stream().collect(Collectors.toMap(DayOff::day, DayOff::kind)));

    @ParameterizedTest
    @CsvSource({
        "2020-08-04, 5, 2020-08-11", // a Tuesday; the day of the event is not counted
        "2020-08-07, 5, 2020-08-14", // a Friday
        "2020-08-08, 1, 2020-08-10", // a Saturday
        "2020-04-29, 3, 2020-05-06", // over 30/4 and 1/5
        "2020-01-22, 1, 2020-01-30", // over Tết
        "2020-08-11, -5, 2020-08-04",
        "2020-08-09, 0, 2020-08-09",
    })
    void working_days_are_counted_from_the_day_after(LocalDate start, int days, LocalDate end) {
        assertThat(BY_LAW.plus(start, days)).isEqualTo(end);
    }

    @Test
    void a_swapped_saturday_counts_and_its_monday_does_not() {
        WorkingDays swapped = WorkingDays.of(year -> Map.of(
                LocalDate.of(2024, 4, 29), DayOff.Kind.OFF,
                LocalDate.of(2024, 5, 4), DayOff.Kind.WORKING));
        assertThat(swapped.isWorkingDay(LocalDate.of(2024, 4, 29))).isFalse();
        assertThat(swapped.isWorkingDay(LocalDate.of(2024, 5, 4))).isTrue();
        assertThat(swapped.plus(LocalDate.of(2024, 4, 26), 1)).isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(swapped.plus(LocalDate.of(2024, 5, 3), 1)).isEqualTo(LocalDate.of(2024, 5, 4));
    }

    @Test
    void a_day_off_is_settled_as_the_rule_says() {
        LocalDate sunday = LocalDate.of(2020, 5, 10);
        assertThat(OnDayOff.STAYS.settle(sunday, BY_LAW)).isEqualTo(sunday);
        assertThat(OnDayOff.MOVES_FORWARD.settle(sunday, BY_LAW)).isEqualTo("2020-05-11");
        assertThat(OnDayOff.MOVES_BACK.settle(sunday, BY_LAW)).isEqualTo("2020-05-08");
        assertThat(OnDayOff.MOVES_FORWARD.settle(LocalDate.of(2020, 1, 25), BY_LAW))
                .isEqualTo("2020-01-30");
    }

    /** Laws of the arithmetic, on many seeded days. */
    @Test
    void counting_there_and_back_agrees() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            LocalDate start = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(20_000));
            int n = random.nextInt(120) + 1;
            LocalDate end = BY_LAW.plus(start, n);
            assertThat(BY_LAW.isWorkingDay(end)).isTrue();
            assertThat(BY_LAW.between(start, end)).isEqualTo(n);
            assertThat(BY_LAW.between(end, start)).isEqualTo(-n);
            assertThat(BY_LAW.plus(BY_LAW.plus(start, n), 3)).isEqualTo(BY_LAW.plus(start, n + 3));
            assertThat(BY_LAW.plus(end, -n)).isBeforeOrEqualTo(start);
            if (BY_LAW.isWorkingDay(start)) {
                assertThat(BY_LAW.plus(end, -n)).isEqualTo(start);
            }
            assertThat(BY_LAW.onOrBefore(start)).isBeforeOrEqualTo(BY_LAW.onOrAfter(start));
        }
    }

    @Test
    void reminders_come_when_people_work() {
        // Due on Monday 10/8/2020: three days before is a Friday, one day before a Sunday, which is moved to that
        // Friday.
        assertThat(Reminders.USUAL.of(LocalDate.of(2020, 8, 10), BY_LAW))
                .extracting(Object::toString)
                .containsExactly("2020-08-07T08:00", "2020-08-10T12:00");
        assertThat(Reminders.USUAL.of(LocalDate.of(2020, 8, 13), BY_LAW))
                .extracting(Object::toString)
                .containsExactly("2020-08-10T08:00", "2020-08-12T08:00", "2020-08-13T12:00");
    }
}
