package vn.nhipcau.calendar;

import java.time.LocalDate;

/**
 * A day that differs from the plain week of Monday to Friday.
 *
 * @param name as an announcement calls it, e.g. “Tết Âm lịch”
 * @param basis the law or document that it rests on
 */
public record DayOff(LocalDate day, Kind kind, String name, String basis) {
    public enum Kind {
        /** Nobody works, though it may be a weekday. */
        OFF,
        /** A weekend day worked in exchange for another. */
        WORKING
    }
}
