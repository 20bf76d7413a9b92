package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DaysOff;
import vn.nhipcau.calendar.WorkingDays;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.Citations;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.MarkedText;
import vn.nhipcau.documents.ReadableText;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.Span;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Shell;

/** Puts together what the confirm page shows. */
@Component
class Proposals {
    private static final int DATES_SHOWN = 4;

    private final Directives directives;
    private final Documents documents;
    private final Citations citations;
    private final Addressees addressees;
    private final DaysOff daysOff;

    Proposals(Directives directives, Documents documents, Citations citations, Addressees addressees, DaysOff daysOff) {
        this.directives = directives;
        this.documents = documents;
        this.citations = citations;
        this.addressees = addressees;
        this.daysOff = daysOff;
    }

    /**
     * A form that is shown again as it was typed.
     *
     * @param obligationId 0 for an obligation to be added
     * @param search words for whom units and groups are looked up
     */
    record Typed(
            long obligationId,
            ProposalForm form,
            @Nullable String error,
            @Nullable String search) {}

    ConfirmView view(long directiveId, @Nullable Typed typed, Officer officer, Language language, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Directive directive = directives.directive(directiveId, officer, today);
        Optional<Reading> reading = reading(directive);
        Quote quote = Quote.in(reading.map(Reading::text).orElse(""));
        Addressees.Lookup lookup = addressees.lookup(
                directive.ownerId(),
                directive.issuedOn(),
                directive.documentId() == null
                        ? List.of()
                        : documents.get(directive.documentId()).header().addressees());
        WorkingDays days = daysOff.workingDays();
        List<ProposalCard> cards = new ArrayList<>();
        List<MarkedText.Mark<ProposalCard>> marks = new ArrayList<>();
        for (Obligation obligation : directives.obligations(directiveId, officer, today)) {
            Optional<Span> span = reading.flatMap(read ->
                    quote.find(obligation.content().text(), obligation.content().span()));
            Typed here = typed != null && typed.obligationId() == obligation.id() ? typed : null;
            ProposalCard card =
                    card(directive, obligation, cards.size() + 1, span.isPresent(), here, lookup, days, language, now);
            cards.add(card);
            span.ifPresent(where -> marks.add(new MarkedText.Mark<>(card, where)));
        }
        Typed adding = typed != null && typed.obligationId() == 0 ? typed : null;
        ProposalForm empty = ProposalForm.of(ProposalForm.NOTHING);
        return new ConfirmView(
                directive,
                cards,
                reading.map(read -> pieces(read, marks)).orElse(List.of()),
                reading.map(Reading::warnings).orElse(List.of()),
                directives.chain(directiveId, officer, today),
                urged(directive, officer, today),
                adding == null ? empty : adding.form(),
                lookup.choices(
                        adding == null ? List.of() : adding.form().targets(),
                        ProposalForm.NOTHING,
                        adding == null ? null : adding.search()),
                adding != null,
                adding == null ? null : adding.error());
    }

    private Optional<Reading> reading(Directive directive) {
        return directive.documentId() == null ? Optional.empty() : documents.reading(directive.documentId());
    }

    private ProposalCard card(
            Directive directive,
            Obligation obligation,
            int number,
            boolean inText,
            @Nullable Typed typed,
            Addressees.Lookup lookup,
            WorkingDays days,
            Language language,
            Instant now) {
        ObligationDraft content = obligation.content();
        ProposalForm form = typed == null ? ProposalForm.of(content) : typed.form();
        List<Term> terms = content.dues().isEmpty() ? List.of() : Term.of(directive, content, days, now);
        return new ProposalCard(
                obligation,
                number,
                inText,
                DueWords.of(content.dues(), language),
                terms.stream().limit(DATES_SHOWN).toList(),
                terms.size(),
                content.targets().stream()
                        .map(target -> target(target, lookup, language))
                        .toList(),
                printed(content),
                form,
                content.targets().isEmpty() ? lookup.suggestions(content) : List.of(),
                lookup.choices(form.targets(), content, typed == null ? null : typed.search()),
                lookup.verifiers(content),
                typed == null ? null : typed.error(),
                typed != null);
    }

    private static String target(Target target, Addressees.Lookup lookup, Language language) {
        String part = target.part() == Target.Part.WITH ? " – " + language.t("phối hợp", "takes part") : "";
        return target instanceof Target.Group(long id, Target.Part any)
                ? lookup.name(target) + " (" + lookup.size(id) + ")" + part
                : lookup.name(target) + part;
    }

    private static List<String> printed(ObligationDraft content) {
        return Stream.of(content.who(), content.lead(), content.with())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<ConfirmView.Piece> pieces(Reading reading, List<MarkedText.Mark<ProposalCard>> marks) {
        return MarkedText.pieces(ReadableText.of(reading.text()), marks).stream()
                .map(piece -> new ConfirmView.Piece(
                        ReadableText.withoutWideGaps(piece.text()),
                        piece.starting(),
                        piece.covering().isEmpty()
                                ? ""
                                : piece.covering().getLast().style()))
                .toList();
    }

    /** Directives of the officer's whose documents this one cites, the latest first. */
    private List<Directive> urged(Directive directive, Officer officer, LocalDate today) {
        if (directive.documentId() == null) {
            return List.of();
        }
        Set<Long> cited = new HashSet<>();
        citations
                .by(directive.documentId(), officer, today)
                .forEach(citation -> citation.targets().forEach(target -> cited.add(target.documentId())));
        return directives.ofDocuments(cited, officer, today).reversed().stream()
                .filter(other ->
                        other.id() != directive.id() && !other.issuedOn().isAfter(directive.issuedOn()))
                .toList();
    }
}
