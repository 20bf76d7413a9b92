package vn.nhipcau.legaltext;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a run of names goes on from its first word. */
final class UnitExtent {
    /** Words with which a name may go on in small letters after a comma or “và”. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?:các |những )?(?:sở|ban|bộ|ngành|ban ngành|đoàn thể|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|cộng đồng|hiệp hội|cơ quan|huyện|thị xã|thành phố|thị trấn|xã|phường|đặc khu"
                    + "|hội|hội quần chúng|chuyên viên|phó chủ tịch|khối|cụm|cấp xã|cấp huyện|cấp tỉnh|thôn|bản|khu phố|tổ dân phố|khu|tổ|viện|trường|cấp|công chức|viên chức|người lao động|hợp tác xã|hộ gia đình|hộ kinh doanh"
                    + "|liên đoàn|mặt trận|chính quyền|trung tâm|phòng|đảng viên|thành viên|nhà đầu tư|nhà cung cấp|nhà thầu|trưởng|phó|ubnd|ủy ban|văn phòng|đồng chí|các đồng chí|đại biểu hội đồng|đại biểu hđnd|đại biểu quốc hội|đoàn|công an|quân sự|người dân|thành ủy|tỉnh ủy|đảng ủy|đảng bộ|chi bộ|đảng ủy|cấp ủy|chi hội|chi đoàn|lực lượng|nhà trường|trạm|bệnh viện|nhân dân|hệ thống truyền thanh|hệ thống thông tin cơ sở|truyền thông của|truyền thông:|báo chí)(?![\\p{L}])");

    private static final Set<String> STOP_WORDS = Set.of(
            "có", "phải", "cần", "chậm", "muộn", "ngày", "kính", "điện", "quy", "được", "để", "theo", "trong", "về",
            "khi", "nếu", "là", "sẽ", "đã", "đang", "tại", "nhằm", "với", "bằng", "thì", "mà", "do", "từ", "trên",
            "nêu", "kể", "đến", "tới", "cho", "như", "qua", "việc", "không", "cùng", "gồm", "ngay", "hằng", "hàng",
            "đúng", "nhưng", "gửi", "vào", "hoặc", "sau", "trước", "đều", "tự", "chưa", "gắn", "rộng", "sớm", "nói");
    /** After these a stop word is part of the name: “trên địa bàn tỉnh”, “có liên quan”. */
    private static final Pattern NAME_GOES_ON = Pattern.compile(
            "(?:chủ trì(?= phải| có trách nhiệm)|phối hợp(?= phải| có trách nhiệm)|có liên quan|có nhu cầu|có trụ sở|được giao(?: chủ trì| phối hợp| nhiệm vụ)?|được phân công(?: chủ trì| phối hợp)?|được giám sát|được kiểm tra|được cấp|được tham vấn|trên địa bàn|trong tỉnh|trong khối|trong hệ thống|trong các cơ quan|trong cơ quan|tại địa phương|tại khu dân cư|trên toàn|trong toàn|từ tỉnh|trực thuộc|hoạt động|quản lý trực tiếp|trực tiếp(?= quản lý)|không chuyên trách|tham gia|cùng cấp|giải quyết(?= tthc| thủ tục)|quản trị,? (?:và )?vận hành|quản lý|chuyên môn|đóng trên địa bàn|trong phạm vi|thông tin|truyền thông|nhận|sự nghiệp|có thẩm quyền|xử lý|phụ trách|thường trực|chủ quản|tham mưu|giúp việc|giám sát|kiểm tra)(?!\\p{L})");

    private static final int LONGEST = 1_200;

    private UnitExtent() {}

