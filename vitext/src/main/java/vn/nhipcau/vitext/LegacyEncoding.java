package vn.nhipcau.vitext;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Vietnamese typed in the fonts of the years before Unicode. Such text looks like “Céng hßa x· héi”: the bytes of a font,
 * read as Western letters. Repair is tried only when it turns gibberish into words.
 */
public enum LegacyEncoding {
    TCVN3 {
        @Override
        public String decode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(c < 0x100 && TCVN3_TABLE[c] != 0 ? TCVN3_TABLE[c] : c);
            }
            return out.toString();
        }
    },
    VNI {
        @Override
        public String decode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int single = VNI_SINGLE.indexOf(c);
                char letter = single >= 0 ? VNI_SINGLE_MEANS.charAt(single) : c;
                // A mark stands behind the letter it belongs to.
                if (i + 1 < text.length()) {
                    int mark = VNI_MARKS.indexOf(Character.toLowerCase(text.charAt(i + 1)));
                    if (mark >= 0 && "aeouyơư".indexOf(Character.toLowerCase(letter)) >= 0) {
                        String marked = Fold.nfc(letter + VNI_MARKS_MEAN[mark]);
                        if (marked.length() == 1) {
                            out.append(marked);
                            i++;
                            continue;
                        }
                    }
                }
                out.append(letter);
            }
            return out.toString();
        }
    };

    /** From this share of common words on a reading is right; real documents have 0.1 to 0.3. */
    public static final double CERTAIN = 0.03;

    private static final int SAMPLE = 20_000;
    private static final char[] TCVN3_TABLE = new char[0x100];

    static {
        String bytes = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§";
        String means = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
        for (int i = 0; i < bytes.length(); i++) {
            TCVN3_TABLE[bytes.charAt(i)] = means.charAt(i);
        }
    }

    private static final String VNI_SINGLE = "íìæóòîôöñÍÌÆÓÒÎÔÖÑ";
    private static final String VNI_SINGLE_MEANS = "íìỉĩịỵơưđÍÌỈĨỊỴƠƯĐ";
    private static final String VNI_MARKS = "ùøûõïâáàåãäêéèúüë";
    private static final String[] VNI_MARKS_MEAN = {
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

    /** Words that no official text does without, none of them spelled without marks. */
    private static final long[] COMMON = common(
            "của được các và công định quy thực hiện quản lý cơ quan đơn vị tỉnh nhân dân ủy ban về việc số ngày "
                    + "tháng năm để với những một trên tại này đã hành chính nhà nước thông báo kế hoạch tổ chức");

    /** The text, every letter of it taken for this code's. */
    public abstract String decode(String text);

    /** The text in Unicode; the same text when it is sound, or when nothing makes words of it. */
    public static String repair(String text) {
        String best = text;
        int most = Math.max(commonWords(text) * 3, 4);
        for (LegacyEncoding encoding : values()) {
            String repaired = encoding.decode(text);
            int found = commonWords(repaired);
            if (found > most) {
                most = found;
                best = repaired;
            }
        }
        return best;
    }

    /** The share of the words that are among the commonest, each of which has a mark: in a wrong reading hardly any. */
    public static double commonShare(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        int words = Tokens.of(sample).count();
        return words == 0 ? 0 : commonWords(sample) / (double) words;
    }

    /** How many of the commonest words stand in a text: tells which of several readings is the right one. */
    public static int commonWords(String text) {
        Tokens tokens = Tokens.of(text);
        int found = 0;
        for (int i = 0; i < tokens.count(); i++) {
            found += Arrays.binarySearch(COMMON, tokens.marked(i)) >= 0 ? 1 : 0;
        }
        return found;
    }

    private static long[] common(String words) {
        Tokens tokens = Tokens.of(words);
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.marked(i) != tokens.plain(i)) {
                hashes.add(tokens.marked(i));
            }
        }
        return hashes.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
