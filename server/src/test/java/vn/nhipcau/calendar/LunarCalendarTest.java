package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LunarCalendarTest {
    /** Mùng 1 Tết as almanacs print it, 1968 to 2050, month and day. */
    private static final String PRINTED = """
            01-29 02-16 02-06 01-27 02-15 02-03 01-23 02-11 01-31 02-18 02-07 01-28 02-16 02-05
            01-25 02-13 02-02 01-21 02-09 01-29 02-17 02-06 01-27 02-15 02-04 01-23 02-10 01-31
            02-19 02-07 01-28 02-16 02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-17 02-07 01-26
            02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05 01-25 02-12 02-01 01-22
            02-10 01-29 02-17 02-06 01-26 02-13 02-02 01-23 02-11 01-31 02-19 02-08 01-28 02-15
            02-04 01-24 02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02 01-23
            """;

    @Test
    void tet_falls_on_the_days_that_almanacs_print() {
        String[] printed = PRINTED.strip().split("\\s+");
        assertThat(IntStream.range(0, printed.length)
                        .mapToObj(i -> LunarCalendar.newYear(1968 + i).toString()))
                .containsExactly(IntStream.range(0, printed.length)
                        .mapToObj(i -> (1968 + i) + "-" + printed[i])
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        // Viet Nam, China: midnight lies between both clocks' new moons, or solstices
        "1968-01-29, 1968-01-30",
        "1969-02-16, 1969-02-17",
        "1985-01-21, 1985-02-20",
        "2007-02-17, 2007-02-18",
        "2030-02-02, 2030-02-03",
        "2053-02-18, 2053-02-19",
    })
    void tet_differs_from_the_chinese_new_year_where_the_hour_between_hanoi_and_beijing_matters(
            LocalDate tet, LocalDate chinese) {
        assertThat(LunarCalendar.newYear(tet.getYear())).isEqualTo(tet).isNotEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({
        "1954-05-07, 1954, 4, false, 5",
        "1975-04-30, 1975, 3, false, 20",
        "1984-12-23, 1984, 12, false, 2",
        "2020-05-23, 2020, 4, true, 1",
        "2023-03-22, 2023, 2, true, 1",
        "2025-07-25, 2025, 6, true, 1",
        "2026-04-26, 2026, 3, false, 10",
        "2033-12-22, 2033, 11, true, 1",
        "2199-12-31, 2199, 11, false, 14",
    })
    void a_day_has_its_lunar_date(LocalDate day, int year, int month, boolean leap, int dayOfMonth) {
        assertThat(LunarDate.of(day)).isEqualTo(new LunarDate(year, month, leap, dayOfMonth));
    }

    @Test
    void every_day_of_three_centuries_comes_back_from_its_lunar_date() {
        LocalDate last = LocalDate.of(2199, 12, 31);
        for (LocalDate day = LocalDate.of(1900, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(LunarDate.of(day).toLocalDate()).isEqualTo(day);
        }
    }

    @Test
    void every_year_has_twelve_or_thirteen_months_of_29_or_30_days() {
        for (int year = 1900; year < 2199; year++) {
            LocalDate day = LunarCalendar.newYear(year);
            LocalDate end = LunarCalendar.newYear(year + 1);
            int months = 0;
            while (day.isBefore(end)) {
                LocalDate next = nextMonth(day);
                assertThat(ChronoUnit.DAYS.between(day, next))
                        .as("month of %s", day)
                        .isBetween(29L, 30L);
                day = next;
                months++;
            }
            assertThat(months).as("months of %d", year).isBetween(12, 13);
        }
    }

    private static LocalDate nextMonth(LocalDate start) {
        LocalDate day = start.plusDays(1);
        while (LunarDate.of(day).day() != 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Test
    void a_day_or_month_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> new LunarDate(2026, 6, true, 1).toLocalDate()).hasMessageContaining("6 nhuận");
        assertThatThrownBy(() -> new LunarDate(2026, 1, false, 31).toLocalDate())
                .hasMessageContaining("31/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1898, 2200})
    void years_beyond_three_centuries_are_refused(int year) {
        assertThatThrownBy(() -> LunarCalendar.newYear(year)).hasMessageContaining("1900 to 2199");
    }

    @Test
    void dates_are_spoken_of_as_people_do() {
        assertThat(LunarDate.of(LocalDate.of(2026, 2, 17)).spoken()).isEqualTo("mùng 1 tháng Giêng");
        assertThat(LunarDate.of(LocalDate.of(2026, 2, 16)).spoken()).isEqualTo("29 tháng Chạp");
        assertThat(LunarDate.yearName(2026)).isEqualTo("Bính Ngọ");
        assertThat(LunarDate.yearName(1900)).isEqualTo("Canh Tý");
    }
}
