package vn.nhipcau.legaltext;

/**
 * Lower case, the tone mark where the newer spelling puts it (hoà → hòa, uỷ → ủy), every dash a hyphen. Keeps the
 * length, so that a position in the folded text is the same position in the text.
 */
final class Folding {
    private static final String PLAIN_O = "òóỏõọ";
    private static final String PLAIN_U = "ùúủũụ";
    private static final String TONED_A = "àáảãạ";
    private static final String TONED_E = "èéẻẽẹ";
    private static final String TONED_Y = "ỳýỷỹỵ";

    private Folding() {}

    static String fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            folded[i] = c < 0x80 ? asciiLower(c) : isDash(c) ? '-' : Character.toLowerCase(c);
        }
        for (int i = 1; i < folded.length; i++) {
            moveTone(folded, i);
        }
        return new String(folded);
    }

    /** For comparing what two people typed: folded, white space collapsed and trimmed. */
    static String key(String text) {
        return fold(text).replaceAll("\\s+", " ").strip();
    }

    private static char asciiLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static boolean isDash(char c) {
        return (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private static void moveTone(char[] text, int at) {
        char vowel = text[at];
        char before = text[at - 1];
        if (vowel < 0x80 || (before != 'o' && before != 'u')) {
            return;
        }
        boolean open = at + 1 == text.length || !Character.isLetter(text[at + 1]);
        if (!open) {
            return;
        }
        if (before == 'o') {
            move(text, at, TONED_A, PLAIN_O, 'a');
            move(text, at, TONED_E, PLAIN_O, 'e');
        } else if (at < 2 || text[at - 2] != 'q') {
            move(text, at, TONED_Y, PLAIN_U, 'y');
        }
    }

    private static void move(char[] text, int at, String from, String to, char bare) {
        int tone = from.indexOf(text[at]);
        if (tone >= 0) {
            text[at - 1] = to.charAt(tone);
            text[at] = bare;
        }
    }
}
