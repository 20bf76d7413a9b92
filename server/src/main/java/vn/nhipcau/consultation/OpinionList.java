package vn.nhipcau.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.web.Refusal;

/** Opinions as officers work with them: without anything of who gave them. */
@Component
class OpinionList {

    /**
     * @param heading of its clause in the latest version that has it; empty: the whole draft
     * @param alike how many say nearly the same, this one among them
     */
    record Row(
            long entry,
            @Nullable String clause,
            @Nullable String heading,
            Stance stance,
            Channel channel,
            int batch,
            Instant acceptedAt,
            @Nullable String text,
            @Nullable Hash attachment,
            @Nullable HidingGround hidden,
            @Nullable Long likeness,
            long alike) {}

    private static final String SELECT = """
            SELECT o.*, c.anchor, h.ground, l.likeness, coalesce(g.opinions, 1) AS alike,
                (SELECT t.heading FROM consultation.clause_text t WHERE t.consultation = o.consultation AND t.clause = o.clause
                 ORDER BY t.version DESC LIMIT 1) AS heading
            FROM consultation.listing l
            JOIN consultation.opinion o ON o.consultation = l.consultation AND o.entry = l.entry
            LEFT JOIN consultation.clause c ON c.id = o.clause
            LEFT JOIN consultation.likeness g ON g.id = l.likeness
            LEFT JOIN consultation.hiding h
                ON h.consultation = o.consultation AND h.entry = o.entry AND h.undone_at IS NULL
            """;

    private final JdbcClient jdbc;

    OpinionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(int consultation, OpinionFilter filter) {
        return bind("SELECT count(*) FROM consultation.listing l " + filter.where(), consultation, filter)
                .query(Long.class)
                .single();
    }

    List<Row> page(int consultation, OpinionFilter filter, int skipped, int size) {
        return bind(
                        SELECT + filter.where() + " ORDER BY " + filter.sort().sql() + " LIMIT :size OFFSET :skipped",
                        consultation,
                        filter)
                .param("size", size)
                .param("skipped", skipped)
                .query(OpinionList::row)
                .list();
    }

    Row get(int consultation, long entry) {
        return jdbc.sql(SELECT + "WHERE l.consultation = ? AND l.entry = ?")
                .params(consultation, entry)
                .query(OpinionList::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** All of them, a few at a time however many there are: in a transaction the driver fetches them as they are taken. */
    @Transactional(readOnly = true)
    public void each(int consultation, OpinionFilter filter, Consumer<Row> taker) {
        try (Stream<Row> rows =
                bind(SELECT + filter.where() + " ORDER BY " + filter.sort().sql(), consultation, filter)
                        .withFetchSize(1_000)
                        .query(OpinionList::row)
                        .stream()) {
            rows.forEach(taker);
        }
    }

    /** The next ones in the order of the log: each step lets go of the database, however slowly the reader takes them. */
    List<Row> after(int consultation, long entry, int most) {
        return jdbc.sql(SELECT + "WHERE l.consultation = ? AND l.entry > ? ORDER BY l.entry LIMIT ?")
                .params(consultation, entry, most)
                .query(OpinionList::row)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, int consultation, OpinionFilter filter) {
        return jdbc.sql(sql)
                .param("consultation", consultation)
                .param("words", filter.words())
                .param("clause", filter.clause())
                .param(
                        "stance",
                        filter.stance() == null ? null : filter.stance().code())
                .param(
                        "channel",
                        filter.channel() == null ? null : filter.channel().code())
                .param("batch", filter.batch())
                .param("likeness", filter.likeness());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String ground = row.getString("ground");
        byte[] attachment = row.getBytes("attachment");
        return new Row(
                row.getLong("entry"),
                row.getString("anchor"),
                row.getString("heading"),
                Stance.ofCode(row.getInt("stance")),
                Channel.ofCode(row.getInt("channel")),
                row.getInt("batch"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getString("text"),
                attachment == null ? null : Hash.wrap(attachment),
                ground == null ? null : HidingGround.valueOf(ground),
                row.getObject("likeness", Long.class),
                row.getLong("alike"));
    }
}
