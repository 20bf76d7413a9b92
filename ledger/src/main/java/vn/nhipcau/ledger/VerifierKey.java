package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** A named public key in the format of signed-note ("vkey"): of a log, or of a witness that cosigns. */
public final class VerifierKey {
    /** What precedes the 32 bytes of an Ed25519 key in the encoding that the JDK reads (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte ED25519 = 1;
    private static final byte COSIGNATURE = 4;

    private final String name;
    private final byte type;
    private final byte[] raw;
    private final PublicKey key;
    private final int id;
    private final String vkey;

    private VerifierKey(String name, byte type, byte[] raw) {
        if (!isName(name) || type != ED25519 && type != COSIGNATURE || raw.length != 32) {
            throw new IllegalArgumentException("not an Ed25519 key, or without a proper name: " + name);
        }
        this.name = name;
        this.type = type;
        this.raw = raw;
        byte[] hashed = join(name.getBytes(UTF_8), new byte[] {'\n', type}, raw);
        this.id = ByteBuffer.wrap(Hash.of(hashed).bytes()).getInt();
        this.vkey = "%s+%08x+%s".formatted(name, id, Canonical.base64(join(new byte[] {type}, raw)));
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(SPKI, raw)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a valid Ed25519 key: " + name, e);
        }
    }

    static VerifierKey ofLog(String name, byte[] raw) {
        return new VerifierKey(name, ED25519, raw);
    }

    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Canonical.base64(parts[2]) : new byte[0];
        if (typed.length == 0) {
            throw new IllegalArgumentException("not a verifier key: " + vkey);
        }
        VerifierKey key = new VerifierKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(vkey)) {
            throw new IllegalArgumentException("the number of the key does not fit it: " + vkey);
        }
        return key;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    public String name() {
        return name;
    }

    /** A short number to find the key by; it proves nothing. */
    public int id() {
        return id;
    }

    boolean isWitness() {
        return type == COSIGNATURE;
    }

    boolean wrapsSameKeyAs(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    boolean verifies(String text, byte[] signature) {
        if (!isWitness()) {
            return verifies(text.getBytes(UTF_8), signature);
        }
        if (signature.length < Long.BYTES || !isTime(ByteBuffer.wrap(signature).getLong())) {
            return false;
        }
        // What a witness signs (tlog-cosignature, Ed25519): the time, then the text.
        String cosigned = "cosignature/v1\ntime " + time(signature).getEpochSecond() + "\n" + text;
        return verifies(cosigned.getBytes(UTF_8), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    private static boolean isTime(long seconds) {
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
    }

    /** When a witness cosigned. */
    static Instant time(byte[] cosignature) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(cosignature).getLong());
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // The JDK throws for a signature of the wrong length or with a number out of range.
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey && other.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return id();
    }

    /** The vkey. */
    @Override
    public String toString() {
        return vkey;
    }
}
