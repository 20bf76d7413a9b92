package vn.nhipcau.vitext;

import java.text.Normalizer;
import java.util.Locale;

/** Text brought to one spelling, for keys and for searching. */
public final class Fold {
    private Fold() {}

    /** Canonically composed, as everything is stored here. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Lower case without marks, {@code đ} as {@code d}, every run of other characters as one space: “Số: 19/KH-UBND” → “so 19 kh ubnd”. */
    public static String plain(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            int letter = Letters.of(text.charAt(i));
            if (letter == Letters.SEPARATOR) {
                gap = true;
            } else if (letter < Letters.MARK) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append((char) (letter & Letters.BASE));
            }
        }
        return folded.toString();
    }

    /** One spelling for both schools of tone placement, the tone on the vowel where a computer would look for it: hoà → hòa, Uỷ → Ủy. */
    public static String tones(String text) {
        String composed = nfc(text);
        StringBuilder out = new StringBuilder(composed);
        for (int i = 0; i + 1 < out.length(); i++) {
            char second = out.charAt(i + 1);
            int letter = Letters.of(second);
            int tone = letter >>> Letters.TONE_SHIFT & 7;
            boolean last = i + 2 >= out.length() || !Character.isLetter(out.charAt(i + 2));
            if (tone == 0 || !last || (letter >>> Letters.SHAPE_SHIFT & 7) != 0) {
                continue;
            }
            char first = Character.toLowerCase(out.charAt(i));
            char base = (char) (letter & Letters.BASE);
            boolean glide = first == 'o' && (base == 'a' || base == 'e') || first == 'u' && base == 'y';
            boolean afterQ = i > 0 && Character.toLowerCase(out.charAt(i - 1)) == 'q';
            if (glide && !afterQ) {
                String marks = Normalizer.normalize(String.valueOf(second), Normalizer.Form.NFD)
                        .substring(1);
                char carrier = Normalizer.normalize(out.charAt(i) + marks, Normalizer.Form.NFC)
                        .charAt(0);
                out.setCharAt(i, carrier);
                out.setCharAt(i + 1, Character.isUpperCase(second) ? Character.toUpperCase(base) : base);
            }
        }
        return out.toString();
    }

    /** Lower case in the sense of Vietnamese letters. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
