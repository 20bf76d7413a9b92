package vn.nhipcau.documents;

import java.text.Normalizer;
import org.springframework.core.io.InputStreamSource;

/** A file as somebody hands it in. */
public record Upload(String name, InputStreamSource bytes) {
    private static final int LONGEST_NAME = 200;

    public Upload {
        name = tidy(name);
    }

    /** The last part of a path, in NFC (file names from macOS come in NFD), without characters that would break a header. */
    private static String tidy(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "")
                .strip();
        if (clean.isEmpty()) {
            return "tep";
        }
        // The end carries the file type.
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
