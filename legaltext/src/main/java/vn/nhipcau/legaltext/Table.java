package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of tasks (“TT | nội dung | chủ trì | phối hợp | thời gian”), flattened to one cell a paragraph or kept with
 * bars between its cells.
 */
final class Table {
    enum Column {
        ORDER,
        TASK,
        LEAD,
        WITH,
        TIME,
        PRODUCT,
        OTHER
    }

    /** One task; {@code place} is its number in the table. */
    record Row(
            String place,
            @Nullable Passage task,
            @Nullable Passage lead,
            @Nullable Passage with,
            @Nullable Passage time,
            Passage whole) {}

    private static final Pattern ORDER_HEAD = Pattern.compile("^(?:tt|stt|số tt|số thứ tự)$");
    private static final Pattern ORDER_CELL = Pattern.compile("^\\(?\\d{1,3}(?:\\.\\d{1,2}){0,2}[.)]?$");
    private static final Pattern GROUP_CELL = Pattern.compile("^(?:[IVX]{1,5}|[A-E])[.]?$");
    private static final Pattern TIME_HEAD = Pattern.compile("thời gian|thời hạn|tiến độ|thời điểm|hoàn thành|hạn ");
    private static final Pattern WITH_HEAD = Pattern.compile("phối hợp");
    private static final Pattern LEAD_HEAD =
            Pattern.compile("chủ trì|thực hiện|đầu mối|phụ trách|phân công|trách nhiệm|cơ quan|đơn vị");
    private static final Pattern PRODUCT_HEAD = Pattern.compile("sản phẩm|kết quả|đầu ra");
    private static final Pattern TASK_HEAD =
            Pattern.compile("nội dung|nhiệm vụ|công việc|hoạt động|tên|mục tiêu|chỉ tiêu|giải pháp");
    private static final Pattern OTHER_HEAD = Pattern.compile("ghi chú|kinh phí|mã số|lãnh đạo|đơn vị tính|đvt|căn cứ");
    private static final int HEAD_LENGTH = 70;
    private static final int MOST_COLUMNS = 12;

    private final List<Row> rows;
    private final int end;

    private Table(List<Row> rows, int end) {
        this.rows = rows;
        this.end = end;
    }

    List<Row> rows() {
        return rows;
    }

    /** Index of the first clause behind the table. */
    int end() {
        return end;
    }

    /** @return null when no table of tasks begins at {@code start} */
    static @Nullable Table at(List<Clause> clauses, int start) {
        Passage first = clauses.get(start).paragraph().passage();
        if (first.text().indexOf('|') >= 0) {
            return barred(clauses, start);
        }
        return ORDER_HEAD.matcher(first.folded()).matches() ? flattened(clauses, start) : null;
    }

    // ---- one row a line

    private static @Nullable Table barred(List<Clause> clauses, int start) {
        List<Passage> head = cells(clauses.get(start).paragraph().passage());
        List<Column> columns = columns(head.stream().map(Passage::folded).toList());
        if (!ofTasks(columns)) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        int at = start + 1;
        for (; at < clauses.size(); at++) {
            Passage line = clauses.get(at).paragraph().passage();
            if (line.text().indexOf('|') < 0) {
                break;
            }
            List<Passage> cells = cells(line);
            if (cells.size() >= Math.max(3, columns.size() - 1)) {
                rows.add(row(columns, cells, line));
            }
        }
        return new Table(rows, at);
    }

