package vn.nhipcau.crawl.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as Vietnamese sites print them: 25/12/2025, 25-12-2025, 25.12.2025, “ngày 25 tháng 12 năm 2025”. */
final class Dates {
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(20\\d\\d)(?!\\d)"
                    + "|(?i:ngày)\\s+(\\d{1,2})\\s+(?i:tháng)\\s+(\\d{1,2})\\s+(?i:năm)\\s+(20\\d\\d)"
                    + "|(?<!\\d)(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)");

    private Dates() {}

    /** The first day in the text, or null. */
    static @Nullable LocalDate first(String text) {
        Matcher found = DAY.matcher(text);
        while (found.find()) {
            LocalDate day = day(found);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** The last day in the text, or null. */
    static @Nullable LocalDate last(String text) {
        Matcher found = DAY.matcher(text);
        LocalDate last = null;
        while (found.find()) {
            LocalDate day = day(found);
            last = day == null ? last : day;
        }
        return last;
    }

    private static @Nullable LocalDate day(Matcher found) {
        try {
            if (found.group(1) != null) {
                return date(found.group(3), found.group(2), found.group(1));
            }
            return found.group(4) != null
                    ? date(found.group(6), found.group(5), found.group(4))
                    : date(found.group(7), found.group(8), found.group(9));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
