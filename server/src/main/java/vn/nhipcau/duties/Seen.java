package vn.nhipcau.duties;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The mark of what a person had before them when they pressed a button. A form carries it; when the same thing now has
 * another mark, somebody else changed it meanwhile.
 */
final class Seen {
    private static final int BYTES = 12;

    private Seen() {}

    /** @param shown records and collections of records: their text says all that they hold */
    static String of(Object... shown) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : shown) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
