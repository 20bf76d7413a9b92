package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the lines of a PDF into paragraphs where that is safe; a line too many is better than two run together. */
final class PdfParagraphs {
    private static final Pattern MARKER = Pattern.compile(
            "^([-+•–] ?(?=[\\p{Lu}“\"(\\d])|\\d{1,3}(\\.\\d{1,3})*\\.? (?=\\p{Lu})|\\p{L}{1,2}\\) |[IVXLC]{1,6}\\. |Điều \\d+"
                    + "|Chương [IVXLC\\d]|Mục [IVXLC\\d]|Phần |Nơi nhận|Kính gửi).*",
            Pattern.DOTALL);
    private static final Pattern SENTENCE_ENDS = Pattern.compile(".*[.;:!?/]\\s*[”\")]*\\s*$", Pattern.DOTALL);

    private static final Pattern BROKEN_NUMBER = Pattern.compile("[\\p{L}\\d][-/]$");

    private static final float INDENT = 8;
    private static final float SAME_PLACE = 4;

    private final Manuscript manuscript;
    private final List<PdfLine> open = new ArrayList<>();
    private float left;
    private float right;
    private float pitch;
    private boolean indented;

    PdfParagraphs(Manuscript manuscript) {
        this.manuscript = manuscript;
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
            boolean near = previous == null || line.baseline() - previous.baseline() < 1.3f * pitch + 1;
            if (open.isEmpty() || !near || !continues(line)) {
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
        left = lines.stream().map(PdfLine::left).min(Float::compare).orElse(0f);
        right = lines.stream().map(PdfLine::right).max(Float::compare).orElse(0f);
        var pitches = new ArrayList<Float>();
        for (int i = 1; i < lines.size(); i++) {
            pitches.add(lines.get(i).baseline() - lines.get(i - 1).baseline());
        }
        pitches.sort(Float::compare);
        // Lines within paragraphs are nearer to each other than paragraphs are, and there are more of them.
        pitch = pitches.isEmpty() ? 20 : pitches.get(pitches.size() / 3);
        indented = lines.stream().anyMatch(line -> line.left() - left > INDENT && line.right() > right - INDENT);
    }

    private boolean continues(PdfLine next) {
        PdfLine first = open.getFirst();
        PdfLine last = open.getLast();
        if (Math.abs(next.size() - last.size()) > 1.5f || !full(last, next)) {
            return false;
        }
        boolean marked = MARKER.matcher(next.text()).matches();
        if (next.left() - left <= INDENT) {
            // Where first lines are indented, a line at the margin is a continuation whatever it begins with.
            return !marked
                    || indented
                            && first.left() - left > INDENT
                            && !SENTENCE_ENDS.matcher(last.text()).matches();
        }
        if (marked) {
            return false;
        }
        boolean centred = last.left() - left > INDENT
                && Math.abs(next.centre() - (left + right) / 2) < SAME_PLACE
                && Math.abs(last.centre() - next.centre()) < SAME_PLACE;
        boolean hanging = MARKER.matcher(first.text()).matches()
                && first.words().size() > 1
                && Math.abs(next.left() - first.words().get(1).left()) < SAME_PLACE;
        boolean block = open.size() > 1 && Math.abs(next.left() - last.left()) < SAME_PLACE;
        return centred || hanging || block;
    }

    /** Whether the next word would not have fitted, so that the line was broken for want of room. */
    private boolean full(PdfLine line, PdfLine next) {
        PdfLine.Word word = next.words().getFirst();
        return line.right() + 0.25f * line.size() + (word.right() - word.left()) > right - 1;
    }
}
