package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, weeks, months, quarters, half-years and years as they are printed, each with the day on which it ends. A year
 * that is not printed is the document's, or the next when that day is past.
 */
final class DateTokens {
    private static final String YEAR = "(20\\d\\d)";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![a-zà-ỹđ])(?=[0-9ntqs])(?:(?<day>(?<!\\d)\\d{1,2}) ?[/.-] ?(?<month>\\d{1,2}) ?[/.-] ?(?<year>20\\d\\d)(?!\\d)"
                    + "|ngày (?<wday>\\d{1,2}) ?(?:tháng|/|-) ?(?<wmonth>\\d{1,2})(?!\\d)(?![/.-]\\d)(?:,? ?(?:năm|/) ?(?<wyear>20\\d\\d))?"
                    + "|tuần (?:thứ )?(?<week>\\d{1,2}|nhất|hai|ba|tư|đầu|cuối)(?: tiên| cùng)?,?(?: của)? tháng (?<kmonth>\\d{1,2})(?:,?(?: năm |/)(?<kyear>20\\d\\d))?"
                    + "|(?:0?6|sáu) tháng (?<half>đầu|cuối) năm(?: (?<hyear>20\\d\\d))?"
                    + "|0?9 tháng(?: đầu)? năm (?<nyear>20\\d\\d)"
                    + "|quý (?<quarter>iv|iii|ii|i|[1-4])(?!\\p{L})(?: ?[/-] ?|,? (?:của )?năm | )?(?<qyear>20\\d\\d)?"
                    + "|tháng (?<mmonth>\\d{1,2})(?!\\d)(?! (?:ngày|tuổi|năm tuổi))(?: ?[/-] ?|,? (?:của )?năm )?(?<myear>20\\d\\d)?"
                    + "|(?<![\\d/.,])(?<bmonth>\\d{1,2})/(?<byear>20\\d\\d)(?!\\d)"
                    + "|(?<=(?:trước|đến hết|xong trước) )(?<sday>\\d{1,2})/(?<smonth>1[0-2]|0?[1-9])(?![\\d/])(?![.,]\\d)(?! (?:số|tổng|diện tích|chặng|kế hoạch))"
                    + "|(?<=trong )(?<thisyear>năm)(?= ?(?:[.,;]|$))"
                    + "|năm " + YEAR + "(?!\\d))");

    private final @Nullable LocalDate documentDate;

    DateTokens(@Nullable LocalDate documentDate) {
        this.documentDate = documentDate;
    }

    enum Grain {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF,
        YEAR
    }

    record Token(int from, int to, Grain grain, LocalDate end, boolean yearPrinted) {}

    /** @param taken stretches that are read otherwise */
    List<Token> of(String folded, List<int[]> taken) {
        List<Token> tokens = new ArrayList<>();
        if (!folded.contains("quý ") && folded.chars().noneMatch(Character::isDigit)) {
            return tokens;
        }
        Matcher matcher = TOKEN.matcher(folded).useTransparentBounds(true);
        for (int at = candidate(folded, 0); at >= 0; at = candidate(folded, at)) {
            if (!matcher.region(at, folded.length()).lookingAt()) {
                at++;
                continue;
            }
            int from = at;
            int to = matcher.end();
            boolean free = taken.stream().noneMatch(region -> from < region[1] && to > region[0]);
            Token token = free ? token(matcher) : null;
            if (token != null) {
                tokens.add(token);
            }
            at = to;
        }
        return tokens;
    }

    /** The next place where a date could begin: a figure or one of the words for a span of time. Spares the matcher. */
    private static int candidate(String folded, int from) {
        for (int at = from; at < folded.length(); at++) {
            char c = folded.charAt(at);
            boolean begins = at == 0 || !Character.isLetter(folded.charAt(at - 1));
            boolean word = begins
                    && switch (c) {
                        case 'n' -> folded.startsWith("ngày ", at) || folded.startsWith("năm", at);
                        case 't' -> folded.startsWith("tháng ", at) || folded.startsWith("tuần ", at);
                        case 'q' -> folded.startsWith("quý ", at);
                        case 's' -> folded.startsWith("sáu ", at);
                        default -> false;
                    };
            if (word || c >= '0' && c <= '9') {
                return at;
            }
        }
        return -1;
    }

    private @Nullable Token token(Matcher matcher) {
        if (matcher.group("year") != null) {
            LocalDate date = Calendar.date(matcher.group("day"), matcher.group("month"), matcher.group("year"));
            return date == null ? null : new Token(matcher.start(), matcher.end(), Grain.DAY, date, true);
        }
        if (matcher.group("wday") != null) {
            int day = Integer.parseInt(matcher.group("wday"));
            int month = Integer.parseInt(matcher.group("wmonth"));
            return dated(matcher, Grain.DAY, matcher.group("wyear"), year -> Calendar.date(day, month, year));
        }
        if (matcher.group("sday") != null) {
            int day = Integer.parseInt(matcher.group("sday"));
            int month = Integer.parseInt(matcher.group("smonth"));
            return dated(matcher, Grain.DAY, null, year -> Calendar.date(day, month, year));
        }
        if (matcher.group("week") != null) {
            int week = weekOfMonth(matcher.group("week"));
            int month = Integer.parseInt(matcher.group("kmonth"));
            return dated(matcher, Grain.WEEK, matcher.group("kyear"), year -> endOfWeek(week, month, year));
        }
        if (matcher.group("half") != null) {
            int month = matcher.group("half").equals("đầu") ? 6 : 12;
            return dated(matcher, Grain.HALF, matcher.group("hyear"), year -> Calendar.endOfMonth(month, year));
        }
        if (matcher.group("nyear") != null) {
            return dated(matcher, Grain.HALF, matcher.group("nyear"), year -> Calendar.endOfMonth(9, year));
        }
        if (matcher.group("quarter") != null) {
            int month = Calendar.quarter(matcher.group("quarter")) * 3;
            return dated(matcher, Grain.QUARTER, matcher.group("qyear"), year -> Calendar.endOfMonth(month, year));
        }
        if (matcher.group("mmonth") != null) {
            int month = Integer.parseInt(matcher.group("mmonth"));
            return dated(matcher, Grain.MONTH, matcher.group("myear"), year -> Calendar.endOfMonth(month, year));
        }
        if (matcher.group("bmonth") != null) {
            int month = Integer.parseInt(matcher.group("bmonth"));
            return dated(matcher, Grain.MONTH, matcher.group("byear"), year -> Calendar.endOfMonth(month, year));
        }
        if (matcher.group("thisyear") != null) {
            return dated(matcher, Grain.YEAR, null, printed -> Calendar.endOfMonth(12, printed));
        }
        String year = matcher.group(matcher.groupCount());
        return dated(matcher, Grain.YEAR, year, printed -> Calendar.endOfMonth(12, printed));
    }

    private @Nullable Token dated(
            Matcher matcher, Grain grain, @Nullable String year, IntFunction<@Nullable LocalDate> end) {
        if (year != null) {
            LocalDate date = end.apply(Integer.parseInt(year));
            return date == null ? null : new Token(matcher.start(), matcher.end(), grain, date, true);
        }
        if (documentDate == null) {
            return null;
        }
        LocalDate date = end.apply(documentDate.getYear());
        if (date != null && date.isBefore(documentDate)) {
            date = end.apply(documentDate.getYear() + 1);
        }
        return date == null ? null : new Token(matcher.start(), matcher.end(), grain, date, false);
    }

    private static int weekOfMonth(String printed) {
        return switch (printed) {
            case "đầu", "nhất" -> 1;
            case "hai" -> 2;
            case "ba" -> 3;
            case "tư" -> 4;
            case "cuối" -> 5;
            default -> Integer.parseInt(printed);
        };
    }

    private static @Nullable LocalDate endOfWeek(int week, int month, int year) {
        LocalDate last = Calendar.endOfMonth(month, year);
        return last == null ? null : last.withDayOfMonth(Math.clamp(week * 7L, 1, last.getDayOfMonth()));
    }

    /** Whether it had ended when the document was issued. */
    boolean past(Token token) {
        return documentDate != null && token.end().isBefore(documentDate);
    }
}
