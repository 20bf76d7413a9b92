package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenDocument text (ODF 1.3 part 3), as LibreOffice writes it. */
final class OdtFile {
    /** Deleted text, comments, input forms, alternative texts of pictures. */
    private static final Set<String> NOT_PRINTED = Set.of(
            "tracked-changes",
            "annotation",
            "forms",
            "title",
            "desc",
            "note-citation",
            "ruby-text",
            "scripts",
            "sequence-decls",
            "variable-decls",
            "object-ole");

    private final Manuscript manuscript;
    private final OdtLists lists = new OdtLists();
    private final Map<String, String> listOfParagraphStyle = new HashMap<>();
    private final Set<String> capitals = new HashSet<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<OpenList> open = new ArrayDeque<>();
    private final Deque<Boolean> inCapitals = new ArrayDeque<>();
    private final int[] outline = new int[OdtLists.LEVELS];
    private String styleBeingRead = "";
    private int columnsCovered;
    private int noteNumber;
    private final Deque<StringBuilder> notes = new ArrayDeque<>();

    private OdtFile(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    static void read(ZipPackage zip, Manuscript manuscript) throws IOException, UnreadableFile {
        if (zip.text("META-INF/manifest.xml").contains("encryption-data")) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_ENCRYPTED);
        }
        var file = new OdtFile(manuscript);
        try (XmlPart styles = zip.xml("styles.xml")) {
            // Headers and footers live here too: only the styles are taken.
            for (XmlPart.Event event = styles.next(); event != XmlPart.Event.FINISH; event = styles.next()) {
                if (event == XmlPart.Event.START) {
                    file.style(styles);
                }
            }
        }
        try (XmlPart content = zip.xml("content.xml")) {
            file.walk(content);
        }
    }

    private void walk(XmlPart part) throws IOException, UnreadableFile {
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
            switch (event) {
                case START -> {
                    if (NOT_PRINTED.contains(part.name())) {
                        part.skip();
                    } else {
                        style(part);
                        start(part);
                    }
                }
                case END -> end(part.name());
                case TEXT -> write(part.text().replaceAll("\\s+", " "));
                case FINISH -> {}
            }
        }
    }

    private void style(XmlPart part) {
        lists.style(part);
        switch (part.name()) {
            case "style" -> {
                styleBeingRead = part.attribute("name", "");
                String list = part.attribute("list-style-name");
                if (list != null) {
                    listOfParagraphStyle.put(styleBeingRead, list);
                }
            }
            case "text-properties" -> {
                if (part.attribute("text-transform", "").equals("uppercase")) {
                    capitals.add(styleBeingRead);
                }
            }
            default -> {}
        }
    }

    private void start(XmlPart part) throws UnreadableFile {
        switch (part.name()) {
            case "p", "h" -> {
                paragraphs.push(new StringBuilder(label(part)));
                inCapitals.push(capitals.contains(part.attribute("style-name", "")));
            }
            case "span" ->
                inCapitals.push(
                        Boolean.TRUE.equals(inCapitals.peek()) || capitals.contains(part.attribute("style-name", "")));
            case "s" -> write(" ".repeat(Math.clamp(part.number("c", 1), 1, 200)));
            case "tab" -> write("\t");
            case "line-break" -> write("\n");
            case "list" -> openList(part);
            case "list-item" -> {
                if (!open.isEmpty()) {
                    open.element().itemBegins = true;
                    open.element().start = part.attribute("start-value") == null ? null : part.number("start-value", 1);
                }
            }
            case "note" -> notes.push(new StringBuilder());
            case "table" -> manuscript.openTable();
            case "table-row" -> {
                manuscript.openRow();
                columnsCovered = 0;
            }
            case "table-cell" -> {
                int columns = part.number("number-columns-spanned", 1);
                columnsCovered = columns - 1;
                manuscript.openCell(columns, false);
            }
            case "covered-table-cell" -> {
                // Covered from the left by the cell before, or else from above.
                if (columnsCovered > 0) {
                    columnsCovered--;
                } else {
                    manuscript.openCell(1, true);
                }
            }
            default -> {}
        }
    }

    private void end(String name) throws UnreadableFile {
        switch (name) {
            case "p", "h" -> {
                inCapitals.poll();
                if (!paragraphs.isEmpty()) {
                    String text = paragraphs.pop().toString();
                    if (notes.isEmpty()) {
                        manuscript.paragraph(text);
                    } else {
                        notes.element().append(text).append(' ');
                    }
                }
            }
            case "span" -> inCapitals.poll();
            case "list" -> open.poll();
            case "note" -> {
                if (!notes.isEmpty()) {
                    manuscript.note("[" + ++noteNumber + "] " + notes.pop());
                }
            }
            case "table" -> manuscript.closeTable();
            default -> {}
        }
    }

    private void write(String text) {
        if (!paragraphs.isEmpty()) {
            paragraphs.element().append(Boolean.TRUE.equals(inCapitals.peek()) ? text.toUpperCase(Locale.ROOT) : text);
        }
    }

    private void openList(XmlPart part) {
        OpenList outer = open.peek();
        String own = part.attribute("id");
        if (outer != null) {
            outer.itemBegins = false;
            // An inner list counts on its own level of the outer one.
            open.push(new OpenList(part.attribute("style-name", outer.style), outer.level + 1, outer.counts));
            return;
        }
        String style = part.attribute("style-name", "");
        int[] counts = lists.counts(
                style,
                part.attribute("continue-list"),
                part.attribute("continue-numbering", "").equals("true"));
        lists.remember(own, counts);
        open.push(new OpenList(style, 0, counts));
    }

    private String label(XmlPart part) {
        OpenList list = open.peek();
        if (list == null && part.name().equals("h")) {
            return lists.label(OdtLists.OUTLINE, part.number("outline-level", 1) - 1, outline, null);
        }
        if (list == null || !list.itemBegins) {
            return "";
        }
        list.itemBegins = false;
        String style = list.style.isEmpty()
                ? listOfParagraphStyle.getOrDefault(part.attribute("style-name", ""), "")
                : list.style;
        return lists.label(style, list.level, list.counts, list.start);
    }

    private static final class OpenList {
        private final String style;
        private final int level;
        private final int[] counts;
        private boolean itemBegins;
        private @Nullable Integer start;

        OpenList(String style, int level, int[] counts) {
            this.style = style;
            this.level = level;
            this.counts = counts;
        }
    }
}
