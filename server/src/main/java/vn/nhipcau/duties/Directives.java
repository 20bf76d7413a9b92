package vn.nhipcau.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Role;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Takes a directive from draft to duties. Only officers who coordinate for the owning unit may; for all others it does
 * not exist here.
 */
@Service
public class Directives {
    private final JdbcClient jdbc;
    private final Obligations obligations;
    private final Expander expander;
    private final Scope.Scopes scopes;
    private final Organisations organisations;
    private final Documents documents;

    Directives(
            JdbcClient jdbc,
            Obligations obligations,
            Expander expander,
            Scope.Scopes scopes,
            Organisations organisations,
            Documents documents) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.expander = expander;
        this.scopes = scopes;
        this.organisations = organisations;
        this.documents = documents;
    }

    /** The units for which the officer may take in a directive, by name: those of the posts, not those below. */
    public List<Organisation> owners(Officer officer, LocalDate on) {
        return organisations.known(officer.organisationsAs(Role.COORDINATOR), on);
    }

    /** @return the new directive's id; its obligations stand as PROPOSED */
    @Transactional
    public long draft(DirectiveDraft draft, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        if (!scopes.of(officer, today).coordinates().contains(draft.ownerId())) {
            throw Refusal.forbidden(
                    "NOT_COORDINATOR",
                    "Bạn không có vai trò điều phối ở đơn vị này nên không lập được việc theo dõi văn bản.",
                    "You do not coordinate for this unit, so you cannot take in a directive for it.");
        }
        if (draft.documentId() != null) {
            documents.get(draft.documentId(), officer, today);
        }
        String owner = organisations
                .known(draft.ownerId(), today)
                .map(Organisation::label)
                .orElseThrow(Refusal::notFound);
        if (draft.followsId() != null) {
            directive(draft.followsId(), officer, today);
        }
        long id = jdbc.sql("""
                        INSERT INTO duties.directive (document_id, owner_id, owner_name, number, title, issuer, issued_on,
                            follows_id, drafted_at, drafted_by)
                        VALUES (:document, :owner, :ownerName, :number, :title, :issuer, :issuedOn, :follows, :now, :by)
                        RETURNING id
                        """)
                .param("document", draft.documentId())
                .param("owner", draft.ownerId())
                .param("ownerName", owner)
                .param("number", draft.number().strip())
                .param("title", title(draft.title()))
                .param("issuer", draft.issuer().strip())
                .param("issuedOn", draft.issuedOn())
                .param("follows", draft.followsId())
                .param("now", Timestamp.from(now))
                .param("by", officer.id())
                .query(Long.class)
                .single();
        int position = 1;
        for (ObligationDraft content : draft.obligations()) {
            obligations.insert(id, position++, Obligation.Status.PROPOSED, content);
        }
        return id;
    }

    public Directive directive(long id, Officer officer, LocalDate on) {
        return read(id, officer, on, "");
    }

    /** In the order of the page, dropped ones too. */
    public List<Obligation> obligations(long directiveId, Officer officer, LocalDate on) {
        directive(directiveId, officer, on);
        return obligations.ofDirective(directiveId);
    }

    public Obligation obligation(long obligationId, Officer officer, LocalDate on) {
        Obligation obligation =
                obligations.withId(obligationId).stream().findFirst().orElseThrow(Refusal::notFound);
        directive(obligation.directiveId(), officer, on);
        return obligation;
    }

    /** Directives that follow a document, the last one first; only those the officer coordinates. */
    public List<Directive> ofDocument(long documentId, Officer officer, LocalDate on) {
        return jdbc.sql("SELECT * FROM duties.directive WHERE document_id = ? AND owner_id = ANY (?) ORDER BY id DESC")
                .params(documentId, Scope.array(scopes.of(officer, on).coordinates()))
                .query(Directives::row)
                .list();
    }

    /** Drafts of the officer's units, the last one first. */
    public List<Directive> drafts(Officer officer, LocalDate on) {
        return jdbc.sql(
                        "SELECT * FROM duties.directive WHERE owner_id = ANY (?) AND state = 'DRAFT' ORDER BY drafted_at DESC")
                .param(Scope.array(scopes.of(officer, on).coordinates()))
                .query(Directives::row)
                .list();
    }

    /** What this directive urges, itself and those that urge it, oldest first; only those the officer coordinates. */
    public List<Directive> chain(long directiveId, Officer officer, LocalDate on) {
        directive(directiveId, officer, on);
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
                .param("id", directiveId)
                .param("owners", Scope.array(scopes.of(officer, on).coordinates()))
                .query(Directives::row)
                .list();
    }

    /** One line of a directive's own history. */
    public record Note(String what, String person, Instant at, String reason) {}

    /** Oldest first. */
    public List<Note> history(long directiveId, Officer officer, Instant now) {
        directive(directiveId, officer, LocalDate.ofInstant(now, Shell.ZONE));
        return jdbc.sql(
                        "SELECT what, person_name, at, reason FROM duties.directive_act WHERE directive_id = ? ORDER BY id")
                .param(directiveId)
                .query((row, number) -> new Note(
                        row.getString("what"),
                        row.getString("person_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    @Transactional
    public void describe(
            long directiveId,
            String number,
            String title,
            String issuer,
            LocalDate issuedOn,
            Officer officer,
            Instant now) {
        draftToChange(directiveId, officer, now);
        jdbc.sql("UPDATE duties.directive SET number = ?, title = ?, issuer = ?, issued_on = ? WHERE id = ?")
                .params(number.strip(), title(title), issuer.strip(), issuedOn, directiveId)
                .update();
    }

    /** Says which directive this one urges (đôn đốc). Possible after confirming too. */
    @Transactional
    public void follow(long directiveId, @Nullable Long followsId, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        toChange(directiveId, officer, now);
        if (followsId != null) {
            directive(followsId, officer, today);
            boolean circle = jdbc.sql("""
                            WITH RECURSIVE up AS (
                                SELECT id, follows_id FROM duties.directive WHERE id = :follows
                                UNION SELECT d.id, d.follows_id FROM duties.directive d JOIN up ON d.id = up.follows_id
                            )
                            SELECT EXISTS (SELECT FROM up WHERE id = :id)
                            """)
                    .param("follows", followsId)
                    .param("id", directiveId)
                    .query(Boolean.class)
                    .single();
            if (circle) {
                throw Refusal.invalid(
                        "FOLLOWS_ITSELF",
                        "Văn bản không thể đôn đốc chính nó hoặc một văn bản đang đôn đốc nó. Hãy chọn văn bản khác.",
                        "A directive cannot urge itself or one that urges it. Choose another.");
            }
        }
        jdbc.sql("UPDATE duties.directive SET follows_id = ? WHERE id = ?")
                .params(followsId, directiveId)
                .update();
    }

    /** @param open whether everybody may see its progress; @param namesLate and which units are late */
    @Transactional
    public void open(long directiveId, boolean open, boolean namesLate, Officer officer, Instant now) {
        toChange(directiveId, officer, now);
        jdbc.sql("UPDATE duties.directive SET public = ?, names_late = ? WHERE id = ?")
                .params(open, open && namesLate, directiveId)
                .update();
        note(directiveId, open ? "OPENED" : "HIDDEN", officer, now);
    }

    /** @return the new obligation's id; it stands as ADDED, where its span puts it or at the end */
    @Transactional
    public long add(long directiveId, ObligationDraft content, Officer officer, Instant now) {
        draftToChange(directiveId, officer, now);
        Integer before = content.span() == null
                ? null
                : jdbc.sql("SELECT min(position) FROM duties.obligation WHERE directive_id = ? AND span_start > ?")
                        .params(directiveId, content.span().start())
                        .query(Integer.class)
                        .optional()
                        .orElse(null);
        int position = before != null
                ? before
                : jdbc.sql("SELECT coalesce(max(position), 0) + 1 FROM duties.obligation WHERE directive_id = ?")
                        .param(directiveId)
                        .query(Integer.class)
                        .single();
        jdbc.sql("UPDATE duties.obligation SET position = position + 1 WHERE directive_id = ? AND position >= ?")
                .params(directiveId, position)
                .update();
        return obligations.insert(directiveId, position, Obligation.Status.ADDED, checked(content));
    }

    /** Replaces what it says, targets included. A proposal becomes KEPT. */
    @Transactional
    public void change(long obligationId, ObligationDraft content, Officer officer, Instant now) {
        Obligation old = obligationToChange(obligationId, officer, now);
        obligations.update(obligationId, keptOr(old.status()), checked(content));
    }

    /** Sets only whom it means. */
    @Transactional
    public void map(long obligationId, List<Target> targets, Officer officer, Instant now) {
        obligationToChange(obligationId, officer, now);
        obligations.map(obligationId, targets);
    }

    @Transactional
    public void keep(long obligationId, Officer officer, Instant now) {
        Obligation old = obligationToChange(obligationId, officer, now);
        obligations.mark(obligationId, keptOr(old.status()));
    }

    @Transactional
    public void drop(long obligationId, Officer officer, Instant now) {
        obligationToChange(obligationId, officer, now);
        obligations.mark(obligationId, Obligation.Status.DROPPED);
    }

    private static Obligation.Status keptOr(Obligation.Status old) {
        return old == Obligation.Status.ADDED ? old : Obligation.Status.KEPT;
    }

    /** What {@link #confirm} would make, and what still stands in its way. Proposals not decided on are not counted. */
    public Expansion preview(long directiveId, LocalDate membersOn, Officer officer, Instant now) {
        Directive directive = directive(directiveId, officer, LocalDate.ofInstant(now, Shell.ZONE));
        return expansion(expander.plan(directive, obligations.ofDirective(directiveId), membersOn, now), now);
    }

    /** Kept and added obligations become duties, all or none, for the members of the groups on the given day. */
    @Transactional
    public Expansion confirm(long directiveId, LocalDate membersOn, Officer officer, Instant now) {
        Directive directive = draftToChange(directiveId, officer, now);
        List<Expander.Work> plan = expander.plan(directive, obligations.ofDirective(directiveId), membersOn, now);
        Expansion expansion = expansion(plan, now);
        if (!expansion.confirmable()) {
            throw Refusal.invalid(
                    "NOT_CONFIRMABLE",
                    "Chưa xác nhận được: mỗi nghĩa vụ được chọn phải có đơn vị thực hiện và còn kỳ hạn. Hãy sửa hoặc bỏ"
                            + " những nghĩa vụ còn vướng.",
                    "It cannot be confirmed yet: each kept obligation needs units and a time limit to come. Mend or drop"
                            + " those that have a problem.");
        }
        jdbc.sql("""
                        UPDATE duties.directive SET state = 'CONFIRMED', confirmed_at = ?, confirmed_by = ?, members_on = ?
                        WHERE id = ?
                        """)
                .params(Timestamp.from(now), officer.id(), membersOn, directiveId)
                .update();
        // What nobody chose is not an obligation of anybody.
        jdbc.sql("UPDATE duties.obligation SET status = 'DROPPED' WHERE directive_id = ? AND status = 'PROPOSED'")
                .param(directiveId)
                .update();
        expander.write(directive, plan, officer.name(), now);
        shareDocument(directive, plan, now);
        note(directiveId, "CONFIRMED", officer, now);
        return expansion;
    }

    /** Binds one more unit to an obligation that has become duties, for the periods still to come. */
    @Transactional
    public Expansion addUnit(
            long obligationId, long unitId, Target.Part part, String reason, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Obligation obligation = obligation(obligationId, officer, today);
        Directive directive = toChange(obligation.directiveId(), officer, now);
        if (directive.state() != Directive.State.CONFIRMED
                || !obligation.status().counts()) {
            throw Refusal.conflict(
                    "NOT_CONFIRMED",
                    "Chỉ thêm đơn vị vào nghĩa vụ của văn bản đang theo dõi. Hãy xác nhận văn bản trước.",
                    "Units can only be added to an obligation of a directive that is being followed. Confirm it first.");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid(
                    "REASON_MISSING",
                    "Hãy ghi lý do thêm đơn vị; lý do được lưu vào lịch sử của văn bản.",
                    "Say why the unit is added; the reason is kept in the directive's history.");
        }
        Obligation forUnit = new Obligation(
                obligation.id(),
                obligation.directiveId(),
                obligation.position(),
                obligation.status(),
                obligation.content().withTargets(List.of(new Target.Unit(unitId, part))),
                obligation.duties());
        List<Expander.Work> plan = expander.plan(directive, List.of(forUnit), today, now).stream()
                .map(work -> new Expander.Work(
                        work.obligation(),
                        work.units(),
                        work.terms().stream()
                                .filter(term ->
                                        term.dueAt() == null || !term.dueAt().isBefore(now))
                                .toList()))
                .toList();
        Expansion expansion = expansion(plan, now);
        if (!expansion.confirmable() || expander.write(directive, plan, officer.name(), now) == 0) {
            throw Refusal.conflict(
                    "NOTHING_TO_ADD",
                    "Không có gì để thêm: đơn vị không tồn tại hôm nay, đã có nhiệm vụ này, hoặc mọi kỳ đều đã qua hạn.",
                    "Nothing to add: the unit does not exist today, has this duty already, or all periods are past.");
        }
        shareDocument(directive, plan, now);
        String name = plan.getFirst().units().iterator().next().unit().label();
        note(directive.id(), "UNIT_ADDED", name + ": " + reason.strip(), officer, now);
        return expansion;
    }

    /** A draft that will not become duties goes; nothing else is ever deleted. */
    @Transactional
    public void discard(long directiveId, Officer officer, Instant now) {
        draftToChange(directiveId, officer, now);
        boolean followed = jdbc.sql("SELECT EXISTS (SELECT FROM duties.directive WHERE follows_id = ?)")
                .param(directiveId)
                .query(Boolean.class)
                .single();
        if (followed) {
            throw Refusal.conflict(
                    "FOLLOWED",
                    "Có văn bản khác đang đôn đốc văn bản này. Hãy bỏ liên kết đó trước.",
                    "Another directive urges this one. Remove that link first.");
        }
        jdbc.sql("DELETE FROM duties.obligation WHERE directive_id = ?")
                .param(directiveId)
                .update();
        jdbc.sql("DELETE FROM duties.directive WHERE id = ? AND state = 'DRAFT'")
                .param(directiveId)
                .update();
    }

    /** Ends the following of a directive of which nothing is open any more. */
    @Transactional
    public void close(long directiveId, Officer officer, Instant now) {
        toChange(directiveId, officer, now);
        long open = jdbc.sql("SELECT count(*) FROM duties.duty WHERE directive_id = ? AND mover <> 'NOBODY'")
                .param(directiveId)
                .query(Long.class)
                .single();
        if (open > 0) {
            throw Refusal.conflict(
                    "STILL_OPEN",
                    "Còn " + open + " nhiệm vụ chưa xong. Hãy duyệt, miễn hoặc rút chúng rồi mới kết thúc văn bản.",
                    open + " duties are still open. Accept, exempt or withdraw them first.");
        }
        int closed = jdbc.sql(
                        "UPDATE duties.directive SET state = 'CLOSED', closed_at = ? WHERE id = ? AND state = 'CONFIRMED'")
                .params(Timestamp.from(now), directiveId)
                .update();
        if (closed == 1) {
            note(directiveId, "CLOSED", officer, now);
        }
    }

    /** Who is to do what a document says may read it. */
    private void shareDocument(Directive directive, List<Expander.Work> plan, Instant now) {
        if (directive.documentId() != null) {
            documents.share(
                    directive.documentId(),
                    plan.stream()
                            .flatMap(work -> work.units().stream())
                            .map(bound -> bound.unit().id())
                            .collect(Collectors.toSet()),
                    now);
        }
    }

    private Expansion expansion(List<Expander.Work> plan, Instant now) {
        return new Expansion(plan.stream().map(work -> work.line(now)).toList());
    }

    private Directive read(long id, Officer officer, LocalDate on, String lock) {
        return jdbc.sql("SELECT * FROM duties.directive WHERE id = ? AND owner_id = ANY (?)" + lock)
                .params(List.of(id, Scope.array(scopes.of(officer, on).coordinates())))
                .query(Directives::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private Directive toChange(long id, Officer officer, Instant now) {
        return read(id, officer, LocalDate.ofInstant(now, Shell.ZONE), " FOR UPDATE");
    }

    private Directive draftToChange(long id, Officer officer, Instant now) {
        Directive directive = toChange(id, officer, now);
        if (directive.state() != Directive.State.DRAFT) {
            throw Refusal.conflict(
                    "ALREADY_CONFIRMED",
                    "Văn bản này đã được xác nhận thành nhiệm vụ nên không sửa ở đây được nữa. Hãy dùng các thao tác trên"
                            + " từng nhiệm vụ: thêm đơn vị, gia hạn, miễn, rút.",
                    "This directive has become duties and can no longer be changed here. Act on the duties: add a unit,"
                            + " extend, exempt, withdraw.");
        }
        return directive;
    }

    private Obligation obligationToChange(long id, Officer officer, Instant now) {
        Obligation obligation = obligations.withId(id).stream().findFirst().orElseThrow(Refusal::notFound);
        draftToChange(obligation.directiveId(), officer, now);
        return obligation;
    }

    private static ObligationDraft checked(ObligationDraft content) {
        if (content.what().isBlank()) {
            throw Refusal.invalid(
                    "WHAT_MISSING",
                    "Hãy ghi ngắn gọn việc phải làm, ví dụ “Báo cáo kết quả quý”.",
                    "Say in a few words what is to be done.");
        }
        return content;
    }

    private static String title(String title) {
        if (title.isBlank()) {
            throw Refusal.invalid("TITLE_MISSING", "Hãy ghi trích yếu của văn bản.", "Give the directive's abstract.");
        }
        return title.strip();
    }

    private void note(long directiveId, String what, Officer officer, Instant now) {
        note(directiveId, what, "", officer, now);
    }

    private void note(long directiveId, String what, String reason, Officer officer, Instant now) {
        jdbc.sql("""
                        INSERT INTO duties.directive_act (directive_id, what, person_id, person_name, at, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(directiveId, what, officer.id(), officer.name(), Timestamp.from(now), reason)
                .update();
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
