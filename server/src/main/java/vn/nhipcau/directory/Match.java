package vn.nhipcau.directory;

import java.util.List;
import java.util.Optional;

/**
 * What a printed “who” of a directive may mean.
 *
 * @param candidates best first; empty rather than far-fetched
 */
public record Match(String printed, List<Candidate> candidates) {

    /** A group or a unit, by id. */
    public sealed interface Target {
        record Unit(long id) implements Target {}

        record Group(long id) implements Target {}
    }

    /**
     * @param name of the unit or group
     * @param score 1: printed exactly so; 0.9 and above: the same but for abbreviations and marks; below: a person decides
     */
    public record Candidate(Target target, String name, double score) {}

    /** The one candidate that may be proposed as settled: it says the same, and nothing else comes near. */
    public Optional<Candidate> certain() {
        if (candidates.isEmpty() || candidates.getFirst().score() < 0.9) {
            return Optional.empty();
        }
        boolean alone = candidates.size() == 1
                || candidates.getFirst().score() - candidates.get(1).score() >= 0.1;
        return alone ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
}
