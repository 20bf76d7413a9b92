package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcau.legaltext.files.PdfLine.Glyph;

/**
 * What stands on one page of a PDF: characters and drawn rules, in points from its upper left corner as it is shown.
 */
record PdfPage(float height, List<Glyph> glyphs, List<Rule> rules) {

    /** A straight line along the page's edges; drawn tables are made of them. */
    record Rule(boolean horizontal, float at, float from, float to) {

        boolean covers(float place) {
            return from - TOUCH <= place && place <= to + TOUCH;
        }

        float length() {
            return to - from;
        }
    }

    /** Rules this near each other meet; writers round differently. */
    static final float TOUCH = 3;

    private static final float SAME_BASELINE = 2;

    /** The size in which most characters are set. */
    float textSize() {
        return sizeOfMost(glyphs);
    }

    private static float sizeOfMost(List<Glyph> glyphs) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Glyph glyph : glyphs) {
            counts.merge(Math.round(glyph.size() * 2), glyph.text().isBlank() ? 0 : 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(size -> size.getKey() / 2f)
                .orElse(12f);
    }

    static List<PdfLine> lines(List<Glyph> glyphs) {
        var lines = new ArrayList<OpenLine>();
        for (Glyph glyph :
                glyphs.stream().sorted(Comparator.comparing(Glyph::baseline)).toList()) {
            OpenLine last = lines.isEmpty() ? null : lines.getLast();
            if (last == null || glyph.baseline() - last.baseline > SAME_BASELINE) {
                last = new OpenLine(glyph.baseline());
                lines.add(last);
            }
            last.glyphs.add(glyph);
        }
        lines.forEach(line -> line.size = sizeOfMost(line.glyphs));
        attachRaised(lines);
        return lines.stream()
                .map(line -> PdfLine.of(line.glyphs, line.baseline, line.size))
                .filter(line -> !line.words().isEmpty())
                .toList();
    }

    /** Raised and lowered characters belong to the line of normal ones beside them. */
    private static void attachRaised(List<OpenLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            OpenLine small = lines.get(i);
            for (int j = Math.max(0, i - 1); j <= Math.min(lines.size() - 1, i + 1); j++) {
                OpenLine line = lines.get(j);
                if (i != j
                        && small.size < 0.8f * line.size
                        && Math.abs(small.baseline - line.baseline) < 0.6f * line.size
                        && small.left() > line.left()) {
                    line.glyphs.addAll(small.glyphs);
                    lines.remove(i--);
                    break;
                }
            }
        }
    }

    private static final class OpenLine {
        private final List<Glyph> glyphs = new ArrayList<>();
        private final float baseline;
        private float size;

        OpenLine(float baseline) {
            this.baseline = baseline;
        }

        float left() {
            return glyphs.stream()
                    .map(Glyph::left)
                    .min(Comparator.naturalOrder())
                    .orElse(0f);
        }
    }
}
