package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Dates as sentences name them. */
final class Dates {
    static final List<String> WEEKDAYS =
            List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Dates() {}

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    static String withWeekday(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1) + " " + written(day);
    }
}
