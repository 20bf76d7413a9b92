package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The days on which the rules that {@link RhythmReader} writes fall: FREQ with BYMONTH, BYMONTHDAY or BYDAY. */
final class RecurrenceDates {
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private RecurrenceDates() {}

    static Set<LocalDate> of(String rule, LocalDate from, LocalDate until) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        Set<LocalDate> dates = new TreeSet<>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            if (falls(parts, day, from)) {
                dates.add(day);
            }
        }
        return dates;
    }

    private static boolean falls(Map<String, String> parts, LocalDate day, LocalDate from) {
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        return switch (parts.getOrDefault("FREQ", "")) {
            case "DAILY" -> true;
            case "WEEKLY" ->
                parts.containsKey("BYDAY")
                        ? WEEKDAYS.get(day.getDayOfWeek().getValue() - 1).equals(parts.get("BYDAY"))
                        : day.getDayOfWeek() == from.getDayOfWeek();
            case "MONTHLY" -> months(from, day) % interval == 0 && onMonthDay(parts, day, from);
            case "YEARLY" ->
                (day.getYear() - from.getYear()) % interval == 0
                        && inMonth(parts, day, from)
                        && onMonthDay(parts, day, from);
            default -> false;
        };
    }

    private static int months(LocalDate from, LocalDate day) {
        return (day.getYear() - from.getYear()) * 12 + day.getMonthValue() - from.getMonthValue();
    }

    private static boolean inMonth(Map<String, String> parts, LocalDate day, LocalDate from) {
        String months = parts.get("BYMONTH");
        return months == null
                ? day.getMonth() == from.getMonth()
                : Arrays.asList(months.split(",")).contains(String.valueOf(day.getMonthValue()));
    }

    private static boolean onMonthDay(Map<String, String> parts, LocalDate day, LocalDate from) {
        String days = parts.get("BYMONTHDAY");
        if (days == null) {
            return day.getDayOfMonth() == Math.min(from.getDayOfMonth(), day.lengthOfMonth());
        }
        int fromEnd = day.getDayOfMonth() - day.lengthOfMonth() - 1;
        List<String> listed = Arrays.asList(days.split(","));
        return listed.contains(String.valueOf(day.getDayOfMonth())) || listed.contains(String.valueOf(fromEnd));
    }
}
