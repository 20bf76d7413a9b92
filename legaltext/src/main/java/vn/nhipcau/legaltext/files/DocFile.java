package vn.nhipcau.legaltext.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word 97 to 2003, through POI. */
final class DocFile {
    /** How Word marks fields in the text: code after the first, result after the second, the third ends it. */
    private static final char FIELD_BEGINS = '\u0013';

    private static final char FIELD_RESULT = '\u0014';
    private static final char FIELD_ENDS = '\u0015';
    private static final char HARD_HYPHEN = '\u001E';
    private static final char LINE_BREAK = '\u000B';

    private final Manuscript manuscript;
    private final AbstractWordUtils.NumberingState numbering = new AbstractWordUtils.NumberingState();

    /** Open fields, innermost first: whether still in the code. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    private DocFile(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    static void read(byte[] content, Manuscript manuscript) throws IOException, UnreadableFile {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_ENCRYPTED);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_TYPE_UNKNOWN);
            }
            try (var document = new HWPFDocument(root)) {
                var file = new DocFile(manuscript);
                file.read(document.getRange(), 0);
                file.readNotes(document.getFootnoteRange());
                file.readNotes(document.getEndnoteRange());
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_ENCRYPTED);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFile(
                    UnreadableFile.Code.FILE_TYPE_UNKNOWN,
                    "Tệp Word đời cũ hơn 97: hãy mở bằng Word hoặc LibreOffice rồi lưu lại dưới dạng .docx.");
        }
    }

    private void read(Range range, int level) throws UnreadableFile {
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = range.getTable(paragraph);
                read(table);
                i += Math.max(table.numParagraphs(), 1) - 1;
            } else {
                manuscript.paragraph(print(paragraph));
            }
        }
    }

    private void read(Table table) throws UnreadableFile {
        manuscript.openTable();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            manuscript.openRow();
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    continue;
                }
                manuscript.openCell(1, cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged());
                read(cell, table.getTableLevel());
            }
        }
        manuscript.closeTable();
    }

    private void readNotes(Range notes) throws UnreadableFile {
        int number = 0;
        for (int i = 0; i < notes.numParagraphs(); i++) {
            String text = print(notes.getParagraph(i)).strip();
            if (!text.isEmpty()) {
                manuscript.note("[" + ++number + "] " + text);
            }
        }
    }

    private String print(Paragraph paragraph) {
        var text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (!run.isVanished() && !run.isMarkedDeleted()) {
                String printed = withoutFieldCodes(run.text());
                text.append(run.isCapitalized() ? printed.toUpperCase(Locale.ROOT) : printed);
            }
        }
        String printed = text.toString().strip();
        return printed.isEmpty() ? "" : label(paragraph) + printed;
    }

    private String withoutFieldCodes(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case FIELD_BEGINS -> fields.push(true);
                case FIELD_RESULT -> {
                    if (!fields.isEmpty()) {
                        fields.pop();
                        fields.push(false);
                    }
                }
                case FIELD_ENDS -> fields.poll();
                case HARD_HYPHEN -> out.append('-');
                default -> {
                    if (!fields.contains(true) && (c >= ' ' || c == '\t' || c == LINE_BREAK)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private String label(Paragraph paragraph) {
        if (!paragraph.isInList() || paragraph.getList() == null) {
            return "";
        }
        String label = AbstractWordUtils.getBulletText(numbering, paragraph.getList(), (char) paragraph.getIlvl());
        return label.isBlank() ? "" : label.strip() + " ";
    }
}
