package vn.nhipcau.duties;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.directory.Organisation;

/**
 * One obligation on the confirm page.
 *
 * @param number by which the text and the list refer to each other
 * @param dues its time limits in words
 * @param next the first of the dates that follow from them
 * @param terms how many dates follow in all
 * @param targets names of those it is mapped to
 * @param printed whom the directive's words name
 * @param suggestions whom it may mean, while nobody is mapped
 * @param form what the fields show: what is stored, or what somebody just typed
 * @param error why what was typed was not taken
 * @param open whether the fields are unfolded
 */
record ProposalCard(
        Obligation obligation,
        int number,
        boolean inText,
        List<String> dues,
        List<Term> next,
        int terms,
        List<String> targets,
        List<String> printed,
        ProposalForm form,
        List<Addressees.Choice> suggestions,
        List<Addressees.Choice> choices,
        List<Organisation> verifiers,
        @Nullable String error,
        boolean open) {

    /** Below these the reader doubts itself: it guessed the date, or found nobody who must act. */
    private static final double DOUBTFUL_DATE = 0.7;

    private static final double DOUBTFUL = 0.5;

    boolean careful() {
        double doubtful = dated() ? DOUBTFUL_DATE : DOUBTFUL;
        return undecided() && obligation.content().confidence() < doubtful;
    }

    boolean dated() {
        return !obligation.content().dues().isEmpty();
    }

    boolean dropped() {
        return obligation.status() == Obligation.Status.DROPPED;
    }

    boolean undecided() {
        return obligation.status() == Obligation.Status.PROPOSED;
    }

    /** For the marks in the text and the edge of the card. */
    String style() {
        return switch (obligation.status()) {
            case PROPOSED -> careful() ? "careful" : "proposed";
            case KEPT, ADDED -> "kept";
            case DROPPED -> "dropped";
        };
    }

    String seen() {
        return Seen.of(obligation);
    }

    int more() {
        return terms - next.size();
    }
}
