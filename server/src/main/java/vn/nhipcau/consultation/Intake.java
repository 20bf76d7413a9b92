package vn.nhipcau.consultation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.ledger.Acceptance;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.Logs;
import vn.nhipcau.web.Refusal;

/**
 * Makes opinions durable, many in one commit. One writer takes whatever queued while its last commit was under way: batches
 * grow with the load by themselves, and nobody waits for a timer. Receipts are handed out after the commit.
 */
@Component
final class Intake {
    private static final Logger logger = LoggerFactory.getLogger(Intake.class);
    private static final int LARGEST_COMMIT = 1_000;
    /** At 15,000 a second half a second of work: whoever comes later is told so at once instead of waiting in vain. */
    private static final int LONGEST_QUEUE = 8_192;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One opinion on its way; what can be computed without the database is computed by its own thread. */
    static final class Waiting {
        final Consultation consultation;
        final NewOpinion opinion;
        final ReceiptCode code;
        final UUID uuid;
        final @Nullable Integer clause;
        final Hash commitment;
        final Instant now;
        final Hash salt;
        private final Thread owner = Thread.currentThread();
        private volatile @Nullable Written written;
        private @Nullable RuntimeException failed;

        Waiting(
                Consultation consultation,
                NewOpinion opinion,
                ReceiptCode code,
                @Nullable Integer clause,
                Instant now) {
            this.consultation = consultation;
            this.opinion = opinion;
            this.code = code;
            this.uuid = ReceiptCodes.uuid(code);
            this.clause = clause;
            this.salt = code.salt();
            this.commitment = Receipt.committed(opinion).commitment(salt);
            this.now = now;
        }

        /** Without a timer for each opinion: the writer answers every one that it takes, and the database has its limits. */
        private Written await() {
            while (written == null) {
                LockSupport.park(this);
            }
            if (failed != null) {
                throw failed;
            }
            return written;
        }

        private void answer(Written answer) {
            written = answer;
            LockSupport.unpark(owner);
        }

        private void fail(RuntimeException reason) {
            failed = reason;
            answer(new Known());
        }
    }

    sealed interface Written {}

    /** Durable by this commit. */
    record Fresh(long entry, String acceptedAt, Hash leaf, Acceptance signature) implements Written {}

    /** Durable before: a retry. */
    record Known() implements Written {}

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;
    private final TransactionTemplate transactions;
    private final Logs logs;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final Thread writer = Thread.ofPlatform().name("intake").unstarted(this::run);
    private volatile boolean running;

