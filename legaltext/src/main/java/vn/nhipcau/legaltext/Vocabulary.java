package vn.nhipcau.legaltext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of phrases that can be looked up at a place in a text. */
final class Vocabulary {
    static final Vocabulary UNIT_HEADS = load("unit-heads.txt");
    static final Vocabulary DUTY_VERBS = load("duty-verbs.txt");

    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Vocabulary(List<String> phrases) {
        for (String phrase : phrases) {
            byFirstWord
                    .computeIfAbsent(firstWord(phrase, 0), word -> new ArrayList<>())
                    .add(phrase);
        }
        byFirstWord.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
    }

    /** Length of the longest phrase that stands at {@code from}, as whole words; 0 if none does. */
    int at(String folded, int from) {
        List<String> candidates = byFirstWord.get(firstWord(folded, from));
        if (candidates == null) {
            return 0;
        }
        for (String phrase : candidates) {
            if (folded.startsWith(phrase, from) && endsWord(folded, from + phrase.length())) {
                return phrase.length();
            }
        }
        return 0;
    }

    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    static boolean endsWord(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static Vocabulary load(String name) {
        try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            List<String> phrases = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Folding::key)
                    .toList();
            return new Vocabulary(phrases);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
