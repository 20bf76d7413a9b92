package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The issuing body out of the lines of a letterhead: the superior body stands above, the issuer below it (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, mục II.2), and the place often only in the superior's name.
 */
final class IssuerName {
    private static final Pattern BODY = Pattern.compile(
            "^(?:ubnd|ủy ban|sở|ban|văn phòng|vp|hội|hội đồng|hđnd|chi cục|cục|bộ|phòng|trung tâm"
                    + "|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ|chi bộ|tỉnh đoàn|thành đoàn|đoàn|liên đoàn|công đoàn|công an|tiểu ban"
                    + "|tổ|viện|trường|tổng cục|thanh tra|chủ tịch|thường trực|mặt trận|bảo hiểm|kho bạc|thuế|ngân hàng|tòa án|báo|đài"
                    + "|chính phủ|thủ tướng|quốc hội|vụ|học viện|bệnh viện|công ty|tổng công ty|liên hiệp|quỹ|đoàn đại biểu|ubmttq|mttq)(?= |$)");
    private static final Pattern PLACE = Pattern.compile(
            "(?:^| )((?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\\p{L}) (?!ủy|đoàn|hội)\\p{L}.*)$");
    /** Behind these the name of the field or organ begins with a capital. */
    private static final Set<String> NAMED_BY_FIELD = Set.of("Ban", "Sở", "Bộ", "Phòng", "Cục", "Chi cục", "Hội", "Vụ");
    /** “… Mặt trận Tổ quốc Việt Nam …” */
    private static final Set<String> ALWAYS_PROPER = Set.of("VIỆT", "NAM", "MẶT", "TỔ");
    /** Organs that have no name without the body they belong to. */
    private static final Set<String> ORGANS = Set.of(
            "văn phòng",
            "vp",
            "thường trực",
            "ban thường trực",
            "ban thường vụ",
            "ban chấp hành",
            "ban dân vận",
            "ban tuyên giáo",
            "ban tuyên giáo và dân vận",
            "ban tổ chức",
            "ban nội chính",
            "ủy ban kiểm tra",
            "cơ quan ủy ban kiểm tra");
    /** Parts of a committee, which are told apart by the committee and not only by its place. */
    private static final Pattern PART_OF_COMMITTEE =
            Pattern.compile("^(?:tiểu ban|tổ (?:giúp việc|thư ký|công tác|chuyên viên)|ban thư ký)(?= |$)");
    /** Lines after which a name goes on, although the next line could begin a name of its own. */
    private static final Set<String> UNFINISHED =
            Set.of("chủ tịch", "ban quản lý", "ban chỉ đạo", "hội đồng", "ủy", "văn phòng đoàn");

    private static final Pattern PARTY_COMMITTEE = Pattern.compile("^(?:tỉnh|thành|huyện|quận|đảng) ủy .*");
    private static final Pattern BROKEN_COMMITTEE =
            Pattern.compile("(?:^|.* )(?<!tỉnh )(?<!thành )(?<!huyện )(?<!quận )(?<!đảng )(?<!khối )ủy$");

    private final Spelling spelling;

    IssuerName(Spelling spelling) {
        this.spelling = spelling;
    }

    /** @param lines of the letterhead's left side, as printed, without number and motto */
    @Nullable
    String of(List<String> lines) {
        List<String> bodies = bodies(lines);
        if (bodies.isEmpty()) {
            return null;
        }
        String issuer = bodies.getLast();
        if (bodies.size() == 1) {
            return written(issuer);
        }
        String superior = bodies.get(bodies.size() - 2);
        boolean organ = ORGANS.contains(Folding.fold(issuer))
                || PART_OF_COMMITTEE.matcher(Folding.fold(issuer)).find();
        if (Folding.fold(superior).equals("ban chấp hành trung ương")) {
            return written(issuer) + (Folding.fold(issuer).equals("văn phòng") ? " Trung ương Đảng" : " Trung ương");
        }
        if (organ || (PARTY_COMMITTEE.matcher(Folding.fold(superior)).matches() && place(issuer) == null)) {
            return written(issuer) + ' ' + written(superior);
        }
        String place = place(superior);
        return place == null || place(issuer) != null ? written(issuer) : written(issuer) + ' ' + written(place);
    }

