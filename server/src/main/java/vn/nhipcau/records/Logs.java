package vn.nhipcau.records;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.database.CannotStart;
import vn.nhipcau.ledger.Acceptance;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.SigningKey;
import vn.nhipcau.ledger.VerifierKey;

/** Logs, and the writing of them in the transaction of whoever has something to record. */
@Service
public class Logs {
    private static final RowMapper<RecordLog> ROW = (row, number) -> new RecordLog(
            row.getInt("id"),
            row.getString("slug"),
            row.getString("address"),
            VerifierKey.parse(row.getString("verifier_key")));

    private final JdbcClient jdbc;
    private final InstallationSecret secret;
    private final String address;
    private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();

    Logs(
            JdbcClient jdbc,
            InstallationSecret secret,
            @Value("${nhipcau.address:http://localhost:${server.port}}") String address) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Begins a log that will be published at {@code /log/<slug>}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RecordLog begin(String slug) {
        String published = address + "/log/" + slug;
        VerifierKey key = signingKey(RecordLog.origin(published)).verifier();
        int id = jdbc.sql("INSERT INTO records.log (slug, address, verifier_key) VALUES (?, ?, ?) RETURNING id")
                .params(slug, published, key.toString())
                .query(Integer.class)
                .single();
        return new RecordLog(id, slug, published, key);
    }

    public Optional<RecordLog> find(String slug) {
        return jdbc.sql("SELECT * FROM records.log WHERE slug = ?")
                .param(slug)
                .query(ROW)
                .optional();
    }

    public RecordLog get(int id) {
        return jdbc.sql("SELECT * FROM records.log WHERE id = ?")
                .param(id)
                .query(ROW)
                .single();
    }

    List<RecordLog> all() {
        return jdbc.sql("SELECT * FROM records.log ORDER BY id").query(ROW).list();
    }

    /**
     * Takes the log's pen until the end of the transaction: nobody else appends to it meanwhile, on this server or another.
     *
     * @return the number that the next entry will have
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long hold(RecordLog log) {
        // A server that is frozen with the pen in its hand must not stop the others for good.
        return jdbc.sql("""
                        SELECT next_entry, set_config('idle_in_transaction_session_timeout', '20s', true)
                        FROM records.log WHERE id = ? FOR UPDATE
                        """)
                .param(log.id())
                .query((row, number) -> row.getLong("next_entry"))
                .single();
    }

    /**
     * Appends entries for which receipts are given, and signs the receipts: they may be handed out when the transaction is
     * committed.
     *
     * @param first as {@link #hold} gave it
     * @param promises one for each entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Acceptance> append(RecordLog log, long first, List<Entry> entries, List<Acceptance.Promise> promises) {
        List<Hash> hashes = promises.stream().map(Acceptance.Promise::hash).toList();
        store(log, first, entries, hashes);
        return Acceptance.signHashed(signingKey(log), hashes);
    }

    /** Appends an entry of our own, such as an opening or a count; returns its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(RecordLog log, Entry entry) {
        long number = hold(log);
        store(log, number, List.of(entry), List.of());
        return number;
    }

    private void store(RecordLog log, long first, List<Entry> entries, List<Hash> promises) {
        ByteArrayOutputStream entryBytes = new ByteArrayOutputStream(entries.size() * Entry.LENGTH);
        entries.forEach(entry -> entryBytes.writeBytes(entry.bytes()));
        ByteArrayOutputStream promiseBytes = new ByteArrayOutputStream(promises.size() * Hash.LENGTH);
        promises.forEach(promise -> promiseBytes.writeBytes(promise.bytes()));
        jdbc.sql("""
                        WITH appended AS (
                            INSERT INTO records.append (log, first_entry, size, entries, promises) VALUES (?, ?, ?, ?, ?)
                            RETURNING log, first_entry + size AS next_entry)
                        UPDATE records.log l SET next_entry = a.next_entry FROM appended a WHERE l.id = a.log
                        """)
                .params(log.id(), first, entries.size(), entryBytes.toByteArray(), promiseBytes.toByteArray())
                .update();
    }

    /** The signature of acceptance that was given for an entry, the same bytes again. */
    public Acceptance acceptance(RecordLog log, long entry) {
        record Signed(long first, byte[] promises) {}
        Signed signed = jdbc.sql("""
                        SELECT first_entry, promises FROM records.append
                        WHERE log = ? AND first_entry <= ? ORDER BY first_entry DESC LIMIT 1
                        """)
                .params(log.id(), entry)
                .query((row, number) -> new Signed(row.getLong(1), row.getBytes(2)))
                .single();
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < signed.promises().length; at += Hash.LENGTH) {
            hashes.add(Hash.wrap(Arrays.copyOfRange(signed.promises(), at, at + Hash.LENGTH)));
        }
        return Acceptance.signHashed(signingKey(log), hashes).get((int) (entry - signed.first()));
    }

    /** With another secret the logs would go on under keys that nobody knows. */
    void checkKeys() {
        for (RecordLog log : all()) {
            if (!signingKey(log.origin()).verifier().equals(log.key())) {
                throw new CannotStart("Tệp khóa secret.key không phải là tệp đã mở sổ " + log.slug()
                        + ": hãy khôi phục đúng tệp từ bản sao lưu. / This secret.key is not the one with which the log was"
                        + " begun: restore the right one.");
            }
        }
    }

    SigningKey signingKey(RecordLog log) {
        return signingKey(log.origin());
    }

    /** A key of its own for each log: policies refuse one key under two names. */
    private SigningKey signingKey(String origin) {
        return keys.computeIfAbsent(origin, name -> {
            // Bouncy Castle signs 17 times as fast as the JDK, and each commit waits for a signature.
            Ed25519PrivateKeyParameters key =
                    new Ed25519PrivateKeyParameters(secret.derive("nhipcau-log-key/v1\n" + name));
            byte[] publicKey = key.generatePublicKey().getEncoded();
            return SigningKey.of(name, publicKey, message -> {
                byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
                key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
                return signature;
            });
        });
    }
}
