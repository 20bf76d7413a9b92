package vn.nhipcau.consultation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.database.Rounds;

/**
 * Counts what has been accepted, apart from the acceptance: each opinion is read once, in the order of the log, by whichever
 * server comes first. Batches whose cut-off has passed are locked by the same thread.
 */
@Component
final class Counting extends Rounds {
    private static final Logger logger = LoggerFactory.getLogger(Counting.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LARGEST_STEP = 100_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Batches batches;
    private final Clock clock;

    Counting(JdbcClient jdbc, TransactionTemplate transactions, Batches batches, Clock clock) {
        super("counting");
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    protected Duration round() {
        try {
            count();
            batches.lockDue(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            logger.warn("Chưa đếm được / could not count: {}", e.getMessage());
        }
        return PAUSE;
    }

    /** Everything that is committed now, of all consultations. */
    void count() {
        List<Integer> behind = jdbc.sql("""
                        SELECT n.consultation FROM consultation.counted n
                            JOIN consultation.consultation k ON k.id = n.consultation
                            JOIN records.log l ON l.id = k.log
                        WHERE n.entries < l.next_entry
                        """).query(Integer.class).list();
        for (int consultation : behind) {
            while (Boolean.TRUE.equals(transactions.execute(status -> step(consultation)))) {
                // Until it has caught up.
            }
        }
    }

    /** @return whether there is more */
    private boolean step(int consultation) {
        record Span(long from, long to, long end) {}
        var span = jdbc.sql("""
                        SELECT n.entries, least(n.entries + ?, l.next_entry), l.next_entry FROM consultation.counted n
                            JOIN consultation.consultation k ON k.id = n.consultation
                            JOIN records.log l ON l.id = k.log
                        WHERE n.consultation = ? FOR UPDATE OF n SKIP LOCKED
                        """)
                .params(LARGEST_STEP, consultation)
                .query((row, number) -> new Span(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
        if (span.isEmpty() || span.get().from() == span.get().to()) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO consultation.figure AS f (consultation, batch, clause, channel, stance, opinions)
                        SELECT consultation, batch, clause, channel, stance, count(*) FROM consultation.opinion
                        WHERE consultation = ? AND entry >= ? AND entry < ?
                        GROUP BY consultation, batch, clause, channel, stance
                        ON CONFLICT (consultation, batch, clause, channel, stance)
                            DO UPDATE SET opinions = f.opinions + excluded.opinions
                        """).params(consultation, span.get().from(), span.get().to()).update();
        jdbc.sql("UPDATE consultation.counted SET entries = ? WHERE consultation = ?")
                .params(span.get().to(), consultation)
                .update();
        return span.get().to() < span.get().end();
    }
}
