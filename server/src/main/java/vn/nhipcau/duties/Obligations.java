package vn.nhipcau.duties;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.calendar.DueTerms;
import vn.nhipcau.calendar.OnDayOff;
import vn.nhipcau.calendar.PeriodKind;
import vn.nhipcau.calendar.Recurrence;
import vn.nhipcau.calendar.ReportingYear;
import vn.nhipcau.calendar.TimeLimit;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.legaltext.Span;

/** The rows of obligations with their time limits and targets. Knows no rights; {@link Directives} does. */
@Component
class Obligations {
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final JdbcClient jdbc;

    Obligations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Obligation> ofDirective(long directiveId) {
        return read("directive_id", directiveId);
    }

    /** Empty or one. */
    List<Obligation> withId(long id) {
        return read("id", id);
    }

    private List<Obligation> read(String column, long key) {
        Map<Long, List<DueRow>> dues = jdbc
                .sql("SELECT d.* FROM duties.due d JOIN duties.obligation o ON o.id = d.obligation_id" + " WHERE o."
                        + column + " = ? ORDER BY d.obligation_id, d.position")
                .param(key)
                .query((row, number) -> new DueRow(row.getLong("obligation_id"), due(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(DueRow::obligationId));
        Map<Long, List<TargetRow>> targets = jdbc
                .sql("SELECT t.* FROM duties.obligation_target t JOIN duties.obligation o ON o.id = t.obligation_id"
                        + " WHERE o." + column + " = ? ORDER BY t.part, t.group_id, t.organisation_id")
                .param(key)
                .query((row, number) -> new TargetRow(row.getLong("obligation_id"), target(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(TargetRow::obligationId));
        return jdbc.sql("SELECT o.*, (SELECT count(*) FROM duties.duty WHERE obligation_id = o.id) AS duties"
                        + " FROM duties.obligation o WHERE o." + column + " = ? ORDER BY o.position, o.id")
                .param(key)
                .query((row, number) -> obligation(
                        row,
                        dues.getOrDefault(row.getLong("id"), List.of()).stream()
                                .map(DueRow::due)
                                .toList(),
                        targets.getOrDefault(row.getLong("id"), List.of()).stream()
                                .map(TargetRow::target)
                                .toList()))
                .list();
    }

    private record DueRow(long obligationId, Due due) {}

    private record TargetRow(long obligationId, Target target) {}

    /** What one press of a button has added to the directive. */
    Optional<Long> ofPress(long directiveId, UUID press) {
        return jdbc.sql("SELECT id FROM duties.obligation WHERE directive_id = ? AND press = ?")
                .params(directiveId, press)
                .query(Long.class)
                .optional();
    }

    /** @param press of the button that adds it; null: the reader proposes it */
    long insert(
            long directiveId, int position, Obligation.Status status, ObligationDraft content, @Nullable UUID press) {
        long id = content(
                        jdbc.sql("""
                                INSERT INTO duties.obligation (directive_id, position, status, clause, text, span_start,
                                    span_end, what, who, lead, accompany, evidence, deliver_to, verifier_id, limits, due_time,
                                    until_on, confidence, press)
                                VALUES (:directive, :position, :status, :clause, :text, :spanStart, :spanEnd, :what, :who,
                                    :lead, :accompany, :evidence, :deliverTo, :verifier, :limits, :dueTime, :untilOn,
                                    :confidence, :press)
                                RETURNING id
                                """)
                                .param("press", press)
                                .param("directive", directiveId)
                                .param("position", position)
                                .param("status", status.name()),
                        content)
                .query(Long.class)
                .single();
        insertDues(id, content.dues());
        insertTargets(id, content.targets());
        return id;
    }

    void update(long id, Obligation.Status status, ObligationDraft content) {
        content(jdbc.sql("""
                                UPDATE duties.obligation SET status = :status, clause = :clause, text = :text,
                                    span_start = :spanStart, span_end = :spanEnd, what = :what, who = :who, lead = :lead,
                                    accompany = :accompany, evidence = :evidence, deliver_to = :deliverTo,
                                    verifier_id = :verifier, limits = :limits, due_time = :dueTime, until_on = :untilOn,
                                    confidence = :confidence
                                WHERE id = :id
                                """).param("id", id).param("status", status.name()), content)
                .update();
        jdbc.sql("DELETE FROM duties.due WHERE obligation_id = ?").param(id).update();
        insertDues(id, content.dues());
        map(id, content.targets());
    }

    void map(long id, List<Target> targets) {
        jdbc.sql("DELETE FROM duties.obligation_target WHERE obligation_id = ?")
                .param(id)
                .update();
        insertTargets(id, targets);
    }

    void mark(long id, Obligation.Status status) {
        jdbc.sql("UPDATE duties.obligation SET status = ? WHERE id = ?")
                .params(status.name(), id)
                .update();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec sql, ObligationDraft content) {
        Span span = content.span();
        return sql.param("clause", content.clause().strip())
                .param("text", content.text().strip())
                .param("spanStart", span == null ? null : span.start())
                .param("spanEnd", span == null ? null : span.end())
                .param("what", content.what().strip())
                .param("who", content.who().toArray(String[]::new))
                .param("lead", content.lead().toArray(String[]::new))
                .param("accompany", content.with().toArray(String[]::new))
                .param("evidence", content.evidence().name())
                .param("deliverTo", content.deliverTo().strip())
                .param("verifier", content.verifierId())
                .param("limits", content.limits().toArray(String[]::new))
                .param("dueTime", content.dueTime())
                .param("untilOn", content.untilOn())
                .param("confidence", content.confidence());
    }

    private void insertTargets(long id, List<Target> targets) {
        List<@Nullable Long> groups = new ArrayList<>();
        List<@Nullable Long> units = new ArrayList<>();
        for (Target target : targets) {
            groups.add(target instanceof Target.Group of ? of.groupId() : null);
            units.add(target instanceof Target.Unit of ? of.unitId() : null);
        }
        // Named twice, it leads: LEAD sorts before WITH.
        jdbc.sql("""
                        INSERT INTO duties.obligation_target (obligation_id, group_id, organisation_id, part)
                        SELECT :id, t.group_id, t.unit_id, min(t.part)
                        FROM unnest(:groups::bigint[], :units::bigint[], :parts::text[]) AS t (group_id, unit_id, part)
                        GROUP BY t.group_id, t.unit_id
                        """)
                .param("id", id)
                .param("groups", groups.toArray(new Long[0]))
                .param("units", units.toArray(new Long[0]))
                .param(
                        "parts",
                        targets.stream().map(target -> target.part().name()).toArray(String[]::new))
                .update();
    }

    private void insertDues(long id, List<Due> dues) {
        for (int i = 0; i < dues.size(); i++) {
            Due due = dues.get(i);
            JdbcClient.StatementSpec sql = jdbc.sql("""
                            INSERT INTO duties.due (obligation_id, position, kind, dates, rrule, period_kind, year_start,
                                in_year_before, time_limit, before_event, event, event_on, cut_off_on, on_day_off,
                                lock_after_days)
                            VALUES (:id, :position, :kind, :dates, :rrule, :periodKind, :yearStart, :inYearBefore, :limit,
                                :before, :event, :eventOn, :cutOffOn, :onDayOff, :lock)
                            """)
                    .param("id", id)
                    .param("position", i)
                    .param("eventOn", due.eventOn())
                    .param("cutOffOn", due.cutOffOn())
                    .param("onDayOff", due.rule().terms().onDayOff().name())
                    .param("lock", due.rule().terms().lockAfterDays());
            switch (due.rule()) {
                case DueRule.Fixed fixed -> rule(sql.param("kind", "FIXED"), fixed, null, null);
                case DueRule.Rhythm rhythm -> rule(sql.param("kind", "RHYTHM"), null, rhythm, null);
                case DueRule.Relative relative -> rule(sql.param("kind", "RELATIVE"), null, null, relative);
            }
        }
    }

    private static void rule(
            JdbcClient.StatementSpec sql,
            DueRule.@Nullable Fixed fixed,
            DueRule.@Nullable Rhythm rhythm,
            DueRule.@Nullable Relative relative) {
        sql.param(
                        "dates",
                        fixed == null
                                ? null
                                : fixed.dates().stream().map(Date::valueOf).toArray(Date[]::new))
                .param("rrule", rhythm == null ? null : rhythm.recurrence().toString())
                .param("periodKind", rhythm == null ? null : rhythm.kind().name())
                .param(
                        "yearStart",
                        rhythm == null ? null : MONTH_DAY.format(rhythm.years().start()))
                .param("inYearBefore", rhythm == null ? null : rhythm.years().inYearBefore())
                .param("limit", relative == null ? null : relative.limit().toString())
                .param("before", relative == null ? null : relative.before())
                .param("event", relative == null ? null : relative.event())
                .update();
    }

    private static Obligation obligation(ResultSet row, List<Due> dues, List<Target> targets) throws SQLException {
        int start = row.getInt("span_start");
        Span span = row.wasNull() ? null : new Span(start, row.getInt("span_end"));
        long verifier = row.getLong("verifier_id");
        boolean verified = !row.wasNull();
        return new Obligation(
                row.getLong("id"),
                row.getLong("directive_id"),
                row.getInt("position"),
                Obligation.Status.valueOf(row.getString("status")),
                new ObligationDraft(
                        row.getString("clause"),
                        row.getString("text"),
                        span,
                        row.getString("what"),
                        texts(row.getArray("who")),
                        texts(row.getArray("lead")),
                        texts(row.getArray("accompany")),
                        EvidenceKind.valueOf(row.getString("evidence")),
                        row.getString("deliver_to"),
                        verified ? verifier : null,
                        texts(row.getArray("limits")),
                        dues,
                        row.getObject("due_time", LocalTime.class),
                        row.getObject("until_on", LocalDate.class),
                        targets,
                        row.getDouble("confidence")),
                row.getLong("duties"));
    }

    private static Due due(ResultSet row) throws SQLException {
        DueTerms terms = new DueTerms(
                OnDayOff.valueOf(row.getString("on_day_off")), row.getObject("lock_after_days", Integer.class));
        DueRule rule = switch (row.getString("kind")) {
            case "FIXED" ->
                new DueRule.Fixed(
                        Arrays.stream((Date[]) row.getArray("dates").getArray())
                                .map(Date::toLocalDate)
                                .toList(),
                        terms);
            case "RHYTHM" ->
                new DueRule.Rhythm(
                        Recurrence.parse(row.getString("rrule")),
                        PeriodKind.valueOf(row.getString("period_kind")),
                        new ReportingYear(
                                MonthDay.parse(row.getString("year_start"), MONTH_DAY),
                                row.getBoolean("in_year_before")),
                        terms);
            default ->
                new DueRule.Relative(
                        TimeLimit.parse(row.getString("time_limit")),
                        row.getBoolean("before_event"),
                        row.getString("event"),
                        terms);
        };
        return new Due(rule, row.getObject("event_on", LocalDate.class), row.getObject("cut_off_on", LocalDate.class));
    }

    private static Target target(ResultSet row) throws SQLException {
        Target.Part part = Target.Part.valueOf(row.getString("part"));
        long group = row.getLong("group_id");
        return row.wasNull() ? new Target.Unit(row.getLong("organisation_id"), part) : new Target.Group(group, part);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
