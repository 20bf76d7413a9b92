package vn.nhipcau.legaltext.files;

import java.util.List;

/** What a document is made of, whatever its format. */
sealed interface Block {

    /** One paragraph; {@code \n} within it is a line break set by hand. */
    record Paragraph(String text) implements Block {}

    record Table(List<Row> rows) implements Block {}

    record Row(List<Cell> cells) {}

    /**
     * @param columns how many columns of the grid it covers
     * @param continued the lower part of a cell merged over several rows; it has no blocks of its own
     */
    record Cell(List<Block> blocks, int columns, boolean continued) {}
}
