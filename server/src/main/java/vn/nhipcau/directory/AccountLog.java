package vn.nhipcau.directory;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Shell;

/** What was done to accounts, when and by whom. */
@Component
class AccountLog {
    private final JdbcClient jdbc;

    AccountLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void added(long person, List<Post> posts, Stamp stamp) {
        add(person, AccountAct.Kind.ADD, null, stamp);
        posts.forEach(post -> add(person, AccountAct.Kind.GIVE, post, stamp));
    }

    /** @param post that was given or taken back; null for other acts */
    void add(long person, AccountAct.Kind kind, @Nullable Post post, Stamp stamp) {
        jdbc.sql("""
                        INSERT INTO directory.account_act (person_id, kind, role, organisation_id, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        person,
                        kind.name().toLowerCase(Locale.ROOT),
                        post == null ? null : post.role().name(),
                        post == null ? null : post.organisationId(),
                        OffsetDateTime.ofInstant(stamp.at(), ZoneOffset.UTC),
                        stamp.person())
                .update();
    }

    /** Newest first; units as they were called when it was done. */
    List<AccountAct> of(long person) {
        return jdbc.sql("""
                        SELECT a.kind, a.role, o.name AS unit, a.recorded_at, p.name AS by
                        FROM directory.account_act a
                        LEFT JOIN directory.person p ON p.id = a.recorded_by
                        LEFT JOIN LATERAL directory.organisation_known((a.recorded_at AT TIME ZONE :zone)::date) o
                            ON o.id = a.organisation_id
                        WHERE a.person_id = :person
                        ORDER BY a.id DESC
                        """)
                .param("zone", Shell.ZONE.getId())
                .param("person", person)
                .query((row, number) -> new AccountAct(
                        AccountAct.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("role") == null ? null : Role.valueOf(row.getString("role")),
                        row.getString("unit"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("by")))
                .list();
    }
}
