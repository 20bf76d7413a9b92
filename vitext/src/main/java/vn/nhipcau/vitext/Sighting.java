package vn.nhipcau.vitext;

import java.util.BitSet;
import java.util.List;

/** What one text has of the original. */
public final class Sighting {
    private final Original original;
    private final double containment;
    private final BitSet covered;
    private final BitSet replaced;
    private final List<Difference> differences;
    private final double density;
    private final int longestRun;
    private final String passage;
    private final int textFrom;
    private final int textTo;

    Sighting(
            Original original,
            double containment,
            BitSet covered,
            BitSet replaced,
            List<Difference> differences,
            double density,
            int longestRun,
            String passage,
            int textFrom,
            int textTo) {
        this.original = original;
        this.containment = containment;
        this.covered = covered;
        this.replaced = replaced;
        this.differences = differences;
        this.density = density;
        this.longestRun = longestRun;
        this.passage = passage;
        this.textFrom = textFrom;
        this.textTo = textTo;
    }

    /** The share of the original's runs of words that stand in the text, stock phrases counting little. */
    public double containment() {
        return containment;
    }

    public Coverage coverage() {
        return new Coverage(original, covered, replaced);
    }

    /** Passages that read otherwise in the text, slips of the pen left out. */
    public List<Difference> differences() {
        return differences;
    }

    /** Of the stretch of the text between the first and the last agreement, the share that agrees: 1 for a copy, little for a text that borrows. */
    public double density() {
        return density;
    }

    /** Tokens in the longest agreement. */
    public int longestRun() {
        return longestRun;
    }

    /** The longest agreement, as it stands in the text. */
    public String passage() {
        return passage;
    }

    /** Where the first agreement starts in the text. */
    public int textFrom() {
        return textFrom;
    }

    /** Where the last agreement ends in the text. */
    public int textTo() {
        return textTo;
    }
}
