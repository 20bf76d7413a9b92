package vn.nhipcau.duties;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The confirm page: the directive's text with its proposals marked, and the proposals.
 *
 * @param pieces of the text; empty when the document has none
 * @param warnings of the reader about the document itself
 * @param chain what this directive urges, itself, and those that urge it
 * @param urged directives whose documents are cited, which it may be urging
 * @param adding the fields for a further obligation
 */
record ConfirmView(
        Directive directive,
        List<ProposalCard> cards,
        List<Piece> pieces,
        List<String> warnings,
        List<Directive> chain,
        List<Directive> urged,
        ProposalForm adding,
        List<Addressees.Choice> addingChoices,
        boolean addingOpen,
        @Nullable String addingError) {

    /**
     * A piece of the text.
     *
     * @param starting proposals that begin here
     * @param style of the shortest proposal over it; empty where none is
     */
    record Piece(String text, List<ProposalCard> starting, String style) {}

    List<ProposalCard> dated() {
        return cards.stream().filter(ProposalCard::dated).toList();
    }

    List<ProposalCard> standing() {
        return cards.stream().filter(card -> !card.dated()).toList();
    }

    long kept() {
        return cards.stream()
                .filter(card -> card.obligation().status().counts())
                .count();
    }

    long undecided() {
        return cards.stream().filter(ProposalCard::undecided).count();
    }

    long undecidedDated() {
        return dated().stream().filter(ProposalCard::undecided).count();
    }

    long undecidedStanding() {
        return standing().stream().filter(ProposalCard::undecided).count();
    }

    long droppedCount() {
        return cards.stream().filter(ProposalCard::dropped).count();
    }

    /** Kept, and nobody said yet whom it means. */
    long unmapped() {
        return cards.stream()
                .filter(card -> card.obligation().status().counts()
                        && card.obligation().content().targets().isEmpty())
                .count();
    }

    /** How many others name the same words as this one and are not mapped either. */
    long alike(ProposalCard card) {
        return card.printed().isEmpty() || card.suggestions().isEmpty()
                ? 0
                : cards.stream()
                        .filter(other -> other != card && !other.dropped())
                        .filter(other -> other.obligation().content().targets().isEmpty()
                                && ProposalEdits.sameWords(
                                        other.obligation().content(),
                                        card.obligation().content()))
                        .count();
    }
}
