package vn.nhipcau.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.records.Logs;
import vn.nhipcau.web.Refusal;

/**
 * Parcels of opinions, from their filing to their release. Each row becomes an opinion of its own, with the parcel and the
 * row as its key: a release that was cut off goes on where it stopped and makes nothing twice. Claimed heads stay figures.
 */
@Component
class Parcels {
    /** Opinions of one parcel on their way at once; they share commits with everybody else's. */
    private static final int AT_ONCE = 64;

    record NewParcel(
            Channel channel,
            long organisationId,
            String title,
            @Nullable Hash scan,
            @Nullable LocalDate heldOn,
            String place,
            @Nullable Integer heads) {}

    private static final String SELECT = """
            SELECT p.*, m.name AS maker, r.name AS releaser, n.name AS organisation,
                (SELECT count(*) FROM consultation.parcel_row w WHERE w.parcel = p.id) AS opinions,
                (SELECT count(w.entry) FROM consultation.parcel_row w WHERE w.parcel = p.id) AS taken,
                (SELECT coalesce(sum(c.heads), 0) FROM consultation.claim c WHERE c.parcel = p.id) AS claimed
            FROM consultation.parcel p
                JOIN directory.person m ON m.id = p.made_by
                LEFT JOIN directory.person r ON r.id = p.released_by
                LEFT JOIN LATERAL (SELECT name FROM directory.organisation_name n
                    WHERE n.organisation_id = p.organisation_id ORDER BY n.valid DESC LIMIT 1) n ON true
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Opinions opinions;
    private final Overlaps overlaps;
    private final Logs logs;

    Parcels(JdbcClient jdbc, TransactionTemplate transactions, Opinions opinions, Overlaps overlaps, Logs logs) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.opinions = opinions;
        this.overlaps = overlaps;
        this.logs = logs;
    }

    /** Rows with heads become figures, the others opinions to be. */
    long file(int consultation, NewParcel parcel, List<OpinionRows.Row> rows, long person, Instant now) {
        if (parcel.title().isBlank()) {
            throw Refusal.invalid("TITLE_MISSING", "Hãy đặt tên cho lần gửi này.", "Give this parcel a name.");
        }
        return transactions.execute(status -> {
            long id = jdbc.sql("""
                            INSERT INTO consultation.parcel
                                (consultation, channel, organisation_id, title, scan, held_on, place, heads, made_by, made_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz) RETURNING id
                            """)
                    .params(Arrays.asList(
                            consultation,
                            parcel.channel().code(),
                            parcel.organisationId(),
                            parcel.title().strip(),
                            parcel.scan() == null ? null : parcel.scan().bytes(),
                            parcel.heldOn(),
                            parcel.place().strip(),
                            parcel.heads(),
                            person,
                            now.toString()))
                    .query(Long.class)
                    .single();
            for (OpinionRows.Row row : rows) {
                if (row.heads() > 0) {
                    claim(id, row);
                } else {
                    jdbc.sql(
                                    "INSERT INTO consultation.parcel_row (parcel, number, clause, stance, text) VALUES (?, ?, ?, ?, ?)")
                            .params(Arrays.asList(
                                    id, row.number(), row.clause(), row.stance().code(), row.text()))
                            .update();
                }
            }
            return id;
        });
    }

    private void claim(long parcel, OpinionRows.Row row) {
        jdbc.sql("""
                        INSERT INTO consultation.claim AS c (parcel, clause, stance, heads) VALUES (?, ?, ?, ?)
                        ON CONFLICT (parcel, clause, stance) DO UPDATE SET heads = c.heads + excluded.heads
                        """)
                .params(Arrays.asList(parcel, row.clause(), row.stance().code(), row.heads()))
                .update();
    }

    /** Only what was never released can be thrown away. */
    void discard(Parcel parcel) {
        if (parcel.released() || parcel.taken() > 0) {
            throw Refusal.conflict(
                    "RELEASED",
                    "Lần gửi này đã được trình nên không xóa được.",
                    "This parcel is released and cannot be thrown away.");
        }
        transactions.executeWithoutResult(status -> {
            for (String table : List.of("claim", "parcel_row")) {
                jdbc.sql("DELETE FROM consultation." + table + " WHERE parcel = ?")
                        .param(parcel.id())
                        .update();
            }
            jdbc.sql("DELETE FROM consultation.parcel WHERE id = ?")
                    .param(parcel.id())
                    .update();
        });
    }

    /** Its rows become opinions; its figures are shown as claimed. */
    void release(Consultation consultation, Parcel parcel, long person, Instant now) {
        if (parcel.released()) {
            throw Refusal.conflict(
                    "RELEASED", "Lần gửi này đã được trình. Hãy tải lại trang.", "It is released already. Reload.");
        }
        overlaps.refuseTwice(parcel);
        if (!consultation.takesOpinions(now)) {
            throw Opinions.closed();
        }
        accept(consultation, parcel, now);
        transactions.executeWithoutResult(status -> {
            long entry = logs.hold(consultation.log());
            int first = jdbc.sql("""
                            UPDATE consultation.parcel p SET released_by = ?, released_at = ?::timestamptz, log_entry = ?,
                                batch = (SELECT min(number) FROM consultation.batch b
                                         WHERE b.consultation = p.consultation AND b.locked_at IS NULL
                                             AND b.cut_off > ?::timestamptz)
                            WHERE id = ? AND released_at IS NULL
                            """)
                    .params(person, now.toString(), entry, now.toString(), parcel.id())
                    .update();
            if (first == 1) {
                logs.append(
                        consultation.log(),
                        PublishedDocument.entry(
                                parcel.channel() == Channel.FILE ? EntryType.IMPORT : EntryType.COLLECTIVE,
                                now,
                                PublishedDocument.parcel(consultation.slug(), parcel)));
            }
        });
    }

    private void accept(Consultation consultation, Parcel parcel, Instant now) {
        record Waiting(int number, @Nullable String clause, Stance stance, String text) {}
        List<Waiting> rows = jdbc.sql(
                        "SELECT * FROM consultation.parcel_row WHERE parcel = ? AND entry IS NULL ORDER BY number")
                .param(parcel.id())
                .query((row, number) -> new Waiting(
                        row.getInt("number"),
                        row.getString("clause"),
                        Stance.ofCode(row.getInt("stance")),
                        row.getString("text")))
                .list();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> taken = rows.stream()
                    .<Future<?>>map(row -> threads.submit(() -> {
                        Receipt receipt = opinions.accept(
                                        new NewOpinion(
                                                consultation.slug(),
                                                row.clause(),
                                                parcel.channel(),
                                                row.stance(),
                                                row.text(),
                                                parcel.scan(),
                                                "parcel/" + parcel.id() + "/" + row.number()),
                                        now)
                                .receipt();
                        jdbc.sql("UPDATE consultation.parcel_row SET entry = ? WHERE parcel = ? AND number = ?")
                                .params(receipt.index(), parcel.id(), row.number())
                                .update();
                    }))
                    .toList();
            for (Future<?> one : taken) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAll();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : notAll();
        }
    }

    private static Refusal notAll() {
        return new Refusal(
                org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE,
                "NOT_ALL_TAKEN",
                "Chưa nhận hết các dòng. Hãy bấm lại: dòng đã nhận không bị ghi hai lần.",
                "Not all rows are taken yet. Press again: none is recorded twice.");
    }

    Parcel get(int consultation, long id) {
        return jdbc.sql(SELECT + "WHERE p.consultation = ? AND p.id = ?")
                .params(consultation, id)
                .query(Parcels::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    List<Parcel> of(int consultation) {
        return jdbc.sql(SELECT + "WHERE p.consultation = ? ORDER BY p.id DESC")
                .param(consultation)
                .query(Parcels::row)
                .list();
    }

    List<OpinionRows.Row> rows(long parcel, int most) {
        return jdbc.sql("SELECT * FROM consultation.parcel_row WHERE parcel = ? ORDER BY number LIMIT ?")
                .params(parcel, most)
                .query((row, number) -> new OpinionRows.Row(
                        row.getInt("number"),
                        row.getString("clause"),
                        Stance.ofCode(row.getInt("stance")),
                        row.getString("text"),
                        0))
                .list();
    }

    List<OpinionRows.Row> claims(long parcel) {
        return jdbc.sql("SELECT * FROM consultation.claim WHERE parcel = ? ORDER BY clause NULLS FIRST, stance")
                .param(parcel)
                .query((row, number) -> new OpinionRows.Row(
                        number + 1,
                        row.getString("clause"),
                        Stance.ofCode(row.getInt("stance")),
                        "",
                        row.getInt("heads")))
                .list();
    }

    private static Parcel row(ResultSet row, int number) throws SQLException {
        byte[] scan = row.getBytes("scan");
        return new Parcel(
                row.getLong("id"),
                row.getInt("consultation"),
                Channel.ofCode(row.getInt("channel")),
                row.getLong("organisation_id"),
                row.getString("organisation") == null ? "" : row.getString("organisation"),
                row.getString("title"),
                scan == null ? null : Hash.wrap(scan),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getObject("heads", Integer.class),
                row.getString("maker"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("releaser"),
                row.getTimestamp("released_at") == null
                        ? null
                        : row.getTimestamp("released_at").toInstant(),
                row.getObject("batch", Integer.class),
                row.getInt("opinions"),
                row.getInt("taken"),
                row.getLong("claimed"));
    }
}
