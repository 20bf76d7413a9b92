package vn.nhipcau.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.consultation.NewConsultation.NewClause;
import vn.nhipcau.vitext.Fold;
import vn.nhipcau.vitext.Likeness;

/** Finds which clause of a new version is which of the old one, so that opinions stay on what they were about. */
final class DraftVersions {
    /** Runs of three words in common; a clause with one sentence added keeps far more. */
    private static final double SAME_TEXT = 0.3;

    private DraftVersions() {}

    /** The clauses of the new version under the anchors of the old one where they are the same. A person corrects it. */
    static List<NewClause> match(List<Clause> old, List<NewClause> fresh) {
        Map<String, Clause> byAnchor = new HashMap<>();
        old.forEach(clause -> byAnchor.put(clause.anchor(), clause));
        Set<Clause> left = new HashSet<>(old);
        String[] anchors = new String[fresh.size()];
        // By name first: a section that moved keeps its name and changes its number.
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = take(left, named(old, left, fresh.get(i)));
        }
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = anchors[i] == null ? take(left, alike(old, left, fresh.get(i))) : anchors[i];
        }
        for (int i = 0; i < anchors.length; i++) {
            NewClause clause = fresh.get(i);
            Clause numbered = byAnchor.get(clause.anchor());
            if (anchors[i] == null
                    && left.contains(numbered)
                    && numbered.text().isBlank()
                    && clause.text().isBlank()) {
                anchors[i] = take(left, Optional.of(numbered));
            }
        }
        Set<String> taken = new HashSet<>(byAnchor.keySet());
        List<NewClause> matched = new ArrayList<>();
        for (int i = 0; i < anchors.length; i++) {
            NewClause clause = fresh.get(i);
            String anchor = anchors[i] == null ? DraftOutline.unique(clause.anchor(), taken) : anchors[i];
            matched.add(new NewClause(anchor, clause.level(), clause.heading(), clause.text()));
        }
        return matched;
    }

    private static @Nullable String take(Set<Clause> left, Optional<Clause> found) {
        found.ifPresent(left::remove);
        return found.map(Clause::anchor).orElse(null);
    }

    private static Optional<Clause> named(List<Clause> old, Set<Clause> left, NewClause fresh) {
        List<Clause> same = old.stream()
                .filter(left::contains)
                .filter(clause -> name(clause.heading()).equals(name(fresh.heading())))
                .toList();
        // “1. Mục tiêu” may stand in every part: then the place decides.
        return same.stream()
                .filter(clause -> clause.anchor().equals(fresh.anchor()))
                .findFirst()
                .or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty());
    }

    private static Optional<Clause> alike(List<Clause> old, Set<Clause> left, NewClause fresh) {
        Optional<Likeness> words = Likeness.of(fresh.text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Clause best = null;
        double most = SAME_TEXT;
        for (Clause clause : old) {
            Optional<Likeness> other = left.contains(clause) ? Likeness.of(clause.text()) : Optional.empty();
            double likeness = other.isPresent() ? other.get().to(words.get()) : 0;
            if (likeness >= most) {
                most = likeness;
                best = clause;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Without its number. */
    private static String name(String heading) {
        return Fold.plain(heading.replaceFirst(
                "^(?iu)((phần|chương|mục|điều)\\s+)?(thứ\\s+\\p{L}+|[ivxlc]+|[\\d.]+\\p{L}?)[.:)]?\\s+", ""));
    }
}
