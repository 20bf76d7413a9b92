package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.web.Refusal;

/**
 * How far things are, as one officer may see it at one moment: counted from the duties when asked, so that nothing shown
 * is behind.
 */
public final class Board {
    /** “Sắp đến hạn”. */
    static final Duration SOON = Duration.ofDays(3);

    private static final int ROWS_A_UNIT = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Scope scope;
    private final Instant now;

    Board(JdbcClient jdbc, TransactionTemplate reading, Scope scope, Instant now) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.scope = scope;
        this.now = now;
    }

    public List<Duty> rows(DutyFilter filter, int skip, int size) {
        return asked(
                        "SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS + filter.where() + filter.order()
                                + " LIMIT :size OFFSET :skip",
                        filter)
                .param("size", size)
                .param("skip", skip)
                .query(Duty::row)
                .list();
    }

    /** All rows, one after the other, without holding them in memory. */
    public void eachRow(DutyFilter filter, Consumer<Duty> taker) {
        // The driver reads in portions only inside a transaction.
        reading.executeWithoutResult(status -> {
            try (var rows = asked(
                    "SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS + filter.where() + filter.order(),
                    filter)
                    .withFetchSize(1000)
                    .query(Duty::row)
                    .stream()) {
                rows.forEach(taker);
            }
        });
    }

    public long count(DutyFilter filter) {
        return asked("SELECT count(*) FROM duties.duty d" + filter.where(), filter)
                .query(Long.class)
                .single();
    }

    /** Counts of all slices among the duties that the filter shows when its own slice is left aside. */
    public Progress progress(DutyFilter filter) {
        Progress progress = new Progress();
        grouped("d.state", filter, progress::add);
        return progress;
    }

    /** By name of the block, in the alphabet's order. */
    public Map<String, Progress> byBlock(DutyFilter filter) {
        Map<String, Progress> blocks = new LinkedHashMap<>();
        grouped(
                "d.block, d.state",
                filter,
                row -> blocks.computeIfAbsent(row.getString("block"), block -> new Progress())
                        .add(row));
        return blocks;
    }

    /** The same duties shared out two ways. */
    public record Shares(Map<Long, Progress> directives, Map<String, Progress> blocks) {}

    /** By directive and by block, counted in one pass. */
    public Shares shares(DutyFilter filter) {
        Shares shares = new Shares(new HashMap<>(), new LinkedHashMap<>());
        grouped("d.block, d.directive_id, d.state", filter, row -> {
            shares.directives()
                    .computeIfAbsent(row.getLong("directive_id"), id -> new Progress())
                    .add(row);
            shares.blocks()
                    .computeIfAbsent(row.getString("block"), block -> new Progress())
                    .add(row);
        });
        return shares;
    }

    public Map<Long, Progress> byDirective(DutyFilter filter) {
        Map<Long, Progress> directives = new HashMap<>();
        grouped(
                "d.directive_id, d.state",
                filter,
                row -> directives
                        .computeIfAbsent(row.getLong("directive_id"), id -> new Progress())
                        .add(row));
        return directives;
    }

    /** In the order of the first key, which the database knows for Vietnamese: D Đ E, not D E … Y Đ. */
    private void grouped(String keys, DutyFilter filter, RowCallbackHandler taker) {
        DutyFilter whole = filter.in(Slice.ALL);
        asked(
                        "SELECT " + keys + ", " + Slice.TALLIES + " FROM duties.duty d" + whole.where() + " GROUP BY "
                                + keys + " ORDER BY 1",
                        whole)
                .query(taker);
    }

    /** How far one obligation's period is. @param dueAt its earliest due time before any extension */
    public record Column(
            long obligationId,
            String clause,
            String what,
            String periodKey,
            String period,
            @Nullable Instant dueAt,
            Progress progress) {
        public String name() {
            return period.isEmpty() ? what : what + " – " + period;
        }
    }

    /** Obligation by obligation, period by period, in the order of the directive. */
    public List<Column> columns(DutyFilter filter) {
        DutyFilter whole = filter.in(Slice.ALL);
        Map<String, Column> columns = new LinkedHashMap<>();
        asked("""
                        SELECT c.*, o.clause, o.what, min(c.first) OVER (PARTITION BY c.obligation_id, c.period_key) AS due
                        FROM (SELECT d.obligation_id, d.period_key, d.period, d.state, %s,
                                  min(d.first_due_at) AS first
                              FROM duties.duty d %s GROUP BY 1, 2, 3, 4) c
                        JOIN duties.obligation o ON o.id = c.obligation_id
                        ORDER BY o.position, o.id, due NULLS LAST, c.period_key
                        """.formatted(Slice.TALLIES, whole.where()), whole).query(row -> {
            String key = row.getLong("obligation_id") + " " + row.getString("period_key");
            Column column = columns.get(key);
            if (column == null) {
                column = new Column(
                        row.getLong("obligation_id"),
                        row.getString("clause"),
                        row.getString("what"),
                        row.getString("period_key"),
                        row.getString("period"),
                        Directives.instant(row, "due"),
                        new Progress());
                columns.put(key, column);
            }
            column.progress().add(row);
        });
        return List.copyOf(columns.values());
    }

    /** How many duties are late at one unit, and since when the oldest is. */
    public record LateUnit(long unitId, String unit, long late, Instant since) {}

    /** Units with overdue duties, those with most first. */
    public List<LateUnit> lateUnits(DutyFilter filter, int most) {
        DutyFilter late = filter.in(Slice.OVERDUE);
        // Names are looked up for those shown only, so that the count needs nothing but the index.
        return asked("""
                        SELECT u.*, n.holder_name
                        FROM (SELECT d.holder_id, count(*) AS n, min(d.due_at) AS since FROM duties.duty d %s
                              GROUP BY d.holder_id ORDER BY n DESC, since, d.holder_id LIMIT :most) u
                        CROSS JOIN LATERAL
                            (SELECT holder_name FROM duties.duty d WHERE d.holder_id = u.holder_id LIMIT 1) n
                        ORDER BY u.n DESC, u.since, u.holder_id
                        """.formatted(late.where()), late)
                .param("most", most)
                .query((row, number) -> new LateUnit(
                        row.getLong("holder_id"),
                        row.getString("holder_name"),
                        row.getLong("n"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** How many duties are late at each unit, in one pass over an index. */
    public Map<Long, Long> lateByUnit(DutyFilter filter) {
        DutyFilter late = filter.in(Slice.OVERDUE);
        Map<Long, Long> counts = new HashMap<>();
        asked("SELECT d.holder_id, count(*) AS n FROM duties.duty d" + late.where() + " GROUP BY d.holder_id", late)
                .query(row -> {
                    counts.put(row.getLong("holder_id"), row.getLong("n"));
                });
        return counts;
    }

    /** A unit with open duties due before some moment. */
    record OpenUnit(long unitId, String unit, long overdue, long total) {}

    long openUnits(DutyFilter filter, Instant before) {
        DutyFilter open = filter.in(Slice.MISSING);
        return asked(
                        "SELECT count(DISTINCT d.holder_id) FROM duties.duty d" + open.where()
                                + " AND d.due_at < :before",
                        open)
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .single();
    }

    List<OpenUnit> openUnits(DutyFilter filter, Instant before, int skip, int size) {
        DutyFilter open = filter.in(Slice.MISSING);
        return asked("""
                        SELECT u.*, n.holder_name
                        FROM (SELECT d.holder_id, count(*) FILTER (WHERE d.due_at < :now) AS overdue, count(*) AS total,
                                  min(d.due_at) AS first_due
                              FROM duties.duty d %s AND d.due_at < :before GROUP BY d.holder_id
                              ORDER BY overdue DESC, first_due, d.holder_id LIMIT :size OFFSET :skip) u
                        CROSS JOIN LATERAL
                            (SELECT holder_name FROM duties.duty d WHERE d.holder_id = u.holder_id LIMIT 1) n
                        ORDER BY u.overdue DESC, u.first_due, u.holder_id
                        """.formatted(open.where()), open)
                .param("before", Timestamp.from(before))
                .param("size", size)
                .param("skip", skip)
                .query((row, number) -> new OpenUnit(
                        row.getLong("holder_id"),
                        row.getString("holder_name"),
                        row.getLong("overdue"),
                        row.getLong("total")))
                .list();
    }

    /** The first open duties of each of these units, by due time. */
    Map<Long, List<Duty>> openRows(DutyFilter filter, Instant before, Set<Long> units) {
        DutyFilter open = filter.in(Slice.MISSING);
        return asked(
                        "SELECT " + Duty.COLUMNS + " FROM (SELECT d.*, row_number() OVER (PARTITION BY d.holder_id"
                                + " ORDER BY d.due_at, d.id) AS place FROM duties.duty d" + open.where()
                                + " AND d.due_at < :before AND d.holder_id = ANY (:units)) d" + Duty.JOINS
                                + "WHERE d.place <= " + ROWS_A_UNIT + " ORDER BY d.due_at, d.id",
                        open)
                .param("before", Timestamp.from(before))
                .param("units", Scope.array(units))
                .query(Duty::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Duty::holderId));
    }

    /** Units against duties. @param units how many there are on all pages */
    public record Matrix(List<Column> columns, List<Line> lines, long units) {
        /** @param cells in the order of the columns; null where the unit has no such duty */
        public record Line(long unitId, String unit, long late, List<@Nullable Duty> cells) {}
    }

    /** Of one directive, those units with most overdue duties first. */
    public Matrix matrix(DutyFilter filter, int skip, int size) {
        List<Column> columns = columns(filter);
        record UnitRow(long id, String name, long late, long total) {}
        List<UnitRow> units = asked(
                        "SELECT d.unit_id, min(d.unit_name) AS name, count(*) FILTER (WHERE " + Slice.OVERDUE.sql()
                                + ") AS late, count(*) OVER () AS total FROM duties.duty d" + filter.where()
                                + " GROUP BY d.unit_id ORDER BY late DESC, name, d.unit_id LIMIT :size OFFSET :skip",
                        filter)
                .param("size", size)
                .param("skip", skip)
                .query((row, number) -> new UnitRow(
                        row.getLong("unit_id"), row.getString("name"), row.getLong("late"), row.getLong("total")))
                .list();
        DutyFilter whole = filter.in(Slice.ALL);
        Map<String, Duty> cells = new HashMap<>();
        asked(
                        "SELECT " + Duty.COLUMNS + ", d.period_key FROM duties.duty d" + Duty.JOINS + whole.where()
                                + " AND d.unit_id = ANY (:page)",
                        whole)
                .param("page", units.stream().map(UnitRow::id).toArray(Long[]::new))
                .query(row -> {
                    cells.put(
                            row.getLong("unit_id") + " " + row.getLong("obligation_id") + " "
                                    + row.getString("period_key"),
                            Duty.row(row, 0));
                });
        List<Matrix.Line> lines = units.stream()
                .map(unit -> {
                    List<@Nullable Duty> row = new ArrayList<>();
                    for (Column column : columns) {
                        row.add(cells.get(unit.id() + " " + column.obligationId() + " " + column.periodKey()));
                    }
                    return new Matrix.Line(unit.id(), unit.name(), unit.late(), row);
                })
                .toList();
        return new Matrix(columns, lines, units.isEmpty() ? 0 : units.getFirst().total());
    }

    /** A directive with how far it is. */
    public record DirectiveLine(Directive directive, Progress progress) {}

    /**
     * Directives of which the view shows duties, and for a coordinator those that have none, with most overdue first.
     *
     * @param progress from {@link #byDirective}
     * @param text part of number, title or issuer
     */
    public List<DirectiveLine> directives(
            DutyFilter.View view, Map<Long, Progress> progress, String text, boolean closed) {
        return jdbc
                .sql("""
                        SELECT * FROM duties.directive v
                        WHERE (v.id = ANY (:ids) OR (:owned AND v.owner_id = ANY (:coordinates)))
                          AND v.state = :state
                          AND (:text = '' OR strpos(v.folded, (SELECT base.fold(:text))) > 0)
                        """)
                .param("ids", Scope.array(progress.keySet()))
                .param("owned", view == DutyFilter.View.COORDINATOR)
                .param("coordinates", Scope.array(scope.coordinates()))
                .param("state", closed ? "CLOSED" : "CONFIRMED")
                .param("text", text.strip())
                .query(Directives::row)
                .list()
                .stream()
                .map(directive -> new DirectiveLine(directive, progress.getOrDefault(directive.id(), new Progress())))
                .sorted(Comparator.comparingLong(
                                (DirectiveLine line) -> -line.progress().of(Slice.OVERDUE))
                        .thenComparing(line -> line.directive().issuedOn(), Comparator.reverseOrder())
                        .thenComparing(line -> line.directive().id()))
                .toList();
    }

    /** The directive, when this view shows any of its duties or the officer coordinates it. */
    public Directive directive(long id, DutyFilter.View view) {
        Directive directive = jdbc.sql("SELECT * FROM duties.directive WHERE id = ? AND state <> 'DRAFT'")
                .param(id)
                .query(Directives::row)
                .optional()
                .orElseThrow(Refusal::notFound);
        boolean coordinates =
                view == DutyFilter.View.COORDINATOR && scope.coordinates().contains(directive.ownerId());
        if (!coordinates && count(DutyFilter.of(view).ofDirective(id)) == 0) {
            throw Refusal.notFound();
        }
        return directive;
    }

    private JdbcClient.StatementSpec asked(String sql, DutyFilter filter) {
        return jdbc.sql(sql)
                .param("coordinates", Scope.array(scope.coordinates()))
                .param("answersFor", Scope.array(scope.answersFor()))
                .param("oversees", Scope.array(scope.oversees()))
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(SOON)))
                .param("directive", filter.directiveId())
                .param("obligation", filter.obligationId())
                .param("period", filter.period())
                .param("unit", filter.unitId())
                .param("block", filter.block())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("text", filter.text().strip());
    }
}
