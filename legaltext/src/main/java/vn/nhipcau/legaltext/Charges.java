package vn.nhipcau.legaltext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom each clause charges, and so whom the clauses below it bind: “2. Các sở, ban, ngành tỉnh:” above its dashes. */
final class Charges {
    /** How far below a heading those whom its time binds may stand. */
    private static final int NEXT_CLAUSES = 3;

    private final List<Clause> clauses;
    private final LabelledLines labelled;
    private final Map<Integer, Actors> byClause = new HashMap<>();

    Charges(List<Clause> clauses, LabelledLines labelled) {
        this.clauses = clauses;
        this.labelled = labelled;
    }

    void charge(Clause clause, Actors actors) {
        byClause.put(clause.index(), actors);
    }

    /** Those whom a heading above, or a line about that heading, gives the work to. */
    Actors above(Clause clause) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            Actors line = labelled.charged(at);
            Actors above = line != null ? line : byClause.getOrDefault(at.index(), Actors.NOBODY);
            if (!above.isNobody()) {
                boolean continues =
                        line != null || clause.marker() != null || (at.heading() && isDirectlyBelow(clause, at));
                return continues ? above.fromStart() : Actors.NOBODY;
            }
        }
        return Actors.NOBODY;
    }

    /** Those whom the first sentences below a heading name. */
    Actors below(Clause heading) {
        for (int i = heading.index() + 1; i < Math.min(clauses.size(), heading.index() + NEXT_CLAUSES); i++) {
            for (Passage sentence : Sentences.of(clauses.get(i).body())) {
                Actors actors = Actors.of(sentence);
                if (!actors.isNobody()) {
                    return actors;
                }
            }
        }
        return Actors.NOBODY;
    }

    /** A plain paragraph belongs to the heading right above it, not to the heading of the list it closes. */
    private boolean isDirectlyBelow(Clause clause, Clause heading) {
        for (int i = clause.index() - 1; i > heading.index(); i--) {
            if (clauses.get(i).marker() != null) {
                return false;
            }
        }
        return true;
    }
}
