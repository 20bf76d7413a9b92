package vn.nhipcau.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A C2SP signed note: a text that ends with a newline, and signatures of it. */
public record Note(String text, List<Signature> signatures) {
    private static final int MOST_SIGNATURES = 64;

    /** One line below the text; {@code bytes} are what the key's algorithm made, after the key's short number. */
    public record Signature(String name, int keyId, byte[] bytes) {

        static Signature parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals("—") || !VerifierKey.isName(parts[1])) {
                throw new IllegalArgumentException("malformed signature line: " + line);
            }
            byte[] bytes = Canonical.base64(parts[2]);
            if (bytes.length < 5) {
                throw new IllegalArgumentException("signature too short: " + line);
            }
            return new Signature(
                    parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        }

        String base64() {
            ByteBuffer both = ByteBuffer.allocate(Integer.BYTES + bytes.length);
            return Canonical.base64(both.putInt(keyId).put(bytes).array());
        }

        @Override
        public String toString() {
            return "— " + name + " " + base64();
        }
    }

    public static Note parse(byte[] note) {
        return parse(Canonical.utf8(note));
    }

    static Note parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 1 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Signature> signatures =
                note.substring(blank + 2).lines().map(Signature::parse).toList();
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException(signatures.size() + " signatures");
        }
        return new Note(note.substring(0, blank + 1), signatures);
    }

    /**
     * The signatures by these keys; others are ignored, as the format demands.
     *
     * @throws IllegalArgumentException if one by these keys is wrong
     */
    Map<VerifierKey, Signature> by(Collection<VerifierKey> keys) {
        Map<VerifierKey, Signature> found = new LinkedHashMap<>();
        for (Signature signature : signatures) {
            for (VerifierKey key : keys) {
                if (key.name().equals(signature.name()) && key.id() == signature.keyId()) {
                    if (!key.verifies(text, signature.bytes())) {
                        throw new IllegalArgumentException("wrong signature of " + key.name());
                    }
                    found.put(key, signature);
                }
            }
        }
        return found;
    }

    /** The file. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
