package vn.nhipcau.legaltext.files;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order in which the two columns of a document's head or foot are read. Writers put issuer and number into one cell
 * or into two rows; read alike, it is issuer, motto, number with “V/v”, date. A foot has no number and is read left
 * column first.
 */
final class HeadRows {
    private static final Pattern NUMBER = Pattern.compile("S[ốô]\\s*:.*|S[ốô]\\s+\\S*\\d.*", Pattern.DOTALL);
    private static final Pattern ISSUED = Pattern.compile(".*\\bngày\\b.*\\btháng\\b.*", Pattern.DOTALL);

    private HeadRows() {}

    /** Four passages, some of them empty. */
    static <T> List<List<T>> of(List<T> left, List<T> right, Function<T, String> text) {
        int number = first(left, text, NUMBER);
        int date = first(right, text, ISSUED);
        return List.of(
                left.subList(0, number),
                right.subList(0, date),
                left.subList(number, left.size()),
                right.subList(date, right.size()));
    }

    private static <T> int first(List<T> lines, Function<T, String> text, Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(text.apply(lines.get(i)).strip()).matches()) {
                return i;
            }
        }
        return lines.size();
    }
}
