package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhipcau.documents.MarkedText.Mark;
import vn.nhipcau.documents.MarkedText.Piece;
import vn.nhipcau.legaltext.Span;

class MarkedTextTest {
    @Test
    void overlapping_marks_cut_the_text_so_that_each_piece_knows_all_that_cover_it() {
        List<Piece<String>> pieces = MarkedText.pieces("abcdef", List.of(mark("x", 1, 4), mark("y", 3, 6)));

        assertThat(pieces)
                .containsExactly(
                        new Piece<>("a", List.of(), List.of()),
                        new Piece<>("bc", List.of("x"), List.of("x")),
                        new Piece<>("d", List.of("x", "y"), List.of("y")),
                        new Piece<>("ef", List.of("y"), List.of()));
    }

    @Test
    void marks_beyond_the_text_are_cut_and_empty_ones_left_out() {
        List<Piece<String>> pieces =
                MarkedText.pieces("abc", List.of(mark("far", 2, 90), mark("gone", 50, 60), mark("empty", 1, 1)));

        assertThat(pieces)
                .containsExactly(
                        new Piece<>("ab", List.of(), List.of()), new Piece<>("c", List.of("far"), List.of("far")));
    }

    @Test
    void the_pieces_together_are_the_text() {
        List<Piece<String>> pieces = MarkedText.pieces(
                "một văn bản", List.of(mark("a", 0, 5), mark("b", 2, 11), mark("c", 2, 11), mark("d", 5, 6)));

        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo("một văn bản");
    }

    @Test
    void an_empty_text_has_no_pieces() {
        assertThat(MarkedText.pieces("", List.of(mark("a", 0, 5)))).isEmpty();
    }

    private static Mark<String> mark(String id, int start, int end) {
        return new Mark<>(id, new Span(start, end));
    }
}
