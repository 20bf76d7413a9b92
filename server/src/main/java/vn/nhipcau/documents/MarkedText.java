package vn.nhipcau.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.nhipcau.legaltext.Span;

/**
 * A text cut at the edges of the passages that are marked in it, so that passages which overlap can each be shown: every
 * piece knows all the marks that cover it.
 */
public final class MarkedText {
    private MarkedText() {}

    /**
     * @param id names the mark on the page
     * @param <T> what the page knows about the passage
     */
    public record Mark<T>(T id, Span span) {}

    /**
     * @param covering marks over this piece, longest first
     * @param starting those of them that begin here: where an anchor belongs
     */
    public record Piece<T>(String text, List<T> covering, List<T> starting) {}

    /** Marks that reach beyond the text are cut to it; empty ones are left out. */
    public static <T> List<Piece<T>> pieces(String text, List<Mark<T>> marks) {
        List<Mark<T>> within = marks.stream()
                .map(mark -> new Mark<>(mark.id(), cut(mark.span(), text.length())))
                .filter(mark -> mark.span().start() < mark.span().end())
                .sorted(Comparator.comparingInt((Mark<T> mark) -> mark.span().start())
                        .thenComparing(Comparator.comparingInt(
                                        (Mark<T> mark) -> mark.span().end())
                                .reversed()))
                .toList();
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
        for (Mark<T> mark : within) {
            edges.add(mark.span().start());
            edges.add(mark.span().end());
        }
        List<Piece<T>> pieces = new ArrayList<>();
        int from = 0;
        for (int to : edges.tailSet(0, false)) {
            pieces.add(piece(text, within, from, to));
            from = to;
        }
        return pieces;
    }

    private static <T> Piece<T> piece(String text, List<Mark<T>> marks, int from, int to) {
        List<T> covering = new ArrayList<>();
        List<T> starting = new ArrayList<>();
        for (Mark<T> mark : marks) {
            if (mark.span().start() <= from && mark.span().end() >= to) {
                covering.add(mark.id());
                if (mark.span().start() == from) {
                    starting.add(mark.id());
                }
            }
        }
        return new Piece<>(text.substring(from, to), List.copyOf(covering), List.copyOf(starting));
    }

    private static Span cut(Span span, int length) {
        return new Span(Math.min(span.start(), length), Math.min(span.end(), length));
    }
}
