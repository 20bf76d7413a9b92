package vn.nhipcau.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Language;

/**
 * A recurrence of whole days: the part of RFC 5545's RRULE that directives need.
 *
 * <p>Two things differ. A rule that names no day means the last day of its period, since “báo cáo hằng tháng” is due by the
 * month's end; RFC 5545 would take the day of DTSTART. And in a month that lacks the day, its last day stands for it (SKIP=
 * BACKWARD of RFC 7529): “ngày 31 hằng tháng” is said of every month, and where the law counts in months, one that lacks the
 * day ends on its last (Bộ luật Dân sự 2015, Điều 148 khoản 3); RFC 5545 would leave five months a year without a report.
 *
 * @param months BYMONTH, in order; empty: any
 * @param monthDays BYMONTHDAY, from 1 or from the end as -1; empty: any
 * @param weekdays BYDAY
 * @param count COUNT; counts from {@code start}
 * @param until UNTIL, included
 * @param start DTSTART: nothing recurs before, and INTERVAL and COUNT count from it; null: from wherever one looks
 */
public record Recurrence(
        Frequency frequency,
        int interval,
        SortedSet<Integer> months,
        SortedSet<Integer> monthDays,
        SortedSet<Weekday> weekdays,
        @Nullable Integer count,
        @Nullable LocalDate until,
        @Nullable LocalDate start) {

    /** How far a rule is followed: one that never comes true, such as Friday 30 February, ends here. */
    private static final int LAST_YEAR = 2199;

    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /**
     * @param ordinal which one of the month or year: 2 the second, -1 the last; 0 every one
     */
    public record Weekday(int ordinal, DayOfWeek day) implements Comparable<Weekday> {
        @Override
        public int compareTo(Weekday other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : Integer.compare(ordinal, other.ordinal);
        }

        @Override
        public String toString() {
            return (ordinal == 0 ? "" : Integer.toString(ordinal)) + day.name().substring(0, 2);
        }
    }

    public Recurrence {
        months = fixed(months);
        monthDays = fixed(monthDays);
        weekdays = fixed(weekdays);
    }

    private static <T> SortedSet<T> fixed(Collection<T> values) {
        return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /**
     * Reads an RRULE as people and machines write it, or a Vietnamese phrase such as “hằng quý, ngày 10 của tháng cuối
     * quý”.
     *
     * @throws vn.nhipcau.web.Refusal with a sentence that names what is wrong
     */
    public static Recurrence parse(String written) {
        return RecurrenceText.looksLikeRule(written)
                ? RecurrenceText.readRule(written)
                : RecurrencePhrase.read(written);
    }

    public Recurrence startingOn(LocalDate day) {
        return new Recurrence(frequency, interval, months, monthDays, weekdays, count, until, day);
    }

    /** As an official would write it: “hằng quý, ngày 10 của tháng cuối quý”. */
    public String words(Language language) {
        return RecurrenceWords.of(this, language);
    }

    /** Dates in the span, both ends included, in order. */
    public List<LocalDate> dates(LocalDate from, LocalDate to) {
        LocalDate anchor = start == null ? from : start;
        LocalDate last = until != null && until.isBefore(to) ? until : to;
        List<LocalDate> dates = new ArrayList<>();
        int seen = 0;
        // Without COUNT nothing before the window matters, so whole steps are skipped.
        LocalDate step = count == null ? skipTo(anchor, from) : firstOf(anchor);
        for (; !step.isAfter(last) && step.getYear() <= LAST_YEAR; step = next(step)) {
            for (LocalDate day : within(step)) {
                if (day.isBefore(anchor) || day.isAfter(last)) {
                    continue;
                }
                seen++;
                if (count != null && seen > count) {
                    return List.copyOf(dates);
                }
                if (!day.isBefore(from)) {
                    dates.add(day);
                }
            }
        }
        return List.copyOf(dates);
    }

    /** First day of the day, week, month or year that holds the date. */
    private LocalDate firstOf(LocalDate day) {
        return switch (frequency) {
            case DAILY -> day;
            case WEEKLY -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTHLY -> day.withDayOfMonth(1);
            case YEARLY -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate step) {
        return step.plus(interval, unit());
    }

    private ChronoUnit unit() {
        return switch (frequency) {
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case YEARLY -> ChronoUnit.YEARS;
        };
    }

    private LocalDate skipTo(LocalDate anchor, LocalDate from) {
        LocalDate first = firstOf(anchor);
        long whole = unit().between(first, from) / interval;
        return whole <= 0 ? first : first.plus(whole * interval, unit());
    }

    private List<LocalDate> within(LocalDate step) {
        return switch (frequency) {
            case DAILY -> allowed(step) ? List.of(step) : List.of();
            case WEEKLY -> weekDays(step);
            case MONTHLY ->
                months.isEmpty() || months.contains(step.getMonthValue()) ? monthDays(YearMonth.from(step)) : List.of();
            case YEARLY -> yearDays(step.getYear());
        };
    }

    private boolean allowed(LocalDate day) {
        return (months.isEmpty() || months.contains(day.getMonthValue()))
                && (monthDays.isEmpty() || onMonthDay(day))
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.day() == day.getDayOfWeek()));
    }

    private boolean onMonthDay(LocalDate day) {
        return monthDays.contains(day.getDayOfMonth())
                || monthDays.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1)
                || (standsForLacking() && day.getDayOfMonth() == day.lengthOfMonth() && lacking(day.lengthOfMonth()));
    }

    /** A Friday the 31st is looked for, not made up. */
    private boolean standsForLacking() {
        return weekdays.isEmpty();
    }

    /** Whether the rule names a day that a month of that length lacks. */
    private boolean lacking(int length) {
        return !monthDays.isEmpty() && monthDays.last() > length;
    }

    /** Whether it comes upon a month that lacks a day it names. */
    boolean meetsShortMonths() {
        return standsForLacking()
                && IntStream.rangeClosed(1, 12)
                        .filter(month -> months.isEmpty() || months.contains(month))
                        .anyMatch(month -> lacking(Month.of(month).minLength()));
    }

    private List<LocalDate> weekDays(LocalDate monday) {
        if (weekdays.isEmpty()) {
            LocalDate sunday = monday.plusDays(6);
            return months.isEmpty() || months.contains(sunday.getMonthValue()) ? List.of(sunday) : List.of();
        }
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .filter(this::allowed)
                .toList();
    }

    private List<LocalDate> yearDays(int year) {
        LocalDate january = LocalDate.of(year, 1, 1);
        if (months.isEmpty() && monthDays.isEmpty()) {
            return weekdays.isEmpty()
                    ? List.of(january.withMonth(12).withDayOfMonth(31))
                    : onWeekdays(january, january.plusYears(1).minusDays(1));
        }
        return IntStream.rangeClosed(1, 12)
                .filter(month -> months.isEmpty() || months.contains(month))
                .mapToObj(month -> monthDays(YearMonth.of(year, month)))
                .flatMap(List::stream)
                .toList();
    }

    private List<LocalDate> monthDays(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        if (weekdays.isEmpty() && monthDays.isEmpty()) {
            return List.of(last);
        }
        if (weekdays.isEmpty()) {
            return first.datesUntil(last.plusDays(1)).filter(this::onMonthDay).toList();
        }
        List<LocalDate> days = onWeekdays(first, last);
        return monthDays.isEmpty()
                ? days
                : days.stream().filter(this::onMonthDay).toList();
    }

    /** Days of the span that BYDAY names, ordinals counted within the span. */
    private List<LocalDate> onWeekdays(LocalDate first, LocalDate last) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Weekday weekday : weekdays) {
            LocalDate day = first.with(java.time.temporal.TemporalAdjusters.nextOrSame(weekday.day()));
            List<LocalDate> all = new ArrayList<>();
            for (; !day.isAfter(last); day = day.plusWeeks(1)) {
                all.add(day);
            }
            if (weekday.ordinal() == 0) {
                days.addAll(all);
            } else {
                int index = weekday.ordinal() > 0 ? weekday.ordinal() - 1 : all.size() + weekday.ordinal();
                if (index >= 0 && index < all.size()) {
                    days.add(all.get(index));
                }
            }
        }
        return List.copyOf(days);
    }

    /** What each time is about, as far as the rule alone tells: four months a quarter apart are quarters. */
    public PeriodKind periodKind() {
        boolean oneDay = weekdays.isEmpty()
                ? monthDays.size() <= 1
                : weekdays.size() == 1 && (weekdays.first().ordinal() != 0 || frequency == Frequency.WEEKLY);
        if (frequency == Frequency.DAILY || !oneDay) {
            return PeriodKind.DAY;
        }
        return switch (frequency) {
            case DAILY -> PeriodKind.DAY;
            case WEEKLY -> interval == 1 ? PeriodKind.WEEK : PeriodKind.DAY;
            case MONTHLY ->
                months.isEmpty()
                        ? switch (interval) {
                            case 3 -> PeriodKind.QUARTER;
                            case 6 -> PeriodKind.HALF_YEAR;
                            case 12 -> PeriodKind.YEAR;
                            default -> PeriodKind.MONTH;
                        }
                        : ofMonths();
            case YEARLY -> months.isEmpty() && !monthDays.isEmpty() ? PeriodKind.MONTH : ofMonths();
        };
    }

    private PeriodKind ofMonths() {
        int quarters = inDistinct(3);
        return switch (months.size()) {
            case 0 -> PeriodKind.YEAR;
            // A report in June or July that comes once a year is the half-yearly one.
            case 1 -> months.first() == 6 || months.first() == 7 ? PeriodKind.HALF_YEAR : PeriodKind.YEAR;
            case 2 -> inDistinct(6) == 2 ? PeriodKind.HALF_YEAR : PeriodKind.MONTH;
            case 3, 4 -> quarters == months.size() ? PeriodKind.QUARTER : PeriodKind.MONTH;
            default -> PeriodKind.MONTH;
        };
    }

    private int inDistinct(int length) {
        return months.stream()
                .map(month -> (month - 1) / length)
                .collect(Collectors.toSet())
                .size();
    }

    /** The rule as RFC 5545 writes it, without {@code RRULE:}; the start is not part of it. */
    @Override
    public String toString() {
        return RecurrenceText.writeRule(this);
    }
}
