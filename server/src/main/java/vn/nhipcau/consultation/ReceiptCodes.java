package vn.nhipcau.consultation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.InstallationSecret;

/**
 * Makes the receipt code out of the giver's key: the first half is the key's hash, so that the giver's device can check that
 * the server did not choose it; the second is made with the installation's secret, so that the key alone does not open the
 * receipt. The same key in the same consultation gives the same code, on every server and after every crash: that is what
 * makes a retry harmless, and it needs no index of its own.
 */
@Component
final class ReceiptCodes {
    private final byte[] secret;

    ReceiptCodes(InstallationSecret installation) {
        secret = installation.derive("nhipcau-receipt-code/v1");
    }

    ReceiptCode of(String consultation, String idempotencyKey) {
        byte[] key = idempotencyKey.getBytes(UTF_8);
        byte[] slug = consultation.getBytes(UTF_8);
        long giver = firstHalf(key);
        // Only a quarter of the hash is shown, so that what was hashed cannot be lengthened.
        byte[] keyed = ByteBuffer.allocate(secret.length + Integer.BYTES + slug.length + key.length)
                .put(secret)
                .putInt(slug.length)
                .put(slug)
                .put(key)
                .array();
        return new ReceiptCode(giver, head(Hash.of(keyed)));
    }

    private static long firstHalf(byte[] key) {
        byte[] label = "nhipcau-giver/v1\n".getBytes(UTF_8);
        return head(Hash.of(ByteBuffer.allocate(label.length + key.length)
                .put(label)
                .put(key)
                .array()));
    }

    private static long head(Hash hash) {
        return ByteBuffer.wrap(hash.bytes()).getLong();
    }

    static UUID uuid(ReceiptCode code) {
        return new UUID(code.giver(), code.server());
    }

    static ReceiptCode code(UUID uuid) {
        return new ReceiptCode(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }
}
