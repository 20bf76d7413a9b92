package vn.nhipcau.legaltext.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A web page, or what Word saves as one. */
final class HtmlFile {
    private static final Set<String> NOT_PRINTED = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "form",
            "select",
            "button",
            "iframe",
            "svg",
            "object",
            "audio",
            "video",
            "textarea");

    private final Manuscript manuscript;
    private final Deque<SpannedRows> tables = new ArrayDeque<>();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();

    private HtmlFile(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    static void read(byte[] content, Manuscript manuscript) throws IOException, UnreadableFile {
        Document page = Jsoup.parse(new ByteArrayInputStream(content), null, "");
        var file = new HtmlFile(manuscript);
        file.walk(page.body());
        file.endParagraph();
    }

    /** Down and up without recursion: a hostile page nests further than a stack reaches. */
    private void walk(Element body) throws UnreadableFile {
        Node node = body;
        while (true) {
            boolean entered = begin(node);
            if (entered && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (entered) {
                end(node);
            }
            while (node != body && node.nextSibling() == null) {
                node = node.parent();
                end(node);
            }
            if (node == body) {
                return;
            }
            node = node.nextSibling();
        }
    }

    private boolean begin(Node node) throws UnreadableFile {
        if (node instanceof TextNode text) {
            write(text.getWholeText(), text.parent() instanceof Element parent && preformatted(parent));
        }
        if (!(node instanceof Element element) || hidden(element)) {
            return false;
        }
        if (element.isBlock()
                || element.normalName().equals("td")
                || element.normalName().equals("th")) {
            endParagraph();
        }
        switch (element.normalName()) {
            case "br" -> paragraph.append('\n');
            case "ol" -> lists.push(number(element, "start", 1));
            case "ul" -> lists.push(Integer.MIN_VALUE);
            case "li" -> paragraph.append(marker(element));
            case "table" -> {
                manuscript.openTable();
                tables.push(new SpannedRows());
            }
            case "tr" -> {
                manuscript.openRow();
                if (!tables.isEmpty()) {
                    tables.element().column = 0;
                }
            }
            case "td", "th" -> openCell(element);
            default -> {}
        }
        return true;
    }

    private void end(Node node) throws UnreadableFile {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "ol", "ul" -> {
                endParagraph();
                lists.poll();
            }
            case "td", "th" -> endParagraph();
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.element().fill(manuscript);
                }
            }
            case "table" -> {
                endParagraph();
                manuscript.closeTable();
                tables.poll();
            }
            default -> {
                if (element.isBlock()) {
                    endParagraph();
                }
            }
        }
    }

    private void write(String text, boolean asItIs) {
        if (asItIs) {
            paragraph.append(text);
            return;
        }
        // The whitespace of the source, but not its non-breaking spaces, is one space.
        String collapsed = text.replaceAll("[ \\t\\r\\n\\f]+", " ");
        boolean atStart = paragraph.isEmpty() || Character.isWhitespace(paragraph.charAt(paragraph.length() - 1));
        paragraph.append(atStart && collapsed.startsWith(" ") ? collapsed.substring(1) : collapsed);
    }

    private void endParagraph() throws UnreadableFile {
        if (!paragraph.toString().isBlank()) {
            manuscript.paragraph(paragraph.toString().strip());
        }
        paragraph.setLength(0);
    }

    private String marker(Element item) {
        Integer next = lists.peek();
        if (next == null) {
            return "";
        }
        if (next == Integer.MIN_VALUE) {
            return "- ";
        }
        int value = number(item, "value", next);
        lists.pop();
        lists.push(value + 1);
        Element list = item.parent();
        Numeral numeral = switch (list == null ? "" : list.attr("type")) {
            case "a" -> Numeral.LOWER_LETTER;
            case "A" -> Numeral.UPPER_LETTER;
            case "i" -> Numeral.LOWER_ROMAN;
            case "I" -> Numeral.UPPER_ROMAN;
            default -> Numeral.DECIMAL;
        };
        return numeral.of(value) + ". ";
    }

    private void openCell(Element cell) {
        SpannedRows rows = tables.peek();
        if (rows != null) {
            rows.fill(manuscript);
            int columns = Math.clamp(number(cell, "colspan", 1), 1, 100);
            manuscript.openCell(columns, false);
            rows.add(columns, number(cell, "rowspan", 1) - 1);
        }
    }

    private static boolean hidden(Element element) {
        return NOT_PRINTED.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("style")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none");
    }

    private static boolean preformatted(Element element) {
        return element.normalName().equals("pre") || element.closest("pre") != null;
    }

    private static int number(Element element, String attribute, int otherwise) {
        String value = element.attr(attribute).strip();
        return value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    /** Cells that reach down into the next rows of a table, where HTML leaves them out. */
    private static final class SpannedRows {
        private final Map<Integer, Integer> rowsLeft = new HashMap<>();
        private int column;

        void add(int columns, int rowsBelow) {
            if (rowsBelow > 0) {
                for (int i = 0; i < columns; i++) {
                    rowsLeft.put(column + i, rowsBelow);
                }
            }
            column += columns;
        }

        void fill(Manuscript manuscript) {
            for (Integer left = rowsLeft.get(column); left != null && left > 0; left = rowsLeft.get(column)) {
                manuscript.openCell(1, true);
                rowsLeft.put(column, left - 1);
                column++;
            }
        }
    }
}
