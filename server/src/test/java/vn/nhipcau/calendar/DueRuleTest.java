package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

class DueRuleTest {
    private static final WorkingDays BY_LAW = WorkingDays.of(
            year -> PublicHolidays.of(year).stream().collect(Collectors.toMap(DayOff::day, DayOff::kind)));
    private static final Window IN_2020 = Window.ofYear(2020);

    /** Kế hoạch 19/KH-UBND of 6/4/2020: quarter, half-year, year. */
    @Test
    void three_rhythms_of_one_clause_name_their_periods() {
        List<String> told = DueRule.of(
                        List.of(),
                        List.of(
                                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10",
                                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10",
                                "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25"),
                        null)
                .stream()
                .flatMap(rule -> rule.occurrences(IN_2020, BY_LAW).stream())
                .map(occurrence -> occurrence.periodKey() + " " + occurrence.periodLabel() + " " + occurrence.dueDate())
                .toList();
        assertThat(told)
                .containsExactly(
                        "2020-Q1 Quý I/2020 2020-03-10",
                        "2020-Q2 Quý II/2020 2020-06-10",
                        "2020-Q3 Quý III/2020 2020-09-10",
                        "2020-Q4 Quý IV/2020 2020-12-10",
                        "2020-H1 6 tháng đầu năm 2020 2020-06-10",
                        "2020 Năm 2020 2020-11-25");
    }

    @Test
    void a_due_date_inside_its_period_asks_for_data_up_to_that_day_only() {
        Occurrence quarter = new DueRule.Rhythm(Recurrence.parse("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10;COUNT=1"))
                .occurrences(IN_2020, BY_LAW)
                .getFirst();
        assertThat(quarter.period().end()).isEqualTo("2020-06-30");
        assertThat(quarter.cutOff()).isEqualTo("2020-06-10");
        assertThat(quarter.lockDate()).isNull();
    }

    @Test
    void a_quarter_may_run_from_the_15th_to_the_14th() {
        DueRule rule = new DueRule.Rhythm(
                Recurrence.parse("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=19"),
                PeriodKind.QUARTER,
                ReportingYear.CLOSING_ON_14,
                new DueTerms(OnDayOff.MOVES_FORWARD, 5));
        Occurrence first = rule.occurrences(IN_2020, BY_LAW).getFirst();
        assertThat(first.period())
                .isEqualTo(
                        new Period(PeriodKind.QUARTER, 2020, 1, LocalDate.of(2019, 12, 15), LocalDate.of(2020, 3, 14)));
        assertThat(first.cutOff()).isEqualTo("2020-03-14");
        assertThat(first.dueDate()).isEqualTo("2020-03-19");
        assertThat(first.lockDate()).isEqualTo("2020-03-24");
        assertThat(rule.occurrences(IN_2020, BY_LAW))
                .extracting(occurrence -> occurrence.periodLabel() + " " + occurrence.dueDate())
                .containsExactly(
                        "Quý I/2020 2020-03-19",
                        "Quý II/2020 2020-06-19",
                        "Quý III/2020 2020-09-21",
                        "Quý IV/2020 2020-12-21");
    }

