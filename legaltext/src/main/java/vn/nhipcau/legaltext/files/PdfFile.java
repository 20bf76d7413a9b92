package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.files.PdfLine.Glyph;

/** The text layer of a PDF, in reading order: page numbers left out, footnotes at the end, drawn tables as tables. */
final class PdfFile {
    /** Of a note's font, against the text's. */
    private static final float NOTE_SIZE = 0.9f;

    private static final Pattern NOTE_NUMBER = Pattern.compile("\\[?(\\d{1,3})\\]?\\s*(.*)");

    private final Manuscript manuscript;
    private final PdfParagraphs paragraphs;
    private final RunningTitles titles = new RunningTitles();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** The table that the last page ended with: it may go on. */
    private @Nullable OpenTable table;

    private PdfFile(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.paragraphs = new PdfParagraphs(manuscript);
    }

    static void read(byte[] content, Manuscript manuscript) throws IOException, UnreadableFile {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() > Limits.PDF_PAGES) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_TOO_LARGE);
            }
            var file = new PdfFile(manuscript);
            new PdfPageReader(file::collect).writeText(document, Writer.nullWriter());
            for (Sheet sheet : file.sheets) {
                file.write(sheet);
            }
            file.finish();
        } catch (InvalidPasswordException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_ENCRYPTED);
        }
    }

    /** What of a page is needed until all pages are known: running titles show only by their repetition. */
    private record Sheet(float height, float textSize, List<PdfLine> lines, List<PdfGrid> grids) {}

    private void collect(PdfPage page) {
        List<PdfGrid> grids = PdfGrid.of(page);
        List<Glyph> outside = page.glyphs().stream()
                .filter(glyph -> grids.stream().noneMatch(grid -> grid.take(glyph)))
                .toList();
        List<PdfLine> lines = PdfPage.lines(outside);
        titles.count(lines, page.height());
        sheets.add(new Sheet(page.height(), page.textSize(), lines, grids));
    }

    private void write(Sheet sheet) throws UnreadableFile {
        List<PdfLine> lines = titles.without(sheet.lines, sheet.height);
        takeNotes(lines, NOTE_SIZE * sheet.textSize);
        paragraphs.page(sheet.height);
        int at = 0;
        for (PdfGrid grid : sheet.grids) {
            int next = at;
            while (next < lines.size() && lines.get(next).baseline() < grid.top()) {
                next++;
            }
            write(lines.subList(at, next));
            write(grid);
            at = next;
        }
        write(lines.subList(at, lines.size()));
    }

    /** Notes are the small lines at the foot of a page, from the one that has the next number on. */
    private void takeNotes(List<PdfLine> lines, float small) {
        int first = lines.size();
        for (int i = lines.size() - 1; i >= 0 && lines.get(i).size() < small; i--) {
            if (startsNote(lines.get(i).text(), notes.size() + 1)) {
                first = i;
            }
        }
        List<PdfLine> found = lines.subList(first, lines.size());
        found.forEach(line -> addToNotes(line.text()));
        found.clear();
    }

    private static boolean startsNote(String line, int number) {
        Matcher numbered = NOTE_NUMBER.matcher(line);
        return numbered.matches() && numbered.group(1).equals(Integer.toString(number));
    }

    private void addToNotes(String line) {
        Matcher numbered = NOTE_NUMBER.matcher(line);
        if (startsNote(line, notes.size() + 1) && numbered.matches()) {
            notes.add("[" + numbered.group(1) + "] " + numbered.group(2));
        } else {
            notes.add(notes.removeLast() + " " + line);
        }
    }

    private void write(List<PdfLine> lines) throws UnreadableFile {
        if (lines.isEmpty()) {
            return;
        }
        closeTable();
        for (PdfColumns.Passage passage : PdfColumns.of(lines)) {
            if (passage.aside()) {
                paragraphs.aside(passage.lines());
            } else {
                paragraphs.body(passage.lines());
            }
        }
    }

    private void write(PdfGrid grid) throws UnreadableFile {
        if (grid.isEmpty()) {
            return;
        }
        paragraphs.close();
        List<Block.Row> rows = grid.blocks();
        if (table == null || !table.goesOnIn(grid)) {
            closeTable();
            table = new OpenTable(grid.columns(), new ArrayList<>(rows));
        } else {
            table.add(rows);
        }
    }

    private void closeTable() throws UnreadableFile {
        if (table != null) {
            manuscript.table(table.rows);
            table = null;
        }
    }

    private void finish() throws UnreadableFile {
        closeTable();
        paragraphs.close();
        for (String note : notes) {
            manuscript.note(note);
        }
    }

    private record OpenTable(List<Float> columns, List<Block.Row> rows) {

        boolean goesOnIn(PdfGrid grid) {
            if (columns.size() != grid.columns().size()) {
                return false;
            }
            for (int i = 0; i < columns.size(); i++) {
                if (Math.abs(columns.get(i) - grid.columns().get(i)) > PdfPage.TOUCH) {
                    return false;
                }
            }
            return true;
        }

        /** Rows of the next page: its head may be a copy, its first row the rest of a row that did not fit. */
        void add(List<Block.Row> more) {
            int from = more.getFirst().equals(rows.getFirst()) ? 1 : 0;
            if (from < more.size()) {
                Block.Row first = more.get(from);
                Block.Row last = rows.getLast();
                boolean rest = first.cells().size() == last.cells().size()
                        && BlockText.of(first.cells().getFirst().blocks()).isEmpty()
                        && !BlockText.of(last.cells().getFirst().blocks()).isEmpty();
                if (rest) {
                    rows.removeLast();
                    rows.add(joined(last, first));
                    from++;
                }
            }
            rows.addAll(more.subList(Math.min(from, more.size()), more.size()));
        }

        private static Block.Row joined(Block.Row upper, Block.Row lower) {
            var cells = new ArrayList<Block.Cell>();
            for (int i = 0; i < upper.cells().size(); i++) {
                Block.Cell above = upper.cells().get(i);
                var blocks = new ArrayList<>(above.blocks());
                blocks.addAll(lower.cells().get(i).blocks());
                cells.add(new Block.Cell(blocks, above.columns(), above.continued()));
            }
            return new Block.Row(cells);
        }
    }
}
