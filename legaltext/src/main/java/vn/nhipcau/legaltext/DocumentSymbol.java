package vn.nhipcau.legaltext;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Số, ký hiệu: {@code 19/KH-UBND}, {@code 05/BNV-VP}, {@code 78/2025/QĐ-UBND}, {@code 72/2025/QH15} of the State
 * (Nghị định 30/2020/NĐ-CP, Phụ lục III) and {@code 15-NQ/TU} of the Party (Quy định 66-QĐ/TW).
 */
final class DocumentSymbol {
    /** White space of a broken line around a sign; not wide enough to run into the next sentence. */
    private static final String GAP = "[ \\n]{0,3}";

    private static final String DASH = "[-–—]";
    private static final String WORD = "[A-ZĐƯÔ][A-Za-zĐđƯưÔô0-9]{0,24}";
    /** A dash inside a symbol may be broken from what follows, but what follows must be in capitals. */
    private static final String TAIL = "(?:(?:" + GAP + DASH + "|" + DASH + GAP
            + "|(?<=/[A-ZĐ]{2,6}) - (?=[A-ZĐ]{2}))[A-ZĐ][A-ZĐƯÔa-z0-9&]{1,24}(?![a-zà-ỹ])" + "|" + GAP + "[/]" + GAP
            + "[A-ZĐ][A-ZĐƯÔa-z0-9&]{1,24}|[.&][A-ZĐ]{1,12}){0,7}";

    private static final String STATE =
            "\\d{1,5}[a-z]?" + GAP + "/" + GAP + "(?:(?:19|20)\\d\\d" + GAP + "/" + GAP + ")?" + WORD + TAIL;
    private static final String PARTY = "\\d{1,5}" + GAP + DASH + GAP + "[A-ZĐ][A-Za-zĐđ]{0,6}" + GAP + "/" + GAP
            + "[A-ZĐ]" + "[A-ZĐƯÔa-z0-9]{1,24}" + TAIL;

    /** Anywhere in running text. */
    static final Pattern ANYWHERE = Pattern.compile("(?<![\\p{L}\\d/.,:-])(?:" + STATE + "|" + PARTY + ")");

    /** After “Số:” of the letterhead, where the number itself may be left blank. */
    static final Pattern OF_LETTERHEAD = Pattern.compile("(?:" + STATE + "|" + PARTY + "|[ .…_]*(?:/" + GAP
            + "(?:(?:19|20)\\d\\d" + GAP + "/" + GAP + ")?|" + DASH + ")" + GAP + WORD + TAIL + ")");

    private static final Map<String, DocumentType> BY_ABBREVIATION = Arrays.stream(DocumentType.values())
            .filter(type -> !type.abbreviation().isEmpty())
            .collect(Collectors.toMap(type -> Folding.fold(type.abbreviation()), type -> type));
    /** Seen in symbols of ministries, of the Party and of older papers. */
    private static final Map<String, DocumentType> OTHER_ABBREVIATIONS = Map.of(
            "qđi", DocumentType.QUY_DINH,
            "qđ", DocumentType.QUYET_DINH,
            "ctrhđ", DocumentType.CHUONG_TRINH,
            "ttlt", DocumentType.THONG_TU,
            "tttlt", DocumentType.THONG_TU,
            "nqlt", DocumentType.NGHI_QUYET,
            "qcph", DocumentType.QUY_CHE,
            "ctph", DocumentType.CHUONG_TRINH,
            "tbkl", DocumentType.THONG_BAO);

    private DocumentSymbol() {}

    /** As printed, without the white space of broken lines and the dots of a blank number. */
    static String tidy(String printed) {
        StringBuilder number = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            boolean placeholder = c == '…' || c == '_' || (c == '.' && number.isEmpty());
            if (c > ' ' && !placeholder) {
                number.append(c);
            }
        }
        int end = number.length();
        while (end > 0 && ".&/-".indexOf(number.charAt(end - 1)) >= 0) {
            end--;
        }
        return number.substring(0, end);
    }

    /** @return null when the symbol names no type, as that of a công văn does not */
    static @Nullable DocumentType type(String number) {
        String folded = Folding.fold(number);
        if (folded.contains("/qh")) {
            return DocumentType.LUAT;
        }
        for (String part : folded.split("[/-]")) {
            DocumentType type = BY_ABBREVIATION.getOrDefault(part, OTHER_ABBREVIATIONS.get(part));
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** Whether the text is a symbol and not a fraction with a unit, such as “120/phút”. */
    static boolean plausible(String number) {
        int sign = 0;
        while (sign < number.length() && Character.isLetterOrDigit(number.charAt(sign))) {
            sign++;
        }
        String symbol = number.substring(Math.min(sign + 1, number.length()));
        long capitals = symbol.chars().filter(Character::isUpperCase).count();
        long letters = symbol.chars().filter(Character::isLetter).count();
        return capitals >= 2 && capitals * 2 >= letters;
    }
}
