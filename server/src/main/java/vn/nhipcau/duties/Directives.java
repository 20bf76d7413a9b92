package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.nhipcau.directory.Officer;

/**
 * Takes a directive from draft to duties. Only officers who coordinate for the owning unit may; for all others a
 * directive's draft does not exist.
 */
@Service
public class Directives {
    /** @return the new directive's id; its obligations stand as PROPOSED */
    public long draft(DirectiveDraft draft, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    public Directive directive(long id, Officer officer, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** In the order of the page, dropped ones too. */
    public List<Obligation> obligations(long directiveId, Officer officer, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first: what this directive urges, itself, and those that urge it. */
    public List<Directive> chain(long directiveId, Officer officer, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public void describe(
            long directiveId,
            String number,
            String title,
            String issuer,
            LocalDate issuedOn,
            Officer officer,
            Instant now) {
        throw new UnsupportedOperationException();
    }

    public void follow(long directiveId, @Nullable Long followsId, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void open(long directiveId, boolean open, boolean namesLate, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** @return the new obligation's id; it stands as ADDED, at the end or where its span puts it */
    public long add(long directiveId, ObligationDraft content, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what it says, targets included. A proposal becomes KEPT. */
    public void change(long obligationId, ObligationDraft content, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Sets only whom it means. */
    public void map(long obligationId, List<Target> targets, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void keep(long obligationId, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void drop(long obligationId, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #confirm} would make, and what still stands in its way. */
    public Expansion preview(long directiveId, LocalDate membersOn, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Kept and added obligations become duties, all or none, for the members of the groups on the given day. */
    public Expansion confirm(long directiveId, LocalDate membersOn, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** A draft that will not become duties goes; nothing else is ever deleted. */
    public void discard(long directiveId, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void close(long directiveId, Officer officer, Instant now) {
        throw new UnsupportedOperationException();
    }
}
