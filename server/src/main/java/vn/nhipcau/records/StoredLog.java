package vn.nhipcau.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.Sequence;
import vn.nhipcau.ledger.TreeHead;
import vn.nhipcau.ledger.TreeHeadLock;

/**
 * What the database holds of a log: the entries in their order, and the last tree head. Commits to one log follow each other,
 * so what is visible of the order has no gap and never changes.
 */
final class StoredLog implements Sequence, TreeHeadLock {
    private final JdbcClient jdbc;
    private final int log;

    StoredLog(JdbcClient jdbc, int log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @Override
    public List<byte[]> read(long from, int most) throws IOException {
        record Append(long first, byte[] entries) {}
        List<byte[]> read = new ArrayList<>();
        try {
            List<Append> appends = jdbc.sql("""
                            SELECT first_entry, entries FROM records.append
                            WHERE log = :log AND first_entry < :end AND first_entry >= coalesce(
                                (SELECT max(first_entry) FROM records.append WHERE log = :log AND first_entry <= :from), 0)
                            ORDER BY first_entry
                            """)
                    .param("log", log)
                    .param("from", from)
                    .param("end", from + most)
                    .query((row, number) -> new Append(row.getLong(1), row.getBytes(2)))
                    .list();
            for (Append append : appends) {
                long number = append.first();
                for (int at = 0; at < append.entries().length; at += Entry.LENGTH) {
                    if (number >= from && number < from + most) {
                        read.add(Arrays.copyOfRange(append.entries(), at, at + Entry.LENGTH));
                    }
                    number++;
                }
            }
            return read;
        } catch (DataAccessException e) {
            throw new IOException(e);
        }
    }

    @Override
    public TreeHead swap(TreeHead expected, TreeHead next) throws IOException {
        try {
            if (!next.equals(expected)) {
                jdbc.sql("""
                                INSERT INTO records.tree_head AS h (log, size, root)
                                SELECT :log, :size, :root WHERE :expectedSize = 0
                                    OR EXISTS (SELECT FROM records.tree_head WHERE log = :log)
                                ON CONFLICT (log) DO UPDATE SET size = excluded.size, root = excluded.root
                                WHERE h.size = :expectedSize AND h.root = :expectedRoot
                                """)
                        .param("log", log)
                        .param("size", next.size())
                        .param("root", next.root().bytes())
                        .param("expectedSize", expected.size())
                        .param("expectedRoot", expected.root().bytes())
                        .update();
            }
            return jdbc.sql("SELECT size, root FROM records.tree_head WHERE log = ?")
                    .param(log)
                    .query((row, number) -> new TreeHead(row.getLong("size"), Hash.wrap(row.getBytes("root"))))
                    .optional()
                    .orElse(TreeHead.EMPTY);
        } catch (DataAccessException e) {
            throw new IOException(e);
        }
    }
}
