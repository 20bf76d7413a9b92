package vn.nhipcau.legaltext;

/** A passage of the text that was read: characters {@code start} (counted) to {@code end} (not counted). */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
