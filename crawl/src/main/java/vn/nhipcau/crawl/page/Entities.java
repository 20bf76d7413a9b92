package vn.nhipcau.crawl.page;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters written as {@code &agrave;}, {@code &#7879;} or {@code &#x1EC7;}. */
final class Entities {
    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("nbsp", ' '),
            Map.entry("ndash", '–'),
            Map.entry("mdash", '—'),
            Map.entry("ldquo", '“'),
            Map.entry("rdquo", '”'),
            Map.entry("lsquo", '‘'),
            Map.entry("rsquo", '’'),
            Map.entry("hellip", '…'),
            Map.entry("laquo", '«'),
            Map.entry("raquo", '»'),
            Map.entry("shy", '\u00AD'),
            Map.entry("eth", 'ð'),
            Map.entry("ETH", 'Ð'));
    /** Letters by their base and the mark's name: agrave, Ecirc and so on. */
    private static final Map<String, String> MARKS =
            Map.of("grave", "\u0300", "acute", "\u0301", "tilde", "\u0303", "circ", "\u0302", "uml", "\u0308");

    private Entities() {}

    /** What stands between {@code &} and {@code ;}, or null when it is no entity. */
    static @Nullable String decode(char[] html, int from, int to) {
        if (html[from] == '#') {
            boolean hex = to > from + 1 && (html[from + 1] | 0x20) == 'x';
            int point = 0;
            for (int i = from + (hex ? 2 : 1); i < to; i++) {
                int digit = Character.digit(html[i], hex ? 16 : 10);
                if (digit < 0 || point > 0x10FFFF) {
                    return null;
                }
                point = point * (hex ? 16 : 10) + digit;
            }
            return point == 0 || point > 0x10FFFF ? "\uFFFD" : Character.toString(point);
        }
        String name = new String(html, from, to - from);
        Character known = ENTITIES.get(name);
        if (known != null) {
            return known.toString();
        }
        String mark = name.length() > 3 ? MARKS.get(name.substring(1)) : null;
        return mark == null ? null : Normalizer.normalize(name.charAt(0) + mark, Normalizer.Form.NFC);
    }
}
