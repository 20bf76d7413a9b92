package vn.nhipcau.legaltext;

import org.jspecify.annotations.Nullable;

/** How a name that the letterhead prints in capitals is written in the sentences of the same document. */
final class Spelling {
    /** Names of the issuer stand in the preamble; further on they are mostly shortened. */
    private static final int REACH = 12_000;

    private final String text;
    private final String folded;

    Spelling(String source) {
        Passage opening = Passage.of(source, 0, Math.min(source.length(), REACH));
        this.text = opening.text();
        this.folded = opening.folded();
    }

    /** @return null when the document writes the name in capitals only */
    @Nullable
    String of(String capitals) {
        String key = Folding.fold(capitals);
        for (int at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + 1)) {
            String written = text.substring(at, at + key.length());
            boolean whole = Vocabulary.endsWord(folded, at + key.length());
            if (whole && !Paragraphs.isCapitals(written) && Character.isUpperCase(written.charAt(0))) {
                return written;
            }
        }
        return null;
    }
}
