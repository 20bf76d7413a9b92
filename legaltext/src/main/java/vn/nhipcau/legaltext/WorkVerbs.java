package vn.nhipcau.legaltext;

import java.util.regex.Pattern;

/** Verbs of work, told from the nouns that are written alike: “tổ chức” the body, “công trình”, “Bộ Giao thông”. */
final class WorkVerbs {
    /** Words of the list of verbs where they are part of a name. */
    private static final Pattern NOUN = Pattern.compile(
            "tổ chức(?= chính trị| xã hội|,| có liên| và | thành viên| đảng| đoàn(?! kiểm| giám| công)| cơ sở| nghề|$| hội(?! nghị| thi| thảo| họp| diễn)| tôn giáo| tín dụng| kinh tế| khác|;| liên quan| trực thuộc| trên| trong| chi trả| cá nhân| phụ trách|\\.|:)"
                    + "|thông tin (?:điện tử|và truyền thông|cơ sở|đại chúng)|phát triển (?:quỹ|đô thị|nông thôn|khoa học|đất)|truyền thông(?= tỉnh|,|$| \\(|:| của)|thông tin(?=,)"
                    + "|cấp (?=xã|huyện|tỉnh|ủy|trên|dưới|thành phố|mình|cơ sở|phòng|trung ương|sở|quốc gia)|cử tri|quản lý (?:dự án|nhà nước|các khu|khu|chất lượng|thị trường|đất)|làm việc"
                    + "|giao (?:thông|dịch|lưu|tiếp)|đầu tư xây dựng|xây dựng (?:đảng|công trình|nông thôn)|phát triển nông thôn|kiểm soát (?:bệnh tật|thủ tục)|bảo vệ (?:thực vật|môi trường|rừng)|thông tin đại chúng|chuyển đổi số|ứng dụng công nghệ|kiểm tra (?:đảng|trung ương|tỉnh|các cấp)|hướng dẫn viên|phát thanh|điều hành(?= (?:tỉnh|thành|đô thị|thông minh|quốc gia))|tiếp cận thông tin");

    /** A verb of one syllable may be the second half of a noun: “công trình”, “cấp”, “trường công lập”. */
    private static final Pattern NOUN_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:(?:bầu|ứng|đề|trợ|phụ|các|cùng|trung|phân|mọi|hai|ba|nhiều) (?:cử|cấp)|(?:công|chương|quá|quy|lộ|tiến|giáo) trình|(?:công|độc|tự|trung) lập|vận chuyển)$");

    /** “ban lãnh đạo”, “các đồng chí lãnh đạo”; behind the name of a body it is what that body does. */
    private static final Pattern LEADERS_BEFORE =
            Pattern.compile("(?:^|[,;:(.] |(?:ban|tập thể|cán bộ|đồng chí|các|của|và|chức danh|là|đồng|có|diện|tổ) )$");

    private static final Pattern INFORMATION_BEFORE =
            Pattern.compile("(?:bảo mật|an toàn|an ninh|công nghệ|hệ thống|trang|cổng|trung tâm|văn hóa) $");

    private WorkVerbs() {}

    /** Whether a verb of work stands at {@code at}. */
    static boolean at(String folded, int at) {
        return Vocabulary.DUTY_VERBS.at(folded, at) > 0 && !isNoun(folded, at);
    }

    /** Whether anything is to be done: an address or a caption below what was ordered names no work. */
    static boolean anyIn(String folded) {
        for (int word = 0; word >= 0; word = nextWord(folded, word)) {
            if (at(folded, word)) {
                return true;
            }
        }
        return false;
    }

    private static int nextWord(String folded, int from) {
        int space = folded.indexOf(' ', from);
        return space < 0 ? -1 : space + 1;
    }

    /** Whether the words there, though on the list of verbs, are part of a name. */
    static boolean isNoun(String folded, int at) {
        boolean listed = NOUN.matcher(folded).region(at, folded.length()).lookingAt();
        boolean joined = NOUN_BEFORE
                .matcher(folded.substring(Math.max(0, at - 7), UnitExtent.wordEnd(folded, at)))
                .find();
        // “Ban Quản lý dự án đầu tư xây dựng …”
        boolean named = folded.startsWith("xây dựng", at) && folded.startsWith("đầu tư ", Math.max(0, at - 7));
        return listed || joined || named || isPaired(folded, at);
    }

    /** “cơ quan, tổ chức”, “bảo mật thông tin”: the second half of a fixed pair is a noun. */
    private static boolean isPaired(String folded, int at) {
        String before = folded.substring(Math.max(0, at - 12), at);
        return (folded.startsWith("tổ chức", at) && before.endsWith("cơ quan, "))
                || (folded.startsWith("lãnh đạo", at)
                        && LEADERS_BEFORE.matcher(before).find())
                || (folded.startsWith("thông tin", at)
                        && INFORMATION_BEFORE.matcher(before).find());
    }
}
