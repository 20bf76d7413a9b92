package vn.nhipcau.vitext;

/**
 * What one text has of the original.
 *
 * @param containment the share of the original's runs of words that stand in the text, stock phrases counting little
 * @param coverage which words of the original were found, and what reads otherwise
 * @param density of the stretch of the text between the first and the last agreement, the share that agrees: 1 for a copy,
 *     little for a text that borrows
 * @param longestRun tokens in the longest agreement
 * @param passage the start of the longest agreement, as it stands in the text
 * @param textFrom where the first agreement starts in the text
 * @param textTo where the last agreement ends in the text
 */
public record Sighting(
        double containment,
        Coverage coverage,
        double density,
        int longestRun,
        String passage,
        int textFrom,
        int textTo) {}
