package vn.nhipcau.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.calendar.Recurrence.Frequency;
import vn.nhipcau.calendar.Recurrence.Weekday;
import vn.nhipcau.web.Refusal;

/** Recurrences as RFC 5545 writes them; forgiving about spaces, case and a leading {@code RRULE:}. */
final class RecurrenceText {
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "COUNT", "UNTIL", "WKST");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern UNTIL = Pattern.compile("(\\d{8})(?:T\\d{6}Z?)?");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private RecurrenceText() {}

    static boolean looksLikeRule(String written) {
        return written.contains("=");
    }

    static Recurrence readRule(String written) {
        Map<String, String> parts = parts(written);
        Frequency frequency = frequency(parts.get("FREQ"));
        if (parts.containsKey("WKST") && !"MO".equals(parts.get("WKST"))) {
            throw refused(
                    "WKST=" + parts.get("WKST"), "tuần luôn bắt đầu từ thứ Hai (MO)", "weeks start on Monday (MO)");
        }
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw refused(
                    "COUNT, UNTIL",
                    "chỉ được dùng một trong hai: số lần hoặc ngày cuối",
                    "only one of the two may stand");
        }
        SortedSet<Integer> monthDays = numbers(parts, "BYMONTHDAY", -31, 31);
        SortedSet<Weekday> weekdays = weekdays(parts.get("BYDAY"), frequency);
        if (frequency == Frequency.WEEKLY && !monthDays.isEmpty()) {
            throw refused(
                    "BYMONTHDAY",
                    "nhịp hằng tuần (WEEKLY) dùng thứ (BYDAY), không dùng ngày trong tháng",
                    "a weekly rule names weekdays (BYDAY)");
        }
        return new Recurrence(
                frequency,
                parts.containsKey("INTERVAL") ? number("INTERVAL", parts.get("INTERVAL"), 1, 999) : 1,
                numbers(parts, "BYMONTH", 1, 12),
                monthDays,
                weekdays,
                parts.containsKey("COUNT") ? number("COUNT", parts.get("COUNT"), 1, 9999) : null,
                until(parts.get("UNTIL")),
                null);
    }

    private static Map<String, String> parts(String written) {
        String rule = written.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        if (rule.startsWith("RRULE:")) {
            rule = rule.substring("RRULE:".length());
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.split(";")) {
            if (part.isEmpty()) {
                continue;
            }
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty()) {
                throw refused(part, "thiếu giá trị sau dấu “=”", "a value is missing after “=”");
            }
            if (!KNOWN.contains(pair[0])) {
                throw refused(
                        pair[0],
                        "phần này không được hỗ trợ; được dùng: FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, COUNT, UNTIL",
                        "this part is not supported; FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, COUNT, UNTIL are");
            }
            if (parts.put(pair[0], pair[1]) != null) {
                throw refused(pair[0], "phần này có hai lần", "this part stands twice");
            }
        }
        return parts;
    }

    private static Frequency frequency(@Nullable String value) {
        if (value == null) {
            throw refused(
                    "FREQ",
                    "thiếu nhịp: DAILY, WEEKLY, MONTHLY hoặc YEARLY",
                    "missing: DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(value))
                .findAny()
                .orElseThrow(() -> refused(
                        "FREQ=" + value,
                        "nhịp phải là DAILY, WEEKLY, MONTHLY hoặc YEARLY",
                        "must be DAILY, WEEKLY, MONTHLY or YEARLY"));
    }

    private static SortedSet<Integer> numbers(Map<String, String> parts, String name, int least, int most) {
        String values = parts.get(name);
        TreeSet<Integer> numbers = new TreeSet<>();
        if (values != null) {
            for (String value : values.split(",", -1)) {
                numbers.add(number(name, value, least, most));
            }
        }
        return numbers;
    }

    private static int number(String name, @Nullable String value, int least, int most) {
        if (value != null && value.matches("[+-]?\\d{1,4}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most && (number != 0 || least >= 0)) {
                return number;
            }
        }
        throw refused(
                name + "=" + value,
                "phải là số từ " + least + " đến " + most + (least < 0 ? ", khác 0" : ""),
                "must be a number from " + least + " to " + most + (least < 0 ? ", not 0" : ""));
    }

    private static SortedSet<Weekday> weekdays(@Nullable String values, Frequency frequency) {
        TreeSet<Weekday> weekdays = new TreeSet<>();
        if (values == null) {
            return weekdays;
        }
        for (String value : values.split(",", -1)) {
            Matcher weekday = WEEKDAY.matcher(value);
            int ordinal = weekday.matches() && weekday.group(1) != null ? Integer.parseInt(weekday.group(1)) : 0;
            boolean bounded = Math.abs(ordinal) <= (frequency == Frequency.YEARLY ? 53 : 5);
            if (!weekday.matches() || !bounded || (weekday.group(1) != null && ordinal == 0)) {
                throw refused(
                        "BYDAY=" + value,
                        "phải là thứ trong tuần, ví dụ MO, FR, 2MO (thứ Hai thứ hai), -1FR (thứ Sáu cuối cùng)",
                        "must be a weekday such as MO, FR, 2MO (second Monday), -1FR (last Friday)");
            }
            if (ordinal != 0 && (frequency == Frequency.WEEKLY || frequency == Frequency.DAILY)) {
                throw refused(
                        "BYDAY=" + value,
                        "số thứ tự chỉ dùng với nhịp hằng tháng hoặc hằng năm",
                        "an ordinal needs a monthly or yearly rule");
            }
            weekdays.add(new Weekday(ordinal, DayOfWeek.of(WEEKDAYS.indexOf(weekday.group(2)) + 1)));
        }
        return weekdays;
    }

    private static @Nullable LocalDate until(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher form = UNTIL.matcher(value);
        if (form.matches()) {
            try {
                return LocalDate.parse(form.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                // falls through to the refusal
            }
        }
        throw refused("UNTIL=" + value, "phải là ngày viết liền, ví dụ 20261231", "must be a date such as 20261231");
    }

    static Refusal refused(String part, String vietnamese, String english) {
        return Refusal.invalid(
                "RECURRENCE_INVALID",
                "Quy tắc lặp chưa đúng ở “" + part + "”: " + vietnamese + ".",
                "The recurrence is wrong at “" + part + "”: " + english + ".");
    }

    static String writeRule(Recurrence rule) {
        StringBuilder text = new StringBuilder("FREQ=").append(rule.frequency());
        if (rule.interval() != 1) {
            text.append(";INTERVAL=").append(rule.interval());
        }
        list(text, "BYMONTH", rule.months());
        list(text, "BYMONTHDAY", rule.monthDays());
        list(text, "BYDAY", rule.weekdays());
        if (rule.count() != null) {
            text.append(";COUNT=").append(rule.count());
        }
        if (rule.until() != null) {
            text.append(";UNTIL=").append(rule.until().format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String name, SortedSet<?> values) {
        if (!values.isEmpty()) {
            text.append(';')
                    .append(name)
                    .append('=')
                    .append(values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }
}
