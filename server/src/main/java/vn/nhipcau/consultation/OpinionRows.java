package vn.nhipcau.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.directory.SheetFile;
import vn.nhipcau.vitext.Fold;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

/**
 * Opinions, or a hub's figures, in a table file: what is right in it and, row by row, what is wrong. Nothing is taken from a
 * file in which anything is wrong.
 */
record OpinionRows(List<Row> rows, List<Fault> faults) {
    private static final int FAULTS_SHOWN = 200;

    /**
     * @param number as the spreadsheet program counts it
     * @param clause anchor; empty: the whole draft
     * @param heads how many people a row of figures claims; 0: the row is one opinion
     */
    record Row(int number, @Nullable String clause, Stance stance, String text, int heads) {}

    record Fault(int number, String vietnamese, String english) {
        String says(Language language) {
            return language.t(vietnamese, english);
        }
    }

    private record Columns(int clause, int stance, int text, int heads) {}

    /** @param figures whether the rows are figures, with a column of heads instead of words */
    static OpinionRows read(byte[] file, List<Clause> clauses, boolean figures) {
        List<SheetFile.Line> lines = SheetFile.read(file);
        Columns columns = columns(lines.getFirst(), figures);
        Map<String, String> anchors = anchors(clauses);
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (SheetFile.Line line : lines.subList(1, lines.size())) {
            if (!line.blank()) {
                read(line, columns, anchors, figures, rows, faults);
            }
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            throw Refusal.invalid(
                    "FILE_WITHOUT_ROWS",
                    "Tệp chỉ có dòng tiêu đề. Hãy điền mỗi ý kiến một dòng.",
                    "The file has only its header. Fill in one row for each opinion.");
        }
        return new OpinionRows(rows, faults.size() > FAULTS_SHOWN ? faults.subList(0, FAULTS_SHOWN) : faults);
    }

    private static void read(
            SheetFile.Line line,
            Columns columns,
            Map<String, String> anchors,
            boolean figures,
            List<Row> rows,
            List<Fault> faults) {
        int before = faults.size();
        String clause = cell(line, columns.clause());
        String anchor = clause.isBlank() ? "" : anchors.get(Fold.plain(clause));
        if (anchor == null) {
            faults.add(new Fault(
                    line.number(),
                    "Không có điều “" + clause
                            + "” trong dự thảo. Ghi mã điều hoặc đúng tiêu đề, hoặc để trống nếu góp ý cả dự thảo.",
                    "The draft has no clause “" + clause
                            + "”. Give its code or heading, or nothing for the whole draft."));
        }
        Optional<Stance> stance = stance(cell(line, columns.stance()));
        if (stance.isEmpty()) {
            faults.add(new Fault(
                    line.number(),
                    "Thái độ “" + cell(line, columns.stance())
                            + "” không đúng. Ghi: Đồng ý; Đồng ý, có ý kiến thêm; Không đồng ý; hoặc Ý kiến khác.",
                    "The stance is none of the four: Đồng ý; Đồng ý, có ý kiến thêm; Không đồng ý; Ý kiến khác."));
        }
        String text = cell(line, columns.text());
        int heads = figures ? heads(line, columns, faults) : 0;
        if (!figures) {
            checkText(line, text, stance, faults);
        }
        if (faults.size() == before) {
            rows.add(new Row(
                    line.number(),
                    anchor == null || anchor.isEmpty() ? null : anchor,
                    stance.orElseThrow(),
                    text,
                    heads));
        }
    }

    private static void checkText(SheetFile.Line line, String text, Optional<Stance> stance, List<Fault> faults) {
        boolean wordless =
                stance.filter(s -> s == Stance.AGREE || s == Stance.DISAGREE).isPresent();
        if (text.isBlank() && stance.isPresent() && !wordless) {
            faults.add(new Fault(
                    line.number(),
                    "Thiếu nội dung: chỉ “Đồng ý” hoặc “Không đồng ý” mới có thể để trống.",
                    "The words are missing: only “Đồng ý” and “Không đồng ý” may go without."));
        }
        if (text.length() > Opinions.LONGEST_TEXT) {
            faults.add(new Fault(
                    line.number(), "Nội dung dài quá 100.000 ký tự.", "The words are longer than 100,000 characters."));
        }
    }

    private static int heads(SheetFile.Line line, Columns columns, List<Fault> faults) {
        String written = cell(line, columns.heads()).replaceAll("[.\\s]", "");
        if (!written.matches("[1-9]\\d{0,7}")) {
            faults.add(new Fault(
                    line.number(),
                    "Số người “" + cell(line, columns.heads()) + "” không phải số nguyên dương.",
                    "The number of people is not a positive whole number."));
            return 0;
        }
        return Integer.parseInt(written);
    }

    private static Columns columns(SheetFile.Line head, boolean figures) {
        List<String> names = head.cells().stream().map(Fold::plain).toList();
        Columns columns = new Columns(
                find(names, "ma dieu", "dieu", "dieu khoan", "clause"),
                find(names, "thai do", "stance"),
                find(names, "noi dung", "y kien", "text"),
                find(names, "so nguoi", "so luot", "heads"));
        if (columns.stance() < 0 || columns.clause() < 0 || (figures ? columns.heads() < 0 : columns.text() < 0)) {
            throw Refusal.invalid(
                    "COLUMNS_MISSING",
                    "Dòng đầu của tệp phải có các cột “Mã điều”, “Thái độ” và “" + (figures ? "Số người" : "Nội dung")
                            + "”. Hãy tải tệp mẫu và điền vào.",
                    "The first row must name the columns “Mã điều”, “Thái độ” and “"
                            + (figures ? "Số người" : "Nội dung") + "”. Start from the template.");
        }
        return columns;
    }

    private static int find(List<String> names, String... wanted) {
        return Arrays.stream(wanted)
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, String> anchors(List<Clause> clauses) {
        Map<String, String> anchors = new HashMap<>();
        clauses.forEach(clause -> anchors.put(Fold.plain(clause.heading()), clause.anchor()));
        clauses.forEach(clause -> anchors.put(Fold.plain(clause.anchor()), clause.anchor()));
        return anchors;
    }

    private static Optional<Stance> stance(String written) {
        String plain = Fold.plain(written);
        return Arrays.stream(Stance.values())
                .filter(stance -> plain.equals(Fold.plain(stance.vietnamese()))
                        || plain.equals(Fold.plain(stance.word()))
                        || plain.equals(Fold.plain(stance.english())))
                .findFirst();
    }

    private static String cell(SheetFile.Line line, int column) {
        return column < 0 || column >= line.cells().size()
                ? ""
                : line.cells().get(column).strip();
    }
}
