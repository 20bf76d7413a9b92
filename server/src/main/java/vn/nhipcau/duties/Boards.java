package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** How far things are, counted from the duties at the moment of asking; nothing is kept that could be behind. */
@Service
public class Boards {
    /** “Sắp đến hạn”. */
    static final Duration SOON = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Scope.Scopes scopes;

    Boards(JdbcClient jdbc, Scope.Scopes scopes) {
        this.jdbc = jdbc;
        this.scopes = scopes;
    }

    public List<Duty> rows(DutyFilter filter, int skip, int size, Officer officer, Instant now) {
        return asked(
                        "SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS + filter.where() + filter.order()
                                + " LIMIT :size OFFSET :skip",
                        filter,
                        officer,
                        now)
                .param("size", size)
                .param("skip", skip)
                .query(Duty::row)
                .list();
    }

    /** All rows, one after the other, without holding them in memory. */
    @Transactional(readOnly = true)
    public void eachRow(DutyFilter filter, Officer officer, Instant now, Consumer<Duty> taker) {
        try (var rows = asked(
                "SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS + filter.where() + filter.order(),
                filter,
                officer,
                now)
                .withFetchSize(1000)
                .query(Duty::row)
                .stream()) {
            rows.forEach(taker);
        }
    }

    public long count(DutyFilter filter, Officer officer, Instant now) {
        return asked("SELECT count(*) FROM duties.duty d" + filter.joins() + filter.where(), filter, officer, now)
                .query(Long.class)
                .single();
    }

    /** Counts of all slices among the duties that the filter shows when its own slice is left aside. */
    public Progress progress(DutyFilter filter, Officer officer, Instant now) {
        Progress all = new Progress();
        by("''", filter, officer, now, key -> key).values().forEach(all::add);
        return all;
    }

    public Map<Long, Progress> byDirective(DutyFilter filter, Officer officer, Instant now) {
        return by("d.directive_id", filter, officer, now, Long::parseLong);
    }

    public Map<String, Progress> byBlock(DutyFilter filter, Officer officer, Instant now) {
        return by("d.block", filter, officer, now, key -> key);
    }

    private <K> Map<K, Progress> by(
            String key, DutyFilter filter, Officer officer, Instant now, Function<String, K> read) {
        DutyFilter whole = filter.in(Slice.ALL);
        Map<K, Progress> shares = new LinkedHashMap<>();
        asked(
                        "SELECT " + key + "::text AS key, d.state, " + Slice.timing() + " AS timing, count(*) AS n"
                                + " FROM duties.duty d" + whole.joins() + whole.where()
                                + " GROUP BY 1, 2, 3 ORDER BY 1",
                        whole,
                        officer,
                        now)
                .query(row -> {
                    shares.computeIfAbsent(read.apply(row.getString("key")), k -> new Progress())
                            .add(
                                    DutyState.valueOf(row.getString("state")),
                                    Slice.Timing.valueOf(row.getString("timing")),
                                    row.getLong("n"));
                });
        return shares;
    }

    /** How far one obligation's period is. */
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
    public List<Column> columns(DutyFilter filter, Officer officer, Instant now) {
        DutyFilter whole = filter.in(Slice.ALL);
        Map<String, Column> columns = new LinkedHashMap<>();
        asked(
                        "SELECT d.obligation_id, o.position, o.clause, o.what, d.period_key, d.period,"
                                + " min(min(d.first_due_at)) OVER (PARTITION BY d.obligation_id, d.period_key) AS due_at,"
                                + " d.state, " + Slice.timing() + " AS timing, count(*) AS n"
                                + " FROM duties.duty d" + Duty.JOINS + whole.where()
                                + " GROUP BY d.obligation_id, o.position, o.clause, o.what, d.period_key, d.period, d.state,"
                                + " timing ORDER BY o.position, d.obligation_id, due_at NULLS LAST, d.period_key",
                        whole,
                        officer,
                        now)
                .query(row -> {
                    String key = row.getLong("obligation_id") + " " + row.getString("period_key");
                    Column column = columns.get(key);
                    if (column == null) {
                        column = new Column(
                                row.getLong("obligation_id"),
                                row.getString("clause"),
                                row.getString("what"),
                                row.getString("period_key"),
                                row.getString("period"),
                                Directives.instant(row, "due_at"),
                                new Progress());
                        columns.put(key, column);
                    }
                    column.progress()
                            .add(
                                    DutyState.valueOf(row.getString("state")),
                                    Slice.Timing.valueOf(row.getString("timing")),
                                    row.getLong("n"));
                });
        return List.copyOf(columns.values());
    }

