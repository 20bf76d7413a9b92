package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Joins the lines of a PDF into paragraphs where that is safe; a line too many is better than two run together. */
final class PdfParagraphs {
    private static final Pattern MARKER = Pattern.compile(
            "([-+•–] ?(?=[\\p{Lu}“\"(\\d])|\\d{1,3}(\\.\\d{1,3})*\\.? (?=\\p{Lu})|\\p{L}{1,2}\\) |\\(\\d{1,3}\\)\\.? |[IVXLC]{1,6}\\. "
                    + "|Điều \\d+[.:]|(Chương|Mục|Phần( thứ)?) [\\p{L}\\d]+([.:]|$)|Nơi nhận|Kính gửi).*",
            Pattern.DOTALL);
    private static final Pattern SENTENCE_ENDS = Pattern.compile(".*[.;:!?/]\\s*[”\")]*\\s*$", Pattern.DOTALL);

    private static final Pattern BROKEN_NUMBER = Pattern.compile("[\\p{Lu}\\d][-/]$");

    private static final float INDENT = 8;
    private static final float SAME_PLACE = 4;

    private static final int FEW_LETTERS = 20;

    /** Double line spacing, against the font's size. */
    private static final float WIDEST_SPACING = 2.4f;

    /** How far the further lines of an item reach in under its first, at most. */
    private static final float HANGING = 50;

    private final Manuscript manuscript;
    private final List<PdfLine> open = new ArrayList<>();
    private float left = Float.MAX_VALUE;
    private float right;
    private float pageHeight;
    private float pitch;
    private boolean indented;

    PdfParagraphs(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    /** Margins hold from page to page: a last page may have short lines only. */
    void page(float height) {
        if (Math.abs(height - pageHeight) > 1) {
            pageHeight = height;
            left = Float.MAX_VALUE;
            right = 0;
        }
    }

    /**
     * One column of one page.
     *
     * @param lines in reading order; the first may go on with the paragraph that ended the page before
     */
    void body(List<PdfLine> lines) throws UnreadableFile {
        measure(lines);
        PdfLine previous = null;
        for (PdfLine line : lines) {
            if (open.isEmpty() || previous != null && !near(previous, line) || !continues(line)) {
                close();
            }
            open.add(line);
            previous = line;
        }
    }

    /** A block beside another one: lists of recipients go on over lines, names and mottos do not. */
    void aside(List<PdfLine> lines) throws UnreadableFile {
        close();
        boolean list = false;
        for (PdfLine line : lines) {
            String text = line.text();
            boolean marked = MARKER.matcher(text).matches() || text.startsWith("V/v");
            boolean goesOn =
                    list && !marked && !SENTENCE_ENDS.matcher(text(open)).matches();
            if (!goesOn) {
                close();
                list = marked && !text.startsWith("Nơi nhận") && !text.startsWith("Kính gửi");
            }
            open.add(line);
        }
        close();
    }

    void close() throws UnreadableFile {
        if (!open.isEmpty()) {
            manuscript.paragraph(text(open));
            open.clear();
        }
    }

    private static String text(List<PdfLine> lines) {
        var text = new StringBuilder();
        for (PdfLine line : lines) {
            // A line may be broken behind the hyphen or the stroke of a document's number.
            text.append(text.isEmpty() || BROKEN_NUMBER.matcher(text).find() ? "" : " ")
                    .append(line.text());
        }
        return text.toString();
    }

    private void measure(List<PdfLine> lines) {
        left = lines.stream()
                .map(PdfLine::left)
                .min(Float::compare)
                .map(min -> Math.min(left, min))
                .orElse(left);
        right = lines.stream()
                .map(PdfLine::right)
                .max(Float::compare)
                .map(max -> Math.max(right, max))
                .orElse(right);
        measurePitch(lines);
        indented = lines.stream().anyMatch(line -> line.left() - left > INDENT && line.right() > right - INDENT);
    }

    /** From lines that surely go on: broken at the right margin, followed by one at the left margin. */
    private void measurePitch(List<PdfLine> lines) {
        var pitches = new ArrayList<Float>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i - 1);
            PdfLine next = lines.get(i);
            if (next.left() - left <= INDENT
                    && !fits(next, line.right(), right)
                    && !MARKER.matcher(next.text()).matches()) {
                pitches.add(next.baseline() - line.baseline());
            }
        }
        if (!pitches.isEmpty()) {
            pitches.sort(Float::compare);
            pitch = pitches.get(pitches.size() / 2);
        }
    }

    private boolean near(PdfLine line, PdfLine next) {
        float usual = centred(line) || pitch == 0 ? Float.MAX_VALUE : 1.12f * pitch + 1;
        return next.baseline() - line.baseline() < Math.min(usual, WIDEST_SPACING * line.size());
    }

    private boolean continues(PdfLine next) {
        PdfLine first = open.getFirst();
        PdfLine last = open.getLast();
        boolean marked = MARKER.matcher(next.text()).matches();
        if (Math.abs(next.size() - last.size()) > 1.5f || headingEnds(last.text(), next.text())) {
            return false;
        }
        if (centred(last) && centred(next)) {
            return !marked && !fits(next, last.right() - last.left(), right - left);
        }
        if (fits(next, last.right(), right)) {
            return false;
        }
        if (next.left() - left <= INDENT) {
            // Where first lines are indented, a line at the margin is a continuation whatever it begins with.
            return !marked
                    || indented
                            && first.left() - left > INDENT
                            && !SENTENCE_ENDS.matcher(last.text()).matches();
        }
        float under = next.left() - first.left();
        boolean hanging = MARKER.matcher(first.text()).matches() && under > SAME_PLACE && under < HANGING;
        boolean block = open.size() > 1 && Math.abs(next.left() - last.left()) < SAME_PLACE;
        return !marked && (hanging || block);
    }

    /** A heading in capitals does not go on in small letters, nor a sentence in capitals; a few letters say nothing. */
    private static boolean headingEnds(String last, String next) {
        boolean capitals = capitals(last);
        return capitals != capitals(next) && (capitals ? last : next).length() > FEW_LETTERS;
    }

    private static boolean capitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private boolean centred(PdfLine line) {
        return line.left() - left > INDENT && Math.abs(line.centre() - (left + right) / 2) < SAME_PLACE;
    }

    /** Whether the next line's first word had room behind what ends at {@code end}; if so, the writer broke the line. */
    private static boolean fits(PdfLine next, float end, float edge) {
        PdfLine.Word word = next.words().getFirst();
        return end + 0.25f * next.size() + (word.right() - word.left()) <= edge - 1;
    }
}
