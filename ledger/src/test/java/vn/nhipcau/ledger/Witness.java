package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What somebody outside the administration runs: cosigns checkpoints. */
final class Witness {
    private final String name;
    private final KeyPair pair;
    private final byte[] raw;

    Witness(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        byte[] spki = pair.getPublic().getEncoded();
        this.raw = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    private int id() {
        return ByteBuffer.wrap(Hash.of(join(name.getBytes(UTF_8), new byte[] {'\n', 4}, raw))
                        .bytes())
                .getInt();
    }

    String vkey() {
        return "%s+%08x+%s".formatted(name, id(), Canonical.base64(join(new byte[] {4}, raw)));
    }

    Checkpoint cosign(Checkpoint checkpoint, Instant time) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(("cosignature/v1\ntime " + time.getEpochSecond() + "\n"
                            + checkpoint.note().text())
                    .getBytes(UTF_8));
            byte[] stamp = ByteBuffer.allocate(8).putLong(time.getEpochSecond()).array();
            List<Note.Signature> signatures = new ArrayList<>(checkpoint.note().signatures());
            signatures.add(new Note.Signature(name, id(), join(stamp, signing.sign())));
            return Checkpoint.parse(
                    new Note(checkpoint.note().text(), signatures).toString().getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
