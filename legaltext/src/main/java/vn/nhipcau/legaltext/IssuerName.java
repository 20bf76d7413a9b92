package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
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
                    + "|chính phủ|thủ tướng|quốc hội|vụ|học viện|bệnh viện|công ty|tổng công ty|liên hiệp|quỹ|đoàn đại biểu)(?= |$)");
    private static final Pattern PLACE = Pattern.compile(
            "(?:^| )((?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\\p{L}) (?!ủy|đoàn)\\p{L}.*)$");
    /** Organs that have no name without the body they belong to. */
    private static final Pattern ORGAN = Pattern.compile(
            "^(?:văn phòng|thường trực|ban thường trực|ban thường vụ|ban chấp hành|thường trực .*|ban dân vận|ban tuyên giáo|ban tuyên giáo và dân vận"
                    + "|ban tổ chức|ban nội chính|ủy ban kiểm tra|cơ quan ủy ban kiểm tra|vp)$");

    private static final Pattern CENTRAL_COMMITTEE = Pattern.compile("^ban chấp hành trung ương$");
    private static final Pattern PARTY_COMMITTEE = Pattern.compile("^(?:tỉnh|thành|huyện|quận|đảng) ủy .*");

    private IssuerName() {}

    /** @param lines of the letterhead's left side, as printed, without number and motto */
    static @Nullable String of(List<String> lines) {
        List<String> bodies = bodies(lines);
        if (bodies.isEmpty()) {
            return null;
        }
        String issuer = bodies.getLast();
        if (bodies.size() == 1) {
            return readable(issuer);
        }
        String superior = bodies.get(bodies.size() - 2);
        String foldedIssuer = Folding.fold(issuer);
        String foldedSuperior = Folding.fold(superior);
        if (CENTRAL_COMMITTEE.matcher(foldedSuperior).matches()) {
            return readable(issuer + " Trung ương") + (foldedIssuer.equals("văn phòng") ? " Đảng" : "");
        }
        if (ORGAN.matcher(foldedIssuer).matches()
                || PARTY_COMMITTEE.matcher(foldedSuperior).matches() && place(issuer) == null) {
            return readable(issuer) + ' ' + readable(superior);
        }
        String place = place(superior);
        return place == null || place(issuer) != null ? readable(issuer) : readable(issuer + ' ' + place);
    }

    private static List<String> bodies(List<String> lines) {
        List<String> bodies = new ArrayList<>();
        for (String line : lines) {
            String last = bodies.isEmpty() ? null : bodies.getLast();
            boolean starts = BODY.matcher(Folding.fold(line)).find();
            if (last == null || (starts && isWhole(last))) {
                if (starts) {
                    bodies.add(line);
                }
            } else {
                bodies.set(bodies.size() - 1, last + ' ' + line);
            }
        }
        return bodies;
    }

    /** “CHỦ TỊCH” and “BAN QUẢN LÝ” go on in the next line, which begins like a body's name. */
    private static boolean isWhole(String line) {
        String folded = Folding.fold(line);
        return !folded.equals("chủ tịch")
                && !folded.endsWith(" và")
                && !folded.endsWith(",")
                && !folded.equals("ban quản lý")
                && !folded.equals("ban chỉ đạo")
                && !folded.equals("hội đồng");
    }

    private static @Nullable String place(String body) {
        Matcher place = PLACE.matcher(Folding.fold(body));
        return place.find() ? body.substring(place.start(1)) : null;
    }

    /** From the capitals of a letterhead to how the name is written in a sentence. */
    static String readable(String printed) {
        if (!Paragraphs.isCapitals(printed)) {
            return printed;
        }
        String[] words = printed.split(" ");
        StringBuilder name = new StringBuilder(printed.length());
        boolean proper = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String folded = Folding.fold(word);
            boolean placeWord = i > 0 && Places.isKind(folded, i + 1 < words.length ? Folding.fold(words[i + 1]) : "");
            String shown;
            if (placeWord) {
                shown = folded.equals("tp") ? word : lower(word);
                proper = !folded.equals("thành") && !folded.equals("thị") && !folded.equals("đặc");
            } else if (proper) {
                shown = capitalised(word);
            } else if (Places.isAbbreviation(word)) {
                shown = word;
            } else {
                boolean second = i > 0 && Places.isKind(Folding.fold(words[i - 1]), folded);
                shown = i == 0 || (!second && startsName(words, i)) ? capitalised(word) : lower(word);
                proper = second && i > 0;
            }
            name.append(i == 0 ? "" : " ").append(shown);
        }
        return name.toString();
    }

    private static boolean startsName(String[] words, int at) {
        String previous = Folding.fold(words[at - 1]);
        return (at == 1
                        && (previous.equals("sở")
                                || previous.equals("bộ")
                                || previous.equals("phòng")
                                || previous.equals("ban")))
                || previous.equals("và") && Folding.fold(words[0]).matches("sở|bộ|phòng|ban|hội")
                || previous.endsWith(",")
                || previous.equals("-");
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.charAt(0) + lower(word.substring(1));
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }
}
