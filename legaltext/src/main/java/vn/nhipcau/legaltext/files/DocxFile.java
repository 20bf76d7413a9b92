package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WordprocessingML (ECMA-376 part 1, 17), as Word, LibreOffice and WPS write it: the body as printed with changes
 * accepted, automatic numbers counted, notes at the end, headers and footers left out.
 */
final class DocxFile {
    /** Old properties, deleted text, and the second copy of a text box that is kept for old versions of Word. */
    private static final Set<String> NOT_PRINTED =
            Set.of("del", "moveFrom", "Fallback", "tabs", "instrText", "delInstrText", "delText");

    private static final String FOLDER = "word/";

    private final Manuscript manuscript;
    private final DocxStyles styles;
    private final DocxLists lists;
    private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
    private final Deque<OpenCell> cells = new ArrayDeque<>();
    private boolean hidden;
    private boolean capitals;
    private boolean inText;

    private DocxFile(Manuscript manuscript, DocxStyles styles, DocxLists lists) {
        this.manuscript = manuscript;
        this.styles = styles;
        this.lists = lists;
    }

    /** The part with the body; null where the package is no Word document. */
    static @Nullable String mainPart(ZipPackage zip) throws IOException, UnreadableFile {
        String part = related(zip, "_rels/.rels", "").get("officeDocument");
        return part != null && part.startsWith(FOLDER) && zip.has(part) ? part : null;
    }

    static void read(ZipPackage zip, String main, Manuscript manuscript) throws IOException, UnreadableFile {
        Map<String, String> parts = related(zip, FOLDER + "_rels/" + main.substring(FOLDER.length()) + ".rels", FOLDER);
        DocxStyles styles;
        try (XmlPart part = zip.xml(parts.get("styles"))) {
            styles = new DocxStyles(part);
        }
        DocxLists lists;
        try (XmlPart part = zip.xml(parts.get("numbering"))) {
            lists = new DocxLists(part, styles);
        }
        try (XmlPart body = zip.xml(main)) {
            new DocxFile(manuscript, styles, lists).walk(body);
        }
        for (String notes : List.of("footnotes", "endnotes")) {
            try (XmlPart part = zip.xml(parts.get(notes))) {
                readNotes(part, styles, lists, manuscript);
            }
        }
    }

    /** Parts by the last word of their relation's type; names differ between writers, types do not. */
    private static Map<String, String> related(ZipPackage zip, String relations, String folder)
            throws IOException, UnreadableFile {
        var parts = new HashMap<String, String>();
        try (XmlPart part = zip.xml(relations)) {
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
                if (event == XmlPart.Event.START && part.name().equals("Relationship")) {
                    String type = part.attribute("Type", "");
                    String target = part.attribute("Target", "");
                    parts.put(
                            type.substring(type.lastIndexOf('/') + 1),
                            target.startsWith("/") ? target.substring(1) : folder + target);
                }
            }
        }
        return parts;
    }

    private static void readNotes(XmlPart part, DocxStyles styles, DocxLists lists, Manuscript manuscript)
            throws IOException, UnreadableFile {
        var notes = new Manuscript();
        new DocxFile(notes, styles, lists).walk(part);
        int number = 0;
        for (String note : notes.text().lines().map(String::strip).toList()) {
            if (!note.isEmpty()) {
                manuscript.note("[" + ++number + "] " + note);
            }
        }
    }

    private void walk(XmlPart part) throws IOException, UnreadableFile {
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
            switch (event) {
                case START -> start(part);
                case END -> end(part.name());
                case TEXT -> {
                    if (inText) {
                        write(part.text());
                    }
                }
                case FINISH -> {}
            }
        }
    }

    private void start(XmlPart part) throws IOException, UnreadableFile {
        String name = part.name();
        if (NOT_PRINTED.contains(name) || name.endsWith("Change")) {
            part.skip();
            return;
        }
        switch (name) {
            case "p" -> {
                enterCell();
                paragraphs.push(new OpenParagraph());
            }
            case "r" -> {
                hidden = false;
                capitals = !paragraphs.isEmpty() && styles.capitals(paragraphs.element().style);
            }
            case "t" -> inText = true;
            case "tab", "ptab" -> write("\t");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "sym" -> writeSymbol(part.attribute("char", ""));
            case "vanish" -> hidden = DocxStyles.on(part);
            case "caps" -> capitals = DocxStyles.on(part);
            case "pStyle", "numId", "ilvl" -> paragraphProperty(name, part);
            case "tbl" -> {
                enterCell();
                manuscript.openTable();
            }
            case "tr" -> manuscript.openRow();
            case "tc" -> cells.push(new OpenCell());
            case "gridSpan", "vMerge" -> cellProperty(name, part);
            default -> {}
        }
    }

    private void end(String name) throws UnreadableFile {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    manuscript.paragraph(print(paragraphs.pop()));
                }
            }
            case "tc" -> {
                enterCell();
                cells.poll();
            }
            case "tbl" -> manuscript.closeTable();
            default -> {}
        }
    }

    private void write(String text) {
        if (!hidden && !paragraphs.isEmpty()) {
            paragraphs.element().text.append(capitals ? text.toUpperCase(Locale.ROOT) : text);
        }
    }

    private void writeSymbol(String hex) {
        if (hex.matches("[0-9A-Fa-f]{4}")) {
            write(Character.toString(Integer.parseInt(hex, 16)));
        }
    }

    private void paragraphProperty(String name, XmlPart part) {
        OpenParagraph paragraph = paragraphs.peek();
        if (paragraph != null) {
            switch (name) {
                case "pStyle" -> paragraph.style = part.attribute("val");
                case "numId" -> paragraph.list = part.attribute("val");
                default -> paragraph.level = part.number("val", 0);
            }
        }
    }

    private void cellProperty(String name, XmlPart part) {
        OpenCell cell = cells.peek();
        if (cell != null) {
            if (name.equals("gridSpan")) {
                cell.columns = part.number("val", 1);
            } else {
                cell.continued = !part.attribute("val", "continue").equals("restart");
            }
        }
    }

    /** A cell's properties come before its content: it is opened when they are known. */
    private void enterCell() {
        OpenCell cell = cells.peek();
        if (cell != null && !cell.entered) {
            cell.entered = true;
            manuscript.openCell(cell.columns, cell.continued);
        }
    }

    private String print(OpenParagraph paragraph) {
        String text = paragraph.text.toString().stripLeading();
        String list = paragraph.list != null ? paragraph.list : styles.listOf(paragraph.style);
        Integer level = paragraph.level != null ? paragraph.level : styles.levelOf(paragraph.style);
        String label = lists.label(list, level, paragraph.style);
        return text.isEmpty() ? text : label + text;
    }

    private static final class OpenParagraph {
        private final StringBuilder text = new StringBuilder();
        private @Nullable String style;
        private @Nullable String list;
        private @Nullable Integer level;
    }

    private static final class OpenCell {
        private int columns = 1;
        private boolean continued;
        private boolean entered;
    }
}
