package vn.nhipcau.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads charts from the database and stores what changed in them. */
@Component
class Charts {
    /** One act or import at a time: two that are right alone could make a circle together. */
    private static final long LOCK = 7_308_895_159_206_668_658L;

    private final JdbcClient jdbc;

    Charts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> number)
                .list();
    }

    Chart all() {
        return load(jdbc.sql("SELECT id FROM directory.organisation")
                .query(Long.class)
                .list());
    }

    /** A unit and all that ever stood below it. */
    Chart below(long root) {
        return load(jdbc.sql("""
                        WITH RECURSIVE below AS (
                            SELECT ?::bigint AS id
                            UNION SELECT p.organisation_id FROM below JOIN directory.organisation_parent p ON p.parent_id = below.id
                        ) SELECT id FROM below
                        """).param(root).query(Long.class).list());
    }

    /** These units with all that a change of theirs may touch: what stood or stands below, above, before and after them. */
    Chart around(Collection<Long> ids) {
        return load(jdbc.sql("""
                        WITH RECURSIVE near AS (
                            SELECT unnest(:ids::bigint[]) AS id
                            UNION SELECT organisation_id FROM directory.organisation_parent WHERE parent_id = ANY (:ids)
                        ), above AS (
                            SELECT id FROM near
                            UNION SELECT p.parent_id FROM above JOIN directory.organisation_parent p ON p.organisation_id = above.id
                        )
                        SELECT id FROM above
                        UNION SELECT s.successor_id FROM directory.organisation_successor s JOIN near ON near.id = s.predecessor_id
                        UNION SELECT s.predecessor_id FROM directory.organisation_successor s JOIN near ON near.id = s.successor_id
                        UNION SELECT other.successor_id
                            FROM directory.organisation_successor s JOIN near ON near.id = s.successor_id
                            JOIN directory.organisation_successor other ON other.predecessor_id = s.predecessor_id
                        """)
                .param("ids", Organisations.array(ids))
                .query(Long.class)
                .list());
    }

    Set<String> kinds() {
        return new HashSet<>(
                jdbc.sql("SELECT slug FROM directory.kind").query(String.class).list());
    }

    private Chart load(Collection<Long> ids) {
        Long[] wanted = Organisations.array(ids);
        var names = names(wanted);
        var parents = parents(wanted);
        var successions = successions(wanted);
        var sites = sites(wanted);
        return new Chart(jdbc.sql("""
                        SELECT id, code, line, demo, lower(valid) AS since, upper(valid) AS until
                        FROM directory.organisation WHERE id = ANY (?) ORDER BY id
                        """)
                .param(wanted)
                .query((row, number) -> {
                    long id = row.getLong("id");
                    return new UnitHistory(
                            id,
                            row.getString("code"),
                            Line.ofSlug(row.getString("line")),
                            row.getBoolean("demo"),
                            span(row),
                            Timeline.of(names.getOrDefault(id, List.of())),
                            Timeline.of(parents.getOrDefault(id, List.of())),
                            List.copyOf(successions
                                    .getOrDefault(id, new TreeMap<>())
                                    .values()),
                            sites.getOrDefault(id, new TreeMap<>()));
                })
                .list());
    }

    private Map<Long, List<Timeline.Period<UnitHistory.Naming>>> names(Long[] ids) {
        Map<Long, List<Timeline.Period<UnitHistory.Naming>>> found = new HashMap<>();
        read(
                """
                SELECT organisation_id, name, short_name, kind, lower(valid) AS since, upper(valid) AS until
                FROM directory.organisation_name WHERE organisation_id = ANY (?)
                """,
                ids,
                row -> found.computeIfAbsent(row.getLong("organisation_id"), id -> new ArrayList<>())
                        .add(new Timeline.Period<>(
                                span(row),
                                new UnitHistory.Naming(
                                        row.getString("name"), row.getString("short_name"), row.getString("kind")))));
        return found;
    }

    private Map<Long, List<Timeline.Period<String>>> parents(Long[] ids) {
        Map<Long, List<Timeline.Period<String>>> found = new HashMap<>();
        read(
                """
                SELECT p.organisation_id, o.code, lower(p.valid) AS since, upper(p.valid) AS until
                FROM directory.organisation_parent p JOIN directory.organisation o ON o.id = p.parent_id
                WHERE p.organisation_id = ANY (?)
                """,
                ids,
                row -> found.computeIfAbsent(row.getLong("organisation_id"), id -> new ArrayList<>())
                        .add(new Timeline.Period<>(span(row), row.getString("code"))));
        return found;
    }

    private Map<Long, SortedMap<LocalDate, Succession>> successions(Long[] ids) {
        Map<Long, SortedMap<LocalDate, Succession>> found = new HashMap<>();
        read("""
                SELECT s.predecessor_id, s.happened_on, s.kind, s.basis, o.code
                FROM directory.organisation_successor s JOIN directory.organisation o ON o.id = s.successor_id
                WHERE s.predecessor_id = ANY (?)
                """, ids, row -> {
            Succession.Form form = Succession.Form.ofSlug(row.getString("kind"));
            String basis = row.getString("basis");
            found.computeIfAbsent(row.getLong("predecessor_id"), id -> new TreeMap<>())
                    .computeIfAbsent(
                            row.getObject("happened_on", LocalDate.class),
                            day -> new Succession(day, form, basis, new TreeSet<>()))
                    .successors()
                    .add(row.getString("code"));
        });
        return found;
    }

    private Map<Long, SortedMap<String, Timeline<Boolean>>> sites(Long[] ids) {
        Map<Long, SortedMap<String, Timeline<Boolean>>> found = new HashMap<>();
        read(
                """
                SELECT organisation_id, url, lower(valid) AS since, upper(valid) AS until
                FROM directory.organisation_site WHERE organisation_id = ANY (?)
                """,
                ids,
                row -> found.computeIfAbsent(row.getLong("organisation_id"), id -> new TreeMap<>())
                        .merge(row.getString("url"), Timeline.of(span(row), true), Timeline::and));
        return found;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String select, Long[] ids, Reader reader) {
        jdbc.sql(select)
                .param(ids)
                .query((row, number) -> {
                    reader.read(row);
                    return number;
                })
                .list();
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
    }

    /**
     * Stores these units of the chart as they stand in it.
     *
     * @return the ids of all units stored, by code
     */
    Map<String, Long> save(Chart chart, Collection<String> changed) {
        List<UnitHistory> units =
                changed.stream().map(code -> chart.find(code).orElseThrow()).toList();
        saveLives(units);
        Map<String, Long> ids = ids(units);
        Long[] stored = Organisations.array(ids.values());
        for (String table : List.of("name", "parent", "site")) {
            jdbc.sql("DELETE FROM directory.organisation_" + table + " WHERE organisation_id = ANY (?)")
                    .param(stored)
                    .update();
        }
        jdbc.sql("DELETE FROM directory.organisation_successor WHERE predecessor_id = ANY (?)")
                .param(stored)
                .update();
        saveFacts(units);
        return ids;
    }

    private void saveLives(List<UnitHistory> units) {
        Rows rows = new Rows();
        units.forEach(unit ->
                rows.add(unit.code(), unit.line().slug(), Boolean.toString(unit.demo()), rows.range(unit.life())));
        rows.insert(jdbc, """
                INSERT INTO directory.organisation (code, line, demo, valid)
                SELECT v.c0, v.c1, v.c2::boolean, v.c3::daterange FROM %s
                ON CONFLICT (code) DO UPDATE SET line = excluded.line, demo = excluded.demo, valid = excluded.valid
                """, 4);
    }

    private Map<String, Long> ids(List<UnitHistory> units) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("SELECT code, id FROM directory.organisation WHERE code = ANY (?)")
                .param(units.stream().map(UnitHistory::code).toArray(String[]::new))
                .query((row, number) -> ids.put(row.getString("code"), row.getLong("id")))
                .list();
        return ids;
    }

    private void saveFacts(List<UnitHistory> units) {
        Rows names = new Rows();
        Rows parents = new Rows();
        Rows successors = new Rows();
        Rows sites = new Rows();
        for (UnitHistory unit : units) {
            for (var period : unit.names().periods()) {
                UnitHistory.Naming naming = period.value();
                names.add(unit.code(), naming.name(), naming.shortName(), naming.kind(), names.range(period.span()));
            }
            for (var period : unit.parents().periods()) {
                parents.add(unit.code(), period.value(), parents.range(period.span()));
            }
            for (Succession succession : unit.successions()) {
                for (String code : succession.successors()) {
                    successors.add(
                            unit.code(),
                            code,
                            succession.on().toString(),
                            succession.form().slug(),
                            succession.basis());
                }
            }
            unit.sites().forEach((url, times) -> {
                for (var period : times.periods()) {
                    sites.add(unit.code(), url, sites.range(period.span()));
                }
            });
        }
        names.insert(jdbc, """
                INSERT INTO directory.organisation_name (organisation_id, name, short_name, kind, valid)
                SELECT o.id, v.c1, v.c2, v.c3, v.c4::daterange FROM %s JOIN directory.organisation o ON o.code = v.c0
                """, 5);
        parents.insert(jdbc, """
                INSERT INTO directory.organisation_parent (organisation_id, parent_id, valid)
                SELECT o.id, p.id, v.c2::daterange FROM %s
                JOIN directory.organisation o ON o.code = v.c0 JOIN directory.organisation p ON p.code = v.c1
                """, 3);
        successors.insert(jdbc, """
                INSERT INTO directory.organisation_successor (predecessor_id, successor_id, happened_on, kind, basis)
                SELECT o.id, s.id, v.c2::date, v.c3, v.c4 FROM %s
                JOIN directory.organisation o ON o.code = v.c0 JOIN directory.organisation s ON s.code = v.c1
                """, 5);
        sites.insert(jdbc, """
                INSERT INTO directory.organisation_site (organisation_id, url, valid)
                SELECT o.id, v.c1, v.c2::daterange FROM %s JOIN directory.organisation o ON o.code = v.c0
                """, 3);
    }

    /** Rows on their way into a table in one statement, as columns of text. */
    private static final class Rows {
        private final List<@Nullable String[]> rows = new ArrayList<>();

        void add(@Nullable String... values) {
            rows.add(values);
        }

        String range(Span span) {
            return "[" + span.from() + "," + (span.until() == null ? "" : span.until()) + ")";
        }

        /** @param sql with %s where the rows stand, as {@code v} with columns {@code c0}, {@code c1} … */
        void insert(JdbcClient jdbc, String sql, int columns) {
            if (rows.isEmpty()) {
                return;
            }
            String arrays =
                    IntStream.range(0, columns).mapToObj(c -> "?::text[]").collect(Collectors.joining(", "));
            String names = IntStream.range(0, columns).mapToObj(c -> "c" + c).collect(Collectors.joining(", "));
            JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted("unnest(" + arrays + ") AS v(" + names + ")"));
            for (int column = 0; column < columns; column++) {
                int c = column;
                statement = statement.param(
                        (Object) rows.stream().map(row -> row[c]).toArray(String[]::new));
            }
            statement.update();
        }
    }
}
