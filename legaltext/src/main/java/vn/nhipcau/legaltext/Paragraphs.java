package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts printed lines together to paragraphs.
 *
 * <p>Texts come in three shapes: paragraphs parted by empty lines and broken anywhere inside (crawled pages), one line
 * a paragraph (converted files), and lines broken at a fixed width with no empty line at all (PDF, old sites). The
 * first is told by its empty lines, the last by having no long line.
 */
final class Paragraphs {
    /** Width of lines in a text set at a fixed width; a page of A4 at 13 pt holds about 80 characters. */
    private static final int PRINTED_WIDTH = 150;

    /** “Nghị quyết số 71/NQ” at the end of a line, “-CP” at the beginning of the next. */
    private static final Pattern BROKEN_SYMBOL = Pattern.compile("\\d/[A-ZĐ]{1,8}$");

    /** Words that a figure must follow, even where it looks like the number of a clause. */
    private static final Pattern DANGLING = Pattern.compile("(?:^| )(?:năm|tháng|ngày|số|quý|khoản|điểm)$");

    /** The first cell of a table that was flattened to one cell a line. */
    private static final Pattern TABLE_HEAD = Pattern.compile("(?:tt|stt|số tt|số thứ tự)");

    private static final int LONGEST_TABLE_HEAD = 12;
    private static final int TOO_SHORT_TO_WRAP = 40;

    private final String source;
    private final List<Line> lines;
    private final boolean parted;
    private final boolean wrapped;
    private final int width;
    private final Set<String> hyphenated;

    private Paragraphs(String source, List<Line> lines) {
        this.source = source;
        this.lines = lines;
        long blanks = lines.stream().filter(Line::blankBefore).count();
        this.parted = blanks * 4 > lines.size();
        this.width = usualWidth(lines);
        this.wrapped = width <= PRINTED_WIDTH;
        this.hyphenated = hyphenated(lines);
    }

    /** Of nine lines in ten; a few stray long ones do not tell how the text was set. */
    private static int usualWidth(List<Line> lines) {
        int[] lengths =
                lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
    }

    static List<Paragraph> of(String source, List<Line> lines) {
        return new Paragraphs(source, lines).join();
    }

    private List<Paragraph> join() {
        List<Paragraph> paragraphs = new ArrayList<>();
        Passage.Builder current = new Passage.Builder(0);
        boolean cell = false;
        Line before = null;
        boolean headingOnly = false;
        boolean table = false;
        for (Line line : lines) {
            table = isTableHead(line) || (table && !endsTable(line));
            boolean joins = before != null
                    && (table && !(parted && line.blankBefore())
                            ? isSameCell(before, line)
                            : continues(before, line, headingOnly));
            if (before != null && !joins) {
                add(paragraphs, current, cell);
                current = new Passage.Builder(line.text().length());
                cell = false;
                before = null;
            }
            Marker marker = before == null ? Marker.of(line.text()) : null;
            headingOnly =
                    before == null ? marker != null : headingOnly && line.text().length() < width / 2;
            current.append(source, line.start(), line.end());
            cell |= line.cell();
            before = line;
        }
        add(paragraphs, current, cell);
        return paragraphs;
    }

    private static void add(List<Paragraph> paragraphs, Passage.Builder builder, boolean cell) {
        if (!builder.isEmpty()) {
            Passage passage = builder.build();
            paragraphs.add(new Paragraph(passage, Marker.of(passage.text()), cell));
        }
    }

    private static boolean isTableHead(Line line) {
        return line.text().length() <= LONGEST_TABLE_HEAD
                && TABLE_HEAD.matcher(line.folded()).matches();
    }

    /** In a table set one cell a line only small letters tell that a cell goes on. */
    private static boolean isSameCell(Line before, Line line) {
        return startsSmall(line.text()) && !terminated(before.text()) && !isTableHead(before);
    }

