package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A year as its page shows it.
 *
 * @param workingDays of the whole year
 */
record YearView(DaysOff.Year source, List<Month> months, int workingDays, LocalDate tet, LocalDate today) {

    /** @param weeks of seven days from Monday; null before the first and after the last */
    record Month(int number, List<List<@Nullable Day>> weeks) {}

    /** @param note what makes it differ from the plain week; null: nothing */
    record Day(LocalDate date, boolean working, @Nullable DayOff note) {
        /** For the style sheet. */
        public String look() {
            if (note != null) {
                return working ? "worked" : "off";
            }
            return working ? "" : "weekend";
        }
    }

    static YearView of(DaysOff.Year source, LocalDate today) {
        Map<LocalDate, DayOff> notes =
                source.days().stream().collect(Collectors.toMap(DayOff::day, Function.identity()));
        WorkingDays working =
                WorkingDays.of(year -> notes.values().stream().collect(Collectors.toMap(DayOff::day, DayOff::kind)));
        LocalDate newYearsEve = LocalDate.of(source.year() - 1, 12, 31);
        return new YearView(
                source,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> month(YearMonth.of(source.year(), number), notes, working))
                        .toList(),
                working.between(newYearsEve, LocalDate.of(source.year(), 12, 31)),
                LunarCalendar.newYear(source.year()),
                today);
    }

    private static Month month(YearMonth month, Map<LocalDate, DayOff> notes, WorkingDays working) {
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        LocalDate monday =
                month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<@Nullable Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                week.add(
                        YearMonth.from(date).equals(month)
                                ? new Day(date, working.isWorkingDay(date), notes.get(date))
                                : null);
            }
            weeks.add(week);
        }
        return new Month(month.getMonthValue(), weeks);
    }

    public int number() {
        return source.year();
    }

    public String lunarName() {
        return LunarDate.yearName(source.year());
    }

    public String weekday(LocalDate day) {
        return Dates.WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    public String lunar(LocalDate day) {
        LunarDate date = LunarDate.of(day);
        return date.day() + "/" + date.month() + (date.leap() ? " nhuận" : "");
    }
}
