package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
    /** Weekdays off as they were announced for civil servants, without swapped days. */
    @ParameterizedTest
    @CsvSource({
        "2019, 01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02",
        "2020, 01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02",
        "2021, 01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03",
        "2022, 01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
        "2023, 01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
        "2024, 01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03",
        "2025, 01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02",
        "2026, 01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02",
    })
    void the_rule_proposes_what_was_announced(int year, String announced) {
        assertThat(PublicHolidays.of(year).stream()
                        .map(DayOff::day)
                        .filter(day -> !WorkingDays.isWeekend(day))
                        .map(day -> day.toString().substring(5))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(announced);
    }

    @Test
    void every_year_gives_as_many_weekdays_off_as_the_law_gives_holidays() {
        IntStream.range(2013, 2200).forEach(year -> {
            var days = PublicHolidays.of(year);
            assertThat(days)
                    .extracting(DayOff::day)
                    .as("days of %d", year)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(days.stream().filter(day -> !WorkingDays.isWeekend(day.day())))
                    .as("weekdays of %d", year)
                    .hasSize(year >= 2021 ? 11 : 10);
        });
    }

    @Test
    void each_day_names_what_it_rests_on() {
        assertThat(PublicHolidays.of(2026))
                .filteredOn(day -> day.day().equals(LocalDate.of(2026, 4, 27)))
                .singleElement()
                .isEqualTo(new DayOff(
                        LocalDate.of(2026, 4, 27),
                        DayOff.Kind.OFF,
                        "Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
                        "Bộ luật Lao động 2019, Điều 111 khoản 3"));
        assertThat(PublicHolidays.of(2026)).extracting(DayOff::name).contains("Tết Âm lịch (mùng 1 tháng Giêng)");
        assertThat(PublicHolidays.of(2020)).extracting(DayOff::basis).allMatch(basis -> basis.contains("2012"));
    }
}
