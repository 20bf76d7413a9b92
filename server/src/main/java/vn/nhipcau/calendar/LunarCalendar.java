package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Vietnamese lunar calendar, worked out from sun and moon in UTC+7 (Quyết định 121-CP ngày 08/8/1967, in force from
 * 1968; earlier years are worked out the same way, though almanacs of their time followed Beijing's UTC+8).
 *
 * <p>A month begins on the day of the new moon. The month that holds the winter solstice is the eleventh. When thirteen months
 * lie between two eleventh months, the first of them in which the sun enters no new twelfth of its path is the leap
 * month. As the day begins an hour later than in Beijing, both calendars differ now and then: Tết of 1968, 1969 and 2007
 * fell a day earlier than there, that of 2030 will, and that of 1985 fell a month earlier.
 */
public final class LunarCalendar {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    private static final double UTC_PLUS_7 = 7 / 24.0;
    private static final int SOLSTICE = 9;

    private static final Map<Integer, List<Month>> YEARS = new ConcurrentHashMap<>();

    private record Month(int number, boolean leap, LocalDate start) {}

    private LunarCalendar() {}

    /** First day of the lunar year: mùng 1 Tết. */
    public static LocalDate newYear(int year) {
        return months(year).getFirst().start();
    }

    static LunarDate lunar(LocalDate day) {
        int year = day.isBefore(newYear(day.getYear())) ? day.getYear() - 1 : day.getYear();
        Month month = months(year).stream()
                .filter(candidate -> !candidate.start().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new LunarDate(year, month.number(), month.leap(), (int) ChronoUnit.DAYS.between(month.start(), day) + 1);
    }

    static LocalDate solar(LunarDate date) {
        LocalDate day = months(date.year()).stream()
                .filter(month -> month.number() == date.month() && month.leap() == date.leap())
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such month: " + date))
                .start()
                .plusDays(date.day() - 1L);
        if (!lunar(day).equals(date)) {
            throw new IllegalArgumentException("no such day: " + date);
        }
        return day;
    }

    private static List<Month> months(int year) {
        if (year < FIRST_YEAR - 1 || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "the lunar calendar is worked out for " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + year);
        }
        return YEARS.computeIfAbsent(year, LunarCalendar::workOut);
    }

    /** From the first to the last month: most lie in the round that ends in the year's own solstice, two in the next. */
    private static List<Month> workOut(int year) {
        List<Month> months = new ArrayList<>();
        round(year).stream().filter(month -> month.number() <= 10).forEach(months::add);
        round(year + 1).stream().filter(month -> month.number() > 10).forEach(months::add);
        return List.copyOf(months);
    }

    /** The months from the eleventh of the year before, included, to the eleventh of this year, excluded. */
    private static List<Month> round(int year) {
        int first = lunationOfSolstice(year - 1);
        int count = lunationOfSolstice(year) - first;
        List<Month> months = new ArrayList<>();
        int number = 11;
        boolean leapPending = count == 13;
        for (int lunation = first; lunation < first + count; lunation++) {
            boolean leap = leapPending && lunation > first && twelfth(lunation) == twelfth(lunation + 1);
            if (leap) {
                leapPending = false;
                months.add(new Month(number == 1 ? 12 : number - 1, true, start(lunation)));
            } else {
                months.add(new Month(number, false, start(lunation)));
                number = number % 12 + 1;
            }
        }
        return months;
    }

    /** The lunation in whose month the sun reaches 270°, in December of the year. */
    private static int lunationOfSolstice(int year) {
        int lunation = Sky.lunationNear(year + 1) + 1;
        while (twelfth(lunation) >= SOLSTICE || twelfth(lunation) < SOLSTICE - 2) {
            lunation--;
        }
        return lunation;
    }

    /** Which twelfth of its path, from the March equinox, the sun is in when the lunation's first day begins. */
    private static int twelfth(int lunation) {
        double midnight = start(lunation).getLong(JulianFields.JULIAN_DAY) - 0.5 - UTC_PLUS_7;
        return (int) (Sky.sunLongitude(midnight) / 30);
    }

    private static LocalDate start(int lunation) {
        long julianDay = (long) Math.floor(Sky.newMoon(lunation) + UTC_PLUS_7 + 0.5);
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julianDay);
    }
}
