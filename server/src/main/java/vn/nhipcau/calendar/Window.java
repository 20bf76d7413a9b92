package vn.nhipcau.calendar;

import java.time.LocalDate;

/** A span of days, both ends included. */
public record Window(LocalDate from, LocalDate to) {
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public static Window ofYear(int year) {
        return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
