package vn.nhipcau.legaltext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands at the top of a document, as far as a letterhead and a title can reach, and where its parts were found. */
final class HeadText {
    static final int LINES = 70;
    private static final int LENGTH = 20_000;

    private final String source;
    private final List<Line> lines;
    private final String text;
    private final String folded;
    private final Map<String, Span> spans = new HashMap<>();

    HeadText(String source, List<Line> lines) {
        this.source = source;
        this.lines = lines;
        this.text = source.substring(0, end(lines));
        this.folded = Folding.fold(text);
    }

    private static int end(List<Line> lines) {
        int end = lines.isEmpty()
                ? 0
                : lines.get(Math.min(LINES, lines.size()) - 1).end();
        return Math.min(end, LENGTH);
    }

    /** The whole document. */
    String source() {
        return source;
    }

    /** The lines of the whole document. */
    List<Line> lines() {
        return lines;
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    int length() {
        return text.length();
    }

    /** Where the first match begins, or -1. */
    int find(Pattern pattern) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.find() ? matcher.start() : -1;
    }

    // ---- where the parts were found

    Map<String, Span> spans() {
        return Map.copyOf(spans);
    }

    @Nullable
    Span span(String field) {
        return spans.get(field);
    }

    void found(String field, Span span) {
        spans.put(field, span);
    }

    /** As {@link #found}, without the white space at both ends. */
    void foundWithin(String field, int start, int end) {
        int from = Math.max(start, 0);
        int to = Math.max(end, from);
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        spans.put(field, new Span(from, to));
    }

    /** Behind everything when the part was not found. */
    int startOf(String field) {
        Span span = spans.get(field);
        return span == null ? Integer.MAX_VALUE : span.start();
    }

    /** Before everything when the part was not found. */
    int endOf(String field) {
        Span span = spans.get(field);
        return span == null ? 0 : span.end();
    }
}
