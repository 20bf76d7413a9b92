package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final DirectiveRows rows;
    private final Obligations obligations;
    private final Giving giving;
    private final Command command;
    private final Scope.Scopes scopes;
    private final Organisations organisations;
    private final Documents documents;
    private final ObligationBounds bounds;

    Directives(
            JdbcClient jdbc,
            DirectiveRows rows,
            Obligations obligations,
            Giving giving,
            Command command,
            Scope.Scopes scopes,
            Organisations organisations,
            Documents documents,
            ObligationBounds bounds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.obligations = obligations;
        this.giving = giving;
        this.command = command;
        this.scopes = scopes;
        this.organisations = organisations;
        this.documents = documents;
        this.bounds = bounds;
    }

    /** The units for which the officer may take in a directive, by name: those of the posts, not those below. */
    public List<Organisation> owners(Officer officer, LocalDate on) {
        return organisations.known(officer.organisationsAs(Role.COORDINATOR), on);
    }

    /**
     * One unit follows a document once.
     *
     * @return the new directive's id; its obligations stand as PROPOSED
     * @throws Refusal ALREADY_TAKEN_IN when the unit follows the document already
     */
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
        LocalDate issuedOn = Plausible.day("Ngày ban hành", draft.issuedOn());
        long id = jdbc.sql("""
                        INSERT INTO duties.directive (document_id, owner_id, owner_name, number, title, issuer, issued_on,
                            follows_id, drafted_at, drafted_by)
                        VALUES (:document, :owner, :ownerName, :number, :title, :issuer, :issuedOn, :follows, :now, :by)
                        ON CONFLICT (document_id, owner_id) DO NOTHING
                        RETURNING id
                        """)
                .param("document", draft.documentId())
                .param("owner", draft.ownerId())
                .param("ownerName", owner)
                .param("number", draft.number().strip())
                .param("title", title(draft.title()))
                .param("issuer", draft.issuer().strip())
                .param("issuedOn", issuedOn)
                .param("follows", draft.followsId())
                .param("now", Timestamp.from(now))
                .param("by", officer.id())
                .query(Long.class)
                .optional()
                .orElseThrow(Directives::alreadyTakenIn);
        command.check(draft.ownerId(), issuedOn, draft.obligations(), today);
        int position = 1;
        for (ObligationDraft content : draft.obligations()) {
            obligations.insert(id, position++, Obligation.Status.PROPOSED, content, null);
        }
        return id;
    }

    private static Refusal alreadyTakenIn() {
        return Refusal.conflict(
                "ALREADY_TAKEN_IN",
                "Đơn vị bạn đã lập nghĩa vụ từ văn bản này; mỗi văn bản chỉ lập một lần. Hãy mở bản đã lập ở trang văn bản.",
                "Your unit has turned this document into obligations already; open that one from the document's page.");
    }

    /** The directive by which a unit follows a document. */
    public Optional<Directive> ofDocument(long documentId, long ownerId, Officer officer, LocalDate on) {
        return ofDocument(documentId, officer, on).stream()
                .filter(directive -> directive.ownerId() == ownerId)
                .findFirst();
    }

    /** All those by which units that the officer coordinates follow a document, the last one first. */
    public List<Directive> ofDocument(long documentId, Officer officer, LocalDate on) {
        return ofDocuments(Set.of(documentId), officer, on).reversed();
    }

    /** The same for several documents, by day of issue. */
    List<Directive> ofDocuments(Set<Long> documentIds, Officer officer, LocalDate on) {
        return jdbc.sql("""
                        SELECT * FROM duties.directive WHERE document_id = ANY (:documents) AND owner_id = ANY (:owners)
                        ORDER BY issued_on, id""")
                .param("documents", Scope.array(documentIds))
                .param("owners", Scope.array(scopes.of(officer, on).coordinates()))
                .query(DirectiveRows::row)
                .list();
    }

    public Directive directive(long id, Officer officer, LocalDate on) {
        return rows.read(id, scopes.of(officer, on).coordinates());
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

    /** Drafts of the officer's units, the last one first. */
    public List<Directive> drafts(Officer officer, LocalDate on) {
        return jdbc.sql(
                        "SELECT * FROM duties.directive WHERE owner_id = ANY (?) AND state = 'DRAFT' ORDER BY drafted_at DESC")
                .param(Scope.array(scopes.of(officer, on).coordinates()))
                .query(DirectiveRows::row)
                .list();
    }

    /** What this directive urges, itself and those that urge it, oldest first; only those the officer coordinates. */
    public List<Directive> chain(long directiveId, Officer officer, LocalDate on) {
        directive(directiveId, officer, on);
        return rows.chain(directiveId, scopes.of(officer, on).coordinates());
    }

    /** One line of a directive's own history. */
    public record Note(String what, String person, Instant at, String reason) {}

    /** Oldest first. */
    public List<Note> history(long directiveId, Officer officer, Instant now) {
        directive(directiveId, officer, LocalDate.ofInstant(now, Shell.ZONE));
        return rows.notes(directiveId);
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
                .params(
                        number.strip(),
                        title(title),
                        issuer.strip(),
                        Plausible.day("Ngày ban hành", issuedOn),
                        directiveId)
                .update();
    }

    /** Says which directive this one urges (đôn đốc). Possible after confirming too. */
    @Transactional
    public void follow(long directiveId, @Nullable Long followsId, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        toChange(directiveId, officer, now);
        if (followsId != null) {
            directive(followsId, officer, today);
            if (rows.urges(followsId, directiveId)) {
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
        rows.note(directiveId, open ? "OPENED" : "HIDDEN", "", officer, now);
    }

    /** @return the new obligation's id; it stands as ADDED, where its span puts it or at the end */
    @Transactional
    public long add(long directiveId, ObligationDraft content, Officer officer, Instant now) {
        return add(directiveId, content, UUID.randomUUID(), officer, now);
    }

    /** @param press of the button: what one press has added, the same press sent again only finds */
    @Transactional
    long add(long directiveId, ObligationDraft content, UUID press, Officer officer, Instant now) {
        Directive directive = draftToChange(directiveId, officer, now);
        Optional<Long> added = obligations.ofPress(directiveId, press);
        if (added.isPresent()) {
            return added.get();
        }
        bounds.check(directive, content, now);
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
        return obligations.insert(directiveId, position, Obligation.Status.ADDED, content, press);
    }

    /** Replaces what it says, targets included. A proposal becomes KEPT. */
    @Transactional
    public void change(long obligationId, ObligationDraft content, Officer officer, Instant now) {
        Obligation old = obligationToChange(obligationId, officer, now);
        bounds.check(directive(old.directiveId(), officer, LocalDate.ofInstant(now, Shell.ZONE)), content, now);
        obligations.update(obligationId, keptOr(old.status()), content);
    }

    /** Sets only whom it means. */
    @Transactional
    public void map(long obligationId, List<Target> targets, Officer officer, Instant now) {
        Obligation old = obligationToChange(obligationId, officer, now);
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Directive directive = directive(old.directiveId(), officer, today);
        command.check(
                directive.ownerId(), directive.issuedOn(), List.of(old.content().withTargets(targets)), today);
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
        return plan(directiveId, membersOn, officer, now).expansion(now);
    }

    /** @param on the day of whose units the groups are read; null: the day of issue, whose words are being applied */
    Giving.Plan plan(long directiveId, @Nullable LocalDate on, Officer officer, Instant now) {
        Directive directive = directive(directiveId, officer, LocalDate.ofInstant(now, Shell.ZONE));
        return giving.plan(directive, on == null ? directive.issuedOn() : on, now);
    }

    /** Kept and added obligations become duties, all or none, for the members of the groups on the given day. */
    @Transactional
    public Expansion confirm(long directiveId, LocalDate membersOn, Officer officer, Instant now) {
        return confirm(directiveId, membersOn, null, officer, now);
    }

    /** @param seen the mark of the plan that the person looked at: exactly that is given, or nothing */
    @Transactional
    Expansion confirm(long directiveId, LocalDate membersOn, @Nullable String seen, Officer officer, Instant now) {
        Directive directive = draftToChange(directiveId, officer, now);
        return giving.give(giving.plan(directive, membersOn, now), seen, officer, now);
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
        Gate.requireShort(reason);
        return giving.add(directive, obligation, new Target.Unit(unitId, part), reason, officer, now);
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
            rows.note(directiveId, "CLOSED", "", officer, now);
        }
    }

    private Directive toChange(long id, Officer officer, Instant now) {
        return rows.lock(
                id, scopes.of(officer, LocalDate.ofInstant(now, Shell.ZONE)).coordinates());
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

    private static String title(String title) {
        if (title.isBlank()) {
            throw Refusal.invalid("TITLE_MISSING", "Hãy ghi trích yếu của văn bản.", "Give the directive's abstract.");
        }
        return title.strip();
    }
}
