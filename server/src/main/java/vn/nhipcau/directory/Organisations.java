package vn.nhipcau.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The units as they were on a day. Every question names its day, and the answer is the same whenever it is asked. Acts
 * that change the tree are in {@link Reorganisations}.
 */
@Service
public class Organisations {
    private static final String COLUMNS = "id, code, line, name, short_name, kind, parent_id";

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to look for; null: any.
     *
     * @param text part of the name, short name or code, with or without diacritics; empty: any
     * @param under only this unit and those below it
     */
    public record Filter(
            String text,
            @Nullable Line line,
            @Nullable String kind,
            @Nullable Long under) {
        static final Filter ANY = new Filter("", null, null, null);
    }

    /** One page of a search. */
    public record Found(List<Organisation> rows, long total) {}

    /** @return the unit if it exists on that day */
    public Optional<Organisation> find(long id, LocalDate on) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.organisation_on(:on) WHERE id = :id")
                .param("on", on)
                .param("id", id)
                .query(Organisations::row)
                .optional();
    }

    public Optional<Organisation> findByCode(String code, LocalDate on) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.organisation_on(:on) WHERE code = :code")
                .param("on", on)
                .param("code", code)
                .query(Organisations::row)
                .optional();
    }

    /** As it was that day; a unit that had ended by then as it was last, one still to come as it will begin. */
    public Optional<Organisation> known(long id, LocalDate on) {
        return known(Set.of(id), on).stream().findFirst();
    }

    Optional<Organisation> knownByCode(String code, LocalDate on) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.organisation_known(:on) WHERE code = :code")
                .param("on", on)
                .param("code", code)
                .query(Organisations::row)
                .optional();
    }

    /** The same for many, by name. */
    public List<Organisation> known(Collection<Long> ids, LocalDate on) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM directory.organisation_known(:on) WHERE id = ANY (:ids) ORDER BY name")
                .param("on", on)
                .param("ids", array(ids))
                .query(Organisations::row)
                .list();
    }

    /**
     * The units that fit, by name.
     *
     * @param page from 1
     */
    public Found search(Filter filter, LocalDate on, int page, int size) {
        String where = """
                FROM directory.organisation_on(:on) o
                JOIN directory.kind k ON k.slug = o.kind
                JOIN directory.organisation_name n ON n.organisation_id = o.id AND n.valid @> :on::date
                WHERE (:text = '' OR n.folded LIKE :pattern OR lower(o.code) LIKE :pattern)
                  AND (:line::text IS NULL OR o.line = :line)
                  AND (:kind::text IS NULL OR o.kind = :kind)
                  AND (:under::bigint IS NULL OR o.id IN (SELECT s.id FROM directory.subtree_on(ARRAY[:under::bigint], :on) s))
                """;
        List<Organisation> rows = filtered(
                        "SELECT o.* " + where + " ORDER BY k.position, o.name, o.id LIMIT :size OFFSET :skip",
                        filter,
                        on)
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(Organisations::row)
                .list();
        long total = filtered("SELECT count(*) " + where, filter, on)
                .query(Long.class)
                .single();
        return new Found(rows, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter, LocalDate on) {
        String text = Wording.fold(Wording.tidy(filter.text())).toLowerCase(Locale.ROOT);
        return jdbc.sql(sql)
                .param("on", on)
                .param("text", text)
                .param("pattern", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("line", filter.line() == null ? null : filter.line().slug())
                .param("kind", filter.kind())
                .param("under", filter.under());
    }

    /** The unit and all below it, kind by kind; empty when it does not exist that day. */
    public List<Organisation> subtree(long rootId, LocalDate on) {
        return jdbc.sql("""
                        SELECT o.* FROM directory.organisation_on(:on) o JOIN directory.kind k ON k.slug = o.kind
                        WHERE o.id IN (SELECT s.id FROM directory.subtree_on(ARRAY[:root::bigint], :on) s)
                        ORDER BY k.position, o.name, o.id
                        """)
                .param("on", on)
                .param("root", rootId)
                .query(Organisations::row)
                .list();
    }

    /** The units directly below one; below none: those at the top. */
    public List<Organisation> children(@Nullable Long parentId, LocalDate on) {
        return jdbc.sql("""
                        SELECT o.* FROM directory.organisation_on(:on) o JOIN directory.kind k ON k.slug = o.kind
                        WHERE o.parent_id IS NOT DISTINCT FROM :parent::bigint
                        ORDER BY k.position, o.name, o.id
                        """)
                .param("on", on)
                .param("parent", parentId)
                .query(Organisations::row)
                .list();
    }

    /** The units above one, from the top down to itself. */
    public List<Organisation> chain(long id, LocalDate on) {
        return jdbc.sql("""
                        SELECT o.* FROM directory.chain_on(:id, :on) c JOIN directory.organisation_on(:on) o ON o.id = c.id
                        ORDER BY c.depth DESC
                        """)
                .param("on", on)
                .param("id", id)
                .query(Organisations::row)
                .list();
    }

    /** Whether the unit is that root or stands below it on that day. */
    public boolean within(long id, long rootId, LocalDate on) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM directory.chain_on(:id, :on) WHERE id = :root)")
                .param("on", on)
                .param("id", id)
                .param("root", rootId)
                .query(Boolean.class)
                .single();
    }

    /** Every unit that a role held at these roots reaches on that day. */
    public Set<Long> covers(Set<Long> roots, LocalDate on) {
        return new HashSet<>(jdbc.sql("SELECT id FROM directory.subtree_on(:roots, :on)")
                .param("on", on)
                .param("roots", array(roots))
                .query(Long.class)
                .list());
    }

    /**
     * Who answers on that day for what was given to the unit: itself while it lives, after its end its successors'
     * successors as far as they live that day. Empty when it was closed without successor.
     */
    public List<Organisation> currentHolders(long id, LocalDate on) {
        return jdbc.sql("""
                        SELECT o.* FROM directory.organisation_on(:on) o
                        WHERE o.id IN (SELECT h.holder_id FROM directory.holders_of(ARRAY[:id::bigint], :on) h)
                        ORDER BY o.name
                        """)
                .param("on", on)
                .param("id", id)
                .query(Organisations::row)
                .list();
    }

    /**
     * The units that had ended by that day and whose work has come to these, through any number of reorganisations;
     * without these themselves. What was given to them is theirs to see.
     */
    public Set<Long> predecessors(Set<Long> ids, LocalDate on) {
        Set<Long> found = new HashSet<>(jdbc.sql("SELECT organisation_id FROM directory.inheritance_on(:ids, :on)")
                .param("on", on)
                .param("ids", array(ids))
                .query(Long.class)
                .list());
        found.removeAll(ids);
        return found;
    }

    /** The web sites of the unit on that day. */
    public List<String> sites(long id, LocalDate on) {
        return jdbc.sql(
                        "SELECT url FROM directory.organisation_site WHERE organisation_id = ? AND valid @> ?::date ORDER BY url")
                .params(id, on)
                .query(String.class)
                .list();
    }

    public List<Kind> kinds() {
        return jdbc.sql("SELECT slug, vietnamese, english FROM directory.kind ORDER BY position")
                .query(Kind.class)
                .list();
    }

    static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    static Organisation row(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent_id");
        boolean top = row.wasNull();
        return new Organisation(
                row.getLong("id"),
                row.getString("code"),
                Line.ofSlug(row.getString("line")),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("kind"),
                top ? null : parent);
    }
}
