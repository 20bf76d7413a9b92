package vn.nhipcau.vitext;

/**
 * A part of the original under one heading.
 *
 * @param title the heading as printed, shortened
 * @param from its first token
 * @param to the token after its last
 */
public record Section(String title, int from, int to) {
    public int size() {
        return to - from;
    }
}
