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

    static final Pattern ORDER = Pattern.compile(
            "(?:^|(?<=[ ,;]))(?:kính )?(?:giao(?: trách nhiệm)?(?: cho)?|đề nghị|yêu cầu|phân công|ủy quyền(?: cho)?)(?: đến)? (?=\\p{L})");
    private static final List<String> ORDERS = List.of("giao", "đề nghị", "yêu cầu", "phân công", "ủy quyền");
    private static final Pattern NO_ORDER_BEFORE = Pattern.compile(
            "(?:được|theo|hồ sơ|văn bản|tờ trình|đã|do|có|các|nội dung|hoặc|khi|phiếu|trên|vốn|trình|xem xét|và|bàn|chuyển|tham mưu|báo cáo|nhằm|ý kiến|thẩm định|xem xét|về|xét|nội dung) $");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:trách nhiệm|nhiệm vụ|quyền hạn|trách nhiệm, quyền hạn|nhiệm vụ, quyền hạn|nhiệm vụ và quyền hạn|phân công nhiệm vụ|phân công trách nhiệm)(?: cụ thể)?(?: phối hợp)?(?: quản lý)?(?: của|:| đối với)?"
                    + "|đối với|riêng|trong đó,?|đồng thời,?|bên cạnh đó,?|hằng năm,|hàng năm,|định kỳ,|trường hợp cần thiết,|căn cứ[^,;:]{0,80},|trên cơ sở[^,;:]{0,80},|về phía|theo đó,|vì vậy,|do vậy,|do đó,|tuy nhiên,|ngoài ra,|trước mắt,|đồng thời|ngoài việc[^,;:]{0,120},) ");

    /** “UBND các xã: Tân Yên, Phúc Hòa và Ngọc Thiện …” */
    private static final Pattern PLACES =
            Pattern.compile(": (?:\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){1,3}(?:, | và | )){1,20}");

    private static final Pattern SPARED = Pattern.compile(
            " không (?:phải |cần |bắt buộc |nhất thiết )*(?:tổ chức|thực hiện|báo cáo|lập|gửi|xây dựng|tiến hành) ");
    private static final Pattern PERSON = Pattern.compile("(?:các )?(?:đồng chí|đ/c|ông|bà) ");
    private static final Pattern NAME_END = Pattern.compile("[ .:;]*(?:\\(.*)?");
    static final int LONGEST_NAME = 110;

    private static final Pattern HEAD_OF_UNIT = Pattern.compile(
            "^(?:(?:đồng chí )?(?:phó )?(?:giám đốc|chánh|trưởng|cục trưởng|chi cục trưởng|thủ trưởng|chủ nhiệm|bí thư|chỉ huy trưởng|viện trưởng|tổng biên tập|tổng giám đốc|hiệu trưởng) )(?=(?:sở|văn phòng|thanh tra|công an|ban|cục|chi cục|trung tâm|bộ|báo|đài|hội|phòng|tỉnh|thành|bảo hiểm|kho bạc|thuế|ngân hàng|viện)(?: |$))");
    private static final Pattern DIRECT = Pattern.compile("(?:chỉ đạo|giao|phân công) (?=\\p{L})");
    private static final Pattern DONE_BELOW = Pattern.compile(
            " ?(?:\\([^)]{0,160}\\) ?)?(?:thực hiện|triển khai|tổ chức thực hiện)(?: (?:các )?(?:nội dung|nhiệm vụ|công việc))?(?: sau(?: đây)?)? ?[.:;]?");
    private static final Pattern TOLD_APART = Pattern.compile(
            "(?:được|bị|đang|có|đã) [^,.;:()]{2,90}? (?:phải|có trách nhiệm|có nghĩa vụ) (?!trong|của)");
    private static final Pattern LEAD = Pattern.compile("chủ trì|đầu mối|làm đầu mối");
    private static final Pattern WITH = Pattern.compile("phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)? ");
    static final Pattern DUTY_AFTER = Pattern.compile(
            "^[ ,]*(?:\\([^)]{0,160}\\)[ ,]*)?(?:(?:của|thuộc|tại|trên|trong|trực thuộc|có liên quan|theo|căn cứ|khi|ngoài)[^.;:]{0,160}?[ ,])?(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu|phải|cần|sẽ|được giao|có văn bản|có kế hoạch|có biện pháp|tự|là cơ quan|là đầu mối|là đơn vị|đồng|kịp|thực)");
    private static final Pattern GIVER_VERB = Pattern.compile(
            "^[ ,]*(?:ban hành|yêu cầu|đề nghị|giao|quyết định|nhận được|đã|thông báo|hoan nghênh|biểu dương|đánh giá cao|ghi nhận|xây dựng[^.;]{0,30}kế hoạch[^.;]{0,200}như sau|triển khai[^.;]{0,200}như sau|hướng dẫn[^.;]{0,200}như sau|quy định|kính|điện ?:)");
    static final Pattern ADVERBIAL = Pattern.compile(
            "(?:trong|chậm nhất|muộn nhất|sau|khi|đối với|trường hợp|căn cứ|trên cơ sở|định kỳ|hằng|hàng|nếu|để|theo(?! dõi)|nhằm|trước|tại|từ|ngay|quá trình|thời gian|vào|qua|riêng|ngoài|bên cạnh|mỗi|kể từ|đến (?:ngày|năm|hết|tháng)|tùy|cùng với|kết thúc)[ ,]");

    static final Pattern BRACKET = Pattern.compile("^ ?\\([^)]{0,240}\\) ?");
    private static final Pattern WORKS = Pattern.compile(
            "[,;] (?:gửi|báo cáo|tổ chức|thực hiện|xây dựng|chủ động|chủ trì|phối hợp|tham mưu|triển khai|có trách nhiệm|chịu trách nhiệm|kịp thời|ban hành|rà soát|tổng hợp|hướng dẫn|chỉ đạo|phân công|tăng cường|đề xuất|lập|phản ánh|đẩy mạnh|bố trí|quán triệt)");
    private static final Set<String> NO_NAMES = Set.of(
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
        UnitPhrase subject = from > 0 ? UnitPhrase.within(sentence, from) : UnitPhrase.at(sentence, from);
        if (subject != null) {
            Passage rest = sentence.part(subject.to(), sentence.length());
            if (isGiver(rest)) {
                return ordered(sentence, subject.to());
            }
            return binds(rest) || boundFurtherOn(rest) ? with(sentence, subject) : NOBODY;
        }
        Actors directed = directed(sentence);
        if (!directed.isNobody()) {
            return directed;
        }
        Actors ordered = ordered(sentence, 0);
        if (!ordered.isNobody()) {
            return ordered;
        }
        return LateSubject.of(sentence);
    }

    /** “2. Chỉ đạo Cổng Thông tin điện tử thực hiện:”: the list below is the work of the one directed. */
    private static Actors directed(Passage sentence) {
        Matcher direct = DIRECT.matcher(sentence.folded());
        UnitPhrase unit = direct.lookingAt() ? UnitPhrase.within(sentence, direct.end()) : null;
        return unit != null
                        && DONE_BELOW
                                .matcher(sentence.folded())
                                .region(unit.to(), sentence.length())
                                .matches()
                ? with(sentence, unit)
                : NOBODY;
    }

    /** “Cơ quan, cá nhân được cấp tài khoản phải …”: what tells which are meant stands before the word of duty. */
    private static boolean boundFurtherOn(Passage rest) {
        return TOLD_APART.matcher(rest.folded()).lookingAt();
    }

    /** “Các thôn này không tổ chức hội nghị …”: who is named need not act. */
    static boolean isSpared(Passage sentence) {
        if (!sentence.folded().contains(" không ")) {
            return false;
        }
        UnitPhrase subject = UnitPhrase.at(sentence, 0);
        return subject != null
                && SPARED.matcher(sentence.folded())
                        .region(subject.to(), sentence.length())
                        .lookingAt();
    }

    /** The actors of an item where work is shared out: their name alone, or before a colon and the work itself. */
    static Actors ofItem(Passage sentence) {
        Actors of = of(sentence);
        if (!of.isNobody()) {
            return of;
        }
        int colon = sentence.text().indexOf(':');
        Passage name = colon < 0 ? sentence : sentence.part(0, colon);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return NOBODY;
        }
        if (colon > 0 && PERSON.matcher(name.folded()).lookingAt()) {
            return new Actors(List.of(name.text()), List.of(), List.of(), colon + 1);
        }
        UnitPhrase subject = UnitPhrase.at(name, 0);
        return subject != null && endsAt(name, subject.to()) ? with(sentence, subject) : NOBODY;
    }

    /** The one to whom a preamble turns at its end: “Thực hiện Kế hoạch số …, Sở Nội vụ đề nghị các đơn vị:”. */
    static Actors orderedIn(Passage preamble) {
        return ordered(preamble, 0);
    }

    static boolean endsAt(Passage heading, int at) {
        return NAME_END.matcher(heading.text()).region(at, heading.length()).matches();
    }

    static int skip(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',' || text.charAt(at) == ':')) {
            at++;
        }
        return at;
    }

    static int prefix(String folded) {
        int at = 0;
        Matcher prefix = PREFIX.matcher(folded);
        for (int times = 0; times < 2 && prefix.region(at, folded.length()).lookingAt(); times++) {
            at = prefix.end();
        }
        return at;
    }

    /** Whether it opens with a time, a condition or the like, and its subject is still to come. */
    static boolean isAdverbial(Passage sentence) {
        return ADVERBIAL.matcher(sentence.folded()).lookingAt();
    }

    static boolean isGiver(Passage rest) {
        return GIVER_VERB
                .matcher(BRACKET.matcher(rest.folded()).replaceFirst(""))
                .find();
    }

    static boolean binds(Passage rest) {
        String folded = BRACKET.matcher(rest.folded()).replaceFirst("");
        Matcher places = PLACES.matcher(rest.text());
        int at = places.lookingAt() ? places.end() : skip(folded);
        boolean adverbial =
                ADVERBIAL.matcher(folded).region(at, folded.length()).lookingAt();
        // “Phòng Hành chính, Lưu trữ”: behind a comma a capital goes on with a name.
        boolean name = folded.startsWith(",")
                && at < folded.length()
                && Character.isUpperCase(rest.text().charAt(rest.length() - folded.length() + at));
        return (Vocabulary.DUTY_VERBS.at(folded, at) > 0 && !name)
                || DUTY_AFTER.matcher(folded).find()
                || (adverbial && WORKS.matcher(folded).find());
    }

    static Actors ordered(Passage sentence, int from) {
        String folded = sentence.folded();
        if (ORDERS.stream().noneMatch(folded::contains)) {
            return NOBODY;
        }
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
                    && (order.start() <= from + 2
                            || opensClause(folded, order.start())
                            || from > 0 && order.start() <= from + 30
                            || isGroup(unit))) {
                return with(sentence, unit);
            }
        }
        return NOBODY;
    }

    /** “Đối với các hộ chưa đồng thuận, giao UBND phường …”: the order begins behind a comma. */
    private static boolean opensClause(String folded, int at) {
        return folded.startsWith("giao ", at) && (folded.startsWith(", ", at - 2) || folded.startsWith("; ", at - 2));
    }

    private static boolean isGroup(UnitPhrase unit) {
        String first = Folding.fold(unit.names().getFirst());
        return first.startsWith("các ")
                || first.startsWith("thủ trưởng")
                || first.startsWith("sở")
                || first.startsWith("ủy ban nhân dân các");
    }

    static Actors with(Passage sentence, UnitPhrase subject) {
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
        return head.find() ? Character.toUpperCase(name.charAt(head.end())) + name.substring(head.end() + 1) : name;
    }

    boolean isNobody() {
        return who.isEmpty();
    }

    Actors workingWith(Actors partners) {
        return new Actors(who, lead, partners.isNobody() ? with : partners.who(), partners.verb());
    }

    /** The same, named before the passage, all of which is their work. */
    Actors fromStart() {
        return new Actors(who, lead, with, 0);
    }
}
