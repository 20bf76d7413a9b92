package vn.nhipcau.legaltext.files;

import java.time.Duration;

/**
 * Bounds on what one file may cost. The longest directive with its annexes seen so far has 100 KB of text; all bounds
 * leave room for a hundred times that and are to keep a hostile file under 10 s and 1 GiB.
 */
final class Limits {
    /** Leaves room for the pictures of a document that was scanned and recognised. */
    static final int FILE_BYTES = 50 << 20;

    static final int TEXT_FILE_BYTES = 20 << 20;

    /** Of the text that comes out, in characters. */
    static final int TEXT_CHARACTERS = 20 << 20;

    /** Of the parts of a .docx or .odt that are read, together, once expanded. */
    static final long EXPANDED_BYTES = 200L << 20;

    /** The XML of the test documents shrinks 2 to 7 times, long tables more; blanks shrink a thousand times. */
    static final int EXPANSION_RATIO = 250;

    /** Below this much, a high ratio does no harm: an empty styles part. */
    static final long RATIO_COUNTS_FROM = 4L << 20;

    static final int ZIP_ENTRIES = 10_000;

    /** Tables within tables, elements within elements. */
    static final int TABLE_DEPTH = 32;

    static final int ELEMENT_DEPTH = 512;

    static final int PDF_PAGES = 1_000;

    /** With the start of the worker; the promise is 10 s. */
    static final Duration DEADLINE = Duration.ofSeconds(9);

    /** Of the worker's heap; the rest of the 1 GiB is for its code, its threads and the caller. */
    static final String WORKER_HEAP = "512m";

    private Limits() {}
}