    /** End of the last word of the run whose first word ends at {@code head}. */
    static int of(Passage passage, int start, int head) {
        String folded = passage.folded();
        String text = passage.text();
        int at = head;
        int end = head;
        int limit = Math.min(folded.length(), start + LONGEST);
        boolean capitals = Paragraphs.isCapitals(text);
        while (at < limit) {
            char c = folded.charAt(at);
            if (c == '(') {
                int close = folded.indexOf(')', at);
                if (close < 0 || close > limit) {
                    break;
                }
                at = close + 1;
                if (!listGoesOn(folded, text, at)) {
                    break;
                }
                continue;
            }
            if (c == '.' || c == ':' || c == '"' || c == '“' || c == '[' || c == '|') {
                if (c == '.' && at + 1 < limit && Character.isLetter(folded.charAt(at + 1))) {
                    at++;
                    continue;
                }
                break;
            }
            if (c == ',' || c == ';') {
                int next = skip(folded, at + 1);
                while (next < limit && folded.charAt(next) == ';') {
                    next = skip(folded, next + 1);
                }
                if (!startsMember(passage, next, c == ';')) {
                    break;
                }
                at = next;
                continue;
            }
            if (!Character.isLetterOrDigit(c)) {
                at++;
                continue;
            }
            int word = wordEnd(folded, at);
            boolean small = capitals || Character.isLowerCase(text.charAt(at));
            if (small) {
                int namePart = nameGoesOn(folded, at, end == head);
                if (namePart > 0) {
                    end = namePart;
                    at = namePart;
                    continue;
                }
                if (stops(folded, at, word)) {
                    break;
                }
            }
            if (folded.startsWith("và ", at) && !goesOnAfterAnd(passage, at + 3)) {
                break;
            }
            end = word;
            at = word;
        }
        return end;
    }

    /** Behind a bracket only another member can follow, or the rest of a proper name. */
    private static boolean listGoesOn(String folded, String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && (!Character.isLowerCase(text.charAt(next)) || folded.startsWith("và ", next));
    }

    /** End of words that would stop a name but belong to this one, or 0. */
    private static int nameGoesOn(String folded, int at, boolean first) {
        Matcher goesOn = NAME_GOES_ON.matcher(folded).region(at, folded.length());
        if (!goesOn.lookingAt()) {
            return 0;
        }
        boolean verb = WorkVerbs.at(folded, at);
        return verb && !first && !isFirstOfGroup(folded, at) ? 0 : goesOn.end();
    }

    private static boolean stops(String folded, int at, int wordEnd) {
        String word = folded.substring(at, wordEnd);
        boolean only = word.equals("chỉ")
                && !folded.startsWith("chỉ huy", at)
                && !folded.startsWith("chỉ đạo", at)
                && !folded.startsWith("địa ", Math.max(0, at - 4));
        return only
                || folded.startsWith("văn bản", at)
                || folded.startsWith("kết quả", at)
                || (STOP_WORDS.contains(word)
                        && !folded.startsWith("điện tử", at)
                        && !(word.equals("hàng") && folded.startsWith("ngân ", Math.max(0, at - 5))))
                || (WorkVerbs.at(folded, at));
    }

    /** “cơ quan quản lý”, “đơn vị xử lý”: right behind such a word a verb tells which body is meant. */
    private static boolean isFirstOfGroup(String folded, int at) {
        String before = folded.substring(Math.max(0, at - 12), at);
        return before.matches(
                ".*(?:cơ quan|đơn vị|tổ chức|ban|đoàn|tổ|ủy ban|hội đồng|bộ phận|nhà nước|cán bộ|viên|lãnh đạo) $");
    }

    private static boolean startsMember(Passage passage, int at, boolean strong) {
        if (at >= passage.length()) {
            return false;
        }
        if (UnitHead.end(passage, at, false) > 0) {
            return true;
        }
        if (MEMBER.matcher(passage.folded()).region(at, passage.length()).lookingAt()) {
            return !WorkVerbs.at(passage.folded(), at);
        }
        return !strong && Character.isUpperCase(passage.text().charAt(at)) && isProperListed(passage, at);
    }

    /** “Sở Văn hóa, Thể thao và Du lịch”: capitals go on within the same name. */
    private static boolean isProperListed(Passage passage, int at) {
        return Vocabulary.DUTY_VERBS.at(passage.folded(), at) == 0
                || passage.text().startsWith("Thông tin", at);
    }

    private static boolean goesOnAfterAnd(Passage passage, int at) {
        if (at >= passage.length()) {
            return false;
        }
        return Character.isUpperCase(passage.text().charAt(at))
                || startsMember(passage, at, true)
                || passage.folded().startsWith("truyền thông", at)
                || passage.folded().startsWith("khu ", at)
                || passage.folded().startsWith("công nghệ thông tin", at);
    }

    static int skip(String folded, int from) {
        int at = from;
        while (at < folded.length() && " ,-:".indexOf(folded.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '&')) {
            end++;
        }
        return end;
    }
}