    private static List<String> bodies(List<String> lines) {
        List<String> bodies = new ArrayList<>();
        for (String line : lines) {
            String last = bodies.isEmpty() ? null : bodies.getLast();
            boolean starts = BODY.matcher(Folding.fold(line)).find();
            boolean broken = BROKEN_COMMITTEE.matcher(Folding.fold(line)).matches();
            if (last == null || (starts && isWhole(last))) {
                if (starts || broken) {
                    bodies.add(line);
                }
            } else {
                bodies.set(bodies.size() - 1, last + ' ' + line);
            }
        }
        return bodies;
    }

    private static boolean isWhole(String line) {
        String folded = Folding.fold(line);
        return !UNFINISHED.contains(folded)
                && !folded.endsWith(" và")
                && !folded.endsWith(",")
                && !BROKEN_COMMITTEE.matcher(folded).matches();
    }

    private static @Nullable String place(String body) {
        Matcher place = PLACE.matcher(Folding.fold(body));
        return place.find() ? body.substring(place.start(1)) : null;
    }

    /** As a sentence would write it: as the document itself does, or else by the words for kinds of place. */
    private String written(String printed) {
        if (!Paragraphs.isCapitals(printed)) {
            return printed;
        }
        String found = spelling.of(printed);
        if (found != null) {
            return found;
        }
        String place = place(printed);
        if (place == null || place.length() == printed.length()) {
            return place == null ? sentenceCase(printed) : placeCase(printed);
        }
        String body = printed.substring(0, printed.length() - place.length()).strip();
        String knownBody = spelling.of(body);
        String knownPlace = spelling.of(place);
        return (knownBody == null ? sentenceCase(body) : knownBody)
                + ' '
                + (knownPlace == null ? placeCase(place) : knownPlace);
    }

    private static String sentenceCase(String capitals) {
        StringBuilder name = new StringBuilder(capitals.length());
        if (PARTY_COMMITTEE.matcher(Folding.fold(capitals)).matches()) {
            String[] words = capitals.split(" ", 3);
            return capitalised(words[0])
                    + ' '
                    + lower(words[1])
                    + ' '
                    + placeCase(words[2]).strip();
        }
        boolean start = true;
        for (String word : capitals.split(" ")) {
            boolean field = NAMED_BY_FIELD.contains(name.toString()) && !word.equals("ĐỒNG");
            boolean proper = start || ALWAYS_PROPER.contains(word) || field;
            name.append(name.isEmpty() ? "" : " ");
            name.append(isAbbreviation(word) ? word : proper ? capitalised(word) : lower(word));
            start = false;
        }
        return name.toString();
    }

    /** “THÀNH PHỐ CẦN THƠ” → “thành phố Cần Thơ”. */
    private static String placeCase(String capitals) {
        Matcher kind = Pattern.compile("^(?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)")
                .matcher(Folding.fold(capitals));
        int end = kind.find() ? kind.end() : 0;
        StringBuilder place = new StringBuilder(lower(capitals.substring(0, end)));
        for (String word : capitals.substring(end).strip().split(" ")) {
            place.append(' ').append(capitalised(word));
        }
        return place.toString();
    }

    private static final Set<String> ABBREVIATIONS = Set.of("UBND", "UBMTTQ", "UBKT", "TP", "BQL", "CCHC", "ATGT");

    /** A word without a vowel cannot be read out: MTTQ, HĐND. */
    private static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word)
                || word.length() > 1
                        && Folding.fold(word).chars().noneMatch(c -> "aăâeêioôơuưy".indexOf(bare((char) c)) >= 0);
    }

    private static char bare(char c) {
        return java.text.Normalizer.normalize(String.valueOf(c), java.text.Normalizer.Form.NFD)
                .charAt(0);
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.charAt(0) + lower(word.substring(1));
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }
}
