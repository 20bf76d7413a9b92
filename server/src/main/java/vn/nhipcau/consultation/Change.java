package vn.nhipcau.consultation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new version does to one clause, word by word.
 *
 * @param anchor of the clause
 * @param pieces of heading and text, in their order
 */
record Change(Kind kind, String anchor, List<Piece> pieces) {

    enum Kind {
        ADDED("Mới", "New", "good"),
        REMOVED("Bỏ", "Removed", "bad"),
        CHANGED("Sửa", "Changed", "warn");

        private final String vietnamese;
        private final String english;
        private final String look;

        Kind(String vietnamese, String english, String look) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.look = look;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String look() {
            return look;
        }
    }

    /** Words that stayed, went or came. */
    record Piece(@Nullable Kind kind, String words) {}

    /** Clauses that are not the same in both versions: in the order of the new one, what was removed at the end. */
    static List<Change> between(List<Clause> before, List<Clause> after) {
        Map<String, Clause> old = new HashMap<>();
        before.forEach(clause -> old.put(clause.anchor(), clause));
        List<Change> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Clause clause : after) {
            kept.add(clause.anchor());
            Clause was = old.get(clause.anchor());
            if (was == null) {
                changes.add(new Change(Kind.ADDED, clause.anchor(), List.of(new Piece(Kind.ADDED, whole(clause)))));
            } else if (!whole(was).equals(whole(clause))) {
                changes.add(new Change(Kind.CHANGED, clause.anchor(), pieces(whole(was), whole(clause))));
            }
        }
        before.stream()
                .filter(clause -> !kept.contains(clause.anchor()))
                .forEach(clause -> changes.add(
                        new Change(Kind.REMOVED, clause.anchor(), List.of(new Piece(Kind.REMOVED, whole(clause))))));
        return changes;
    }

    private static String whole(Clause clause) {
        return clause.text().isBlank() ? clause.heading() : clause.heading() + "\n" + clause.text();
    }

    static List<Piece> pieces(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            add(pieces, null, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, null, old.subList(at, old.size()));
        return pieces;
    }

    /** Each with the white space that follows it, so that nothing of the lay-out is lost; signs at their end by themselves. */
    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\s)(?=\\S)|(?=[.,;:!?…](?:\\s|$))"));
    }

    private static void add(List<Piece> pieces, @Nullable Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
