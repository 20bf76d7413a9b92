package vn.nhipcau.legaltext;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who must act, as one sentence or heading says it.
 *
 * @param who those who must act; with a lead, the lead
 * @param with those named as partners (“phối hợp với …”)
 * @param verb where the work itself begins in the passage
 */
record Actors(List<String> who, List<String> lead, List<String> with, int verb) {
    static final Actors NOBODY = new Actors(List.of(), List.of(), List.of(), 0);

    private static final Pattern ORDER = Pattern.compile(
            "(?:^|(?<=[ ,;]))(?:kính )?(?:giao(?: trách nhiệm)?(?: cho)?|đề nghị|yêu cầu|phân công|ủy quyền(?: cho)?)(?: đến)? (?=\\p{L})");
    private static final Pattern NO_ORDER_BEFORE = Pattern.compile(
            "(?:được|theo|hồ sơ|văn bản|tờ trình|đã|do|có|các|nội dung|hoặc|khi|phiếu|trên|vốn|trình|xem xét|và|bàn|chuyển|tham mưu|báo cáo|nhằm|ý kiến|thẩm định|xem xét|về|xét) $");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:trách nhiệm|nhiệm vụ|quyền hạn|trách nhiệm, quyền hạn|nhiệm vụ, quyền hạn|nhiệm vụ và quyền hạn|phân công nhiệm vụ|phân công trách nhiệm)(?: cụ thể)?(?: phối hợp)?(?: quản lý)?(?: của|:| đối với)"
                    + "|đối với|riêng|trong đó,?|đồng thời,?|bên cạnh đó,?|hằng năm,|hàng năm,|định kỳ,|trường hợp cần thiết,|căn cứ[^,;:]{0,80},|trên cơ sở[^,;:]{0,80},|về phía) ");
    private static final Pattern HEAD_OF_UNIT = Pattern.compile(
            "^(?:(?:đồng chí )?(?:phó )?(?:giám đốc|chánh|trưởng|cục trưởng|chi cục trưởng|thủ trưởng|chủ nhiệm|bí thư|chỉ huy trưởng|viện trưởng|tổng biên tập|tổng giám đốc|hiệu trưởng) )(?=(?:sở|văn phòng|thanh tra|công an|ban|cục|chi cục|trung tâm|bộ|báo|đài|hội|phòng|tỉnh|thành|bảo hiểm|kho bạc|thuế|ngân hàng|viện)(?: |$))");
    private static final Pattern LEAD = Pattern.compile("chủ trì|đầu mối|làm đầu mối");
    private static final Pattern WITH = Pattern.compile("phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)? ");
    private static final Pattern DUTY_AFTER = Pattern.compile(
            "^[ ,]*(?:\\([^)]{0,160}\\)[ ,]*)?(?:(?:của|thuộc|tại|trên|trong|trực thuộc|có liên quan|theo|căn cứ|khi|ngoài)[^.;:]{0,160}?[ ,])?(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu|phải|cần|sẽ|được giao|có văn bản|có kế hoạch|có biện pháp|tự|là cơ quan|là đầu mối|là đơn vị|đồng|kịp|thực)");
    private static final Pattern GIVER_VERB = Pattern.compile(
            "^[ ,]*(?:ban hành|yêu cầu|đề nghị|giao|quyết định|nhận được|đã|thông báo|hoan nghênh|biểu dương|đánh giá cao|ghi nhận|xây dựng[^.;]{0,30}kế hoạch[^.;]{0,200}như sau|triển khai[^.;]{0,200}như sau|hướng dẫn[^.;]{0,200}như sau|quy định)");
    private static final Set<String> NO_NAMES = Set.of(
            "cơ quan chủ trì",
            "đơn vị chủ trì",
            "cơ quan phối hợp",
            "đơn vị phối hợp",
            "cơ quan",
            "đơn vị",
            "cơ quan thực hiện",
            "đơn vị thực hiện",
            "hội nghị",
            "tổ chức",
            "báo cáo",
            "phòng",
            "ban",
            "sở",
            "các nội dung",
            "đơn vị tính",
            "các đồng chí");

    /** The actors of a sentence; {@link #NOBODY} when it names none. */
    static Actors of(Passage sentence) {
        String folded = sentence.folded();
        int from = prefix(folded);
        UnitPhrase subject = UnitPhrase.at(sentence, from);
        if (subject != null) {
            Passage rest = sentence.part(subject.to(), sentence.length());
            Actors ordered =
                    GIVER_VERB.matcher(rest.folded()).find() || true ? ordered(sentence, subject.to()) : NOBODY;
            if (isGiver(rest)) {
                return ordered;
            }
            if (binds(rest)) {
                return with(sentence, subject);
            }
            return NOBODY;
        }
        return ordered(sentence, 0);
    }

    /** The actors of a heading such as “2. Các sở, ban, ngành tỉnh:” or “Điều 12. Trách nhiệm của Sở Nội vụ”. */
    static Actors ofHeading(Passage heading) {
        String folded = heading.folded();
        int from = prefix(folded);
        Matcher order = ORDER.matcher(folded);
        if (order.lookingAt()) {
            from = order.end();
        }
        UnitPhrase subject = UnitPhrase.at(heading, from);
        if (subject == null) {
            return NOBODY;
        }
        String rest =
                folded.substring(subject.to()).replaceAll("\\([^)]*\\)", "").strip();
        boolean alone = rest.isEmpty() || rest.startsWith(":") || rest.equals(".") || rest.equals(";");
        if (alone || DUTY_AFTER.matcher(rest).find() || Vocabulary.DUTY_VERBS.at(rest, skip(rest)) > 0) {
            return with(heading, subject);
        }
        return NOBODY;
    }

    private static int skip(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',' || text.charAt(at) == ':')) {
            at++;
        }
        return at;
    }

    private static int prefix(String folded) {
        int at = 0;
        Matcher prefix = PREFIX.matcher(folded);
        for (int times = 0; times < 2 && prefix.region(at, folded.length()).lookingAt(); times++) {
            at = prefix.end();
        }
        return at;
    }

    private static boolean isGiver(Passage rest) {
        return GIVER_VERB.matcher(rest.folded()).find();
    }

    private static boolean binds(Passage rest) {
        String folded = rest.folded();
        int at = skip(folded);
        if (folded.startsWith(":")) {
            return true;
        }
        return Vocabulary.DUTY_VERBS.at(folded, at) > 0
                || DUTY_AFTER.matcher(folded).find();
    }

    private static Actors ordered(Passage sentence, int from) {
        String folded = sentence.folded();
        Matcher order = ORDER.matcher(folded);
        int at = from;
        while (order.find(at)) {
            at = order.end();
            boolean main = order.start() <= from + 2
                    || !NO_ORDER_BEFORE
                            .matcher(folded.substring(Math.max(0, order.start() - 12), order.start()))
                            .find();
            UnitPhrase unit = main ? UnitPhrase.at(sentence, order.end()) : null;
            if (unit != null
                    && (order.start() <= from + 2 || from > 0 && order.start() <= from + 30 || isGroup(unit))) {
                return with(sentence, unit);
            }
        }
        return NOBODY;
    }

    private static boolean isGroup(UnitPhrase unit) {
        String first = Folding.fold(unit.names().getFirst());
        return first.startsWith("các ")
                || first.startsWith("thủ trưởng")
                || first.startsWith("sở")
                || first.startsWith("ủy ban nhân dân các");
    }

    private static Actors with(Passage sentence, UnitPhrase subject) {
        List<String> who = subject.names().stream()
                .map(Actors::unitOf)
                .filter(name -> !NO_NAMES.contains(Folding.key(name)))
                .toList();
        if (who.isEmpty()) {
            return NOBODY;
        }
        String folded = sentence.folded();
        List<String> partners = List.of();
        Matcher with = WITH.matcher(folded);
        if (with.find(subject.to())) {
            UnitPhrase partner = UnitPhrase.at(sentence, with.end());
            partners = partner == null ? List.of() : partner.names();
        }
        Matcher lead = LEAD.matcher(folded);
        boolean leads = lead.find(subject.to()) && lead.start() - subject.to() < 60;
        return new Actors(who, leads ? who : List.of(), partners, subject.to());
    }

    /** The head stands for the unit: “Giám đốc Sở Nội vụ” → “Sở Nội vụ”. */
    static String unitOf(String name) {
        Matcher head = HEAD_OF_UNIT.matcher(Folding.fold(name));
        return head.find() ? name.substring(head.end()) : name;
    }

    boolean isNobody() {
        return who.isEmpty();
    }
}
