package vn.nhipcau.legaltext.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The two codes in which offices typed before Unicode became the rule (TCVN 6909:2001) and in which old .doc files and
 * templates still come: their letters are Latin-1 characters that only look Vietnamese in fonts such as .VnTime and
 * VNI-Times.
 */
enum LegacyVietnamese {
    /** TCVN 5712:1993, VN3: one byte a letter. Small letters only; capitals with tones came from a second font. */
    TCVN3 {
        private static final String CODES =
                "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE"
                        + "\u00B5\u00B6\u00B7\u00B8\u00B9\u00BB\u00BC\u00BD\u00BE\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CE\u00CF"
                        + "\u00D0\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE\u00DF\u00E1\u00E2\u00E3\u00E4\u00E5"
                        + "\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8"
                        + "\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE";
        private static final String LETTERS =
                "ĂÂÊÔƠƯĐăâêôơưđ" + "àảãáạằẳẵắặầẩẫấậèẻẽ" + "éẹềểễếệìỉĩíịòỏõóọồ" + "ổỗốộờởỡớợùủũúụừửữứ" + "ựỳỷỹýỵ";

        @Override
        String decode(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int at = CODES.indexOf(text.charAt(i));
                out.append(at < 0 ? text.charAt(i) : LETTERS.charAt(at));
            }
            return out.toString();
        }
    },

    /** VNI-Windows: a letter, then a character for its mark and tone. */
    VNI {
        private static final Map<Character, Character> WHOLE = Map.of(
                'ô', 'ơ', 'Ô', 'Ơ', 'ö', 'ư', 'Ö', 'Ư', 'ñ', 'đ', 'Ñ', 'Đ', 'æ', 'ỉ', 'Æ', 'Ỉ', 'î', 'ỵ', 'Î', 'Ỵ');
        private static final Map<Character, Character> WHOLE_I = Map.of('ó', 'ĩ', 'Ó', 'Ĩ', 'ò', 'ị', 'Ò', 'Ị');
        private static final String MARKS = "ùøûõïâáàåãäêéèúüë";
        private static final String[] COMBINING = {
            "\u0301",
            "\u0300",
            "\u0309",
            "\u0303",
            "\u0323",
            "\u0302",
            "\u0302\u0301",
            "\u0302\u0300",
            "\u0302\u0309",
            "\u0302\u0303",
            "\u0302\u0323",
            "\u0306",
            "\u0306\u0301",
            "\u0306\u0300",
            "\u0306\u0309",
            "\u0306\u0303",
            "\u0306\u0323"
        };

        @Override
        String decode(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int mark = MARKS.indexOf(Character.toLowerCase(c));
                if (mark >= 0 && i > 0 && "aeouyôö".indexOf(Character.toLowerCase(text.charAt(i - 1))) >= 0) {
                    out.append(COMBINING[mark]);
                } else {
                    out.append(WHOLE.getOrDefault(c, WHOLE_I.getOrDefault(c, c)));
                }
            }
            return Normalizer.normalize(out, Normalizer.Form.NFC);
        }
    };

    /** Share of very frequent words above which a decoding is right; 44 real documents have 0.11 to 0.33, in a wrong code 0. */
    static final double CERTAIN = 0.03;

    private static final Set<String> FREQUENT = Set.of(
            "của", "và", "các", "nhân", "dân", "ủy", "uỷ", "tỉnh", "thực", "hiện", "công", "tác", "được", "năm", "ngày",
            "tháng", "về", "đơn", "vị", "việc", "số", "quyết", "định", "kế", "hoạch", "cơ", "báo", "cáo", "sở", "chức",
            "độc", "lập", "hạnh", "phúc", "cộng", "nghĩa", "việt", "tại", "để", "những");
    private static final int SAMPLE = 20_000;

    abstract String decode(String text);

    /** The share of words that are among the most frequent in official documents and cannot be in another code. */
    static double likelihood(String text) {
        String sample = Normalizer.normalize(text.substring(0, Math.min(text.length(), SAMPLE)), Normalizer.Form.NFC);
        String[] words = sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        return words.length == 0
                ? 0
                : (double) Stream.of(words).filter(FREQUENT::contains).count() / words.length;
    }

    /** The text itself, or what it says when it was typed for the fonts of a legacy code. */
    static String undo(String text) {
        if (likelihood(text) >= CERTAIN) {
            return text;
        }
        return Stream.of(values())
                .map(code -> code.decode(text))
                .filter(decoded -> likelihood(decoded) >= CERTAIN)
                .findFirst()
                .orElse(text);
    }
}
