package vn.nhipcau.publication;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcau.vitext.Fold;

/**
 * The same words in the document and on the page, each with what stands around them. Compared by words without marks, since
 * pages are typeset anew: other spaces, other quotation marks, sometimes no diacritics.
 */
final class SideBySide {
    /** Words shown before and after the passage. */
    private static final int AROUND = 60;

    private static final int LONGEST = 220;
    private static final int SHORTEST = 6;

    private SideBySide() {}

    /** A text in three parts; the middle is what agrees. */
    record Marked(String before, String passage, String after) {
        boolean found() {
            return !passage.isEmpty();
        }
    }

    /** One word and where it stands. */
    private record Word(String plain, int from, int to) {}

    /** @param passage that was found, as it stands on the page */
    static Marked in(String text, String passage) {
        List<Word> words = words(text);
        List<Word> wanted = words(passage);
        // The passage may go on where the other text says something else: its longest start that is there counts.
        int best = 0;
        int at = 0;
        for (int i = 0; i < words.size() && !wanted.isEmpty(); i++) {
            int n = 0;
            while (n < wanted.size()
                    && n < LONGEST
                    && i + n < words.size()
                    && words.get(i + n).plain().equals(wanted.get(n).plain())) {
                n++;
            }
            if (n > best) {
                best = n;
                at = i;
            }
        }
        if (best < Math.min(SHORTEST, wanted.size()) || best == 0) {
            return new Marked(start(text, words, AROUND * 2), "", "");
        }
        int from = words.get(at).from();
        int to = words.get(at + best - 1).to();
        int begin = words.get(Math.max(0, at - AROUND)).from();
        int end = words.get(Math.min(words.size() - 1, at + best - 1 + AROUND)).to();
        return new Marked(
                (at > AROUND ? "… " : "") + text.substring(begin, from),
                text.substring(from, to),
                text.substring(to, end) + (at + best + AROUND < words.size() ? " …" : ""));
    }

    private static String start(String text, List<Word> words, int count) {
        return words.isEmpty()
                ? ""
                : text.substring(0, words.get(Math.min(count, words.size()) - 1).to())
                        + (words.size() > count ? " …" : "");
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length()
                    && (Character.isLetterOrDigit(text.charAt(i))
                            || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK);
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                words.add(new Word(Fold.plain(text.substring(from, i)), from, i));
                from = -1;
            }
        }
        return words;
    }
}