    @Test
    void a_reporting_year_may_start_on_any_day() {
        ReportingYear school = new ReportingYear(MonthDay.of(9, 1), false);
        assertThat(Period.holding(LocalDate.of(2020, 8, 31), PeriodKind.YEAR, school)
                        .start())
                .isEqualTo("2019-09-01");
        assertThat(Period.holding(LocalDate.of(2020, 12, 1), PeriodKind.QUARTER, school)
                        .label(Language.VI))
                .isEqualTo("Quý II/2020");
        assertThatThrownBy(() -> new ReportingYear(MonthDay.of(1, 31), false)).hasMessageContaining("31");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-10, QUARTER, Quý II/2020",
        "2020-07-05, QUARTER, Quý II/2020",
        "2021-01-15, YEAR, Năm 2020",
        "2020-11-25, YEAR, Năm 2020",
        "2020-07-10, HALF_YEAR, 6 tháng đầu năm 2020",
        "2020-12-10, HALF_YEAR, 6 tháng cuối năm 2020",
        "2020-06-25, MONTH, Tháng 6/2020",
        "2020-07-05, MONTH, Tháng 6/2020",
        "2020-06-05, WEEK, Tuần 23/2020",
        "2020-06-08, WEEK, Tuần 23/2020",
        "2021-01-03, WEEK, Tuần 53/2020",
        "2020-10-05, NINE_MONTHS, 9 tháng đầu năm 2020",
        "2020-06-05, DAY, Ngày 05/06/2020",
    })
    void a_due_date_is_about_the_period_it_lies_in_or_has_just_left(LocalDate due, PeriodKind kind, String label) {
        assertThat(Period.reportedOn(due, kind, ReportingYear.CALENDAR).label(Language.VI))
                .isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=MONTHLY, MONTH",
        "FREQ=MONTHLY;BYMONTHDAY=25, MONTH",
        "'FREQ=MONTHLY;BYMONTHDAY=10,25', DAY",
        "FREQ=MONTHLY;INTERVAL=3, QUARTER",
        "FREQ=WEEKLY;BYDAY=FR, WEEK",
        "'FREQ=WEEKLY;BYDAY=MO,FR', DAY",
        "FREQ=DAILY, DAY",
        "'FREQ=YEARLY;BYMONTH=3,6,9', QUARTER",
        "'FREQ=YEARLY;BYMONTH=6,12', HALF_YEAR",
        "'FREQ=YEARLY;BYMONTH=6,11', HALF_YEAR",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15, YEAR",
        "FREQ=YEARLY, YEAR",
        "FREQ=YEARLY;BYMONTHDAY=15, MONTH",
    })
    void a_rhythm_tells_what_each_time_is_about(String rule, PeriodKind kind) {
        assertThat(Recurrence.parse(rule).periodKind()).isEqualTo(kind);
    }

    /** Công văn 1171/STTTT-TTBCXB: two batches. */
    @Test
    void several_dates_are_batches_and_stay_on_the_day_they_name() {
        LocalDate sunday = LocalDate.of(2020, 9, 13);
        List<Occurrence> batches =
                new DueRule.Fixed(List.of(sunday, LocalDate.of(2020, 8, 10))).occurrences(Window.ofYear(2021), BY_LAW);
        assertThat(batches)
                .extracting(Occurrence::periodKey, Occurrence::periodLabel, Occurrence::dueDate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "2020-08-10", "Đợt 1 (đến 10/08/2020)", LocalDate.of(2020, 8, 10)),
                        org.assertj.core.groups.Tuple.tuple("2020-09-13", "Đợt 2 (đến 13/09/2020)", sunday));
    }

    @ParameterizedTest
    @CsvSource({
        "P5BD after nhận văn bản, 2020-08-04T16:30, 2020-08-11,",
        "P10D after ngày ban hành, 2020-08-06T08:00, 2020-08-17,", // the tenth day is a Sunday
        "P1M after nhận văn bản, 2020-01-31T08:00, 2020-03-02,", // 29/2 is a Saturday
        "P2W after nhận văn bản, 2020-08-03T08:00, 2020-08-17,",
        "PT12H after tiếp nhận, 2020-08-08T20:00, 2020-08-09, 08:00",
        "P30D before kỳ họp, 2020-12-08T08:00, 2020-11-06,", // 8/11 is a Sunday
        "P3BD, 2020-08-04T08:00, 2020-08-07,",
    })
    void a_limit_runs_from_its_event(String rule, LocalDateTime event, LocalDate due, java.time.LocalTime time) {
        DueRule.Relative relative = DueRule.Relative.parse(rule);
        Occurrence occurrence = relative.after(event, BY_LAW);
        assertThat(occurrence.dueDate()).isEqualTo(due);
        assertThat(occurrence.dueTime()).isEqualTo(time);
        assertThat(relative).hasToString(rule);
        assertThat(relative.occurrences(IN_2020, BY_LAW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P5", "5 ngày", "PD", "P5BD khi nhận"})
    void a_limit_that_is_not_understood_is_refused_with_an_example(String written) {
        assertThatThrownBy(() -> DueRule.of(List.of(), List.of(), written))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence(Language.VI)).contains(written, "P5BD"));
    }

    @Test
    void a_limit_is_said_in_words() {
        assertThat(TimeLimit.parse("P5BD").words(Language.VI)).isEqualTo("05 ngày làm việc");
        assertThat(TimeLimit.parse("pt12h").words(Language.EN)).isEqualTo("12 hours");
        assertThat(TimeLimit.parse("P1Y").words(Language.EN)).isEqualTo("1 year");
    }
}