    private static List<Passage> cells(Passage line) {
        List<Passage> cells = new ArrayList<>();
        int start = 0;
        String text = line.text();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '|') {
                cells.add(line.part(start, i));
                start = i + 1;
            }
        }
        return cells;
    }

    // ---- one cell a paragraph

    private static @Nullable Table flattened(List<Clause> clauses, int start) {
        List<String> head = new ArrayList<>();
        int at = start;
        while (at < clauses.size() && head.size() < MOST_COLUMNS) {
            Passage cell = clauses.get(at).paragraph().passage();
            if (startsRow(cell) || GROUP_CELL.matcher(cell.text()).matches() || cell.length() > HEAD_LENGTH) {
                break;
            }
            head.add(cell.folded());
            at++;
        }
        List<Column> columns = columns(head);
        if (!ofTasks(columns)) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        List<Passage> cells = new ArrayList<>();
        for (; at < clauses.size(); at++) {
            Clause clause = clauses.get(at);
            Passage cell = clause.paragraph().passage();
            if (endsTable(clause, cells, columns)) {
                break;
            }
            boolean full = cells.size() >= columns.size()
                    && GROUP_CELL.matcher(cell.text()).matches();
            if (startsRow(cell) || full) {
                addRow(rows, columns, cells, clauses);
                cells = new ArrayList<>();
            }
            cells.add(cell);
        }
        addRow(rows, columns, cells, clauses);
        return new Table(rows, at);
    }

    private static boolean startsRow(Passage cell) {
        return cell.length() <= 8 && ORDER_CELL.matcher(cell.text()).matches();
    }

    private static boolean endsTable(Clause clause, List<Passage> cells, List<Column> columns) {
        Marker marker = clause.marker();
        boolean heading = marker != null
                && (marker.kind().structural()
                        || marker.kind() == Marker.Kind.ARTICLE
                        || marker.kind() == Marker.Kind.FOOTNOTE)
                && clause.body().length() > 0;
        return heading || cells.size() > columns.size() * 3;
    }

    private static void addRow(List<Row> rows, List<Column> columns, List<Passage> cells, List<Clause> clauses) {
        if (cells.size() < 3 || !startsRow(cells.getFirst())) {
            return;
        }
        if (cells.size() == columns.size()) {
            rows.add(row(columns, cells, cells.get(1)));
            return;
        }
        rows.add(guessed(cells));
    }

    /** Cells that were empty have left no trace: tell them by what they say. */
    private static Row guessed(List<Passage> cells) {
        Passage task = cells.get(1);
        Passage lead = null;
        Passage with = null;
        Passage time = null;
        for (Passage cell : cells.subList(2, cells.size())) {
            UnitPhrase unit = UnitPhrase.at(cell, 0);
            if (unit != null && lead == null) {
                lead = cell;
            } else if (unit != null && with == null) {
                with = cell;
            } else if (unit == null && cell.length() < 80) {
                time = cell;
            }
        }
        return new Row(cells.getFirst().text(), task, lead, with, time, task);
    }

    private static Row row(List<Column> columns, List<Passage> cells, Passage whole) {
        return new Row(
                cells.getFirst().text(),
                cell(Column.TASK, columns, cells),
                cell(Column.LEAD, columns, cells),
                cell(Column.WITH, columns, cells),
                cell(Column.TIME, columns, cells),
                whole);
    }

    private static @Nullable Passage cell(Column column, List<Column> columns, List<Passage> cells) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() || cells.get(at).isEmpty() ? null : cells.get(at);
    }

    private static boolean ofTasks(List<Column> columns) {
        return columns.contains(Column.TASK) && (columns.contains(Column.TIME) || columns.contains(Column.LEAD));
    }

    private static List<Column> columns(List<String> head) {
        List<Column> columns = new ArrayList<>();
        for (String cell : head) {
            columns.add(column(cell, columns));
        }
        return columns;
    }

    private static Column column(String cell, List<Column> before) {
        if (ORDER_HEAD.matcher(cell).matches()) {
            return Column.ORDER;
        }
        if (OTHER_HEAD.matcher(cell).find()) {
            return Column.OTHER;
        }
        if (TIME_HEAD.matcher(cell).find() && !cell.contains("nội dung")) {
            return Column.TIME;
        }
        if (WITH_HEAD.matcher(cell).find()) {
            return cell.contains("chủ trì") ? Column.LEAD : Column.WITH;
        }
        if (TASK_HEAD.matcher(cell).find() && !before.contains(Column.TASK)) {
            return Column.TASK;
        }
        if (PRODUCT_HEAD.matcher(cell).find()) {
            return Column.PRODUCT;
        }
        return LEAD_HEAD.matcher(cell).find() && !before.contains(Column.LEAD) ? Column.LEAD : Column.OTHER;
    }
}
