package vn.nhipcau.legaltext;

import java.text.Normalizer;

/**
 * The form of a text that the reader works on and that spans point into. It differs from the input only in what a
 * person does not see or what a converter left behind.
 */
final class NormalisedText {
    private static final char ICELANDIC_CAPITAL_ETH = '\u00D0';
    private static final char ICELANDIC_SMALL_ETH = '\u00F0';

    private NormalisedText() {}

    static String of(String raw) {
        String composed = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 == composed.length() || composed.charAt(i + 1) != '\n') {
                        text.append('\n');
                    }
                }
                case '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> text.append('\n');
                case '\t', '\u00A0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005' -> text.append(' ');
                case '\u2006', '\u2007', '\u2008', '\u2009', '\u200A', '\u202F', '\u3000' -> text.append(' ');
                case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u0000' -> {}
                // Word processors keep a number on one line with a hyphen of its own.
                case '\u2010', '\u2011', '\u2012', '\u2212' -> text.append('-');
                // Old fonts and typewritten sources use the Icelandic letter, which looks the same.
                case ICELANDIC_CAPITAL_ETH -> text.append('Đ');
                case ICELANDIC_SMALL_ETH -> text.append('đ');
                case '*' -> {
                    if (isBullet(composed, i)) {
                        text.append(c);
                    }
                }
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Any other asterisk is emphasis of Markdown and means nothing in an official document. */
    private static boolean isBullet(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at + 1) != ' ') {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }
}
