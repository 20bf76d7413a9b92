package vn.nhipcau.consultation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nhipcau.records.InstallationSecret;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Who gave an opinion, if they chose to tell: kept apart from what was said, sealed with a key that is not in the database,
 * and erased when the answers are long out (Luật 91/2025/QH15: political views are sensitive data; consent is given for a
 * purpose and can be withdrawn). Whoever handles opinions has no use for it.
 */
@Component
class Identities {
    /** From the end of the consultation: time to answer, and to ask back. */
    static final Period KEPT = Period.ofYears(1);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** As it is sealed. */
    record Giver(String name, String contact) {
        boolean told() {
            return !name.isBlank() || !contact.isBlank();
        }
    }

    private final JdbcClient jdbc;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    Identities(JdbcClient jdbc, InstallationSecret installation) {
        this.jdbc = jdbc;
        this.key = new SecretKeySpec(installation.derive("nhipcau-identity/v1"), "AES");
    }

    static void check(Giver giver, boolean consent) {
        if (giver.told() && !consent) {
            throw Refusal.invalid(
                    "CONSENT_MISSING",
                    "Bạn đã điền tên hoặc cách liên hệ nhưng chưa đánh dấu đồng ý cho lưu. Hãy đánh dấu, hoặc xóa trống hai ô đó.",
                    "You gave a name or contact without agreeing that they are kept. Tick the box, or empty the two fields.");
        }
    }

    /** Asking twice changes nothing: a retry brings the same. */
    void keep(Consultation consultation, long entry, Giver giver, Instant now) {
        LocalDate eraseAfter =
                LocalDate.ofInstant(consultation.closesAt(), Shell.ZONE).plus(KEPT);
        jdbc.sql("""
                        INSERT INTO consultation_identity.giver (consultation, entry, sealed, consent_at, erase_after)
                        VALUES (?, ?, ?, ?::timestamptz, ?) ON CONFLICT DO NOTHING
                        """)
                .params(consultation.id(), entry, seal(consultation.id(), entry, giver), now.toString(), eraseAfter)
                .update();
    }

    boolean has(int consultation, long entry) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM consultation_identity.giver WHERE consultation = ? AND entry = ?)")
                .params(consultation, entry)
                .query(Boolean.class)
                .single();
    }

    /** The giver's own wish; the opinion stays. */
    void erase(int consultation, long entry) {
        jdbc.sql("DELETE FROM consultation_identity.giver WHERE consultation = ? AND entry = ?")
                .params(consultation, entry)
                .update();
    }

    /** @return how many had reached the end of their time */
    int eraseExpired(LocalDate today) {
        return jdbc.sql("DELETE FROM consultation_identity.giver WHERE erase_after < ?")
                .param(today)
                .update();
    }

    private byte[] seal(int consultation, long entry, Giver giver) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, consultation, entry, json.writeValueAsBytes(giver));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    Giver open(int consultation, long entry) {
        byte[] sealed = jdbc.sql("SELECT sealed FROM consultation_identity.giver WHERE consultation = ? AND entry = ?")
                .params(consultation, entry)
                .query(byte[].class)
                .optional()
                .orElseThrow(Refusal::notFound);
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        byte[] rest = java.util.Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return json.readValue(run(Cipher.DECRYPT_MODE, nonce, consultation, entry, rest), Giver.class);
    }

    /** Bound to its opinion: a sealed identity that is moved to another row does not open. */
    private byte[] run(int mode, byte[] nonce, int consultation, long entry, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((consultation + "/" + entry).getBytes(UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed identity does not open: wrong key file or altered row", e);
        }
    }
}
