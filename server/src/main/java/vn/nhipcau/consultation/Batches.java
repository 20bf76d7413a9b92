package vn.nhipcau.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.records.Logs;
import vn.nhipcau.records.RecordLog;

/** Locks batches when their cut-off has passed, and freezes their figures. */
@Service
public class Batches {
    /** For opinions that came in time and are being written while the cut-off passes. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** A batch whose figures are frozen. */
    private record Locked(int consultation, String slug, int log, Batch batch, long logSize) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Logs logs;
    private final Figures figures;

    Batches(JdbcClient jdbc, TransactionTemplate transactions, Logs logs, Figures figures) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.logs = logs;
        this.figures = figures;
    }

    /** Locks what is due; several servers may do so at once. */
    public void lockDue(Instant now) {
        record Due(int consultation, int number, int log) {}
        List<Due> due = jdbc.sql("""
                        SELECT b.consultation, b.number, k.log
                        FROM consultation.batch b JOIN consultation.consultation k ON k.id = b.consultation
                        WHERE b.locked_at IS NULL AND b.cut_off <= ?::timestamptz ORDER BY b.consultation, b.number
                        """)
                .param(now.minus(GRACE).toString())
                .query((row, number) -> new Due(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
        due.forEach(batch -> transactions.executeWithoutResult(
                status -> lock(batch.consultation(), batch.number(), logs.get(batch.log()), now)));
        uncounted().forEach(batch -> freeze(batch, now));
    }

    /** From the commit on no opinion enters the batch: the intake looks while it holds the log's pen. */
    private void lock(int consultation, int batch, RecordLog log, Instant now) {
        long size = logs.hold(log);
        jdbc.sql("""
                        UPDATE consultation.batch SET locked_at = ?::timestamptz, log_size = ?
                        WHERE consultation = ? AND number = ? AND locked_at IS NULL
                        """).params(now.toString(), size, consultation, batch).update();
        jdbc.sql("""
                        UPDATE consultation.consultation k SET state = 'CLOSED' WHERE k.id = ? AND NOT EXISTS (
                            SELECT FROM consultation.batch b WHERE b.consultation = k.id AND b.locked_at IS NULL)
                        """).param(consultation).update();
    }

    private List<Locked> uncounted() {
        return jdbc.sql(LOCKED + " AND b.figures IS NULL ORDER BY b.consultation, b.number")
                .query(Batches::locked)
                .list();
    }

    private static final String LOCKED = """
            SELECT b.*, k.slug, k.log FROM consultation.batch b JOIN consultation.consultation k ON k.id = b.consultation
            WHERE b.locked_at IS NOT NULL""";

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(
                row.getInt("consultation"),
                row.getString("slug"),
                row.getInt("log"),
                new Batch(
                        row.getInt("number"),
                        row.getTimestamp("cut_off").toInstant(),
                        row.getTimestamp("locked_at").toInstant()),
                row.getLong("log_size"));
    }

    private void freeze(Locked locked, Instant now) {
        String document = document(locked);
        RecordLog log = logs.get(locked.log());
        transactions.executeWithoutResult(status -> {
            long entry = logs.hold(log);
            int first = jdbc.sql("""
                            UPDATE consultation.batch SET figures = ?, count_entry = ?
                            WHERE consultation = ? AND number = ? AND figures IS NULL
                            """)
                    .params(
                            document,
                            entry,
                            locked.consultation(),
                            locked.batch().number())
                    .update();
            if (first == 1) {
                logs.append(log, PublishedDocument.entry(EntryType.COUNT, now, document));
            }
        });
    }

    private String document(Locked locked) {
        return PublishedDocument.count(
                locked.slug(),
                locked.batch(),
                locked.logSize(),
                figures.derive(locked.consultation(), locked.batch().number(), locked.logSize()));
    }

    /** The frozen figures of a batch, as the log commits to them. */
    public Optional<String> figures(int consultation, int batch) {
        return jdbc.sql(
                        "SELECT figures FROM consultation.batch WHERE consultation = ? AND number = ? AND figures IS NOT NULL")
                .params(consultation, batch)
                .query(String.class)
                .optional();
    }

    /** The same counted again from the opinions: equal as long as nothing was altered behind our back. */
    public Optional<String> derivedAgain(int consultation, int batch) {
        return jdbc.sql(LOCKED + " AND b.consultation = ? AND b.number = ?")
                .params(consultation, batch)
                .query(Batches::locked)
                .optional()
                .map(this::document);
    }
}
