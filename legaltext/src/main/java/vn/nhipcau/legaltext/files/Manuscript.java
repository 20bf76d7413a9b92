package vn.nhipcau.legaltext.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A document while it is read: every format writes its paragraphs and tables here in reading order. Tolerates what
 * damaged files do (cells outside rows, tables never closed) and enforces the limits on depth and length.
 */
final class Manuscript {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<OpenTable> open = new ArrayDeque<>();
    private int characters;

    void paragraph(String text) throws UnreadableFile {
        count(text);
        here().add(new Block.Paragraph(text));
    }

    /** A footnote: kept out of the sentence that it hangs on and put at the end. */
    void note(String text) throws UnreadableFile {
        count(text);
        notes.add(text);
    }

    void openTable() throws UnreadableFile {
        if (open.size() == Limits.TABLE_DEPTH) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
        }
        open.push(new OpenTable());
    }

    void openRow() {
        if (!open.isEmpty()) {
            open.element().openRow();
        }
    }

    void openCell(int columns, boolean continued) {
        if (!open.isEmpty()) {
            open.element().openCell(Math.clamp(columns, 1, 100), continued);
        }
    }

    void closeTable() {
        if (!open.isEmpty()) {
            Block table = open.pop().close();
            here().add(table);
        }
    }

    /** A table that was put together elsewhere. */
    void table(List<Block.Row> rows) throws UnreadableFile {
        openTable();
        for (Block.Row row : rows) {
            openRow();
            for (Block.Cell cell : row.cells()) {
                openCell(cell.columns(), cell.continued());
                for (Block block : cell.blocks()) {
                    switch (block) {
                        case Block.Paragraph(String text) -> paragraph(text);
                        case Block.Table(List<Block.Row> inner) -> table(inner);
                    }
                }
            }
        }
        closeTable();
    }

    private List<Block> blocks() {
        while (!open.isEmpty()) {
            closeTable();
        }
        return List.copyOf(blocks);
    }

    String text() {
        var text = new StringBuilder(BlockText.of(blocks()));
        for (String note : notes) {
            text.append('\n').append(note);
        }
        return text.toString();
    }

    private void count(String text) throws UnreadableFile {
        characters += text.length();
        if (characters > Limits.TEXT_CHARACTERS) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
        }
    }

    private List<Block> here() {
        return open.isEmpty() ? blocks : open.element().content();
    }

    private static final class OpenTable {
        private final List<Block.Row> rows = new ArrayList<>();
        private List<Block.Cell> row = new ArrayList<>();
        private List<Block> cell = new ArrayList<>();
        private int columns = 1;
        private boolean continued;
        private boolean inCell;

        void openRow() {
            closeRow();
        }

        void openCell(int columns, boolean continued) {
            closeCell();
            this.columns = columns;
            this.continued = continued;
            inCell = true;
        }

        List<Block> content() {
            inCell = true;
            return cell;
        }

        Block.Table close() {
            closeRow();
            return new Block.Table(rows);
        }

        private void closeRow() {
            closeCell();
            if (!row.isEmpty()) {
                rows.add(new Block.Row(row));
                row = new ArrayList<>();
            }
        }

        private void closeCell() {
            if (inCell) {
                row.add(new Block.Cell(cell, columns, continued));
                cell = new ArrayList<>();
                columns = 1;
                continued = false;
                inCell = false;
            }
        }
    }
}
