package vn.nhipcau.crawl.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as Vietnamese sites print them: 25/12/2025, 25-12-2025, 25.12.2025, 2025-12-25, “ngày 25 tháng 12 năm 2025”. Read
 * letter by letter: headlines are full of years, and the regular expression for the same took a twentieth of the audit.
 */
final class Dates {
    private static final int BEHIND = 45;
    private static final int BEFORE = 28;
    private static final Pattern EDGE = Pattern.compile(
            "^\\W{0,3}\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d(?!\\d)|[(\\[|-]\\s*(?:\\d{1,2}:\\d\\d\\s+)?\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d[^\\p{L}\\d]*$");

    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /** The first day in the text, or null. */
    static @Nullable LocalDate first(String text) {
        return text.contains("20") ? new Dates(text).next() : null; // without a year there is none
    }

    /** The last day in the text, or null. */
    static @Nullable LocalDate last(String text) {
        if (!text.contains("20")) {
            return null;
        }
        Dates days = new Dates(text);
        LocalDate last = null;
        for (LocalDate day = days.next(); day != null; day = days.next()) {
            last = day;
        }
        return last;
    }

    /**
     * The day printed beside a link: right behind it, right before it, or at the edge of its words. A day within a sentence is
     * that of a cited document and says nothing.
     */
    static @Nullable LocalDate beside(String before, String words, String after) {
        LocalDate day = first(after.substring(0, Math.min(after.length(), BEHIND)));
        if (day == null && !before.isEmpty()) {
            day = last(before.substring(Math.max(0, before.length() - BEFORE)));
        }
        if (day == null && (words.contains("/20") || words.contains("-20") || words.contains(".20"))) {
            Matcher edge = EDGE.matcher(words);
            day = edge.find() ? first(edge.group()) : null;
        }
        return day;
    }

    /** The day that stands on a line of its own, as in the cells of a register, or null. */
    static @Nullable LocalDate alone(String text) {
        LocalDate alone = null;
        for (String line : text.split("\n")) {
            String cell = line.strip();
            LocalDate day = cell.length() >= 8 && cell.length() <= 12 ? first(cell) : null;
            alone = day == null ? alone : day;
        }
        return alone;
    }

    private @Nullable LocalDate next() {
        while (at < text.length()) {
            if (!isDigit(at)) {
                at++;
                continue;
            }
            int start = at;
            int end = start;
            while (isDigit(end)) {
                end++;
            }
            at = end;
            LocalDate day = end - start <= 2
                    ? dayFirst(start, end)
                    : end - start == 4
                                    && isDash(end)
                                    && isNumber(end + 1, 2)
                                    && isDash(end + 3)
                                    && isNumber(end + 4, 2)
                                    && !isDigit(end + 6)
                            ? day(number(start, 4), number(end + 1, 2), number(end + 4, 2))
                            : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** 25/12/2025, with or without blanks, or in words. */
    private @Nullable LocalDate dayFirst(int start, int end) {
        int month = behindSign(end);
        boolean words = month < 0;
        if (words) {
            month = saysBefore("ngày", start) ? behindWord("tháng", end) : -1;
        }
        if (month < 0 || !isDigit(month)) {
            return null;
        }
        int monthEnd = isDigit(month + 1) ? month + 2 : month + 1;
        int year = words ? behindWord("năm", monthEnd) : behindSign(monthEnd);
        if (year < 0 || !isNumber(year, 4) || isDigit(year + 4)) {
            return null;
        }
        LocalDate day = day(number(year, 4), number(month, monthEnd - month), number(start, end - start));
        at = day == null ? at : year + 4;
        return day;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < 2000 || year > 2099) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The place behind a stroke, a dot or a dash with a blank at most on each side, or -1. */
    private int behindSign(int from) {
        int i = isBlank(from) ? from + 1 : from;
        if (i >= text.length() || "/.-".indexOf(text.charAt(i)) < 0) {
            return -1;
        }
        return isBlank(i + 1) ? i + 2 : i + 1;
    }

    /** The place behind blanks, a word and blanks, or -1. */
    private int behindWord(String word, int from) {
        int i = behindBlanks(from);
        if (i == from || !text.regionMatches(true, i, word, 0, word.length())) {
            return -1;
        }
        int end = i + word.length();
        int next = behindBlanks(end);
        return next == end ? -1 : next;
    }

    private boolean saysBefore(String word, int to) {
        int i = to;
        while (i > 0 && isBlank(i - 1)) {
            i--;
        }
        return i < to && i >= word.length() && text.regionMatches(true, i - word.length(), word, 0, word.length());
    }

    private int behindBlanks(int from) {
        int i = from;
        while (isBlank(i)) {
            i++;
        }
        return i;
    }

    private boolean isBlank(int i) {
        return i < text.length() && Character.isWhitespace(text.charAt(i));
    }

    private boolean isDash(int i) {
        return i < text.length() && text.charAt(i) == '-';
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private boolean isNumber(int from, int size) {
        for (int i = from; i < from + size; i++) {
            if (!isDigit(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int size) {
        int number = 0;
        for (int i = from; i < from + size; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
