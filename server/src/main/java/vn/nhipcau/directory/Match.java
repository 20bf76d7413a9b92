package vn.nhipcau.directory;

import java.util.List;
import java.util.Optional;

/**
 * What a printed “who” of a directive may mean.
 *
 * @param candidates best first; empty rather than far-fetched, and when there are parts
 * @param parts when the whole means nothing certain but is a list, each piece of which does: those pieces; else empty
 */
public record Match(String printed, List<Candidate> candidates, List<Match> parts) {

    /** A group or a unit, by id. */
    public sealed interface Target {
        record Unit(long id) implements Target {}

        record Group(long id) implements Target {}
    }

    /**
     * @param name of the unit or group
     * @param score 1: printed exactly so; from {@value #CERTAIN}: the same but for abbreviations, titles, place names and
     *     missing marks; below: a person decides
     */
    public record Candidate(Target target, String name, double score) {}

    static final double CERTAIN = 0.9;

    /** The one candidate that may be proposed as settled: it says the same, and nothing else does. */
    public Optional<Candidate> certain() {
        return candidates.stream()
                .findFirst()
                .filter(best -> best.score() >= CERTAIN)
                .filter(best -> candidates.stream().skip(1).noneMatch(other -> other.score() >= CERTAIN));
    }
}
