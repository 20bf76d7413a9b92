package vn.nhipcau.vitext;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which words of the original were found, in one text or in several taken together. */
public final class Coverage {
    private final Original original;
    private final BitSet covered;
    private final List<Difference> differences;

    Coverage(Original original, BitSet covered, List<Difference> differences) {
        this.original = original;
        this.covered = (BitSet) covered.clone();
        this.differences = List.copyOf(differences);
    }

    public static Coverage none(Original original) {
        return new Coverage(original, new BitSet(), List.of());
    }

    /** What is found here or there; what reads otherwise in one text but stands word for word in the other is found. */
    public Coverage and(Coverage other) {
        BitSet both = (BitSet) covered.clone();
        both.or(other.covered);
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new Coverage(original, both, all);
    }

    /** Passages that read otherwise and were not found as they should read; slips of the pen are left out. */
    public List<Difference> differences() {
        return differences.stream()
                .filter(d -> d.words() == 0 || covered.get(d.from(), d.to()).cardinality() * 2 <= d.words())
                .toList();
    }

    /** The share of the original found word for word, 0 to 1, weighted. */
    public double share() {
        return original.weight() == 0 ? 0 : weight(0, original.size(), false) / original.weight();
    }

    /** The share in whose place something else stands. */
    public double replacedShare() {
        BitSet replaced = new BitSet();
        differences().forEach(d -> replaced.set(d.from(), d.to()));
        replaced.andNot(covered);
        double sum = 0;
        for (int t = replaced.nextSetBit(0); t >= 0; t = replaced.nextSetBit(t + 1)) {
            sum += original.weight(t);
        }
        return original.weight() == 0 ? 0 : sum / original.weight();
    }

    private double weight(int from, int to, boolean all) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += all || covered.get(t) ? original.weight(t) : 0;
        }
        return sum;
    }

    /** A section and the share of it that was found. */
    public record Part(Section section, double share) {}

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Section section : original.sections()) {
            double whole = weight(section.from(), section.to(), true);
            parts.add(new Part(section, whole == 0 ? 1 : weight(section.from(), section.to(), false) / whole));
        }
        return parts;
    }

    /** The longest stretch of words, not counting stock, that was not found at all. */
    public int longestGap() {
        int longest = 0;
        double run = 0;
        for (int t = 0; t < original.size(); t++) {
            run = covered.get(t) ? 0 : run + original.weight(t);
            longest = Math.max(longest, (int) run);
        }
        return longest;
    }

    /** A passage that was not found, or empty. */
    public String firstGap(int atLeast) {
        int from = -1;
        double run = 0;
        for (int t = 0; t <= original.size(); t++) {
            if (t == original.size() || covered.get(t)) {
                if (run >= atLeast) {
                    return original.words(from, Math.min(t, from + 40));
                }
                from = -1;
                run = 0;
            } else {
                from = from < 0 ? t : from;
                run += original.weight(t);
            }
        }
        return "";
    }
}
