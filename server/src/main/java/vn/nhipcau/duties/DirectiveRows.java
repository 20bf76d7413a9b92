package vn.nhipcau.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Refusal;

/** The rows of directives and of what happened to them. Knows no rights; {@link Directives} does. */
@Component
class DirectiveRows {
    private final JdbcClient jdbc;

    DirectiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The directive, when one of these units follows it. */
    Directive read(long id, Set<Long> owners) {
        return one(id, owners, "");
    }

    /** The same, held until the transaction ends. */
    Directive lock(long id, Set<Long> owners) {
        return one(id, owners, " FOR UPDATE");
    }

    private Directive one(long id, Set<Long> owners, String lock) {
        return jdbc.sql("SELECT * FROM duties.directive WHERE id = ? AND owner_id = ANY (?)" + lock)
                .params(List.of(id, Scope.array(owners)))
                .query(DirectiveRows::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Those that urge each other, directly or not, with this one among them. */
    List<Directive> chain(long id, Set<Long> owners) {
        return jdbc.sql("""
                        WITH RECURSIVE chain AS (
                            SELECT id, follows_id FROM duties.directive WHERE id = :id
                            UNION
                            SELECT d.id, d.follows_id FROM duties.directive d
                            JOIN chain c ON d.id = c.follows_id OR d.follows_id = c.id
                        )
                        SELECT * FROM duties.directive WHERE id IN (SELECT id FROM chain) AND owner_id = ANY (:owners)
                        ORDER BY issued_on, id
                        """)
                .param("id", id)
                .param("owners", Scope.array(owners))
                .query(DirectiveRows::row)
                .list();
    }

    /** Whether {@code upper} is the directive itself or urges it, directly or not. */
    boolean urges(long upper, long id) {
        return jdbc.sql("""
                        WITH RECURSIVE up AS (
                            SELECT id, follows_id FROM duties.directive WHERE id = :upper
                            UNION SELECT d.id, d.follows_id FROM duties.directive d JOIN up ON d.id = up.follows_id
                        )
                        SELECT EXISTS (SELECT FROM up WHERE id = :id)
                        """)
                .param("upper", upper)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void note(long id, String what, String reason, Officer officer, Instant now) {
        jdbc.sql("""
                        INSERT INTO duties.directive_act (directive_id, what, person_id, person_name, at, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, what, officer.id(), officer.name(), Timestamp.from(now), reason)
                .update();
    }

    List<Directives.Note> notes(long id) {
        return jdbc.sql(
                        "SELECT what, person_name, at, reason FROM duties.directive_act WHERE directive_id = ? ORDER BY id")
                .param(id)
                .query((row, number) -> new Directives.Note(
                        row.getString("what"),
                        row.getString("person_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /**
     * A directive of which something is open again is followed again. Its row is held, so that whoever closes it at this
     * moment comes before, and is undone, or after, and finds the open duty.
     */
    void followAgain(long id, String reason, Officer officer, Instant now) {
        String state = jdbc.sql("SELECT state FROM duties.directive WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .single();
        if (Directive.State.valueOf(state) == Directive.State.CLOSED) {
            jdbc.sql("UPDATE duties.directive SET state = 'CONFIRMED', closed_at = NULL WHERE id = ?")
                    .param(id)
                    .update();
            note(id, "REOPENED", reason, officer, now);
        }
    }

    static Directive row(ResultSet row, int number) throws SQLException {
        return new Directive(
                row.getLong("id"),
                nullable(row, "document_id"),
                row.getLong("owner_id"),
                row.getString("owner_name"),
                row.getString("number"),
                row.getString("title"),
                row.getString("issuer"),
                row.getObject("issued_on", LocalDate.class),
                nullable(row, "follows_id"),
                Directive.State.valueOf(row.getString("state")),
                row.getBoolean("public"),
                row.getBoolean("names_late"),
                row.getInt("review_days"),
                row.getObject("members_on", LocalDate.class),
                row.getTimestamp("drafted_at").toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "closed_at"));
    }

    static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
