package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Characters of a PDF on one baseline, in points from the page's upper left corner.
 *
 * @param size of the font of most of its characters
 */
record PdfLine(List<Word> words, float baseline, float size) {

    record Glyph(String text, float left, float right, float baseline, float size) {}

    record Word(String text, float left, float right) {}

    /** Times New Roman has spaces of a quarter of its size; kerning moves letters by a twentieth at most. */
    private static final float SPACE = 0.15f;

    /** Wider than the spaces of a line of justified text get: a tab, a blank to fill in, or a column's edge. */
    private static final float WIDE = 1;

    private static final Pattern UNIT_BEFORE = Pattern.compile("(^|[^\\p{L}])[kcd]?m$");

    static PdfLine of(List<Glyph> glyphs, float baseline, float size) {
        var words = new ArrayList<Word>();
        var word = new StringBuilder();
        float left = 0;
        float right = 0;
        for (Glyph glyph :
                glyphs.stream().sorted(Comparator.comparing(Glyph::left)).toList()) {
            boolean blank = glyph.text().isBlank();
            if (!word.isEmpty() && (blank || glyph.left() - right > SPACE * size)) {
                words.add(new Word(word.toString(), left, right));
                word.setLength(0);
            }
            if (blank || !(words.isEmpty() && word.isEmpty()) && marksNote(glyph, word, baseline, size)) {
                continue;
            }
            if (word.isEmpty()) {
                left = glyph.left();
            }
            word.append(glyph.text());
            right = glyph.right();
        }
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), left, right));
        }
        return new PdfLine(List.copyOf(words), baseline, size);
    }

    /** A raised digit after a word would become part of a document's number; after “m” it is a square metre. */
    private static boolean marksNote(Glyph glyph, CharSequence word, float baseline, float size) {
        return glyph.size() < 0.8f * size
                && glyph.baseline() < baseline - 0.1f * size
                && Character.isDigit(glyph.text().codePointAt(0))
                && !UNIT_BEFORE.matcher(word).find();
    }

    float left() {
        return words.getFirst().left();
    }

    float right() {
        return words.getLast().right();
    }

    float centre() {
        return (left() + right()) / 2;
    }

    /** Words parted by one space, or by a wide gap where the page has one. */
    String text() {
        var text = new StringBuilder();
        float space = Math.max(WIDE * size, 2.5f * medianGap());
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(gapBefore(i) > space ? "    " : " ");
            }
            text.append(words.get(i).text());
        }
        return text.toString();
    }

    float gapBefore(int word) {
        return words.get(word).left() - words.get(word - 1).right();
    }

    float medianGap() {
        if (words.size() < 4) {
            return 0.25f * size;
        }
        List<Float> gaps = IntStream.range(1, words.size())
                .mapToObj(this::gapBefore)
                .sorted()
                .toList();
        return gaps.get(gaps.size() / 2);
    }
}
