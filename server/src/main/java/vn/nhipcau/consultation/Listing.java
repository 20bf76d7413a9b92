package vn.nhipcau.consultation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts accepted opinions into the list that pages read and search, and next to those that say nearly the same. */
@Component
final class Listing {
    private static final int LARGEST_STEP = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LikenessGroups groups;

    Listing(JdbcClient jdbc, TransactionTemplate transactions, LikenessGroups groups) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.groups = groups;
    }

    /** One step of every consultation that has opinions not listed yet. */
    void list() {
        List<Integer> behind = jdbc.sql("""
                        SELECT k.id FROM consultation.consultation k
                            JOIN records.log l ON l.id = k.log
                            LEFT JOIN consultation.listed n ON n.consultation = k.id
                        WHERE coalesce(n.entries, 0) < l.next_entry
                        """).query(Integer.class).list();
        behind.forEach(consultation -> transactions.executeWithoutResult(status -> step(consultation)));
    }

    private void step(int consultation) {
        jdbc.sql("INSERT INTO consultation.listed (consultation) VALUES (?) ON CONFLICT DO NOTHING")
                .param(consultation)
                .update();
        record Span(long from, long to) {}
        var span = jdbc.sql("""
                        SELECT n.entries, least(n.entries + ?, l.next_entry) FROM consultation.listed n
                            JOIN consultation.consultation k ON k.id = n.consultation
                            JOIN records.log l ON l.id = k.log
                        WHERE n.consultation = ? FOR UPDATE OF n SKIP LOCKED
                        """)
                .params(LARGEST_STEP, consultation)
                .query((row, number) -> new Span(row.getLong(1), row.getLong(2)))
                .optional();
        if (span.isEmpty()) {
            return;
        }
        long from = span.get().from();
        long to = span.get().to();
        jdbc.sql("""
                        INSERT INTO consultation.listing (consultation, entry, clause, batch, channel, stance, words)
                        SELECT consultation, entry, clause, batch, channel, stance,
                            to_tsvector('simple', base.fold(coalesce(text, '')))
                        FROM consultation.opinion WHERE consultation = ? AND entry >= ? AND entry < ?
                        """).params(consultation, from, to).update();
        groups.place(consultation, from, to);
        jdbc.sql("UPDATE consultation.listed SET entries = ? WHERE consultation = ?")
                .params(to, consultation)
                .update();
    }
}
