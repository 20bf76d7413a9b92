package vn.nhipcau.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileNameTest {

    @Test
    void paths_are_those_of_the_public_format() {
        assertThat(new TileName(0, 0, 256).path()).isEqualTo("tile/0/000");
        assertThat(new TileName(3, 1_234_067, 256).path()).isEqualTo("tile/3/x001/x234/067");
        assertThat(new TileName(1, 1_000, 17).path()).isEqualTo("tile/1/x001/000.p/17");
        assertThat(new TileName(TileName.ENTRIES, 999, 255).path()).isEqualTo("tile/entries/999.p/255");
    }

    @Test
    void a_tree_of_70000_leaves_has_the_tiles_that_the_format_names_as_its_example() {
        assertThat(TileName.of(0, 272, 70_000).width()).isEqualTo(256);
        assertThat(TileName.of(0, 273, 70_000).width()).isEqualTo(112);
        assertThat(TileName.of(1, 0, 70_000).width()).isEqualTo(256);
        assertThat(TileName.of(1, 1, 70_000).width()).isEqualTo(17);
        assertThat(TileName.of(2, 0, 70_000).width()).isEqualTo(1);
        assertThat(TileName.items(3, 70_000)).isZero();
    }

    @Test
    void the_highest_levels_of_the_largest_tree_do_not_overflow() {
        assertThat(TileName.items(7, Long.MAX_VALUE)).isEqualTo(127);
        assertThat(TileName.items(8, Long.MAX_VALUE)).isZero();
    }
}
