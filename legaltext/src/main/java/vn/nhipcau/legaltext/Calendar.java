package vn.nhipcau.legaltext;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates out of printed figures. */
final class Calendar {
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);

    private Calendar() {}

    /** @return null when there is no such day */
    static @Nullable LocalDate date(String day, String month, String year) {
        return date(Integer.parseInt(day), Integer.parseInt(month), Integer.parseInt(year));
    }

    static @Nullable LocalDate date(int day, int month, int year) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static @Nullable LocalDate endOfMonth(int month, int year) {
        return month < 1 || month > 12 ? null : YearMonth.of(year, month).atEndOfMonth();
    }

    /** @param quarter in Roman or Arabic figures */
    static int quarter(String quarter) {
        Integer roman = ROMAN.get(quarter);
        return roman != null ? roman : Integer.parseInt(quarter);
    }
}