    Intake(JdbcClient jdbc, JdbcTemplate connections, TransactionTemplate transactions, Logs logs) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.transactions = transactions;
        this.logs = logs;
    }

    /** Returns when the opinion is durable. */
    Written write(Waiting waiting) {
        if (!running || !queue.offer(waiting)) {
            throw busy();
        }
        if (!running && queue.remove(waiting)) {
            throw busy(); // The writer may have looked for the last time before.
        }
        return waiting.await();
    }

    static Refusal busy() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "BUSY",
                "Hệ thống đang quá tải. Hãy gửi lại sau ít giây với cùng idempotencyKey: ý kiến không bị ghi hai lần.",
                "The system is overloaded. Send it again in a few seconds with the same idempotencyKey: it will not be"
                        + " recorded twice.");
    }

    /** Before the server opens its port, so that the demonstration can hand in opinions too. */
    @PostConstruct
    void start() {
        running = true;
        writer.start();
    }

    /** Once the last opinions are answered; the web server, which stopped before, sends no more. */
    @PreDestroy
    void stop() {
        running = false;
        try {
            writer.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Waiting> taken = new ArrayList<>();
        while (running || !queue.isEmpty()) {
            await(taken);
            Map<Integer, List<Waiting>> byConsultation = new LinkedHashMap<>();
            for (Waiting waiting : taken) {
                byConsultation
                        .computeIfAbsent(waiting.consultation.id(), id -> new ArrayList<>())
                        .add(waiting);
            }
            byConsultation.values().forEach(this::commit);
            taken.clear();
        }
    }

    private void await(List<Waiting> taken) {
        try {
            Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                queue.drainTo(taken, LARGEST_COMMIT - 1);
            }
        } catch (InterruptedException nobodysBusiness) {
            // Only `running` ends this thread, so that nobody who waits is forgotten.
        }
    }

    private void commit(List<Waiting> together) {
        try {
            List<Written> written = transactions.execute(status -> write(together));
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer(written.get(i));
            }
        } catch (Refusal refused) {
            together.forEach(waiting -> waiting.fail(refused));
        } catch (DataIntegrityViolationException e) {
            refused(together, e);
        } catch (RuntimeException | Error e) {
            // Whatever it is: those who wait must be told, and the writer goes on.
            logger.error(
                    "Không ghi được {} ý kiến / {} opinions were not written", together.size(), together.size(), e);
            together.forEach(waiting -> waiting.fail(busy()));
        }
    }

    /** One of them cannot be stored; the others must not suffer for it. */
    private void refused(List<Waiting> together, DataIntegrityViolationException reason) {
        if (together.size() > 1) {
            together.forEach(waiting -> commit(List.of(waiting)));
        } else {
            // Not the message: PostgreSQL's may quote the row, and what a citizen wrote is not for the server's log.
            String state = reason.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            logger.error("Không ghi được một ý kiến / an opinion cannot be stored: SQLSTATE {}", state);
            together.getFirst().fail(reason);
        }
    }

    private List<Written> write(List<Waiting> together) {
        Consultation consultation = together.getFirst().consultation;
        long first = logs.hold(consultation.log());
        Instant acceptedAt = together.stream()
                .map(waiting -> waiting.now)
                .max(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
        int batch = batch(consultation, acceptedAt);
        Set<UUID> known = known(together);
        List<Waiting> fresh = new ArrayList<>();
        for (Waiting waiting : together) {
            if (known.add(waiting.uuid)) {
                fresh.add(waiting);
            }
        }
        List<Fresh> written = fresh.isEmpty() ? List.of() : append(consultation, first, batch, fresh, acceptedAt);
        List<Written> answers = new ArrayList<>(together.size());
        int next = 0;
        for (Waiting waiting : together) {
            boolean isFresh = next < fresh.size() && fresh.get(next) == waiting;
            answers.add(isFresh ? written.get(next++) : new Known());
        }
        return answers;
    }

    private int batch(Consultation consultation, Instant at) {
        return jdbc.sql("""
                        SELECT number FROM consultation.batch
                        WHERE consultation = ? AND locked_at IS NULL AND cut_off > ?::timestamptz
                        ORDER BY number LIMIT 1
                        """)
                .params(consultation.id(), at.toString())
                .query(Integer.class)
                .optional()
                .orElseThrow(Opinions::closed);
    }

    /** Nobody else adds to them while this transaction holds the log. */
    private Set<UUID> known(List<Waiting> together) {
        return connections.execute((ConnectionCallback<Set<UUID>>) connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT code FROM consultation.opinion WHERE code = ANY (?)")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                together.stream().map(waiting -> waiting.uuid).toArray()));
                Set<UUID> known = new HashSet<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(rows.getObject(1, UUID.class));
                    }
                }
                return known;
            }
        });
    }

    private List<Fresh> append(
            Consultation consultation, long first, int batch, List<Waiting> fresh, Instant acceptedAt) {
        String acceptedText = acceptedAt.toString();
        List<Entry> entries = new ArrayList<>(fresh.size());
        List<Acceptance.Promise> promises = new ArrayList<>(fresh.size());
        for (Waiting waiting : fresh) {
            Entry entry = new Entry(EntryType.OPINION, acceptedAt, waiting.commitment);
            entries.add(entry);
            promises.add(new Acceptance.Promise(waiting.code.toString(), acceptedText, entry.leaf()));
        }
        insert(consultation, first, batch, fresh, acceptedText);
        List<Acceptance> signatures = logs.append(consultation.log(), first, entries, promises);
        List<Fresh> written = new ArrayList<>(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            written.add(new Fresh(first + i, acceptedText, promises.get(i).leaf(), signatures.get(i)));
        }
        return written;
    }

    private void insert(Consultation consultation, long first, int batch, List<Waiting> fresh, String acceptedAt) {
        connections.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO consultation.opinion
                        (consultation, entry, code, clause, batch, channel, stance, accepted_at, attachment, text)
                    SELECT ?, ? + o.place - 1, o.code, o.clause, ?, o.channel, o.stance, ?::timestamptz, o.attachment, o.text
                    FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY AS o (code, clause, channel, stance, attachment, text, place)
                    """)) {
                insert.setInt(1, consultation.id());
                insert.setLong(2, first);
                insert.setInt(3, batch);
                insert.setString(4, acceptedAt);
                columns(insert, connection, fresh);
                return insert.executeUpdate();
            }
        });
    }

    private static void columns(PreparedStatement insert, Connection connection, List<Waiting> fresh)
            throws SQLException {
        int size = fresh.size();
        UUID[] codes = new UUID[size];
        Integer[] clauses = new Integer[size];
        Short[] channels = new Short[size];
        Short[] stances = new Short[size];
        byte[][] attachments = new byte[size][];
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            Waiting waiting = fresh.get(i);
            codes[i] = waiting.uuid;
            clauses[i] = waiting.clause;
            channels[i] = (short) waiting.opinion.channel().code();
            stances[i] = (short) waiting.opinion.stance().code();
            Hash attachment = waiting.opinion.attachment();
            attachments[i] = attachment == null ? null : attachment.bytes();
            texts[i] = waiting.opinion.text();
        }
        insert.setArray(5, connection.createArrayOf("uuid", codes));
        insert.setArray(6, connection.createArrayOf("int4", clauses));
        insert.setArray(7, connection.createArrayOf("int2", channels));
        insert.setArray(8, connection.createArrayOf("int2", stances));
        insert.setArray(9, connection.createArrayOf("bytea", attachments));
        insert.setArray(10, connection.createArrayOf("text", texts));
    }
}
