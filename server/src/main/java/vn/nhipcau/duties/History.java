package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.web.Refusal;

/** The row of a duty and the acts on it. Each change of the one writes the other. Knows no rights; {@link Gate} does. */
@Component
class History {
    private final JdbcClient jdbc;
    private final DirectiveRows directives;

    History(JdbcClient jdbc, DirectiveRows directives) {
        this.jdbc = jdbc;
        this.directives = directives;
    }

    /**
     * One act, about to be recorded.
     *
     * @param happenedAt when it was done, by the word of who did it
     * @param unitId on whose behalf
     */
    record Step(
            Duty duty, DutyEvent event, String reason, Instant happenedAt, Officer officer, long unitId, Instant now) {}

    Duty read(long id) {
        return one(id, "");
    }

    Duty lock(long id) {
        return one(id, " FOR UPDATE OF d");
    }

    private Duty one(long id, String lock) {
        return jdbc.sql("SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS + "WHERE d.id = ?" + lock)
                .param(id)
                .query(Duty::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * A change of state and nothing else. A version that no longer counts stays on record, and what is no longer the unit's to
     * do needs no extension. A directive that was closed is followed again once something in it is open.
     */
    DutyState record(Step step) {
        DutyState to = target(step);
        if (step.duty().state().mover() == DutyState.Mover.NOBODY && to.mover() != DutyState.Mover.NOBODY) {
            directives.followAgain(
                    step.duty().directiveId(),
                    step.event().vietnamese() + ": " + step.duty().name() + " – "
                            + step.duty().holderName(),
                    step.officer(),
                    step.now());
        }
        boolean counts = Slice.HANDED_IN.states().contains(to);
        jdbc.sql("""
                        UPDATE duties.duty SET state = :state, since = :now,
                            submission_id = CASE WHEN :counts THEN submission_id END,
                            received_at = CASE WHEN :counts THEN received_at END,
                            asked_until = CASE WHEN :open THEN asked_until END, asked_at = CASE WHEN :open THEN asked_at END
                        WHERE id = :id
                        """)
                .param("open", to.mover() == DutyState.Mover.UNIT)
                .param("state", to.name())
                .param("now", Timestamp.from(step.now()))
                .param("counts", counts)
                .param("id", step.duty().id())
                .update();
        write(step, to, step.duty().submissionId(), null, null);
        return to;
    }

    DutyState submitted(Step step, long submissionId) {
        DutyState to = target(step);
        jdbc.sql("""
                        UPDATE duties.duty SET state = ?, since = ?, submission_id = ?, received_at = ?, asked_until = NULL,
                            asked_at = NULL
                        WHERE id = ?
                        """)
                .params(
                        to.name(),
                        Timestamp.from(step.now()),
                        submissionId,
                        Timestamp.from(step.now()),
                        step.duty().id())
                .update();
        write(step, to, submissionId, null, null);
        return to;
    }

    void askExtension(Step step, Instant until) {
        jdbc.sql("UPDATE duties.duty SET asked_until = ?, asked_at = ? WHERE id = ?")
                .params(
                        Timestamp.from(until),
                        Timestamp.from(step.now()),
                        step.duty().id())
                .update();
        write(step, target(step), step.duty().submissionId(), until, null);
    }

    void declineExtension(Step step) {
        jdbc.sql("UPDATE duties.duty SET asked_until = NULL, asked_at = NULL WHERE id = ?")
                .param(step.duty().id())
                .update();
        write(step, target(step), step.duty().submissionId(), null, null);
    }

    void extend(Step step, Instant newDueAt) {
        jdbc.sql("""
                        UPDATE duties.duty SET due_at = ?, locked_on = NULL, asked_until = NULL, asked_at = NULL WHERE id = ?
                        """).params(Timestamp.from(newDueAt), step.duty().id()).update();
        write(step, target(step), step.duty().submissionId(), newDueAt, null);
    }

    void handOver(Step step, Organisation to) {
        jdbc.sql("UPDATE duties.duty SET holder_id = ?, holder_name = ? WHERE id = ?")
                .params(to.id(), to.label(), step.duty().id())
                .update();
        write(step, target(step), step.duty().submissionId(), null, to.id());
    }

    private static DutyState target(Step step) {
        return Transitions.after(step.duty().state(), step.event())
                .orElseThrow(() -> new IllegalStateException(
                        step.event() + " in " + step.duty().state()));
    }

    private void write(
            Step step,
            DutyState to,
            @Nullable Long submissionId,
            @Nullable Instant newDueAt,
            @Nullable Long newHolderId) {
        Duty duty = step.duty();
        jdbc.sql("""
                        INSERT INTO duties.act (duty_id, event, from_state, to_state, happened_at, received_at, person_id,
                            person_name, unit_id, reason, submission_id, old_due_at, new_due_at, old_holder_id, new_holder_id)
                        VALUES (:duty, :event, :from, :to, :happened, :received, :person, :name, :unit, :reason, :submission,
                            :oldDue, :newDue, :oldHolder, :newHolder)
                        """)
                .param("duty", duty.id())
                .param("event", step.event().name())
                .param("from", duty.state().name())
                .param("to", to.name())
                .param("happened", Timestamp.from(step.happenedAt()))
                .param("received", Timestamp.from(step.now()))
                .param("person", step.officer().id())
                .param("name", step.officer().name())
                .param("unit", step.unitId())
                .param("reason", step.reason().strip())
                .param("submission", submissionId)
                .param("oldDue", newDueAt == null ? null : timestamp(duty.dueAt()))
                .param("newDue", timestamp(newDueAt))
                .param("oldHolder", newHolderId == null ? null : duty.holderId())
                .param("newHolder", newHolderId)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** Oldest first. */
    List<Act> acts(long dutyId) {
        return acts(dutyId, Long.MAX_VALUE);
    }

    /** The same up to the act that handed the duty over to none of these units. */
    List<Act> actsOf(long dutyId, Set<Long> units) {
        return acts(
                dutyId,
                jdbc.sql("""
                                SELECT coalesce(min(id), 0) FROM duties.act
                                WHERE duty_id = ? AND event = 'HAND_OVER' AND new_holder_id <> ALL (?)""")
                        .params(List.of(dutyId, Scope.array(units)))
                        .query(Long.class)
                        .single());
    }

    private List<Act> acts(long dutyId, long last) {
        return jdbc.sql("""
                        SELECT a.*, s.version, coalesce(u.short_name, u.name) AS unit_name,
                            coalesce(h.short_name, h.name) AS holder_name
                        FROM duties.act a
                        LEFT JOIN duties.submission s ON s.id = a.submission_id
                        LEFT JOIN LATERAL (SELECT k.* FROM directory.organisation_known((a.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) k
                            WHERE k.id = a.unit_id) u ON true
                        LEFT JOIN LATERAL (SELECT k.* FROM directory.organisation_known((a.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) k
                            WHERE k.id = a.new_holder_id) h ON true
                        WHERE a.duty_id = ? AND a.id <= ? ORDER BY a.id
                        """)
                .params(dutyId, last)
                .query((row, number) -> new Act(
                        DutyEvent.valueOf(row.getString("event")),
                        DutyState.valueOf(row.getString("from_state")),
                        DutyState.valueOf(row.getString("to_state")),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("person_name"),
                        row.getString("unit_name"),
                        row.getString("reason"),
                        row.getObject("version", Integer.class),
                        DirectiveRows.instant(row, "old_due_at"),
                        DirectiveRows.instant(row, "new_due_at"),
                        row.getString("holder_name")))
                .list();
    }
}
