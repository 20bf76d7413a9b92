package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.files.PdfLine.Word;

/**
 * Puts a page's lines into reading order. The head of a document (issuer and number on the left, motto and date on the
 * right) and its foot (recipients, signature) stand side by side without drawn rules; they are found by the empty
 * strip between them.
 */
final class PdfColumns {
    /** Lines that are read one after the other. */
    record Passage(List<PdfLine> lines, boolean aside) {}

    private static final Pattern MOTTO = Pattern.compile("CỘNG (HÒA|HOÀ) XÃ|ĐẢNG CỘNG SẢN");

    /** Narrower strips than this are spaces between words. */
    private static final float NARROWEST = 4;

    private static final float WIDE = 10;
    private static final int SHORTEST_SIDE = 4;

    private final List<Passage> passages = new ArrayList<>();
    private final List<PdfLine> single = new ArrayList<>();

    private PdfColumns() {}

    static List<Passage> of(List<PdfLine> lines) {
        var columns = new PdfColumns();
        columns.read(lines);
        columns.closeSingle();
        return columns.passages;
    }

    private void read(List<PdfLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Strip strip = stripIn(lines, i);
            int end = strip == null ? i : endOf(lines, i, strip);
            if (strip == null || end - i < 2) {
                single.add(lines.get(i));
                continue;
            }
            var besides = new ArrayList<PdfLine>();
            // The right block may begin a little above the left one.
            while (!single.isEmpty()
                    && single.getLast().left() >= strip.left
                    && lines.get(i).baseline() - single.getLast().baseline()
                            < 2 * lines.get(i).size()) {
                besides.addFirst(single.removeLast());
            }
            besides.addAll(lines.subList(i, end));
            closeSingle();
            sideBySide(besides, strip.narrowed(besides));
            i = end - 1;
        }
    }

    private void closeSingle() {
        if (!single.isEmpty()) {
            passages.add(new Passage(List.copyOf(single), false));
            single.clear();
        }
    }

    private void sideBySide(List<PdfLine> lines, Strip strip) {
        var left = new ArrayList<PdfLine>();
        var right = new ArrayList<PdfLine>();
        for (PdfLine line : lines) {
            List<Word> before = line.words().stream()
                    .filter(word -> word.right() <= strip.middle())
                    .toList();
            List<Word> after = line.words().stream()
                    .filter(word -> word.right() > strip.middle())
                    .toList();
            if (!before.isEmpty()) {
                left.add(new PdfLine(before, line.baseline(), line.size()));
            }
            if (!after.isEmpty()) {
                right.add(new PdfLine(after, line.baseline(), line.size()));
            }
        }
        HeadRows.of(left, right, PdfLine::text).forEach(part -> passages.add(new Passage(part, true)));
    }

    /** The strip that line {@code i}, alone or with the next at nearly its height, shows between two columns. */
    private static @Nullable Strip stripIn(List<PdfLine> lines, int i) {
        PdfLine line = lines.get(i);
        Strip within = stripIn(line);
        if (within != null || i + 1 == lines.size()) {
            return within;
        }
        PdfLine next = lines.get(i + 1);
        if (next.baseline() - line.baseline() > 0.6f * line.size()) {
            return null;
        }
        PdfLine first = line.left() < next.left() ? line : next;
        PdfLine second = first == line ? next : line;
        return second.left() - first.right() > WIDE ? new Strip(first.right(), second.left()) : null;
    }

    private static @Nullable Strip stripIn(PdfLine line) {
        Strip widest = null;
        String all = line.text().replaceAll(" +", " ");
        int at = 0;
        for (int i = 1; i < line.words().size(); i++) {
            at += line.words().get(i - 1).text().length() + 1;
            float gap = line.gapBefore(i);
            Strip strip = new Strip(
                    line.words().get(i - 1).right(), line.words().get(i).left());
            if (gap > NARROWEST && MOTTO.matcher(all.substring(at)).lookingAt()) {
                return strip;
            }
            if (at > SHORTEST_SIDE
                    && all.length() - at >= SHORTEST_SIDE
                    && gap > Math.max(WIDE, 2.5f * line.medianGap())
                    && (widest == null || gap > widest.width())) {
                widest = strip;
            }
        }
        return widest;
    }

    /** Behind the last line that leaves the strip empty, not counting lines without anything on its right. */
    private static int endOf(List<PdfLine> lines, int start, Strip first) {
        Strip strip = first;
        int end = start + 1;
        int rows = 1;
        for (int i = start + 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (line.baseline() - lines.get(i - 1).baseline() > 8 * line.size()) {
                break;
            }
            Strip narrowed = strip.besides(line);
            if (narrowed == null) {
                break;
            }
            strip = narrowed;
            end = i + 1;
            rows++;
        }
        return rows < 2 ? start + 1 : end;
    }

    /** An empty strip from top to bottom of some lines. */
    private record Strip(float left, float right) {

        float width() {
            return right - left;
        }

        float middle() {
            return (left + right) / 2;
        }

        /** What of it the line leaves empty; null when the line runs across. */
        @Nullable
        Strip besides(PdfLine line) {
            if (line.left() >= left + NARROWEST && line.right() > middle()) {
                return new Strip(left, Math.min(right, line.left()));
            }
            if (line.right() <= right - NARROWEST && line.left() < middle()) {
                return new Strip(Math.max(left, line.right()), right);
            }
            Strip widest = null;
            for (int i = 1; i < line.words().size(); i++) {
                float from = Math.max(left, line.words().get(i - 1).right());
                float to = Math.min(right, line.words().get(i).left());
                boolean gap = line.gapBefore(i) > Math.max(NARROWEST, 1.5f * line.medianGap());
                if (gap && to - from > NARROWEST && (widest == null || to - from > widest.width())) {
                    widest = new Strip(from, to);
                }
            }
            return widest;
        }

        Strip narrowed(List<PdfLine> lines) {
            Strip strip = this;
            for (PdfLine line : lines) {
                Strip next = strip.besides(line);
                strip = next == null ? strip : next;
            }
            return strip;
        }
    }
}
