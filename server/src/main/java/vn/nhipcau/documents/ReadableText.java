package vn.nhipcau.documents;

import java.util.regex.Pattern;

/**
 * A document's text as it is comfortable to read on a page. Files in the wild break lines in the middle of sentences;
 * such a break becomes a blank. Every character stays at its place, so that spans keep their meaning.
 */
public final class ReadableText {
    /**
     * A break after a word or comma and before a small letter, or before the figure or name that a small word leads to.
     * Lists are left alone: their items begin with a mark, a number with its dot, or a capital.
     */
    private static final Pattern BROKEN_LINE = Pattern.compile(
            "(?<=[\\p{L}\\p{N},])\\n(?=\\p{Ll}(?![).]))|(?<=[\\p{Ll},])\\n(?=\\p{N}+[^.)\\d])|(?<=,)\\n(?=\\p{Lu})");

    private static final Pattern WIDE_GAP = Pattern.compile("\\n(?:\\h*\\n){2,}");

    private ReadableText() {}

    /** As long as the text itself. */
    public static String of(String text) {
        return BROKEN_LINE.matcher(text).replaceAll(" ");
    }

    /** For a piece that is shown and in which nothing is counted any more. */
    public static String withoutWideGaps(String piece) {
        return WIDE_GAP.matcher(piece).replaceAll("\n\n");
    }
}
