package vn.nhipcau.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to the directory, when, by whom and on what ground. */
@Component
class ActLog {
    private static final String SELECT = """
            SELECT a.id, a.kind, a.effective_on, a.basis, a.reason, a.was, a.became, a.recorded_at, p.name AS person
            FROM directory.act a LEFT JOIN directory.person p ON p.id = a.recorded_by
            """;

    private final JdbcClient jdbc;

    ActLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Act.Kind kind, Decision decision, @Nullable String was, @Nullable String became, Collection<Long> units) {
        long id = jdbc.sql("""
                        INSERT INTO directory.act (kind, effective_on, basis, reason, was, became, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        kind.name().toLowerCase(Locale.ROOT),
                        decision.on(),
                        decision.basis(),
                        decision.reason(),
                        was,
                        became,
                        OffsetDateTime.ofInstant(decision.now(), ZoneOffset.UTC),
                        decision.person())
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO directory.act_unit (act_id, organisation_id) SELECT ?, unnest(?::bigint[])")
                .params(id, Organisations.array(units))
                .update();
    }

    /** Newest record first. */
    List<Act> of(long unit) {
        return jdbc.sql(
                        SELECT
                                + " WHERE a.id IN (SELECT act_id FROM directory.act_unit WHERE organisation_id = ?) ORDER BY a.id DESC")
                .param(unit)
                .query(ActLog::row)
                .list();
    }

    List<Act> newest(int page, int size) {
        return jdbc.sql(SELECT + " ORDER BY a.id DESC LIMIT ? OFFSET ?")
                .params(size, (long) (page - 1) * size)
                .query(ActLog::row)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM directory.act").query(Long.class).single();
    }

    private static Act row(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getLong("id"),
                Act.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("effective_on", LocalDate.class),
                row.getString("basis"),
                row.getString("reason"),
                row.getString("was"),
                row.getString("became"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("person"));
    }
}
