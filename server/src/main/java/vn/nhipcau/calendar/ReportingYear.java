package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * From when to when data belong to a year, and so to its quarters and months.
 *
 * <p>Many regimes close the books in mid-month: the year 2020 then runs from 15/12/2019 to 14/12/2020, its first quarter
 * to 14/3 and its January from 15/12 to 14/1. That is {@link #CLOSING_ON_14}. Others start a year on 1/9 (schools).
 *
 * @param start first day of the year, day of month at most 28
 * @param inYearBefore whether that day lies in the calendar year before the one that the year is named for
 */
public record ReportingYear(MonthDay start, boolean inYearBefore) {
    public static final ReportingYear CALENDAR = new ReportingYear(MonthDay.of(1, 1), false);

    /** Reports with a cut-off on the 14th, as in the regimes that provinces publish under Nghị định 09/2019/NĐ-CP. */
    public static final ReportingYear CLOSING_ON_14 = new ReportingYear(MonthDay.of(12, 15), true);

    public ReportingYear {
        if (start.getDayOfMonth() > 28) {
            throw new IllegalArgumentException("a reporting year may not start on the " + start.getDayOfMonth() + "th");
        }
    }

    LocalDate firstDayOf(int year) {
        return start.atYear(inYearBefore ? year - 1 : year);
    }

    /** The year that holds the day. */
    int yearOf(LocalDate day) {
        int year = day.getYear() + (inYearBefore ? 1 : 0);
        return day.isBefore(firstDayOf(year)) ? year - 1 : year;
    }

    /** Whole months gone since the year began. */
    int monthsInto(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(firstDayOf(yearOf(day)), day);
    }
}