    /** How many duties are late at one unit, and since when the oldest is. */
    public record LateUnit(long unitId, String unit, long late, Instant since) {}

    /** Units with overdue duties, those with most first. */
    public List<LateUnit> lateUnits(DutyFilter filter, int most, Officer officer, Instant now) {
        DutyFilter late = filter.in(Slice.OVERDUE);
        return asked(
                        "SELECT d.holder_id, min(d.holder_name) AS name, count(*) AS n, min(d.due_at) AS since"
                                + " FROM duties.duty d" + late.joins() + late.where()
                                + " GROUP BY d.holder_id ORDER BY n DESC, since, d.holder_id LIMIT :most",
                        late,
                        officer,
                        now)
                .param("most", most)
                .query((row, number) -> new LateUnit(
                        row.getLong("holder_id"),
                        row.getString("name"),
                        row.getLong("n"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** How many duties are late at each unit, in one pass over an index. */
    public Map<Long, Long> lateByUnit(DutyFilter filter, Officer officer, Instant now) {
        DutyFilter late = filter.in(Slice.OVERDUE);
        Map<Long, Long> counts = new HashMap<>();
        asked(
                        "SELECT d.holder_id, count(*) AS n FROM duties.duty d" + late.joins() + late.where()
                                + " GROUP BY d.holder_id",
                        late,
                        officer,
                        now)
                .query(row -> {
                    counts.put(row.getLong("holder_id"), row.getLong("n"));
                });
        return counts;
    }

    /** Units against duties. */
    public record Matrix(List<Column> columns, List<Line> lines, long units) {
        /** @param cells in the order of the columns; null where the unit has no such duty */
        public record Line(long unitId, String unit, String block, long late, List<@Nullable Duty> cells) {}
    }

    /** Of one directive, those units with most overdue duties first. */
    public Matrix matrix(DutyFilter filter, int skip, int size, Officer officer, Instant now) {
        List<Column> columns = columns(filter, officer, now);
        record UnitRow(long id, String name, String block, long late) {}
        List<UnitRow> units = asked(
                        "SELECT d.unit_id, min(d.unit_name) AS name, min(d.block) AS block,"
                                + " count(*) FILTER (WHERE " + Slice.OVERDUE.sql() + ") AS late"
                                + " FROM duties.duty d" + filter.joins() + filter.where()
                                + " GROUP BY d.unit_id ORDER BY late DESC, name, d.unit_id LIMIT :size OFFSET :skip",
                        filter,
                        officer,
                        now)
                .param("size", size)
                .param("skip", skip)
                .query((row, number) -> new UnitRow(
                        row.getLong("unit_id"), row.getString("name"), row.getString("block"), row.getLong("late")))
                .list();
        long total = asked(
                        "SELECT count(DISTINCT d.unit_id) FROM duties.duty d" + filter.joins() + filter.where(),
                        filter,
                        officer,
                        now)
                .query(Long.class)
                .single();
        DutyFilter whole = filter.in(Slice.ALL);
        Map<String, Duty> cells = new HashMap<>();
        asked(
                        "SELECT " + Duty.COLUMNS + ", d.period_key FROM duties.duty d" + Duty.JOINS + whole.where()
                                + " AND d.unit_id = ANY (:page)",
                        whole,
                        officer,
                        now)
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
                    return new Matrix.Line(unit.id(), unit.name(), unit.block(), unit.late(), row);
                })
                .toList();
        return new Matrix(columns, lines, total);
    }

    /** A directive with how far it is. */
    public record DirectiveLine(
            Directive directive,
            Progress progress,
            @Nullable Instant lateSince) {}

    /**
     * Directives that are followed or, when asked for, closed, those with most overdue duties first.
     *
     * @param text part of number, title or issuer
     */
    public List<DirectiveLine> directives(
            DutyFilter.View view, String text, boolean closed, Officer officer, Instant now) {
        DutyFilter filter = DutyFilter.of(view);
        Map<Long, Progress> progress = byDirective(filter, officer, now);
        Map<Long, Instant> since = new HashMap<>();
        DutyFilter late = filter.in(Slice.OVERDUE);
        asked(
                        "SELECT d.directive_id, min(d.due_at) AS since FROM duties.duty d" + late.where()
                                + " GROUP BY d.directive_id",
                        late,
                        officer,
                        now)
                .query(row -> {
                    since.put(
                            row.getLong("directive_id"),
                            row.getTimestamp("since").toInstant());
                });
        return jdbc
                .sql("""
                        SELECT * FROM duties.directive v
                        WHERE (v.id = ANY (:ids) OR (:owned AND v.owner_id = ANY (:coordinates)))
                          AND v.state = :state
                          AND (:text = '' OR strpos(v.folded, base.fold(:text)) > 0)
                        """)
                .param("ids", progress.keySet().toArray(Long[]::new))
                .param("owned", view == DutyFilter.View.COORDINATOR)
                .param("coordinates", Scope.array(scopes.of(officer, today(now)).coordinates()))
                .param("state", closed ? "CLOSED" : "CONFIRMED")
                .param("text", text.strip())
                .query(Directives::row)
                .list()
                .stream()
                .map(directive -> new DirectiveLine(
                        directive, progress.getOrDefault(directive.id(), new Progress()), since.get(directive.id())))
                .sorted(java.util.Comparator.<DirectiveLine>comparingLong(
                                line -> -line.progress().of(Slice.OVERDUE))
                        .thenComparing(line -> line.directive().issuedOn(), java.util.Comparator.reverseOrder())
                        .thenComparing(line -> line.directive().id()))
                .toList();
    }

    /** The directive, when this view shows the officer any of its duties or the officer coordinates it. */
    public Directive directive(long id, DutyFilter.View view, Officer officer, Instant now) {
        Directive directive = jdbc.sql("SELECT * FROM duties.directive WHERE id = ? AND state <> 'DRAFT'")
                .param(id)
                .query(Directives::row)
                .optional()
                .orElseThrow(Refusal::notFound);
        boolean coordinates = view == DutyFilter.View.COORDINATOR
                && scopes.of(officer, today(now)).coordinates().contains(directive.ownerId());
        if (!coordinates && count(DutyFilter.of(view).ofDirective(id), officer, now) == 0) {
            throw Refusal.notFound();
        }
        return directive;
    }

    /** Values that the filters of a directive's page offer. */
    public record Choices(List<String> blocks, List<String> periods) {}

    public Choices choices(DutyFilter filter, Officer officer, Instant now) {
        DutyFilter whole = new DutyFilter(
                filter.view(),
                Slice.ALL,
                filter.directiveId(),
                null,
                null,
                null,
                null,
                null,
                "",
                DutyFilter.Sort.LATE_FIRST);
        return new Choices(
                List.copyOf(byBlock(whole, officer, now).keySet()),
                columns(whole, officer, now).stream()
                        .map(Column::period)
                        .filter(period -> !period.isEmpty())
                        .distinct()
                        .collect(Collectors.toList()));
    }

    private JdbcClient.StatementSpec asked(String sql, DutyFilter filter, Officer officer, Instant now) {
        Scope scope = scopes.of(officer, today(now));
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

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Shell.ZONE);
    }
}
