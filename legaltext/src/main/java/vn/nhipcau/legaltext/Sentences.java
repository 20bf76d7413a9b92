package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;

/** Splits a passage into sentences, and a sentence into its parts between semicolons. */
final class Sentences {
    /** No sentence of a person is longer; what is, is cut, so that reading stays linear. */
    private static final int LONGEST = 8_000;

    private Sentences() {}

    static List<Passage> of(Passage passage) {
        return split(passage, false, 0);
    }

    /** @param from before which semicolons part the names of those who must act, and not their work */
    static List<Passage> parts(Passage sentence, int from) {
        return split(sentence, true, from);
    }

    private static List<Passage> split(Passage passage, boolean semicolons, int from) {
        String text = passage.text();
        // Where all is in capitals, a short word in capitals is no abbreviation.
        boolean mixedCase = text.chars().anyMatch(Character::isLowerCase);
        List<Passage> pieces = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '“') {
                depth++;
            } else if ((c == ')' || c == '”') && depth > 0) {
                depth--;
            }
            boolean tooLong = i - start > LONGEST && c == ' ';
            boolean ends = tooLong
                    || (semicolons
                            ? c == ';' && depth == 0 && i >= from
                            : depth <= 1 && endsSentence(text, i, mixedCase));
            if (ends) {
                add(pieces, passage, start, i + 1);
                start = i + 1;
                depth = semicolons ? depth : 0;
            }
        }
        add(pieces, passage, start, text.length());
        return pieces;
    }

    private static void add(List<Passage> pieces, Passage passage, int from, int to) {
        Passage piece = from == 0 && to == passage.length() ? passage : passage.part(from, to);
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
    }

    private static boolean endsSentence(String text, int at, boolean mixedCase) {
        char c = text.charAt(at);
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        if (at + 2 >= text.length() || text.charAt(at + 1) != ' ') {
            return false;
        }
        char next = text.charAt(at + 2);
        if (!Character.isUpperCase(next) && next != '-' && next != '+' && next != '“') {
            return false;
        }
        // “TP. Hồ Chí Minh”, “TT. Tỉnh ủy”, “số 3. Điều”: an abbreviation or a number before the dot.
        int word = at;
        while (word > 0 && Character.isLetterOrDigit(text.charAt(word - 1))) {
            word--;
        }
        int length = at - word;
        boolean abbreviation =
                mixedCase && length <= 4 && length > 0 && Paragraphs.isCapitals(text.substring(word, at));
        return !abbreviation;
    }
}
