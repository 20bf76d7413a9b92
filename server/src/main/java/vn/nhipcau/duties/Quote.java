package vn.nhipcau.duties;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.Span;

/** Finds words of a directive in its text although blanks and line breaks differ: as printed, or as somebody copied them. */
final class Quote {
    private final String text;
    private final String letters;
    /** Where each of the letters stands in the text. */
    private final int[] places;

    private Quote(String text) {
        this.text = text;
        StringBuilder found = new StringBuilder(text.length());
        int[] at = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!blank(text.charAt(i))) {
                at[found.length()] = i;
                found.append(text.charAt(i));
            }
        }
        this.letters = found.toString();
        this.places = at;
    }

    static Quote in(String text) {
        return new Quote(text);
    }

    /** The span itself where it still holds the words, else the first place where they stand. */
    Optional<Span> find(String words, @Nullable Span span) {
        String wanted = letters(words);
        if (wanted.isEmpty()) {
            return Optional.ofNullable(span).filter(this::inside);
        }
        if (span != null && inside(span) && letters(span.of(text)).equals(wanted)) {
            return Optional.of(span);
        }
        int start = letters.indexOf(wanted);
        return start < 0
                ? Optional.empty()
                : Optional.of(new Span(places[start], places[start + wanted.length() - 1] + 1));
    }

    private boolean inside(Span span) {
        return span.end() <= text.length();
    }

    private static String letters(String words) {
        StringBuilder letters = new StringBuilder(words.length());
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .chars()
                .filter(c -> !blank((char) c))
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
