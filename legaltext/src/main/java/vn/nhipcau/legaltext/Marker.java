package vn.nhipcau.legaltext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number or sign that a clause begins with (Nghị định 30/2020/NĐ-CP, Phụ lục I: phần, chương, mục, điều, khoản,
 * điểm; dashes and pluses are custom).
 *
 * @param label as a path shows it: {@code II}, {@code 2.1}, {@code a}, {@code Điều 6}; empty for a dash
 * @param length of the marker in the line, white space after it included
 */
record Marker(Kind kind, String label, int length) {
    enum Kind {
        ANNEX,
        PART,
        CHAPTER,
        LETTERED_PART,
        SECTION,
        ROMAN,
        ARTICLE,
        NUMBER,
        SUBNUMBER,
        SUBSUBNUMBER,
        BRACKETED,
        LETTER,
        DASH,
        PLUS,
        FOOTNOTE;

        /** A sign without a name of its own, which only lists. */
        boolean bullet() {
            return this == DASH || this == PLUS;
        }

        /** A heading that starts afresh whatever stood above. */
        boolean structural() {
            return this == ANNEX || this == PART || this == CHAPTER;
        }
    }

    private static final Pattern NAMED = Pattern.compile(
            "(phụ lục|phần|chương|mục|điều|bước)(?: (?:số )?(\\d{1,3}[a-zđ]?|[ivxlc]{1,6}|[a-z]|thứ \\p{L}+|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))?[.:)]?(?= |$)");
    private static final Pattern IN_WORDS = Pattern.compile("thứ \\p{L}+|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,3})([.)/]| ?\\.|(?= ))[- ]*");
    private static final Pattern ROMAN = Pattern.compile("([IVX]{1,6})(?:[.)/]| ?-)(?: |$)\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\((\\d{1,2}|[a-zđ]|[ivx]{1,4})\\) ?");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(\\d{1,3})\\] ?");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])[.)](?: |$)\\s*");
    private static final Pattern CAPITAL = Pattern.compile("([A-HĐ])\\.(?: |$)\\s*");

    /** @return null when the line begins with words */
    static @Nullable Marker of(String line) {
        if (line.isEmpty()) {
            return null;
        }
        char first = line.charAt(0);
        return switch (first) {
            case '-', '–', '—', '•', '*', '●', '▪', '\uF0B7', '\uF02D' -> dash(line);
            case '+' -> new Marker(Kind.PLUS, "", skipSpace(line, 1));
            case '(' -> match(BRACKETED, line, Kind.BRACKETED);
            case '[' -> match(FOOTNOTE, line, Kind.FOOTNOTE);
            case 'P', 'p', 'B', 'C', 'c', 'M', 'm', 'Đ', 'đ' -> named(line);
            case 'I', 'V', 'X' -> match(ROMAN, line, Kind.ROMAN);
            default -> Character.isDigit(first) ? dotted(line) : lettered(line);
        };
    }

    private static @Nullable Marker dash(String line) {
        boolean spaced = line.length() > 1 && !Character.isDigit(line.charAt(1));
        return spaced ? new Marker(Kind.DASH, "", skipSpace(line, 1)) : null;
    }

    private static @Nullable Marker dotted(String line) {
        Matcher number = DOTTED.matcher(line);
        if (!number.lookingAt()) {
            return null;
        }
        String label = number.group(1);
        boolean closed = !number.group(2).isEmpty();
        int dots = (int) label.chars().filter(c -> c == '.').count();
        // “7.1 Tổng kết” is a clause, “7 ngày” is not.
        if (!closed
                && (dots == 0 || number.end() >= line.length() || !Character.isUpperCase(line.charAt(number.end())))) {
            return null;
        }
        // “10.000 đồng”, “12.30”, “01.QĐ”: something must follow that can be a sentence.
        if (closed && number.end(2) < line.length() && Character.isDigit(line.charAt(number.end(2)))) {
            return null;
        }
        Kind kind = dots == 0 ? Kind.NUMBER : dots == 1 ? Kind.SUBNUMBER : Kind.SUBSUBNUMBER;
        if (kind == Kind.NUMBER && ")".equals(number.group(2))) {
            kind = Kind.BRACKETED;
        }
        return new Marker(kind, label, number.end());
    }

    private static @Nullable Marker lettered(String line) {
        Marker letter = match(LETTER, line, Kind.LETTER);
        return letter != null ? letter : match(CAPITAL, line, Kind.LETTERED_PART);
    }

    private static @Nullable Marker named(String line) {
        Matcher named = NAMED.matcher(Folding.fold(line.substring(0, Math.min(40, line.length()))));
        if (!named.lookingAt()) {
            return lettered(line);
        }
        Kind kind = switch (named.group(1)) {
            case "phụ lục" -> Kind.ANNEX;
            case "phần", "bước" -> Kind.PART;
            case "chương" -> Kind.CHAPTER;
            case "mục" -> Kind.SECTION;
            default -> Kind.ARTICLE;
        };
        String number = named.group(2);
        // “Bước 1: …” inside a list is one of its items; “BƯỚC MỘT” heads a part of the document.
        if (named.group(1).equals("bước")
                && (number == null || !Paragraphs.isCapitals(line.substring(0, named.end())))) {
            return lettered(line);
        }
        if (!isHeading(kind, line, number, named.end())) {
            return null;
        }
        String label = label(line.substring(0, named.end()).replaceAll("[.:)]$", ""), number);
        return new Marker(kind, label, skipSpace(line, named.end()));
    }

    /** A number in words is shown in small letters, as one writes it in a sentence: “Phần thứ hai”. */
    private static String label(String printed, @Nullable String number) {
        return isInWords(number)
                ? printed.charAt(0) + printed.substring(1).toLowerCase(java.util.Locale.ROOT)
                : printed;
    }

    private static boolean isInWords(@Nullable String number) {
        return number != null && IN_WORDS.matcher(number).matches();
    }

    /** “Điều 6 Quy chế này …” inside a sentence is a reference; “Điều 6.” or a lone “Chương II” is a heading. */
    private static boolean isHeading(Kind kind, String line, @Nullable String number, int end) {
        if (!Character.isUpperCase(line.charAt(0))) {
            return false;
        }
        boolean alone = end >= line.length();
        if (number == null) {
            return kind == Kind.ANNEX && alone && line.equals(line.toUpperCase(java.util.Locale.ROOT));
        }
        boolean closed = ".:)".indexOf(line.charAt(end - 1)) >= 0;
        return alone
                || closed
                || (kind != Kind.ARTICLE && number.length() <= 6 && isUpper(line, end))
                || (isInWords(number) && Paragraphs.isCapitals(line.substring(0, end)));
    }

    private static boolean isUpper(String line, int from) {
        String rest = line.substring(from);
        return rest.equals(rest.toUpperCase(java.util.Locale.ROOT));
    }

    private static @Nullable Marker match(Pattern pattern, String line, Kind kind) {
        Matcher matcher = pattern.matcher(line);
        return matcher.lookingAt() ? new Marker(kind, matcher.group(1), matcher.end()) : null;
    }

    private static int skipSpace(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
