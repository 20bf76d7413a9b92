package vn.nhipcau.legaltext.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rich Text Format 1.9.1. Automatic numbers need no counting: a writer leaves them as text ({@code \listtext}) for
 * readers that do not know lists.
 */
final class RtfFile {
    private static final int GROUP_DEPTH = 1000;
    private static final int LONGEST_WORD = 32;

    private static final Set<String> NOT_PRINTED = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "sp",
            "nonshppict",
            "revtbl",
            "listtable",
            "listoverridetable",
            "template",
            "annotation",
            "pntxta",
            "pntxtb",
            "xe",
            "tc");

    /** Destinations that an old reader may ignore, but whose text is printed. */
    private static final Set<String> PRINTED_ALL_THE_SAME = Set.of("shpinst", "footnote");

    private static final Set<String> COUNTS_UNPRINTED = Set.of("f", "fcharset", "u", "uc");

    private final byte[] content;
    private final Manuscript manuscript;
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private final List<List<String>> row = new ArrayList<>();
    private List<String> cell = new ArrayList<>();
    private final List<Boolean> continued = new ArrayList<>();
    private Charset codePage = Charset.forName("windows-1252");
    private Group group = new Group();
    private boolean nextContinues;
    private boolean inTable;
    private boolean tableIsOpen;
    private boolean star;
    private int toSkip;
    private int font;
    private int notes;
    private int at;

    private RtfFile(byte[] content, Manuscript manuscript) {
        this.content = content;
        this.manuscript = manuscript;
    }

    static void read(byte[] content, Manuscript manuscript) throws UnreadableFile {
        new RtfFile(content, manuscript).walk();
    }

    private void walk() throws UnreadableFile {
        int depth = 0;
        while (at < content.length) {
            int b = content[at++] & 0xFF;
            switch (b) {
                case '{' -> {
                    flushBytes();
                    if (groups.size() == GROUP_DEPTH) {
                        throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
                    }
                    groups.push(group);
                    group = group.inner();
                    depth++;
                }
                case '}' -> {
                    flushBytes();
                    closeGroup();
                    depth--;
                }
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> literal(b);
            }
        }
        flushBytes();
        if (depth > 0) {
            // The end is missing: what is there may lack a deadline, so it is not read as if it were whole.
            throw new UnreadableFile(UnreadableFile.Code.FILE_DAMAGED);
        }
        endParagraph();
        closeTable();
    }

    private void closeGroup() throws UnreadableFile {
        boolean wasNote = group.note;
        if (!groups.isEmpty()) {
            group = groups.pop();
        }
        if (wasNote && !group.note) {
            manuscript.note("[" + ++notes + "] " + note.toString().strip());
            note.setLength(0);
        }
    }

    private void control() throws UnreadableFile {
        if (at >= content.length) {
            return;
        }
        int b = content[at] & 0xFF;
        if (!letter(b)) {
            at++;
            symbol(b);
            return;
        }
        int start = at;
        while (at < content.length && letter(content[at]) && at - start < LONGEST_WORD) {
            at++;
        }
        String word = new String(content, start, at - start, StandardCharsets.US_ASCII);
        Integer number = number();
        if (at < content.length && content[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at += Math.clamp(number == null ? 0 : number, 0, content.length - at);
        } else if (toSkip > 0 && !word.equals("u")) {
            toSkip--;
        } else {
            flushBytes();
            word(word, number == null ? 1 : number, number != null);
        }
        star = false;
    }

    private @Nullable Integer number() {
        int start = at;
        if (at < content.length && content[at] == '-') {
            at++;
        }
        while (at < content.length && content[at] >= '0' && content[at] <= '9' && at - start < 10) {
            at++;
        }
        String digits = new String(content, start, at - start, StandardCharsets.US_ASCII);
        if (digits.isEmpty() || digits.equals("-")) {
            at = start;
            return null;
        }
        return Math.clamp(Long.parseLong(digits), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private void symbol(int b) throws UnreadableFile {
        switch (b) {
            case '\'' -> {
                if (at + 2 <= content.length) {
                    int high = Character.digit(content[at], 16);
                    int low = Character.digit(content[at + 1], 16);
                    at += 2;
                    if (high >= 0 && low >= 0) {
                        literal(high << 4 | low);
                    }
                }
            }
            case '*' -> star = true;
            case '~' -> write("\u00A0");
            case '_' -> write("-");
            case '\r', '\n' -> endParagraph();
            case '\\', '{', '}' -> literal(b);
            default -> {}
        }
    }

    private void word(String word, int number, boolean given) throws UnreadableFile {
        if (star && !PRINTED_ALL_THE_SAME.contains(word) || NOT_PRINTED.contains(word)) {
            group.printed = false;
            group.fonts |= word.equals("fonttbl");
            return;
        }
        if (!group.printed && !COUNTS_UNPRINTED.contains(word)) {
            return;
        }
        switch (word) {
            case "ansicpg" -> codePage = charset("windows-" + number, codePage);
            case "f" -> {
                font = number;
                group.charset = fonts.get(number);
            }
            case "fcharset" -> {
                if (group.fonts) {
                    fonts.put(font, ofFontCharset(number));
                }
            }
            case "uc" -> group.afterUnicode = Math.clamp(number, 0, 100);
            case "u" -> {
                write(Character.toString((char) number));
                toSkip = group.afterUnicode;
            }
            case "par", "sect" -> endParagraph();
            case "line", "page", "column" -> write("\n");
            case "tab" -> write("\t");
            case "emdash" -> write("—");
            case "endash" -> write("–");
            case "lquote" -> write("‘");
            case "rquote" -> write("’");
            case "ldblquote" -> write("“");
            case "rdblquote" -> write("”");
            case "bullet" -> write("•");
            case "emspace", "enspace", "qmspace" -> write(" ");
            case "caps" -> group.capitals = !given || number != 0;
            case "v", "deleted" -> group.hidden = !given || number != 0;
            case "plain" -> {
                group.capitals = false;
                group.hidden = false;
            }
            case "footnote" -> {
                group.note = true;
                group.printed = true;
            }
            case "pard" -> inTable = false;
            case "intbl" -> inTable = true;
            case "trowd" -> {
                continued.clear();
                nextContinues = false;
            }
            case "clvmrg" -> nextContinues = true;
            case "cellx" -> {
                continued.add(nextContinues);
                nextContinues = false;
            }
            case "cell", "nestcell" -> endCell(word.equals("cell"));
            case "row" -> endRow();
            default -> {}
        }
    }

    private void literal(int b) throws UnreadableFile {
        if (toSkip > 0) {
            toSkip--;
        } else if (group.printed && !group.hidden) {
            bytes.write(b);
        }
    }

    private void flushBytes() {
        if (bytes.size() > 0) {
            Charset charset = group.charset == null ? codePage : group.charset;
            String text = bytes.toString(charset);
            bytes.reset();
            write(text);
        }
    }

    private void write(String text) {
        flushBytes();
        if (group.printed && !group.hidden) {
            (group.note ? note : paragraph).append(group.capitals ? text.toUpperCase(Locale.ROOT) : text);
        }
    }

    private void endParagraph() throws UnreadableFile {
        if (group.note) {
            note.append(' ');
            return;
        }
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (inTable) {
            cell.add(text);
        } else {
            closeTable();
            manuscript.paragraph(text);
        }
    }

    private void endCell(boolean outermost) {
        cell.add(paragraph.toString());
        paragraph.setLength(0);
        if (outermost) {
            row.add(cell);
            cell = new ArrayList<>();
        }
    }

    private void endRow() throws UnreadableFile {
        if (!tableIsOpen) {
            manuscript.openTable();
            tableIsOpen = true;
        }
        manuscript.openRow();
        for (int i = 0; i < row.size(); i++) {
            manuscript.openCell(1, i < continued.size() && continued.get(i));
            for (String text : row.get(i)) {
                manuscript.paragraph(text);
            }
        }
        row.clear();
    }

    private void closeTable() throws UnreadableFile {
        if (!row.isEmpty()) {
            endRow();
        }
        if (tableIsOpen) {
            manuscript.closeTable();
            tableIsOpen = false;
        }
    }

    private static boolean letter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private Charset ofFontCharset(int number) {
        return switch (number) {
            case 0 -> charset("windows-1252", codePage);
            case 163 -> charset("windows-1258", codePage);
            case 204 -> charset("windows-1251", codePage);
            case 238 -> charset("windows-1250", codePage);
            default -> codePage;
        };
    }

    private static Charset charset(String name, Charset otherwise) {
        return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
    }

    /** What a closing brace takes back. */
    private static final class Group {
        private boolean printed = true;
        private boolean hidden;
        private boolean capitals;
        private boolean note;
        private boolean fonts;
        private int afterUnicode = 1;
        private @Nullable Charset charset;

        Group inner() {
            var inner = new Group();
            inner.printed = printed;
            inner.hidden = hidden;
            inner.capitals = capitals;
            inner.note = note;
            inner.fonts = fonts;
            inner.afterUnicode = afterUnicode;
            inner.charset = charset;
            return inner;
        }
    }
}
