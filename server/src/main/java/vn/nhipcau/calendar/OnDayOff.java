package vn.nhipcau.calendar;

import java.time.LocalDate;

/**
 * What becomes of a due date that falls on a day off.
 *
 * <p>A time limit that somebody must count out ends on the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). A
 * date that a directive names is meant as named: it stays, unless the directive says otherwise.
 */
public enum OnDayOff {
    STAYS,
    MOVES_FORWARD,
    MOVES_BACK;

    public LocalDate settle(LocalDate due, WorkingDays days) {
        return switch (this) {
            case STAYS -> due;
            case MOVES_FORWARD -> days.onOrAfter(due);
            case MOVES_BACK -> days.onOrBefore(due);
        };
    }
}
