package vn.nhipcau.documents;

import java.time.Instant;

/** A file of a document: the document itself or an attachment. */
public record DocumentFile(
        long id, boolean original, String name, String sha256, long size, String addedBy, Instant addedAt) {

    /** For people: “2,4 MB”. */
    String shownSize() {
        if (size < 1_000) {
            return size + " byte";
        }
        return size < 1_000_000
                ? size / 1_000 + " KB"
                : String.format(java.util.Locale.of("vi"), "%.1f MB", size / 1_000_000.0);
    }
}
