package vn.nhipcau.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 hash; leaves and nodes are hashed as RFC 6962 section 2.1 says. */
public final class Hash {
    public static final int LENGTH = 32;

    private static final MessageDigest FRESH = fresh();

    /** Copied, not looked up: a server that gives each request its own thread would look it up for each request. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return fresh();
        }
    });

    private final byte[] bytes;
    /** Spelled once: an inner node of a tree stands in many proofs. */
    private String base64;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    public static Hash of(byte[] data) {
        return new Hash(SHA_256.get().digest(data));
    }

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 0);
        return new Hash(digest.digest(entry));
    }

    static Hash node(Hash left, Hash right) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The parents of the hashes that lie side by side in {@code children}; one without a sibling has none. */
    static byte[] parents(byte[] children) {
        MessageDigest digest = SHA_256.get();
        byte[] parents = new byte[children.length / (2 * LENGTH) * LENGTH];
        for (int at = 0; at < parents.length; at += LENGTH) {
            digest.update((byte) 1);
            digest.update(children, 2 * at, 2 * LENGTH);
            finish(digest, parents, at);
        }
        return parents;
    }

    private static void finish(MessageDigest digest, byte[] into, int at) {
        try {
            digest.digest(into, at, LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("there is room for 32 bytes", e);
        }
    }

    /** The hash number {@code index} of those that lie side by side in {@code hashes}. */
    static Hash in(byte[] hashes, int index) {
        return new Hash(Arrays.copyOfRange(hashes, index * LENGTH, (index + 1) * LENGTH));
    }

    /** From the 32 bytes of a hash that was made elsewhere. */
    public static Hash wrap(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** From base64, as {@link #toString} writes it. */
    public static Hash parse(String base64) {
        return wrap(Canonical.base64(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash && Arrays.equals(bytes, ((Hash) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        String spelled = base64;
        if (spelled == null) {
            spelled = Canonical.base64(bytes);
            base64 = spelled;
        }
        return spelled;
    }
}
