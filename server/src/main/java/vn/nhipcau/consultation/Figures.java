package vn.nhipcau.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many opinions there are: by batch, clause, channel and stance. */
@Service
public class Figures {

    /** @param clause anchor; empty: about the whole draft */
    public record Figure(int batch, @Nullable String clause, Channel channel, Stance stance, long opinions) {}

    /**
     * @param entries of the log that are counted in it
     * @param figures only those that are not zero
     */
    public record Count(long entries, long opinions, List<Figure> figures) {}

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As they are counted now, some hundred milliseconds behind the opinions. */
    public Count live(int consultation) {
        // One statement: the number of entries and the figures are of one moment.
        record Row(long entries, @Nullable Figure figure) {}
        List<Row> rows = jdbc.sql("""
                        SELECT n.entries, f.*, c.anchor FROM consultation.counted n
                            LEFT JOIN consultation.figure f ON f.consultation = n.consultation
                            LEFT JOIN consultation.clause c ON c.id = f.clause
                        WHERE n.consultation = ?
                        ORDER BY f.batch, c.anchor NULLS FIRST, f.channel, f.stance
                        """)
                .param(consultation)
                .query((row, number) -> new Row(
                        row.getLong("entries"),
                        row.getObject("batch") == null
                                ? null
                                : new Figure(
                                        row.getInt("batch"),
                                        row.getString("anchor"),
                                        Channel.ofCode(row.getInt("channel")),
                                        Stance.ofCode(row.getInt("stance")),
                                        row.getLong("opinions"))))
                .list();
        List<Figure> figures =
                rows.stream().map(Row::figure).filter(figure -> figure != null).toList();
        return new Count(
                rows.isEmpty() ? 0 : rows.getFirst().entries(),
                figures.stream().mapToLong(Figure::opinions).sum(),
                figures);
    }

    /** Counts the opinions of a batch themselves, as anybody can who has them. */
    List<Figure> derive(int consultation, int batch, long entries) {
        return jdbc.sql("""
                        SELECT c.anchor, f.* FROM (
                            SELECT clause, channel, stance, count(*) AS opinions FROM consultation.opinion
                            WHERE consultation = ? AND batch = ? AND entry < ?
                            GROUP BY clause, channel, stance) f
                        LEFT JOIN consultation.clause c ON c.id = f.clause
                        ORDER BY c.anchor COLLATE "C" NULLS FIRST, f.channel, f.stance
                        """)
                .params(consultation, batch, entries)
                .query((row, number) -> new Figure(
                        batch,
                        row.getString("anchor"),
                        Channel.ofCode(row.getInt("channel")),
                        Stance.ofCode(row.getInt("stance")),
                        row.getLong("opinions")))
                .list();
    }
}
