package vn.nhipcau.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A duty as the lists show it.
 *
 * @param documentId the directive's document; whether it may be read is that module's question
 * @param unitName whom it was given to, as it was called then
 * @param holderId who answers for it now; {@code holderName} is the same unless it was handed over
 * @param period “Quý II/2020”, or empty
 * @param cutOff figures as of this day
 * @param dueAt null: a standing duty without a date
 * @param firstDueAt before any extension
 * @param lockedOn after this day the unit may not recall; null: after the due time
 * @param asked the extension that the unit asks for; null: none
 * @param receivedAt when the version that counts came in
 */
public record Duty(
        long id,
        long directiveId,
        String directiveNumber,
        String directiveTitle,
        @Nullable Long documentId,
        long obligationId,
        String clause,
        String what,
        long ownerId,
        String ownerName,
        long reviewerId,
        String reviewerName,
        long unitId,
        String unitName,
        String block,
        Target.Part part,
        long holderId,
        String holderName,
        String period,
        @Nullable LocalDate cutOff,
        @Nullable Instant dueAt,
        @Nullable Instant firstDueAt,
        @Nullable LocalDate lockedOn,
        DutyState state,
        Instant since,
        int reviewDays,
        @Nullable Asked asked,
        @Nullable Long submissionId,
        @Nullable Instant receivedAt,
        Instant givenAt,
        String givenBy) {

    /** The unit wishes for more time. @param until this; {@code at}: it asked then */
    public record Asked(Instant until, Instant at) {}

    /** What {@link #row} reads; {@code d} is the duty. */
    static final String COLUMNS = """
            d.id, d.directive_id, v.number, v.title, v.document_id, d.obligation_id, o.clause, o.what, d.owner_id, v.owner_name,
            d.reviewer_id, d.reviewer_name, d.unit_id, d.unit_name, d.block, d.part, d.holder_id, d.holder_name, d.period,
            d.cut_off, d.due_at, d.first_due_at, d.locked_on, d.state, d.since, v.review_days, d.asked_until,
            d.asked_at, d.submission_id, d.received_at, d.given_at, d.given_by
            """;

    static final String JOINS =
            " JOIN duties.directive v ON v.id = d.directive_id JOIN duties.obligation o ON o.id = d.obligation_id ";

    /** The unit's move and the time is over. Never stored: it follows from the clock. */
    public boolean overdue(Instant now) {
        return state.mover() == DutyState.Mover.UNIT && dueAt != null && dueAt.isBefore(now);
    }

    /** Handed in after the due time. */
    public boolean receivedLate() {
        return receivedAt != null && dueAt != null && receivedAt.isAfter(dueAt);
    }

    public boolean extended() {
        return firstDueAt != null && !firstDueAt.equals(dueAt);
    }

    public boolean handedOver() {
        return holderId != unitId;
    }

    public long daysLate(Instant now) {
        return dueAt == null || !dueAt.isBefore(now) ? 0 : ChronoUnit.DAYS.between(dueAt, now) + 1;
    }

    /** What is to be done, with its period. */
    public String name() {
        return period.isEmpty() ? what : what + " – " + period;
    }

    public String directiveName() {
        return directiveNumber.isBlank() ? directiveTitle : directiveNumber;
    }

    public Move move(Instant now) {
        return Move.of(state, holderName, reviewerName, since, dueAt, reviewDays, asked, now);
    }

    /** The mark of what a reviewer has before them: this version, handed in or contested at this moment. */
    public String seen() {
        return Seen.of(state, since, submissionId == null ? "" : submissionId);
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        Instant until = DirectiveRows.instant(row, "asked_until");
        Instant at = DirectiveRows.instant(row, "asked_at");
        return until == null || at == null ? null : new Asked(until, at);
    }

    static Duty row(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getLong("id"),
                row.getLong("directive_id"),
                row.getString("number"),
                row.getString("title"),
                DirectiveRows.nullable(row, "document_id"),
                row.getLong("obligation_id"),
                row.getString("clause"),
                row.getString("what"),
                row.getLong("owner_id"),
                row.getString("owner_name"),
                row.getLong("reviewer_id"),
                row.getString("reviewer_name"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("block"),
                Target.Part.valueOf(row.getString("part")),
                row.getLong("holder_id"),
                row.getString("holder_name"),
                row.getString("period"),
                row.getObject("cut_off", LocalDate.class),
                DirectiveRows.instant(row, "due_at"),
                DirectiveRows.instant(row, "first_due_at"),
                row.getObject("locked_on", LocalDate.class),
                DutyState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getInt("review_days"),
                asked(row),
                DirectiveRows.nullable(row, "submission_id"),
                DirectiveRows.instant(row, "received_at"),
                row.getTimestamp("given_at").toInstant(),
                row.getString("given_by"));
    }
}
