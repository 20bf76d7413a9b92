package vn.nhipcau.directory;

import java.text.Normalizer;

/** Names as people write them, brought to one form. */
final class Wording {
    private Wording() {}

    /** Composed letters (NFC), single spaces, the right Đ. */
    static String tidy(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .replace('\u00D0', 'Đ')
                .replace('\u00F0', 'đ')
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }
}
