package vn.nhipcau.duties;

import java.util.List;

/** What confirming a directive makes, or would make. */
public record Expansion(List<Line> lines) {
    public Expansion {
        lines = List.copyOf(lines);
    }

    /**
     * One obligation.
     *
     * @param periods names of its periods in order, empty where a period needs no name
     * @param past periods whose due time has gone by already
     * @param problem what stands in the way of confirming, or empty: NO_TARGET (nobody said whom it means), OUT_OF_REACH
     *     (it means units of another province), NO_UNIT (those meant have no member on that day), NO_DATE (its rhythm has no
     *     day left), UNTIL_TOO_FAR and TOO_MANY_PERIODS (beyond what one obligation may ask)
     */
    public record Line(long obligationId, int units, List<String> periods, int past, String problem) {
        public long duties() {
            return (long) units * periods.size();
        }
    }

    public long duties() {
        return lines.stream().mapToLong(Line::duties).sum();
    }

    /** More than one confirmation may give. */
    public boolean tooMany() {
        return duties() > Giving.MOST_DUTIES;
    }

    public boolean confirmable() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.problem().isEmpty());
    }
}
