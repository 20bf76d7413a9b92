package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Changes to the obligations of a draft, made only while they are what the person had before them. The directive's row is
 * locked first, so that between the look and the change nobody else comes in.
 */
@Component
class ProposalEdits {
    private final JdbcClient jdbc;
    private final Directives directives;
    private final Documents documents;

    ProposalEdits(JdbcClient jdbc, Directives directives, Documents documents) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.documents = documents;
    }

    /** What the person decides on one obligation. */
    sealed interface Decision {
        record Keep() implements Decision {}

        record Drop() implements Decision {}

        /** It means this one too. */
        record Bind(Target target) implements Decision {}

        record Change(ProposalForm form) implements Decision {}
    }

    @Transactional
    void decide(long directiveId, long obligationId, Decision decision, String seen, Officer officer, Instant now) {
        lock(directiveId);
        Obligation obligation = obligation(directiveId, obligationId, officer, now);
        if (!Seen.of(obligation).equals(seen) && !alreadySo(obligation, decision, officer, now)) {
            throw Refusal.conflict(
                    "STALE_PROPOSAL",
                    "Người khác vừa sửa nghĩa vụ này, phần bạn gửi CHƯA được ghi. Dòng tóm tắt phía trên là bản mới nhất;"
                            + " nếu vẫn muốn ghi phần của bạn, hãy bấm lại.",
                    "Somebody else has just changed this obligation; yours was NOT recorded. The summary above is the"
                            + " newest; press again if yours is still wanted.");
        }
        switch (decision) {
            case Decision.Keep keep -> directives.keep(obligationId, officer, now);
            case Decision.Drop drop -> directives.drop(obligationId, officer, now);
            case Decision.Bind bind -> {
                List<Target> targets = new ArrayList<>(obligation.content().targets());
                targets.add(bind.target());
                directives.map(obligationId, targets, officer, now);
            }
            case Decision.Change change ->
                directives.change(obligationId, changed(change, obligation, officer, now), officer, now);
        }
    }

    /** A second press, or a form that saved itself a moment ago, asks for what is there. */
    private boolean alreadySo(Obligation obligation, Decision decision, Officer officer, Instant now) {
        return switch (decision) {
            case Decision.Keep keep -> obligation.status().counts();
            case Decision.Drop drop -> obligation.status() == Obligation.Status.DROPPED;
            case Decision.Bind bind -> obligation.content().targets().contains(bind.target());
            case Decision.Change change ->
                obligation.status().counts()
                        && changed(change, obligation, officer, now).equals(obligation.content());
        };
    }

    private ObligationDraft changed(Decision.Change change, Obligation obligation, Officer officer, Instant now) {
        int year = directives
                .directive(obligation.directiveId(), officer, today(now))
                .issuedOn()
                .getYear();
        return change.form().applyTo(obligation.content(), year);
    }

    /**
     * Maps all that nobody has mapped and that name the same words as this one: a directive says “các cơ quan, đơn vị” a
     * dozen times and means the same each time.
     *
     * @return how many were mapped
     */
    @Transactional
    int bindAll(long directiveId, long obligationId, Target target, Officer officer, Instant now) {
        lock(directiveId);
        ObligationDraft model =
                obligation(directiveId, obligationId, officer, now).content();
        List<Obligation> alike = directives.obligations(directiveId, officer, today(now)).stream()
                .filter(other -> other.status() != Obligation.Status.DROPPED)
                .filter(other -> other.content().targets().isEmpty() && sameWords(other.content(), model))
                .toList();
        alike.forEach(other -> directives.map(other.id(), List.of(target), officer, now));
        return alike.size();
    }

    static boolean sameWords(ObligationDraft one, ObligationDraft other) {
        return one.who().equals(other.who())
                && one.lead().equals(other.lead())
                && one.with().equals(other.with());
    }

    /**
     * Splits an obligation: a second one that says the same, to be changed.
     *
     * @param press tells two presses from one that was sent twice
     * @return its id
     */
    @Transactional
    long copy(long directiveId, long obligationId, UUID press, Officer officer, Instant now) {
        Obligation obligation = obligation(directiveId, obligationId, officer, now);
        return directives.add(directiveId, obligation.content(), press, officer, now);
    }

    /** @return the new obligation's id */
    @Transactional
    long add(long directiveId, ProposalForm form, UUID press, Officer officer, Instant now) {
        Directive directive = directives.directive(directiveId, officer, today(now));
        ObligationDraft plain =
                form.applyTo(ProposalForm.NOTHING, directive.issuedOn().getYear());
        ObligationDraft content = directive.documentId() == null || form.quote().isEmpty()
                ? plain.quoting(form.quote(), null)
                : documents
                        .reading(directive.documentId())
                        .flatMap(reading -> Quote.in(reading.text())
                                .find(form.quote(), null)
                                .map(span -> plain.quoting(span.of(reading.text()), span)))
                        .orElseGet(() -> plain.quoting(form.quote(), null));
        return directives.add(directiveId, content, press, officer, now);
    }

    /** @return how many proposals were decided */
    @Transactional
    int decideAll(long directiveId, Predicate<Obligation> which, boolean keep, Officer officer, Instant now) {
        lock(directiveId);
        List<Obligation> open = directives.obligations(directiveId, officer, today(now)).stream()
                .filter(obligation -> obligation.status() == Obligation.Status.PROPOSED)
                .filter(which)
                .toList();
        for (Obligation obligation : open) {
            if (keep) {
                directives.keep(obligation.id(), officer, now);
            } else {
                directives.drop(obligation.id(), officer, now);
            }
        }
        return open.size();
    }

    Obligation obligation(long directiveId, long obligationId, Officer officer, Instant now) {
        Obligation obligation = directives.obligation(obligationId, officer, today(now));
        if (obligation.directiveId() != directiveId) {
            throw Refusal.notFound();
        }
        return obligation;
    }

    private void lock(long directiveId) {
        jdbc.sql("SELECT id FROM duties.directive WHERE id = ? FOR UPDATE")
                .param(directiveId)
                .query(Long.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Shell.ZONE);
    }
}
