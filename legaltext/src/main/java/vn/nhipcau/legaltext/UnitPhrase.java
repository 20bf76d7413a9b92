package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run of names of units or groups: “Các sở, ban, ngành tỉnh; UBND các xã, phường”.
 *
 * @param from where it begins in the passage
 * @param to where it ends
 * @param names each unit or group as printed
 */
record UnitPhrase(int from, int to, List<String> names) {
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:các|những|mọi|mỗi|từng|tất cả|toàn thể|toàn bộ|hệ thống|các đồng chí|đồng chí|các đ/c|đ/c|cho) )+");
    /** Words with which a name may go on in small letters after a comma or “và”. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?:các |những )?(?:sở|ban|bộ|ngành|ban ngành|đoàn thể|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|cơ quan|huyện|thị xã|thành phố|thị trấn|xã|phường|đặc khu"
                    + "|hội|hội quần chúng|chuyên viên|phó chủ tịch|khối|cụm|cấp xã|cấp huyện|cấp tỉnh|thôn|bản|khu phố|tổ dân phố|khu|tổ|viện|trường|cấp|công chức|viên chức|người lao động|hợp tác xã|hộ gia đình|hộ kinh doanh"
                    + "|liên đoàn|mặt trận|chính quyền|trung tâm|phòng|đảng viên|thành viên|nhà đầu tư|nhà cung cấp|nhà thầu|trưởng|phó|ubnd|ủy ban|văn phòng|đồng chí|các đồng chí|đoàn|công an|quân sự|người dân|thành ủy|tỉnh ủy|đảng ủy|truyền thông của|truyền thông:|báo chí)(?![\\p{L}])");

    private static final Set<String> STOP_WORDS = Set.of(
            "có", "phải", "cần", "chậm", "muộn", "ngày", "kính", "điện", "quy", "được", "để", "theo", "trong", "về",
            "khi", "nếu", "là", "sẽ", "đã", "đang", "tại", "nhằm", "với", "bằng", "thì", "mà", "do", "từ", "trên",
            "nêu", "kể", "đến", "tới", "cho", "như", "qua", "việc", "không", "cùng", "gồm", "ngay", "hằng", "hàng",
            "đúng", "nhưng", "gửi", "vào", "hoặc", "sau", "trước", "đều", "tự", "chưa", "gắn", "rộng", "sớm", "nói");
    /** After these a stop word is part of the name: “trên địa bàn tỉnh”, “có liên quan”. */
    private static final Pattern NAME_GOES_ON = Pattern.compile(
            "(?:chủ trì(?= phải| có trách nhiệm)|phối hợp(?= phải| có trách nhiệm)|có liên quan|có nhu cầu|có trụ sở|được giao(?: chủ trì| phối hợp| nhiệm vụ)?|được phân công(?: chủ trì| phối hợp)?|được giám sát|được kiểm tra|được cấp|được tham vấn|trên địa bàn|trong tỉnh|trong khối|trong hệ thống|trong các cơ quan|trong cơ quan|tại địa phương|tại khu dân cư|trên toàn|trong toàn|từ tỉnh|trực thuộc|hoạt động|không chuyên trách|tham gia|cùng cấp|giải quyết(?= tthc| thủ tục)|quản trị,? (?:và )?vận hành|quản lý|chuyên môn|đóng trên địa bàn|trong phạm vi|thông tin|truyền thông|nhận|sự nghiệp|có thẩm quyền|xử lý|phụ trách|thường trực|chủ quản|tham mưu|giúp việc|giám sát|kiểm tra)(?!\\p{L})");

    /** Words that go on a group and do not begin another, also in capitals: “các Cụm, Khối thi đua”. */
    private static final Set<String> BELONGS =
            Set.of("khối", "cụm", "ngành", "đoàn thể", "địa phương", "đơn vị", "tổ chức", "cá nhân", "phòng", "tổ");

    private static final Set<String> LISTED = Set.of("đoàn thể", "địa phương", "đơn vị", "cá nhân", "ngành");
    /** Behind one named body a group is another, not a part of it. */
    private static final Pattern SPECIFIC = Pattern.compile("(?:sở|công an|ubnd|ủy ban nhân dân|văn phòng) \\p{L}");

    /** What a board, a team or a committee is named by: “ban biên tập”, “tổ giúp việc”, “đoàn kiểm tra”. */
    private static final Pattern NAMED_BY_WORK = Pattern.compile(
            "(?:chỉ đạo|quản lý|quản trị|công tác|giám sát|bầu cử|dân vận|tuyên giáo|biên tập|biên soạn|soạn thảo|chấp hành|thường vụ|pháp chế|giám hiệu|chỉ huy|điều hành|điều phối|cán sự|giúp việc|thẩm định|kiểm tra|kiểm phiếu|thanh tra|liên ngành|chuyên gia|nội chính|đại diện|vận động|hòa giải|bảo vệ|phụ trách)(?!\\p{L})");
    /** Words that begin as the name of a body does and mean something else: “trường hợp”, “bộ tiêu chí”. */
    private static final Pattern NO_BODY = Pattern.compile(
            "(?:ban (?:hành|đầu|đêm|ngày|phát|bố|nãy)|báo (?:cáo|động|hiệu|hỏng)|bộ (?:phận(?! \\p{L})|tiêu chí|máy|chỉ số|chỉ tiêu|nhận diện|thủ tục|luật|câu hỏi|dữ liệu|tài liệu|quy tắc|đề|mã)"
                    + "|trường (?:hợp|thông tin|dữ liệu|phái)|hội (?:nghị|thi|thảo|họp|viên|diễn|trường|nhập|tụ|chợ|làng|ý|trại)|đoàn (?:kết|viên)|phòng (?:chống|ngừa|cháy|họp|ngự|học|bệnh|thủ|vệ|tránh)"
                    + "|vụ (?:việc|án|mùa|đông|xuân|hè)|cục (?:bộ|diện)|ngành nghề|khối (?:lượng|tài sản)|quỹ (?:đất|thời gian|nhà)|nhóm (?:đối tượng|chỉ tiêu|nhiệm vụ|giải pháp|chỉ số|tiêu chí|vấn đề|dữ liệu|nội dung)"
                    + "|thuế (?:thu|giá trị|suất|đất|xuất|nhập|tiêu thụ)|tổ (?:hợp|quốc|tiên)|đơn vị (?:tính|hành chính|bầu cử)|viện (?:trợ|dẫn|phí)|xã hội|cá nhân hóa|đài tưởng niệm|trạm (?:bts|thu phí|biến áp)|đồng chí)(?!\\p{L})");

    private static final Pattern GENERIC = Pattern.compile(
            "(?:thủ trưởng |người đứng đầu |các ông, bà |lãnh đạo )?(?:các )?(?:cơ quan|đơn vị|đồng chí|tổ chức|địa phương|ông|bà|, |và )+(?: ?sau(?: đây)?)?");

    private static final Pattern EDGE = Pattern.compile(
            "^(?:[ ,;:-]|và |cùng |[Đđ]ồng chí |[Cc]ác đồng chí |[Cc]ác đ/c |đ/c )+|(?:[ ,;:-]| các| và| của| trực thuộc| được giao)+$");
    /** “Văn phòng HĐND và UBND xã” is one body. */
    private static final Pattern COUNCIL_BEFORE = Pattern.compile("(?:hđnd|hội đồng nhân dân)(?: và|,) $");

    private static final int LONGEST = 1_200;

    /** @return null when no unit is named at {@code from} */
    static @Nullable UnitPhrase at(Passage passage, int from) {
        return at(passage, from, false);
    }

    /** As {@link #at}, but a name in small letters will do: inside a sentence “cơ quan chủ trì” is a subject too. */
    static @Nullable UnitPhrase within(Passage passage, int from) {
        return at(passage, from, true);
    }

    private static @Nullable UnitPhrase at(Passage passage, int from, boolean small) {
        String folded = passage.folded();
        int start = skip(folded, from);
        int head = headEnd(passage, start, small);
        if (head < 0) {
            return null;
        }
        int end = extend(passage, start, head);
        if (isGeneric(folded.substring(start, end)) && folded.startsWith(": ", end)) {
            UnitPhrase listed = at(passage, end + 2);
            if (listed != null) {
                return listed;
            }
        }
        List<String> names = split(passage, start, end);
        names.addAll(members(passage, end));
        return names.isEmpty() ? null : new UnitPhrase(start, end, names);
    }

    /** “Thủ trưởng các cơ quan: các sở, ban, ngành tỉnh; …”: the list behind the colon tells who is meant. */
    private static boolean isGeneric(String folded) {
        return GENERIC.matcher(folded).matches();
    }

    /** “Các cơ quan báo chí (Báo …, Đài …)”: the members named in brackets behind a group, when there are several. */
    private static List<String> members(Passage passage, int end) {
        if (!passage.text().startsWith(" (", end)) {
            return List.of();
        }
        int close = passage.text().indexOf(')', end);
        if (close < 0 || headEnd(passage, end + 2, false) < 0) {
            return List.of();
        }
        Passage inside = passage.part(end + 2, close);
        List<String> members = split(inside, 0, inside.length());
        return members.size() > 1 ? members : List.of();
    }

    private static int skip(String folded, int from) {
        int at = from;
        while (at < folded.length() && " ,-:".indexOf(folded.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** End of the opening words and the first word of the name, or -1. */
    private static int headEnd(Passage passage, int from, boolean small) {
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
        if (word.equals("tổ chức") && !isNoun(folded, at)
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

    private static int extend(Passage passage, int start, int head) {
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
        boolean verb = Vocabulary.DUTY_VERBS.at(folded, at) > 0 && !isNoun(folded, at);
        return verb && !first && !isFirstOfGroup(folded, at) ? 0 : goesOn.end();
    }

    private static boolean stops(String folded, int at, int wordEnd) {
        String word = folded.substring(at, wordEnd);
        boolean only = word.equals("chỉ") && !folded.startsWith("chỉ huy", at) && !folded.startsWith("chỉ đạo", at);
        return only
                || (STOP_WORDS.contains(word)
                        && !(word.equals("hàng") && folded.startsWith("ngân ", Math.max(0, at - 5))))
                || (Vocabulary.DUTY_VERBS.at(folded, at) > 0 && !isNoun(folded, at));
    }

    /** “cơ quan quản lý”, “đơn vị xử lý”: right behind such a word a verb tells which body is meant. */
    private static boolean isFirstOfGroup(String folded, int at) {
        String before = folded.substring(Math.max(0, at - 12), at);
        return before.matches(
                ".*(?:cơ quan|đơn vị|ban|đoàn|tổ|ủy ban|hội đồng|bộ phận|nhà nước|cán bộ|viên|lãnh đạo) $");
    }

    /** Words of the list of verbs where they are part of a name. */
    private static final Pattern NOUN = Pattern.compile(
            "tổ chức(?= chính trị| xã hội|,| có liên| và | thành viên| đảng| đoàn(?! kiểm| giám| công)| cơ sở| nghề|$| hội(?! nghị| thi| thảo| họp| diễn)| tôn giáo| tín dụng| kinh tế| khác|;| liên quan| trực thuộc| trên| trong| chi trả| cá nhân| phụ trách|\\.|:)"
                    + "|thông tin (?:điện tử|và truyền thông|cơ sở|đại chúng)|phát triển (?:quỹ|đô thị|nông thôn|khoa học|đất)|truyền thông(?= tỉnh|,|$| \\(|:| của)|thông tin(?=,)"
                    + "|cấp (?=xã|huyện|tỉnh|ủy|trên|dưới|thành phố|mình|cơ sở|phòng|trung ương|sở|quốc gia)|cử tri|quản lý (?:dự án|nhà nước|các khu|khu|chất lượng|thị trường|đất)|làm việc"
                    + "|giao (?:thông|dịch|lưu|tiếp)|đầu tư xây dựng|xây dựng (?:đảng|công trình|nông thôn)|phát triển nông thôn|kiểm soát (?:bệnh tật|thủ tục)|bảo vệ (?:thực vật|môi trường|rừng)|thông tin đại chúng|chuyển đổi số|ứng dụng công nghệ|kiểm tra (?:đảng|trung ương|tỉnh|các cấp)|hướng dẫn viên|phát thanh|lãnh đạo");

    /** A verb of one syllable may be the second half of a noun: “công trình”, “cấp”, “trường công lập”. */
    private static final Pattern NOUN_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:(?:bầu|ứng|đề|trợ|phụ|các|cùng|trung|phân|mọi|hai|ba|nhiều) (?:cử|cấp)|(?:công|chương|quá|quy|lộ|tiến|giáo) trình|(?:công|độc|tự|trung) lập|vận chuyển)$");

    private static boolean isNoun(String folded, int at) {
        boolean listed = NOUN.matcher(folded).region(at, folded.length()).lookingAt();
        boolean joined = NOUN_BEFORE
                .matcher(folded.substring(Math.max(0, at - 7), wordEnd(folded, at)))
                .find();
        // “Ban Quản lý dự án đầu tư xây dựng …”
        boolean named = folded.startsWith("xây dựng", at) && folded.startsWith("đầu tư ", Math.max(0, at - 7));
        return listed || joined || named;
    }

    private static boolean startsMember(Passage passage, int at, boolean strong) {
        if (at >= passage.length()) {
            return false;
        }
        if (headEnd(passage, at, false) > 0) {
            return true;
        }
        if (MEMBER.matcher(passage.folded()).region(at, passage.length()).lookingAt()) {
            int verb = Vocabulary.DUTY_VERBS.at(passage.folded(), at);
            return verb == 0 || isNoun(passage.folded(), at);
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

    private static List<String> split(Passage passage, int from, int to) {
        List<String> names = new ArrayList<>();
        String folded = passage.folded();
        int start = from;
        for (int at = from; at < to; at++) {
            int next = -1;
            char c = folded.charAt(at);
            if (c == '(') {
                int close = folded.indexOf(')', at);
                at = close < 0 || close >= to ? at : close;
            } else if (c == ';') {
                next = skip(folded, at + 1);
            } else if (c == ',' && startsOwnName(passage, skip(folded, at + 1), start, to)) {
                next = skip(folded, at + 1);
            } else if (folded.startsWith(" và ", at) && startsOwnName(passage, at + 4, start, to)) {
                next = at + 4;
            }
            if (next >= 0 && next < to) {
                add(names, passage.text().substring(start, at));
                start = next;
                at = next - 1;
            }
        }
        add(names, passage.text().substring(start, to));
        return names;
    }

    private static boolean startsOwnName(Passage passage, int at, int start, int to) {
        if (at >= to) {
            return false;
        }
        String folded = passage.folded();
        // “Văn phòng Đoàn ĐBQH và HĐND tỉnh” is one body.
        String before = folded.substring(start, at);
        boolean office = before.startsWith("văn phòng");
        boolean committee = folded.startsWith("ubnd", at) || folded.startsWith("ủy ban nhân dân", at);
        if (office && committee && COUNCIL_BEFORE.matcher(before).find()) {
            return false;
        }
        boolean councils = folded.startsWith("hđnd", at) || folded.startsWith("hội đồng nhân dân", at);
        if (councils && office && folded.startsWith(" và ", at - 4)) {
            return false;
        }
        boolean plural = folded.startsWith("các ", at);
        int head = plural ? at + 4 : at;
        int length = Vocabulary.UNIT_HEADS.at(folded, head);
        if (length == 0) {
            return false;
        }
        boolean small = folded.startsWith("chính quyền", at);
        if (!plural && !small && !Character.isUpperCase(passage.text().charAt(at))) {
            return false;
        }
        String word = folded.substring(head, head + length);
        boolean specific =
                SPECIFIC.matcher(folded).region(start, folded.length()).lookingAt();
        if (plural ? LISTED.contains(word) && !specific : BELONGS.contains(word)) {
            return false;
        }
        int end = head + length;
        // “Các Sở, Ban, Ngành”: a lone word belongs to the group.
        return plural || end < to && folded.charAt(end) == ' ' && !folded.startsWith(" và", end) || length > 6;
    }

    private static void add(List<String> names, String printed) {
        String name = EDGE.matcher(printed).replaceAll("");
        if (name.length() > 1) {
            names.add(name);
        }
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '&')) {
            end++;
        }
        return end;
    }
}
