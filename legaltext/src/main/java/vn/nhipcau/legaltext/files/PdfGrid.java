package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.nhipcau.legaltext.files.PdfLine.Glyph;
import vn.nhipcau.legaltext.files.PdfPage.Rule;

/** A table as its drawn rules show it. */
final class PdfGrid {
    private static final int MOST_RULES = 2_000;

    private final List<Rule> horizontal;
    private final List<Rule> vertical;
    private final List<Float> rows;
    private final List<Float> columns;
    private final List<Glyph>[][] cells;

    private PdfGrid(List<Rule> rules) {
        horizontal = rules.stream().filter(Rule::horizontal).toList();
        vertical = rules.stream().filter(rule -> !rule.horizontal()).toList();
        rows = places(horizontal);
        columns = places(vertical);
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Glyph>[][] empty = new List[Math.max(0, rows.size() - 1)][Math.max(0, columns.size() - 1)];
        cells = empty;
        for (List<Glyph>[] row : cells) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new ArrayList<>();
            }
        }
    }

    /** The tables of a page: groups of rules that meet, with at least two columns; fewer make a frame. */
    static List<PdfGrid> of(PdfPage page) {
        List<Rule> rules = joined(page.rules());
        if (rules.size() > MOST_RULES) {
            return List.of();
        }
        var grids = new ArrayList<PdfGrid>();
        var left = new ArrayList<>(rules);
        while (!left.isEmpty()) {
            var group = new ArrayList<>(List.of(left.removeLast()));
            for (int i = 0; i < group.size(); i++) {
                Rule rule = group.get(i);
                List<Rule> met =
                        left.stream().filter(other -> meet(rule, other)).toList();
                group.addAll(met);
                left.removeAll(met);
            }
            var grid = new PdfGrid(group);
            if (grid.rows.size() > 1 && grid.columns.size() > 2) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparing(PdfGrid::top));
        return grids;
    }

    float top() {
        return rows.getFirst();
    }

    List<Float> columns() {
        return columns;
    }

    /** Whether the character stands in one of the cells, which then keeps it. */
    boolean take(Glyph glyph) {
        float middle = glyph.baseline() - glyph.size() / 3;
        int row = between(rows, middle);
        int column = between(columns, (glyph.left() + glyph.right()) / 2);
        if (row < 0 || column < 0) {
            return false;
        }
        while (column > 0 && !parted(vertical, columns.get(column), middle)) {
            column--;
        }
        while (row > 0 && continues(row, column)) {
            row--;
        }
        cells[row][column].add(glyph);
        return true;
    }

    boolean isEmpty() {
        for (List<Glyph>[] row : cells) {
            for (List<Glyph> cell : row) {
                if (!cell.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    List<Block.Row> blocks() {
        var out = new ArrayList<Block.Row>();
        for (int row = 0; row < cells.length; row++) {
            var blocks = new ArrayList<Block.Cell>();
            for (int column = 0; column < cells[row].length; ) {
                int next = column + 1;
                while (next < cells[row].length && !parted(vertical, columns.get(next), middleOf(row))) {
                    next++;
                }
                List<Block> content = PdfPage.lines(cells[row][column]).stream()
                        .<Block>map(line -> new Block.Paragraph(line.text()))
                        .toList();
                boolean continued = row > 0 && continues(row, column);
                blocks.add(new Block.Cell(content, next - column, continued));
                column = next;
            }
            out.add(new Block.Row(blocks));
        }
        return out;
    }

    /** Whether the cell is the lower part of the one above it. */
    private boolean continues(int row, int column) {
        return !parted(horizontal, rows.get(row), (columns.get(column) + columns.get(column + 1)) / 2);
    }

    private float middleOf(int row) {
        return (rows.get(row) + rows.get(row + 1)) / 2;
    }

    private static boolean parted(List<Rule> rules, float at, float place) {
        return rules.stream().anyMatch(rule -> Math.abs(rule.at() - at) <= PdfPage.TOUCH && rule.covers(place));
    }

    private static int between(List<Float> places, float place) {
        for (int i = 0; i + 1 < places.size(); i++) {
            if (places.get(i) <= place && place <= places.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Float> places(List<Rule> rules) {
        var places = new ArrayList<Float>();
        for (Rule rule : rules.stream().sorted(Comparator.comparing(Rule::at)).toList()) {
            if (places.isEmpty() || rule.at() - places.getLast() > PdfPage.TOUCH) {
                places.add(rule.at());
            }
        }
        return places;
    }

    private static boolean meet(Rule a, Rule b) {
        return a.horizontal() != b.horizontal() && a.covers(b.at()) && b.covers(a.at());
    }

    /** Word draws one line in many pieces. */
    private static List<Rule> joined(List<Rule> rules) {
        var joined = new ArrayList<Rule>();
        for (boolean horizontal : new boolean[] {true, false}) {
            List<Rule> sorted = rules.stream()
                    .filter(rule -> rule.horizontal() == horizontal)
                    .sorted(Comparator.comparing((Rule rule) -> Math.round(rule.at() / 1.5f))
                            .thenComparing(Rule::from))
                    .toList();
            Rule open = null;
            for (Rule rule : sorted) {
                if (open != null
                        && Math.abs(open.at() - rule.at()) <= 1.5f
                        && rule.from() - open.to() <= PdfPage.TOUCH) {
                    open = new Rule(horizontal, open.at(), open.from(), Math.max(open.to(), rule.to()));
                } else {
                    if (open != null) {
                        joined.add(open);
                    }
                    open = rule;
                }
            }
            if (open != null) {
                joined.add(open);
            }
        }
        return joined;
    }
}
