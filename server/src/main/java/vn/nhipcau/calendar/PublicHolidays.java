package vn.nhipcau.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days off that follow from the law for a year, before anybody announces them: a proposal.
 *
 * <p>Two of them the Prime Minister settles each year (Bộ luật Lao động 2019, Điều 112 khoản 3): which five days are off at
 * Tết, and which day beside 2/9. The proposal does as was done every year from 2016 on: at Tết two days before and three
 * from mùng 1, but one before and four from it when mùng 1 is a Tuesday, so that the week is whole; beside 2/9 the day that joins
 * the weekend. Swapped days cannot be foreseen.
 */
final class PublicHolidays {
    private static final String ARTICLE = "Bộ luật Lao động 2019, Điều 112 khoản 1 điểm ";
    private static final String COMPENSATION = "Bộ luật Lao động 2019, Điều 111 khoản 3";
    /** Before the code of 2019 took effect on 1/1/2021. */
    private static final String OLD_ARTICLE = "Bộ luật Lao động 2012, Điều 115 khoản 1 điểm ";

    private static final String OLD_COMPENSATION = "Bộ luật Lao động 2012, Điều 115 khoản 3";
    private static final int NEW_CODE = 2021;

    private final int year;
    private final List<DayOff> days = new ArrayList<>();

    private PublicHolidays(int year) {
        this.year = year;
    }

    /** In order of date. */
    static List<DayOff> of(int year) {
        PublicHolidays holidays = new PublicHolidays(year);
        holidays.byLaw();
        holidays.compensate();
        return List.copyOf(holidays.days);
    }

    private void byLaw() {
        add(LocalDate.of(year, 1, 1), "Tết Dương lịch", "a");
        LocalDate tet = LunarCalendar.newYear(year);
        int before = tet.getDayOfWeek() == DayOfWeek.TUESDAY ? 1 : 2;
        for (int i = 0; i < 5; i++) {
            LocalDate day = tet.plusDays(i - before);
            add(day, "Tết Âm lịch (" + LunarDate.of(day).spoken() + ")", "b");
        }
        add(new LunarDate(year, 3, false, 10).toLocalDate(), "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "e");
        add(LocalDate.of(year, 4, 30), "Ngày Chiến thắng", "c");
        add(LocalDate.of(year, 5, 1), "Ngày Quốc tế lao động", "d");
        LocalDate national = LocalDate.of(year, 9, 2);
        add(national, "Quốc khánh", "đ");
        if (year >= NEW_CODE) {
            boolean after =
                    national.getDayOfWeek() == DayOfWeek.MONDAY || national.getDayOfWeek() == DayOfWeek.THURSDAY;
            add(national.plusDays(after ? 1 : -1), "Quốc khánh (ngày liền kề)", "đ");
        }
    }

    private void add(LocalDate day, String name, String point) {
        String basis = (year >= NEW_CODE ? ARTICLE : OLD_ARTICLE) + point;
        // Once in a long while 10/3 of the lunar calendar is 30/4; the law gives no further day for that.
        days.stream()
                .filter(earlier -> earlier.day().equals(day))
                .findAny()
                .ifPresentOrElse(
                        earlier -> days.set(
                                days.indexOf(earlier),
                                new DayOff(
                                        day,
                                        DayOff.Kind.OFF,
                                        earlier.name() + "; " + name,
                                        earlier.basis() + "; " + basis)),
                        () -> days.add(new DayOff(day, DayOff.Kind.OFF, name, basis)));
    }

    /** A holiday that falls on a Saturday or Sunday gives the next working day. */
    private void compensate() {
        days.sort((a, b) -> a.day().compareTo(b.day()));
        Set<LocalDate> off = days.stream().map(DayOff::day).collect(Collectors.toCollection(TreeSet::new));
        for (DayOff holiday : List.copyOf(days)) {
            if (WorkingDays.isWeekend(holiday.day())) {
                LocalDate day = holiday.day().plusDays(1);
                while (WorkingDays.isWeekend(day) || off.contains(day)) {
                    day = day.plusDays(1);
                }
                off.add(day);
                days.add(new DayOff(
                        day,
                        DayOff.Kind.OFF,
                        "Nghỉ bù " + holiday.name(),
                        year >= NEW_CODE ? COMPENSATION : OLD_COMPENSATION));
            }
        }
        days.sort((a, b) -> a.day().compareTo(b.day()));
    }
}
