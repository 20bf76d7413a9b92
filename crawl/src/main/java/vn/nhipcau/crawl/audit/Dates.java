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

    private static final Pattern EDGE = Pattern.compile(
            "^\\W{0,3}\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d(?!\\d)|[(\\[|-]\\s*(?:\\d{1,2}:\\d\\d\\s+)?\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d[^\\p{L}\\d]*$");

    private Dates() {}

    /** The first day in the text, or null. */
    static @Nullable LocalDate first(String text) {
        if (!text.contains("20")) {
            return null; // no year: most links have none beside them
        }
        Matcher found = DAY.matcher(text);
        while (found.find()) {
            LocalDate day = day(found);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /**
     * The day printed beside a link: right behind it, right before it, or at the edge of its words. A day within a sentence is
     * that of a cited document and says nothing.
     */
    static @Nullable LocalDate beside(String before, String words, String after) {
        LocalDate day = first(after.substring(0, Math.min(after.length(), 45)));
        if (day == null && !before.isEmpty()) {
            day = last(before.substring(Math.max(0, before.length() - 28)));
        }
        if (day == null && words.contains("20")) {
            Matcher edge = EDGE.matcher(words);
            day = edge.find() ? first(edge.group()) : null;
        }
        return day;
    }

    /** The last day in the text, or null. */
    static @Nullable LocalDate last(String text) {
        if (!text.contains("20")) {
            return null;
        }
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
