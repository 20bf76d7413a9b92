package vn.nhipcau.legaltext.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The list styles of an .odt (ODF 1.3 part 3, 16.30) and the counts of its lists. */
final class OdtLists {
    static final int LEVELS = 10;

    /** The name under which headings outside lists are numbered. */
    static final String OUTLINE = "\u0000outline";

    private static final Pattern PLACE = Pattern.compile("%(\\d+)%");

    private final Map<String, Level[]> styles = new HashMap<>();
    private final Map<String, int[]> countsOfList = new HashMap<>();
    private final Map<String, int[]> countsOfStyle = new HashMap<>();
    private Level @Nullable [] reading;

    /** Takes what it needs of the styles, element by element. */
    void style(XmlPart part) {
        switch (part.name()) {
            case "list-style" -> {
                reading = new Level[LEVELS];
                styles.put(part.attribute("name", ""), reading);
            }
            case "outline-style" -> {
                reading = new Level[LEVELS];
                styles.put(OUTLINE, reading);
            }
            case "list-level-style-number", "outline-level-style" -> put(part, Level.counted(part));
            case "list-level-style-bullet" -> put(part, Level.bullet(part));
            default -> {}
        }
    }

    private void put(XmlPart part, Level level) {
        int at = part.number("level", 1) - 1;
        if (reading != null && at >= 0 && at < LEVELS) {
            reading[at] = level;
        }
    }

    /**
     * @param list the list's own id, or the id of the list that it continues
     * @param continues whether it goes on counting where the last list of its style stopped
     */
    int[] counts(String style, @Nullable String list, boolean continues) {
        int[] counts = list != null ? countsOfList.get(list) : null;
        if (counts == null) {
            counts = continues ? countsOfStyle.getOrDefault(style, new int[LEVELS]) : new int[LEVELS];
        }
        countsOfStyle.put(style, counts);
        return counts;
    }

    void remember(@Nullable String list, int[] counts) {
        if (list != null) {
            countsOfList.put(list, counts);
        }
    }

    /** What is printed before the next item, with the space after it. */
    String label(String style, int level, int[] counts, @Nullable Integer start) {
        Level[] levels = styles.get(style);
        if (levels == null || level < 0 || level >= LEVELS || levels[level] == null) {
            return "";
        }
        counts[level] = start != null ? start : counts[level] == 0 ? levels[level].start : counts[level] + 1;
        Arrays.fill(counts, level + 1, LEVELS, 0);
        return levels[level].print(levels, counts, level);
    }

    private record Level(String format, @Nullable Numeral numeral, int start) {

        static Level counted(XmlPart part) {
            int level = part.number("level", 1);
            Numeral numeral = switch (part.attribute("num-format", "")) {
                case "1" -> Numeral.DECIMAL;
                case "I" -> Numeral.UPPER_ROMAN;
                case "i" -> Numeral.LOWER_ROMAN;
                case "A" -> Numeral.UPPER_LETTER;
                case "a" -> Numeral.LOWER_LETTER;
                default -> Numeral.NONE;
            };
            String format = part.attribute("num-list-format");
            if (format == null) {
                var built = new StringBuilder(part.attribute("num-prefix", ""));
                for (int i = level - part.number("display-levels", 1) + 1; i <= level; i++) {
                    built.append('%').append(i).append('%').append(i < level ? "." : "");
                }
                format = numeral == Numeral.NONE
                        ? part.attribute("num-prefix", "") + part.attribute("num-suffix", "")
                        : built + part.attribute("num-suffix", "");
            }
            return new Level(format, numeral, part.number("start-value", 1));
        }

        static Level bullet(XmlPart part) {
            return new Level(part.attribute("bullet-char", "").equals("+") ? "+" : "-", null, 1);
        }

        String print(Level[] levels, int[] counts, int at) {
            if (numeral == null) {
                return format + " ";
            }
            String label = PLACE.matcher(format).replaceAll(place -> {
                int level = Integer.parseInt(place.group(1)) - 1;
                Level of = level >= 0 && level <= at ? levels[level] : null;
                return of == null || of.numeral == null ? "" : Matcher.quoteReplacement(of.numeral.of(counts[level]));
            });
            return label.isBlank() ? "" : label.strip() + " ";
        }
    }
}
