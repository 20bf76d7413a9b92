package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The Ed25519 key of a log, in the text format that the Go tools for signed notes use. Its name is the log's origin. */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final Optional<byte[]> seed;
    private final UnaryOperator<byte[]> algorithm;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] publicKey, UnaryOperator<byte[]> algorithm) {
        this.seed = Optional.empty();
        this.algorithm = algorithm;
        this.verifier = VerifierKey.ofLog(name, publicKey);
    }

    private SigningKey(String name, byte[] seed) {
        this.seed = Optional.of(seed);
        try {
            byte[] pkcs8 = HEX.parseHex("302e020100300506032b657004220420" + HEX.formatHex(seed));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            // The JDK computes a public key only when it generates the pair: let it “draw” the seed.
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
            pairs.initialize(255, new Fixed(seed));
            byte[] spki = pairs.generateKeyPair().getPublic().getEncoded();
            verifier = VerifierKey.ofLog(name, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
            algorithm = message -> sign(key, message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK from 15 on has Ed25519", e);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        private Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, SEED);
        }
    }

    public static SigningKey generate(String name) {
        byte[] seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * A key that is kept elsewhere, such as in a hardware module, or used through a library that signs faster.
     *
     * @param publicKey 32 bytes
     * @param algorithm makes the Ed25519 signature of a message
     */
    public static SigningKey of(String name, byte[] publicKey, UnaryOperator<byte[]> algorithm) {
        return new SigningKey(name, publicKey.clone(), algorithm);
    }

    public static SigningKey parse(String encoded) {
        String[] parts = encoded.split("\\+", 5);
        byte[] typed = parts.length == 5 ? Canonical.base64(parts[4]) : new byte[0];
        if (!encoded.startsWith(PREFIX) || typed.length != 1 + SEED) {
            throw new IllegalArgumentException("not the signing key of a log");
        }
        SigningKey key = new SigningKey(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.encoded().equals(encoded)) {
            throw new IllegalArgumentException("the number of the signing key does not fit it");
        }
        return key;
    }

    /** The secret, for the key file; nothing else prints it. */
    public String encoded() {
        byte[] typed = new byte[1 + SEED];
        typed[0] = 1;
        byte[] secret = seed.orElseThrow(() -> new IllegalStateException("the secret is kept elsewhere"));
        System.arraycopy(secret, 0, typed, 1, SEED);
        return "%s%s+%08x+%s".formatted(PREFIX, name(), verifier.id(), Canonical.base64(typed));
    }

    public String name() {
        return verifier.name();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    Note.Signature sign(String text) {
        return new Note.Signature(name(), verifier.id(), algorithm.apply(text.getBytes(UTF_8)));
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
