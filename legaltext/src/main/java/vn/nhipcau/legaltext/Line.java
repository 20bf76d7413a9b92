package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed line without its surrounding white space and without the bars that a flattened table leaves at its ends.
 *
 * @param blankBefore whether an empty line (or the start of the text) stands before it
 * @param cell whether a bar stands in it or stood at its ends, so that it was a cell or a row of a table
 */
record Line(int start, int end, String text, boolean blankBefore, boolean cell) {

    String folded() {
        return Folding.fold(text);
    }

    /** The lines of a text that hold anything but rules, bars and page marks. */
    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>();
        boolean blank = true;
        int at = 0;
        while (at < source.length()) {
            int end = source.indexOf('\n', at);
            if (end < 0) {
                end = source.length();
            }
            int from = at;
            int to = end;
            boolean cell = false;
            while (from < to && isEdge(source.charAt(from))) {
                cell |= source.charAt(from) == '|';
                from++;
            }
            while (to > from && isEdge(source.charAt(to - 1))) {
                cell |= source.charAt(to - 1) == '|';
                to--;
            }
            if (from == to || isRule(source, from, to)) {
                blank = true;
            } else {
                String text = source.substring(from, to);
                lines.add(new Line(from, to, text, blank, cell || text.indexOf('|') >= 0));
                blank = false;
            }
            at = end + 1;
        }
        return lines;
    }

    private static boolean isEdge(char c) {
        return c <= ' ' || c == '|';
    }

    /** A drawn line such as {@code -------}, or the star of a Party letterhead. */
    private static boolean isRule(String source, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (c > ' ' && c != '-' && c != '_' && c != '=' && c != '|' && c != ':' && c != '.' && c != '…'
                    && c != '/') {
                return false;
            }
        }
        return to - from != 1 || source.charAt(from) != '-';
    }
}
