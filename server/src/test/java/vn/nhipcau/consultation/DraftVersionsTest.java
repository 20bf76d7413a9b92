package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcau.consultation.NewConsultation.NewClause;

class DraftVersionsTest {
    private static final String WATER =
            "Đến năm 2030 có 95 phần trăm hộ dân nông thôn dùng nước sạch theo quy chuẩn quốc gia.";

    private static Clause old(String anchor, String heading, String text) {
        return new Clause(1, anchor, 1, 1, heading, text);
    }

    private static NewClause fresh(String anchor, String heading, String text) {
        return new NewClause(anchor, 1, heading, text);
    }

    private static List<String> anchors(List<Clause> before, NewClause... after) {
        return DraftVersions.match(before, List.of(after)).stream()
                .map(NewClause::anchor)
                .toList();
    }

    @Test
    void a_section_that_moved_keeps_its_opinions_and_the_newcomer_gets_an_anchor_of_its_own() {
        List<Clause> before = List.of(old("1", "1. Kinh tế", ""), old("2", "2. Xã hội", ""));
        assertThat(anchors(
                        before,
                        fresh("1", "1. Môi trường", ""),
                        fresh("2", "2. Kinh tế", ""),
                        fresh("3", "3. Xã hội", "")))
                .containsExactly("1-2", "1", "2");
    }

    @Test
    void a_section_with_another_name_and_the_same_text_is_the_same() {
        assertThat(anchors(
                        List.of(old("5", "5. Nước sạch", WATER)),
                        fresh("7", "7. Cấp nước nông thôn", WATER.replace("95", "98"))))
                .containsExactly("5");
    }

    @Test
    void changes_are_shown_word_by_word_and_put_together_give_both_texts() {
        List<Change.Piece> pieces = Change.pieces(WATER, WATER.replace("95", "98") + "\nBáo cáo hằng năm.");
        assertThat(pieces)
                .contains(new Change.Piece(Change.Kind.REMOVED, "95 "), new Change.Piece(Change.Kind.ADDED, "98 "));
        assertThat(words(pieces, Change.Kind.ADDED)).isEqualTo(WATER);
        assertThat(words(pieces, Change.Kind.REMOVED)).isEqualTo(WATER.replace("95", "98") + "\nBáo cáo hằng năm.");
    }

    private static String words(List<Change.Piece> pieces, Change.Kind without) {
        return pieces.stream()
                .filter(piece -> piece.kind() != without)
                .map(Change.Piece::words)
                .reduce("", String::concat);
    }

    @Test
    void what_came_what_went_and_what_stayed_is_told_apart() {
        List<Change> changes = Change.between(
                List.of(old("1", "1. Kinh tế", "a"), old("2", "2. Xã hội", "b")),
                List.of(old("1", "1. Kinh tế", "a"), old("3", "3. Môi trường", "c")));
        assertThat(changes.stream().map(change -> change.kind() + " " + change.anchor()))
                .containsExactly("ADDED 3", "REMOVED 2");
    }
}
