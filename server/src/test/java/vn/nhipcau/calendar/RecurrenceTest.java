package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

class RecurrenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10 | 2020-03-10 2020-06-10 2020-09-10 2020-12-10",
                "FREQ=YEARLY;BYMONTH=3,6,9,12 | 2020-03-31 2020-06-30 2020-09-30 2020-12-31",
                "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25 | 2020-11-25",
                "FREQ=YEARLY;BYMONTH=6,12 | 2020-06-30 2020-12-31",
                "FREQ=YEARLY | 2020-12-31",
                "FREQ=YEARLY;BYMONTH=2 | 2020-02-29",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 2020-02-29",
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31 | 2020-03-31 2020-06-30 2020-09-30 2020-12-31",
                "FREQ=MONTHLY;BYMONTHDAY=29,30;UNTIL=20200430 | 2020-01-29 2020-01-30 2020-02-29 2020-03-29 2020-03-30 2020-04-29 2020-04-30",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=31 | 2020-01-31 2020-07-31",
                "FREQ=MONTHLY;BYMONTH=2;BYDAY=FR;BYMONTHDAY=30 | ''",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1 | 2020-01-31 2020-04-30 2020-07-31 2020-10-31",
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2020-01-31 2020-02-29 2020-03-31 2020-04-30 2020-05-31 2020-06-30 2020-07-31 2020-08-31 2020-09-30 2020-10-31 2020-11-30 2020-12-31",
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2 | 2020-01-31 2020-02-28",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | 2020-03-13 2020-11-13",
                "FREQ=WEEKLY;UNTIL=20200120 | 2020-01-05 2020-01-12 2020-01-19",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4 | 2020-01-03 2020-01-13 2020-01-17 2020-01-27",
                "FREQ=DAILY;INTERVAL=100 | 2020-01-01 2020-04-10 2020-07-19 2020-10-27",
                "FREQ=YEARLY;BYDAY=1MO,-1FR | 2020-01-06 2020-12-25",
            })
    void a_rule_gives_its_dates(String rule, String dates) {
        assertThat(Recurrence.parse(rule).dates(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)).stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    /**
     * Many seeded rules that name a day, beside what ical4j makes of them (its week starts on Sunday unless told). Days that
     * some months lack are left out: there we differ on purpose.
     */
    @Test
    void dates_agree_with_another_implementation() {
        Random random = new Random(5545);
        LocalDate from = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < 3_000; i++) {
            String rule = rule(random);
            LocalDate start = from.plusDays(random.nextInt(400));
            LocalDate windowStart = start.plusDays(random.nextInt(300));
            LocalDate windowEnd = windowStart.plusDays(random.nextInt(2_000));

            List<LocalDate> theirs = new Recur<LocalDate>(rule + ";WKST=MO")
                    .getDates(start, windowStart, windowEnd.plusDays(1)).stream()
                            .filter(day -> !day.isBefore(windowStart) && !day.isAfter(windowEnd))
                            .sorted()
                            .distinct()
                            .toList();

            assertThat(Recurrence.parse(rule).startingOn(start).dates(windowStart, windowEnd))
                    .as("%s from %s in %s to %s", rule, start, windowStart, windowEnd)
                    .isEqualTo(theirs);
        }
    }

    private static String rule(Random random) {
        StringBuilder rule = new StringBuilder();
        String weekday = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").get(random.nextInt(7));
        switch (random.nextInt(7)) {
            case 0 -> rule.append("FREQ=DAILY");
            case 1 -> rule.append("FREQ=WEEKLY;BYDAY=").append(weekday);
            case 2 -> rule.append("FREQ=MONTHLY;BYMONTHDAY=").append(monthDay(random));
            case 3 -> rule.append("FREQ=MONTHLY;BYDAY=").append(ordinal(random)).append(weekday);
            case 4 ->
                rule.append("FREQ=YEARLY;BYMONTH=")
                        .append(months(random))
                        .append(";BYMONTHDAY=")
                        .append(monthDay(random));
            case 5 ->
                rule.append("FREQ=YEARLY;BYMONTH=")
                        .append(random.nextInt(12) + 1)
                        .append(";BYDAY=")
                        .append(ordinal(random))
                        .append(weekday);
            default -> rule.append("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=").append(weekday);
        }
        if (random.nextInt(3) == 0) {
            rule.append(";INTERVAL=").append(random.nextInt(4) + 1);
        }
        switch (random.nextInt(4)) {
            case 0 -> rule.append(";COUNT=").append(random.nextInt(30) + 1);
            case 1 -> rule.append(";UNTIL=202").append(random.nextInt(4) + 1).append("0615");
            default -> {}
        }
        return rule.toString();
    }

    private static String monthDay(Random random) {
        return random.nextInt(4) == 0 ? "-1" : Integer.toString(random.nextInt(28) + 1);
    }

    private static String ordinal(Random random) {
        return List.of("1", "2", "-1", "").get(random.nextInt(4));
    }

    private static String months(Random random) {
        List<Integer> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            if (random.nextInt(4) == 0) {
                months.add(month);
            }
        }
        return months.isEmpty() ? "6" : months.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    @Test
    void windows_laid_end_to_end_give_each_date_once() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            LocalDate start = LocalDate.of(2020, 1, 1);
            LocalDate end = LocalDate.of(2024, 12, 31);
            Recurrence rule = Recurrence.parse(rule(random)).startingOn(start);
            List<LocalDate> pieces = new ArrayList<>();
            for (LocalDate day = start; !day.isAfter(end); ) {
                LocalDate last = day.plusDays(random.nextInt(200));
                pieces.addAll(rule.dates(day, last.isAfter(end) ? end : last));
                day = last.plusDays(1);
            }
            assertThat(pieces).as(rule.toString()).isEqualTo(rule.dates(start, end));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10 | hằng quý, ngày 10 của tháng cuối quý",
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5 | hằng quý, ngày 05 của tháng đầu quý",
                "FREQ=YEARLY;BYMONTH=3,6,9,12 | hằng quý",
                "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25 | hằng năm, ngày 25/11",
                "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5 | hằng năm, ngày 05/01",
                "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10 | hằng năm, ngày 10/6 và 10/12",
                "FREQ=YEARLY;BYMONTH=6,12 | 6 tháng một lần",
                "FREQ=YEARLY;BYMONTH=10 | hằng năm, hết tháng 10",
                "FREQ=YEARLY | hằng năm",
                "FREQ=MONTHLY | hằng tháng",
                "FREQ=MONTHLY;BYMONTHDAY=25 | hằng tháng, ngày 25",
                "FREQ=MONTHLY;BYMONTHDAY=31 | hằng tháng, ngày 31, tháng thiếu ngày thì lấy ngày cuối tháng",
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31 | hằng quý, ngày 31 của tháng cuối quý, tháng thiếu ngày thì lấy ngày cuối tháng",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31 | hằng năm, ngày 31/12",
                "FREQ=MONTHLY;BYMONTHDAY=10,20 | hằng tháng, ngày 10 và ngày 20",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | hằng tháng, ngày cuối tháng",
                "FREQ=MONTHLY;BYMONTHDAY=-3 | hằng tháng, ngày thứ 3 tính từ cuối tháng",
                "FREQ=MONTHLY;BYDAY=-1FR | hằng tháng, thứ Sáu cuối cùng",
                "FREQ=MONTHLY;BYDAY=2TU | hằng tháng, thứ Ba lần thứ 2",
                "FREQ=WEEKLY | hằng tuần",
                "FREQ=WEEKLY;BYDAY=MO,FR | hằng tuần, thứ Hai và thứ Sáu",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 2 tuần một lần, thứ Sáu",
                "FREQ=YEARLY;INTERVAL=5 | 5 năm một lần",
                "FREQ=DAILY;COUNT=5 | hằng ngày, 5 lần",
                "FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20261231 | hằng tháng, ngày 05, đến ngày 31/12/2026",
            })
    void a_rule_is_said_in_the_words_of_directives_and_read_back_from_them(String rule, String words) {
        assertThat(Recurrence.parse(rule).words(Language.VI)).isEqualTo(words);
        assertThat(Recurrence.parse(words)).hasToString(rule);
        assertThat(Recurrence.parse(rule).words(Language.EN)).isNotBlank().doesNotContain("hằng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Định kỳ hàng quý, trước ngày 10 của tháng cuối quý | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10",
                "thứ Sáu hàng tuần | FREQ=WEEKLY;BYDAY=FR",
                "trước ngày 15 tháng 12 hằng năm | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",
                "định kỳ 6 tháng (không) | ",
                "rrule:freq=monthly; bymonthday=25 | FREQ=MONTHLY;BYMONTHDAY=25",
                "chậm nhất là ngày 20 hằng tháng | FREQ=MONTHLY;BYMONTHDAY=20",
                "báo cáo định kỳ 6 tháng | FREQ=YEARLY;BYMONTH=6,12",
            })
    void people_may_write_it_their_way(String written, String rule) {
        if (rule == null) {
            assertThatThrownBy(() -> Recurrence.parse(written)).isInstanceOf(Refusal.class);
        } else {
            assertThat(Recurrence.parse(written)).hasToString(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=HOURLY | FREQ=HOURLY",
                "BYMONTH=3 | FREQ",
                "FREQ=MONTHLY;BYMONTHDAY=32 | BYMONTHDAY=32",
                "FREQ=MONTHLY;BYMONTHDAY=0 | BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=, | BYMONTHDAY",
                "FREQ=YEARLY;BYMONTH=13 | BYMONTH=13",
                "FREQ=WEEKLY;BYDAY=2MO | BYDAY=2MO",
                "FREQ=WEEKLY;BYMONTHDAY=2 | BYMONTHDAY",
                "FREQ=MONTHLY;BYSETPOS=-1 | BYSETPOS",
                "FREQ=DAILY;UNTIL=20260231 | UNTIL=20260231",
                "FREQ=DAILY;COUNT=3;UNTIL=20260301 | COUNT, UNTIL",
                "FREQ=DAILY;FREQ=DAILY | FREQ",
                "FREQ=DAILY;INTERVAL= | INTERVAL=",
                "khi trăng tròn | khi trăng tròn",
                "hằng tháng, ngày 45 | BYMONTHDAY=45",
                "hằng tháng khi rảnh | khi rảnh",
            })
    void what_is_wrong_is_named(String written, String part) {
        assertThatThrownBy(() -> Recurrence.parse(written))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence(Language.VI)).contains("“" + part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";;;", "=", "FREQ", "ngày", "🙂", "FREQ=DAILY;BYDAY=MOO", "0 ngày một lần"})
    void nonsense_is_refused_not_thrown_at_the_reader(String written) {
        assertThatThrownBy(() -> Recurrence.parse(written)).isInstanceOf(Refusal.class);
    }
}
