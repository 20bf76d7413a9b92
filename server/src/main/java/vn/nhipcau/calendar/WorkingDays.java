package vn.nhipcau.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * On which days offices work. Saturdays and Sundays are off (Bộ luật Lao động 2019, Điều 111, and the offices' five-day
 * week); the days off and the swapped working days of each year come on top.
 *
 * <p>The day of the event itself never counts (Bộ luật Dân sự 2015, Điều 147): the fifth working day after a Friday is
 * the next Friday.
 */
public final class WorkingDays {
    /** Weekends only; for what no holiday touches. */
    public static final WorkingDays WEEKENDS_OFF = new WorkingDays(year -> Map.of());

    private final IntFunction<Map<LocalDate, DayOff.Kind>> exceptions;
    private final Map<Integer, Map<LocalDate, DayOff.Kind>> years = new ConcurrentHashMap<>();

    private WorkingDays(IntFunction<Map<LocalDate, DayOff.Kind>> exceptions) {
        this.exceptions = exceptions;
    }

    /** @param exceptions for a year the days that differ from the plain week; asked once a year, must not change */
    public static WorkingDays of(IntFunction<Map<LocalDate, DayOff.Kind>> exceptions) {
        return new WorkingDays(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        DayOff.Kind exception =
                years.computeIfAbsent(day.getYear(), exceptions::apply).get(day);
        return exception == null ? !isWeekend(day) : exception == DayOff.Kind.WORKING;
    }

    /**
     * The day on which a limit of so many working days ends when it is set running on {@code start}; backwards when
     * negative; {@code start} itself for 0.
     */
    public LocalDate plus(LocalDate start, int workingDays) {
        LocalDate day = start;
        int step = Integer.signum(workingDays);
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** The day itself when offices work, else the next day they do. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, 1);
    }

    /** The day itself when offices work, else the last day before on which they did. */
    public LocalDate onOrBefore(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, -1);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