    private boolean endsTable(Line line) {
        Marker marker = Marker.of(line.text());
        boolean heading = marker != null
                && marker.length() < line.text().length()
                && marker.kind().ordinal() <= Marker.Kind.ARTICLE.ordinal();
        return heading || (wrapped && line.text().length() > width * 9 / 10);
    }

    private boolean continues(Line before, Line line, boolean afterMarker) {
        if (isBareMarker(before.text())) {
            return Marker.of(line.text()) == null;
        }
        if (isBareAnnex(before.text())) {
            return false;
        }
        if (before.cell() || line.cell()) {
            return line.blankBefore() ? false : !line.cell() && startsSmall(line.text()) && !terminated(before.text());
        }
        boolean terminated = terminated(before.text());
        if (line.blankBefore()) {
            return !terminated
                    && startsSmall(line.text())
                    && before.text().length() > TOO_SHORT_TO_WRAP
                    && Marker.of(line.text()) == null;
        }
        if (Character.isDigit(line.text().charAt(0))
                && DANGLING.matcher(before.folded()).find()) {
            return true;
        }
        if (parted && Marker.of(line.text()) == null) {
            return before.text().charAt(before.text().length() - 1) != ':'
                    && !(isCapitals(before.text()) && !isCapitals(line.text()));
        }
        if (terminated && !startsSmall(line.text())) {
            return false;
        }
        if (before.text().endsWith(";") || before.text().endsWith("./.")) {
            return false;
        }
        Marker marker = Marker.of(line.text());
        if (marker != null) {
            return !terminated && isHyphen(marker, before.text(), line.text());
        }
        if (startsSmall(line.text()) || before.text().endsWith(",")) {
            return true;
        }
        return wrapped && !isHeadingBefore(before, line, afterMarker);
    }

    private boolean isHeadingBefore(Line before, Line line, boolean afterMarker) {
        boolean caps = isCapitals(before.text());
        if (caps != isCapitals(line.text())) {
            return caps || before.text().length() < width * 2 / 3;
        }
        return !caps && afterMarker && before.text().length() < width * 2 / 3;
    }

    /** Whether a line beginning with a dash goes on with a name such as “Thi đua - Khen thưởng” or “2017 - 2021”. */
    private boolean isHyphen(Marker marker, String before, String line) {
        if (marker.kind() != Marker.Kind.DASH) {
            return false;
        }
        String rest = line.substring(marker.length());
        return startsSmall(rest)
                || BROKEN_SYMBOL.matcher(before).find()
                || (!rest.isEmpty() && Character.isDigit(rest.charAt(0)))
                || hyphenated.contains(key(lastWord(before), firstWord(rest)));
    }

    private static Set<String> hyphenated(List<Line> lines) {
        Set<String> pairs = new HashSet<>();
        for (Line line : lines) {
            String text = line.text();
            for (int at = text.indexOf(" - "); at > 0; at = text.indexOf(" - ", at + 3)) {
                pairs.add(key(lastWord(text.substring(Math.max(0, at - 20), at)), firstWord(text.substring(at + 3))));
            }
        }
        return pairs;
    }

    private static String key(String before, String after) {
        return Folding.fold(before) + '-' + Folding.fold(after);
    }

    private static String lastWord(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static boolean isBareMarker(String line) {
        Marker marker = line.length() > 14 ? null : Marker.of(line);
        return marker != null && marker.length() >= line.length() && marker.kind() != Marker.Kind.ANNEX;
    }

    /** “PHỤ LỤC” alone stands above its title. */
    private static boolean isBareAnnex(String line) {
        Marker marker = line.length() > 14 ? null : Marker.of(line);
        return marker != null && marker.kind() == Marker.Kind.ANNEX && marker.length() >= line.length();
    }

    private static boolean terminated(String line) {
        return ".;:!?…".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean startsSmall(String line) {
        if (line.isEmpty()) {
            return false;
        }
        char first = line.charAt(0);
        return Character.isLowerCase(first) && Marker.of(line) == null;
    }

    static boolean isCapitals(String line) {
        boolean letter = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isUpperCase(c);
        }
        return letter;
    }
}
