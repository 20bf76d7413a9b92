package vn.nhipcau.legaltext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the name of a unit or a group begins: its first word and what may stand before it. */
final class UnitHead {
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:các|những|mọi|mỗi|từng|tất cả|toàn thể|toàn bộ|hệ thống|các đồng chí|đồng chí|các đ/c|đ/c|cho) )+");
    /** What a board, a team or a committee is named by: “ban biên tập”, “tổ giúp việc”, “đoàn kiểm tra”. */
    private static final Pattern NAMED_BY_WORK = Pattern.compile(
            "(?:chỉ đạo|quản lý|quản trị|công tác|giám sát|bầu cử|dân vận|tuyên giáo|biên tập|biên soạn|soạn thảo|chấp hành|thường vụ|pháp chế|giám hiệu|chỉ huy|điều hành|điều phối|cán sự|giúp việc|thẩm định|kiểm tra|kiểm phiếu|thanh tra|liên ngành|chuyên gia|nội chính|đại diện|vận động|hòa giải|bảo vệ|phụ trách|đại biểu)(?!\\p{L})");
    /** Words that begin as the name of a body does and mean something else: “trường hợp”, “bộ tiêu chí”. */
    private static final Pattern NO_BODY = Pattern.compile(
            "(?:ban (?:hành|đầu|đêm|ngày|phát|bố|nãy)|báo (?:cáo|động|hiệu|hỏng)|bộ (?:phận(?! \\p{L})|tiêu chí|máy|chỉ số|chỉ tiêu|nhận diện|thủ tục|luật|câu hỏi|dữ liệu|tài liệu|quy tắc|đề|mã)"
                    + "|trường (?:hợp|thông tin|dữ liệu|phái)|hội (?:nghị|thi|thảo|họp|viên|diễn|trường|nhập|tụ|chợ|làng|ý|trại)|đoàn (?:kết|viên)|phòng (?:chống|ngừa|cháy|họp|ngự|học|bệnh|thủ|vệ|tránh)"
                    + "|vụ (?:việc|án|mùa|đông|xuân|hè)|cục (?:bộ|diện)|ngành nghề|khối (?:lượng|tài sản)|quỹ (?:đất|thời gian|nhà)|nhóm (?:đối tượng|chỉ tiêu|nhiệm vụ|giải pháp|chỉ số|tiêu chí|vấn đề|dữ liệu|nội dung)"
                    + "|thuế (?:thu|giá trị|suất|đất|xuất|nhập|tiêu thụ)|tổ (?:hợp|quốc|tiên)|đơn vị (?:tính|hành chính|bầu cử)|viện (?:trợ|dẫn|phí)|xã hội|cá nhân hóa|đài tưởng niệm|trạm (?:bts|thu phí|biến áp)|đồng chí)(?!\\p{L})");

    private UnitHead() {}

    /** End of the opening words and the first word of the name, or -1. */
    static int end(Passage passage, int from, boolean small) {
        String folded = passage.folded();
        if (from >= folded.length()) {
            return -1;
        }
        Matcher opening = OPENING.matcher(folded).region(from, folded.length());
        boolean plural = opening.lookingAt();
        int at = plural ? opening.end() : from;
        int length = Vocabulary.UNIT_HEADS.at(folded, at);
        if (length == 0) {
            return -1;
        }
        boolean capital = Character.isUpperCase(passage.text().charAt(at));
        String word = folded.substring(at, at + length);
        if (!plural && !capital && !small) {
            return -1;
        }
        if (word.equals("tổ chức") && !WorkVerbs.isNoun(folded, at)
                || NO_BODY.matcher(folded).region(at, folded.length()).lookingAt()) {
            return -1;
        }
        boolean capitals = ambiguous(word) && Paragraphs.isCapitals(passage.text());
        if (ambiguous(word) && !plural && (capitals || !named(passage, at + length))) {
            return -1;
        }
        return at + length;
    }

    /** “Báo cáo”, “Tổ chức”, “Bộ phận”: a body only when a name follows. */
    private static boolean ambiguous(String word) {
        return switch (word) {
            case "báo",
                    "tổ chức",
                    "đoàn",
                    "hội",
                    "ban",
                    "tổ",
                    "khối",
                    "quỹ",
                    "cấp ủy",
                    "thường trực",
                    "thanh tra",
                    "thuế",
                    "viện",
                    "đài",
                    "phòng",
                    "trạm",
                    "xã",
                    "huyện",
                    "phường",
                    "thôn",
                    "nhóm",
                    "cá nhân",
                    "tập thể",
                    "vụ",
                    "cục",
                    "ngành",
                    "hội đồng",
                    "tỉnh",
                    "thành phố",
                    "đặc khu",
                    "đại học",
                    "viễn thông",
                    "bộ",
                    "lãnh đạo",
                    "quân sự",
                    "cổng",
                    "vp",
                    "trường",
                    "cán bộ",
                    "công chức",
                    "chủ tịch",
                    "chánh",
                    "cụm" -> true;
            default -> false;
        };
    }

    private static boolean named(Passage passage, int at) {
        int next = at + 1;
        if (next >= passage.length()
                || passage.text().charAt(at) != ' ' && passage.text().charAt(at) != ',') {
            return false;
        }
        if (passage.text().charAt(at) == ',') {
            return true;
        }
        char c = passage.text().charAt(next);
        String folded = passage.folded();
        return Character.isUpperCase(c) && !folded.startsWith("cáo", next) && !folded.startsWith("chức", next)
                || folded.startsWith("tỉnh", next)
                || folded.startsWith("thành phố", next)
                || folded.startsWith("xã", next)
                || NAMED_BY_WORK.matcher(folded).region(next, folded.length()).lookingAt()
                || folded.startsWith("và phát thanh", next)
                || folded.startsWith("và đài", next)
                || folded.startsWith("các ", next)
                || folded.startsWith("cơ quan", next)
                || folded.startsWith("đơn vị", next)
                || folded.startsWith("văn hóa", next)
                || folded.startsWith("kinh tế", next);
    }
}
