package vn.nhipcau.legaltext;

import java.util.Set;

/** Words for kinds of administrative unit. */
final class Places {
    private static final Set<String> KINDS = Set.of("tỉnh", "huyện", "quận", "xã", "phường", "tp");
    private static final Set<String> PAIRS = Set.of("thành phố", "thị xã", "thị trấn", "đặc khu");
    private static final Set<String> ABBREVIATIONS =
            Set.of("UBND", "HĐND", "MTTQ", "TP.", "TP", "UBMTTQ", "BQL", "VP", "BCĐ", "ĐBQH", "QP-AN", "TTHC");

    private Places() {}

    static boolean isKind(String word, String next) {
        if (KINDS.contains(word)) {
            // “tỉnh ủy” and “xã hội” name no place.
            return !next.equals("ủy") && !next.equals("đoàn") && !next.equals("hội") && !next.isEmpty();
        }
        return PAIRS.contains(word + ' ' + next);
    }

    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word);
    }
}
