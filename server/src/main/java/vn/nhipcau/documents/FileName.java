package vn.nhipcau.documents;

import java.text.Normalizer;

/** What a sender called a file, made fit to be shown, listed and sent back. */
public final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * The last part of a path, in NFC (file names from macOS come in NFD), without characters that would break a header or
     * turn the reading round (U+202E shows “exe.jpg” for “gpj.exe”).
     */
    public static String tidy(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"]", "")
                .strip();
        if (clean.isEmpty()) {
            return "tep";
        }
        int length = clean.codePointCount(0, clean.length());
        // The end carries the file type.
        return length <= LONGEST ? clean : clean.substring(clean.offsetByCodePoints(0, length - LONGEST));
    }
}
