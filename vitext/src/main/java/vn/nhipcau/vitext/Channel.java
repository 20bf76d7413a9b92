package vn.nhipcau.vitext;

/** Which runs of tokens are compared. */
public enum Channel {
    /** Five tokens with their marks: unrelated documents of the same trade share at most 2 % of such runs. */
    MARKED(5, false),
    /** Five tokens without marks, for text that lost them. */
    PLAIN(5, true),
    /** Three tokens without marks, for text read from a scan, where every tenth word may be wrong. */
    SCANNED(3, true);

    final int width;
    final boolean plain;

    Channel(int width, boolean plain) {
        this.width = width;
        this.plain = plain;
    }
}
