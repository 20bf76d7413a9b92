package vn.nhipcau.vitext;

/**
 * A passage that reads otherwise.
 *
 * @param section heading under which it stands in the original
 * @param original what the original says; empty when the other text adds something
 * @param found what stands in its place
 * @param from the passage's first token in the original
 * @param to the token after its last
 * @param weight of the words, of which letterhead and stock phrases have little
 */
public record Difference(String section, String original, String found, int from, int to, double weight) {
    public int words() {
        return to - from;
    }

    /** Whether a number, a date or a year reads otherwise. */
    public boolean changesFigures() {
        return !original.isEmpty() && !original.replaceAll("\\D", "").equals(found.replaceAll("\\D", ""));
    }
}
