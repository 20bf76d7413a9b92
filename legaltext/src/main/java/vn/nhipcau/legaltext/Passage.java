package vn.nhipcau.legaltext;

import java.util.Arrays;

/**
 * A stretch of the text as a person reads it: lines joined, white space collapsed. Every character knows where it
 * stands in the normalised text.
 */
final class Passage {
    private final String text;
    private final String folded;
    private final int[] offsets;

    private Passage(String text, String folded, int[] offsets) {
        this.text = text;
        this.folded = folded;
        this.offsets = offsets;
    }

    String text() {
        return text;
    }

    /** {@link Folding#fold folded}, same length as {@link #text()}. */
    String folded() {
        return folded;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Where the passage begins in the normalised text. */
    int start() {
        return isEmpty() ? 0 : offsets[0];
    }

    Span span() {
        return span(0, length());
    }

    Span span(int from, int to) {
        if (isEmpty()) {
            return new Span(0, 0);
        }
        if (from >= to) {
            int at = offsets[Math.min(from, length() - 1)];
            return new Span(at, at);
        }
        return new Span(offsets[from], offsets[to - 1] + 1);
    }

    Passage part(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return new Passage(
                text.substring(start, end), folded.substring(start, end), Arrays.copyOfRange(offsets, start, end));
    }

    /** From the beginning of one part of this passage to the end of another. */
    Passage between(Passage first, Passage last) {
        int from = Arrays.binarySearch(offsets, first.start());
        int to = Arrays.binarySearch(offsets, last.offsets[last.length() - 1]);
        return part(from, to + 1);
    }

    @Override
    public String toString() {
        return text;
    }

    static Passage of(String source, int start, int end) {
        Builder builder = new Builder(end - start);
        builder.append(source, start, end);
        return builder.build();
    }

    /** Joins pieces of one source text, in their order. */
    static final class Builder {
        private final StringBuilder text;
        private int[] offsets;

        Builder(int capacity) {
            text = new StringBuilder(capacity + 16);
            offsets = new int[capacity + 16];
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        Builder append(String source, int start, int end) {
            boolean space = !text.isEmpty();
            for (int i = start; i < end; i++) {
                char c = source.charAt(i);
                if (c <= ' ') {
                    space = !text.isEmpty();
                } else {
                    if (space && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                        put(' ', i - 1);
                    }
                    space = false;
                    put(c, i);
                }
            }
            return this;
        }

        private void put(char c, int offset) {
            if (text.length() == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[text.length()] = Math.max(offset, 0);
            text.append(c);
        }

        Passage build() {
            String joined = text.toString();
            return new Passage(joined, Folding.fold(joined), Arrays.copyOf(offsets, joined.length()));
        }
    }
}
