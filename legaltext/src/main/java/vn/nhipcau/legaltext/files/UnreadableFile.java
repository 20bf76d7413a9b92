package vn.nhipcau.legaltext.files;

/** A file that gave no text; {@code getMessage} says in Vietnamese what to do. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;

    public UnreadableFile(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Stable names for machines. */
    public enum Code {
        FILE_NOT_FOUND,
        FILE_EMPTY,
        FILE_TOO_LARGE,
        FILE_TYPE_UNKNOWN,
        FILE_ENCRYPTED,
        FILE_DAMAGED,
        FILE_NO_TEXT,
        FILE_EXPANDS_TOO_FAR,
        FILE_TOOK_TOO_LONG
    }
}
