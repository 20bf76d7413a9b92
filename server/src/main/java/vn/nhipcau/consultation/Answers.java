package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;

/** Answers to opinions, from their writing to their publication. */
@Component
class Answers {
    private static final String SELECT = """
            SELECT a.*, c.anchor, p.name AS writer,
                (SELECT count(*) FROM consultation.answered d WHERE d.answer = a.id) AS opinions
            FROM consultation.answer a
            JOIN directory.person p ON p.id = a.written_by
            LEFT JOIN consultation.clause c ON c.id = a.clause
            """;

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param clause anchor; empty: the whole draft
     * @param entries the opinions it is about; none: all on the clause
     */
    record NewAnswer(@Nullable String clause, String about, Answer.Outcome outcome, String text, List<Long> entries) {}

    @Transactional
    long write(int consultation, NewAnswer answer, long person, Instant now) {
        if (answer.about().isBlank() || answer.text().isBlank()) {
            throw Refusal.invalid(
                    "ANSWER_EMPTY",
                    "Hãy ghi tóm tắt ý kiến và nội dung tiếp thu, giải trình.",
                    "Say what the opinions are about and what the answer is.");
        }
        long id = jdbc.sql("""
                        INSERT INTO consultation.answer (consultation, clause, about, outcome, text, written_by, written_at)
                        SELECT :consultation, (SELECT id FROM consultation.clause
                                               WHERE consultation = :consultation AND anchor = :clause),
                            :about, :outcome, :text, :person, :now::timestamptz
                        RETURNING id
                        """)
                .param("consultation", consultation)
                .param("clause", answer.clause())
                .param("about", answer.about().strip())
                .param("outcome", answer.outcome().name())
                .param("text", answer.text().strip())
                .param("person", person)
                .param("now", now.toString())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO consultation.answered (answer, consultation, entry)
                        SELECT :id, consultation, entry FROM consultation.opinion
                        WHERE consultation = :consultation AND entry = ANY (:entries)
                        """)
                .param("id", id)
                .param("consultation", consultation)
                .param("entries", answer.entries().toArray(Long[]::new))
                .update();
        return id;
    }

    /** From now on everybody reads it; it does not change any more. */
    @Transactional
    void publish(int consultation, long id, Instant now) {
        jdbc.sql("""
                        UPDATE consultation.answer SET published_at = ?::timestamptz
                        WHERE consultation = ? AND id = ? AND published_at IS NULL
                        """).params(now.toString(), consultation, id).update();
    }

    @Transactional
    void discard(int consultation, long id) {
        int found = jdbc.sql(
                        "SELECT count(*) FROM consultation.answer WHERE consultation = ? AND id = ? AND published_at IS NULL")
                .params(consultation, id)
                .query(Integer.class)
                .single();
        if (found == 0) {
            throw Refusal.notFound();
        }
        jdbc.sql("DELETE FROM consultation.answered WHERE answer = ?").param(id).update();
        jdbc.sql("DELETE FROM consultation.answer WHERE id = ?").param(id).update();
    }

    List<Answer> all(int consultation) {
        return jdbc.sql(SELECT + "WHERE a.consultation = ? ORDER BY a.published_at NULLS FIRST, a.id")
                .param(consultation)
                .query(Answers::row)
                .list();
    }

    List<Answer> published(int consultation) {
        return jdbc.sql(SELECT
                        + "WHERE a.consultation = ? AND a.published_at IS NOT NULL ORDER BY a.published_at, a.id")
                .param(consultation)
                .query(Answers::row)
                .list();
    }

    /** @param clause empty: the whole draft */
    List<Answer> published(int consultation, @Nullable Integer clause) {
        return jdbc.sql(SELECT + """
                        WHERE a.consultation = :consultation AND a.clause IS NOT DISTINCT FROM :clause::integer
                            AND a.published_at IS NOT NULL
                        ORDER BY a.published_at, a.id
                        """)
                .param("consultation", consultation)
                .param("clause", clause)
                .query(Answers::row)
                .list();
    }

    /** What the giver of one opinion is told: answers to it, and to all on its clause. */
    List<Answer> published(int consultation, @Nullable String clause, long entry) {
        return jdbc.sql(SELECT + """
                        WHERE a.consultation = :consultation AND a.published_at IS NOT NULL AND (
                            EXISTS (SELECT FROM consultation.answered d
                                    WHERE d.answer = a.id AND d.consultation = :consultation AND d.entry = :entry)
                            OR (c.anchor IS NOT DISTINCT FROM :clause::text
                                AND NOT EXISTS (SELECT FROM consultation.answered d WHERE d.answer = a.id)))
                        ORDER BY a.published_at, a.id
                        """)
                .param("consultation", consultation)
                .param("clause", clause)
                .param("entry", entry)
                .query(Answers::row)
                .list();
    }

    private static Answer row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Answer(
                row.getLong("id"),
                row.getString("anchor"),
                row.getString("about"),
                Answer.Outcome.valueOf(row.getString("outcome")),
                row.getString("text"),
                row.getInt("opinions"),
                row.getString("writer"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("published_at") == null
                        ? null
                        : row.getTimestamp("published_at").toInstant());
    }
}
