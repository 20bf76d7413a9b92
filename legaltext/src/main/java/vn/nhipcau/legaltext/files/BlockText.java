package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Blocks as lines of text. A table that only places things beside each other (the head of a document, its signature)
 * becomes its cells' paragraphs, in the order of {@link HeadRows}; a table of data becomes one line a row, cells parted by
 * {@code |}, as the text editions of official documents have it.
 */
final class BlockText {
    /** What stands in the head or foot of a document that follows Nghị định 30/2020/NĐ-CP or Hướng dẫn 36-HD/VPTW. */
    private static final Pattern HEAD_OR_FOOT = Pattern.compile(
            "HÒA XÃ HỘI CHỦ NGHĨA|HOÀ XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập"
                    + "|^Nơi nhận|^(TM|KT|TL|TUQ|T/M|Q)\\.",
            Pattern.MULTILINE);

    private static final Pattern NUMBERED_HEAD = Pattern.compile("S?TT|Số TT|Số thứ tự", Pattern.CASE_INSENSITIVE);
    private static final int FOOT_ROWS = 8;
    private static final int PLAIN_ROWS = 2;

    private BlockText() {}

    static String of(List<Block> blocks) {
        var lines = new ArrayList<String>();
        blocks.forEach(block -> append(block, lines));
        return String.join("\n", lines);
    }

    private static void append(Block block, List<String> lines) {
        switch (block) {
            case Block.Paragraph(String text) -> lines.add(text);
            case Block.Table(List<Block.Row> rows) -> {
                if (placesOnly(rows)) {
                    appendColumns(rows, lines);
                } else {
                    appendRows(rows, lines);
                }
            }
        }
    }

    private static boolean placesOnly(List<Block.Row> rows) {
        var texts = rows.stream()
                .map(row -> row.cells().stream()
                        .map(cell -> of(cell.blocks()).strip())
                        .filter(text -> !text.isEmpty())
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
        int widest = texts.stream().mapToInt(List::size).max().orElse(0);
        if (widest <= 1) {
            return true;
        }
        if (widest > 2 || texts.size() > FOOT_ROWS) {
            return false;
        }
        if (texts.stream().flatMap(List::stream).anyMatch(HEAD_OR_FOOT.asPredicate())) {
            return true;
        }
        return texts.size() <= PLAIN_ROWS
                && !NUMBERED_HEAD.matcher(texts.getFirst().getFirst()).matches();
    }

    /** A row that has one cell only is read where it stands: it parts what is above it from what is below. */
    private static void appendColumns(List<Block.Row> rows, List<String> lines) {
        var left = new ArrayList<Block>();
        var right = new ArrayList<Block>();
        for (Block.Row row : rows) {
            List<List<Block>> cells = row.cells().stream()
                    .map(Block.Cell::blocks)
                    .filter(blocks -> !of(blocks).isBlank())
                    .toList();
            if (row.cells().size() == 1) {
                appendBeside(left, right, lines);
                cells.forEach(blocks -> blocks.forEach(block -> append(block, lines)));
            } else if (cells.size() == 1 && !row.cells().getFirst().blocks().equals(cells.getFirst())) {
                right.addAll(cells.getFirst());
            } else if (!cells.isEmpty()) {
                left.addAll(cells.getFirst());
                cells.stream().skip(1).forEach(right::addAll);
            }
        }
        appendBeside(left, right, lines);
    }

    private static void appendBeside(List<Block> left, List<Block> right, List<String> lines) {
        HeadRows.of(left, right, block -> of(List.of(block)))
                .forEach(part -> part.forEach(block -> append(block, lines)));
        left.clear();
        right.clear();
    }

    /**
     * Each row says everything that holds for it: a cell merged over several rows is said again in each, because
     * “31/12/2026” beside three tasks is the date of all three.
     */
    private static void appendRows(List<Block.Row> rows, List<String> lines) {
        Map<Integer, String> above = new HashMap<>();
        for (Block.Row row : rows) {
            var cells = new ArrayList<String>();
            int column = 0;
            for (Block.Cell cell : row.cells()) {
                String text = cell.continued()
                        ? above.getOrDefault(column, "")
                        : of(cell.blocks())
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining(" "));
                above.put(column, text);
                cells.add(text);
                column += cell.columns();
            }
            if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                lines.add(String.join(" | ", cells));
            }
        }
    }
}
