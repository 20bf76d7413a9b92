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
    private static final List<String> ORDERS = List.of("giao", "đề nghị", "yêu cầu", "phân công", "ủy quyền");
    private static final Pattern NO_ORDER_BEFORE = Pattern.compile(
            "(?:được|theo|hồ sơ|văn bản|tờ trình|đã|do|có|các|nội dung|hoặc|khi|phiếu|trên|vốn|trình|xem xét|và|bàn|chuyển|tham mưu|báo cáo|nhằm|ý kiến|thẩm định|xem xét|về|xét|nội dung) $");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:trách nhiệm|nhiệm vụ|quyền hạn|trách nhiệm, quyền hạn|nhiệm vụ, quyền hạn|nhiệm vụ và quyền hạn|phân công nhiệm vụ|phân công trách nhiệm)(?: cụ thể)?(?: phối hợp)?(?: quản lý)?(?: của|:| đối với)?"
                    + "|đối với|riêng|trong đó,?|đồng thời,?|bên cạnh đó,?|hằng năm,|hàng năm,|định kỳ,|trường hợp cần thiết,|căn cứ[^,;:]{0,80},|trên cơ sở[^,;:]{0,80},|về phía|theo đó,|vì vậy,|do vậy,|do đó,|tuy nhiên,|ngoài ra,|trước mắt,|đồng thời|ngoài việc[^,;:]{0,120},) ");
    /** “Điều 14. Trách nhiệm của người quản trị …”: whatever follows names those who are charged. */
    private static final Pattern CHARGE = Pattern.compile(
            "^(?:(?:chức năng|trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ|quyền)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ))*)(?: cụ thể)? của (?!các bên|mình)");

    private static final Pattern SAID_TO_BE_RESPONSIBLE = Pattern.compile(
            "(?<who>[^,.;:()]{3,70}?)(?: phải| cần)? (?:có trách nhiệm|chịu trách nhiệm|có nghĩa vụ) (?!của|trong)"
                    + "|(?<person>(?:người|cán bộ|công chức|chủ|thuê bao|hộ) [^,.;:()]{3,60}?) phải ");
    private static final Pattern NO_SUBJECT =
            Pattern.compile("(?:việc|và|hoặc|phải|cá nhân|tập thể|người nào|không|được|bảo đảm|đảm bảo|đồng thời|có) ");
    /** “UBND các xã: Tân Yên, Phúc Hòa và Ngọc Thiện …” */
    private static final Pattern PLACES =
            Pattern.compile(": (?:\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){1,3}(?:, | và | )){1,20}");

    private static final int LONGEST_TOPIC = 80;
    private static final Pattern CONDITION = Pattern.compile(
            "(?<if>(?:đối với )?(?:trường hợp|nếu|khi) )[^.;]{5,240}?(?: thì |, )(?:[^.;]{0,80} )?(?:phải|có trách nhiệm) ");
    private static final Pattern PERSON = Pattern.compile("(?:các )?(?:đồng chí|đ/c|ông|bà) ");
    private static final Pattern NAME_END = Pattern.compile("[ .:;]*(?:\\(.*)?");
    private static final int LONGEST_NAME = 110;

    private static final Pattern PLACE_OF_WORK = Pattern.compile(" (?:trên|tại|trong|theo|khi) ");

    private static final Pattern HEAD_OF_UNIT = Pattern.compile(
            "^(?:(?:đồng chí )?(?:phó )?(?:giám đốc|chánh|trưởng|cục trưởng|chi cục trưởng|thủ trưởng|chủ nhiệm|bí thư|chỉ huy trưởng|viện trưởng|tổng biên tập|tổng giám đốc|hiệu trưởng) )(?=(?:sở|văn phòng|thanh tra|công an|ban|cục|chi cục|trung tâm|bộ|báo|đài|hội|phòng|tỉnh|thành|bảo hiểm|kho bạc|thuế|ngân hàng|viện)(?: |$))");
    private static final Pattern LEAD = Pattern.compile("chủ trì|đầu mối|làm đầu mối");
    private static final Pattern WITH = Pattern.compile("phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)? ");
    private static final Pattern DUTY_AFTER = Pattern.compile(
            "^[ ,]*(?:\\([^)]{0,160}\\)[ ,]*)?(?:(?:của|thuộc|tại|trên|trong|trực thuộc|có liên quan|theo|căn cứ|khi|ngoài)[^.;:]{0,160}?[ ,])?(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu|phải|cần|sẽ|được giao|có văn bản|có kế hoạch|có biện pháp|tự|là cơ quan|là đầu mối|là đơn vị|đồng|kịp|thực)");
    private static final Pattern GIVER_VERB = Pattern.compile(
            "^[ ,]*(?:ban hành|yêu cầu|đề nghị|giao|quyết định|nhận được|đã|thông báo|hoan nghênh|biểu dương|đánh giá cao|ghi nhận|xây dựng[^.;]{0,30}kế hoạch[^.;]{0,200}như sau|triển khai[^.;]{0,200}như sau|hướng dẫn[^.;]{0,200}như sau|quy định|kính|điện ?:)");
    private static final Pattern ADVERBIAL = Pattern.compile(
            "(?:trong|chậm nhất|muộn nhất|sau|khi|đối với|trường hợp|căn cứ|trên cơ sở|định kỳ|hằng|hàng|nếu|để|theo(?! dõi)|nhằm|trước|tại|từ|ngay|quá trình|thời gian|vào|qua|riêng|ngoài|bên cạnh|mỗi|kể từ|đến (?:ngày|năm|hết|tháng)|tùy|cùng với|kết thúc)[ ,]");
    private static final Pattern PHASE =
            Pattern.compile("(?:bước|đợt|giai đoạn|lần|vòng) (?:\\d|[ivx]+|một|hai|ba)+ ?[:.] ");
    private static final Pattern SUBJECT_PLACE = Pattern.compile("[,:)]+ (?:thì )?| thì ");
    private static final Pattern IN_LIST =
            Pattern.compile("(?:^| )(?:sở|ban|ngành|cơ quan|đơn vị|tổ chức|đoàn thể|xã|phường)$");
    private static final Pattern PASSIVE = Pattern.compile("(?:được|do) (?=\\p{L})");
    private static final Pattern MUST = Pattern.compile(
            "[ ,]*(?:phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|cần|sẽ|chủ động|chủ trì|phối hợp|báo cáo|gửi|có văn bản|có báo cáo|tổng hợp|tổ chức|thực hiện|tham mưu|kịp thời|rà soát|xây dựng|ban hành|tiến hành|hoàn thành|lập|trình|thông báo|cập nhật|kiểm tra|đề xuất|theo dõi|hướng dẫn|cung cấp|chỉ đạo|vận hành|chuyển|thu hồi|niêm yết|công khai|giải quyết|tiếp nhận|họp|trao đổi|tiếp tục|tập trung|khẩn trương|nghiên cứu|đẩy mạnh|tăng cường|triển khai|quyết định|phân công|bố trí|đánh giá|phê duyệt|xem xét|trả lời|thẩm định|xử lý|tuyên truyền|mời|lấy ý kiến)(?!\\p{L})");
    /** A name that goes on with words of work: “cơ quan trực tiếp quản lý người ứng cử có trách nhiệm”. */
    private static final Pattern BOUND = Pattern.compile("[^.;:()]{2,90}?( có trách nhiệm | chịu trách nhiệm )");
    /** A clause of purpose or condition has verbs of its own. */
    private static final Pattern CLAUSE = Pattern.compile("(?:để|nhằm|khi|nếu|sau khi|(?:trong )?trường hợp) ");

    private static final Pattern CHARGED_NEXT =
            Pattern.compile(" (?:phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|cần)(?!\\p{L})");
    private static final Pattern BRACKET = Pattern.compile("^ ?\\([^)]{0,240}\\) ?");
    private static final Pattern WORKS = Pattern.compile(
            "[,;] (?:gửi|báo cáo|tổ chức|thực hiện|xây dựng|chủ động|chủ trì|phối hợp|tham mưu|triển khai|có trách nhiệm|chịu trách nhiệm|kịp thời|ban hành|rà soát|tổng hợp|hướng dẫn|chỉ đạo|phân công|tăng cường|đề xuất|lập|phản ánh|đẩy mạnh|bố trí|quán triệt)");
    private static final Pattern CHARGED = Pattern.compile("(?:có|chịu) trách nhiệm");
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
            return binds(rest) ? with(sentence, subject) : NOBODY;
        }
        Actors ordered = ordered(sentence, 0);
        if (!ordered.isNobody()) {
            return ordered;
        }
        Actors behind = behindAdverbial(sentence);
        if (!behind.isNobody()) {
            return behind;
        }
        Actors charged = chargedBySentence(sentence);
        return charged.isNobody() ? behindTopic(sentence) : charged;
    }

    /** “Quản trị viên hệ thống có trách nhiệm sao lưu …”: whoever is said to be responsible, a body or not. */
    private static Actors chargedBySentence(Passage sentence) {
        if (!sentence.folded().contains("có trách nhiệm")
                && !sentence.folded().contains("chịu trách nhiệm")
                && !sentence.folded().contains("có nghĩa vụ")
                && !sentence.folded().contains(" phải ")) {
            return NOBODY;
        }
        Matcher charged = SAID_TO_BE_RESPONSIBLE.matcher(sentence.folded());
        boolean found = charged.lookingAt()
                && !ADVERBIAL.matcher(sentence.folded()).lookingAt()
                && !NO_SUBJECT.matcher(sentence.folded()).lookingAt();
        int end = !found ? 0 : charged.group("who") == null ? charged.end("person") : charged.end("who");
        return found ? new Actors(List.of(sentence.text().substring(0, end)), List.of(), List.of(), end) : NOBODY;
    }

    /** “Biên bản hội nghị: Các cơ quan, đơn vị gửi về …”: what it is about stands before a colon. */
    private static Actors behindTopic(Passage sentence) {
        int colon = sentence.text().indexOf(": ");
        UnitPhrase subject = colon < 0 || colon > LONGEST_TOPIC ? null : UnitPhrase.at(sentence, colon + 2);
        return subject != null && binds(sentence.part(subject.to(), sentence.length()))
                ? with(sentence, subject)
                : NOBODY;
    }

    /** “Trường hợp các cơ quan … thì … phải …”: whom the condition names must act where the rest names nobody. */
    static Actors ofCondition(Passage sentence) {
        Matcher condition = CONDITION.matcher(sentence.folded());
        UnitPhrase unit = condition.lookingAt() ? UnitPhrase.within(sentence, condition.end("if")) : null;
        return unit == null ? NOBODY : with(sentence, unit);
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

    /** “Trong 05 ngày làm việc kể từ ngày nhận được kiến nghị, Văn phòng UBND tỉnh …”: the subject comes later. */
    private static Actors behindAdverbial(Passage sentence) {
        String folded = sentence.folded();
        Matcher phase = PHASE.matcher(folded);
        int start = phase.lookingAt() ? phase.end() : 0;
        boolean adverbial =
                ADVERBIAL.matcher(folded).region(start, folded.length()).lookingAt();
        int from = adverbial ? start : folded.indexOf(" thì ");
        if (from < 0) {
            return NOBODY;
        }
        Matcher place = SUBJECT_PLACE.matcher(folded);
        boolean clause = CLAUSE.matcher(folded).lookingAt();
        boolean work = false;
        int before = from;
        while (place.find(Math.max(before, from))) {
            // “…, phải tham mưu cho UBND tỉnh, Chủ tịch UBND tỉnh …”: the subject was left out, what follows is an
            // object.
            boolean elided =
                    folded.substring(before, Math.max(before, place.start())).contains(" phải ");
            work |= before > from && (elided || startsWithWork(folded, before));
            if (work && !clause) {
                return NOBODY;
            }
            boolean inList = IN_LIST.matcher(folded.substring(Math.max(0, place.start() - 10), place.start()))
                    .find();
            UnitPhrase subject = inList ? null : UnitPhrase.within(sentence, place.end());
            // Behind “để đẩy mạnh …, giải ngân …,” only plain words of duty tell the subject from one more object.
            if (subject != null && (work ? isCharged(folded, subject.to()) : mustWork(folded, subject.to()))) {
                return with(sentence, subject);
            }
            Matcher bound = BOUND.matcher(folded);
            if (subject != null && bound.region(subject.to(), folded.length()).lookingAt()) {
                int end = bound.start(1);
                String name = sentence.text().substring(subject.from(), end).strip();
                return with(sentence, new UnitPhrase(subject.from(), end, List.of(name)));
            }
            if (subject != null
                    && !work
                    && folded.startsWith(" ", subject.to())
                    && WorkVerbs.at(folded, subject.to() + 1)) {
                return with(sentence, subject);
            }
            before = place.end();
        }
        return NOBODY;
    }

    private static boolean isCharged(String folded, int at) {
        return CHARGED_NEXT.matcher(folded).region(at, folded.length()).lookingAt();
    }

    private static boolean mustWork(String folded, int at) {
        return MUST.matcher(folded).region(at, folded.length()).lookingAt();
    }

    private static boolean startsWithWork(String folded, int at) {
        return folded.startsWith("phải ", at)
                || folded.startsWith("có trách nhiệm ", at)
                || (Vocabulary.DUTY_VERBS.at(folded, at) > 0
                        && !ADVERBIAL
                                .matcher(folded)
                                .region(at, folded.length())
                                .lookingAt());
    }

    /** “được Sở Nội vụ đăng tải hằng tuần”: the one who acts stands behind the passive. */
    static Actors ofPassive(Passage sentence) {
        Matcher passive = PASSIVE.matcher(sentence.folded());
        while (passive.find()) {
            UnitPhrase unit = UnitPhrase.at(sentence, passive.end());
            if (unit != null && binds(sentence.part(unit.to(), sentence.length()))) {
                return with(sentence, unit);
            }
        }
        return NOBODY;
    }

    /** The actors of a heading such as “2. Các sở, ban, ngành tỉnh:” or “Điều 12. Trách nhiệm của Sở Nội vụ”. */
    static Actors ofHeading(Passage heading, boolean amongAssignments) {
        String folded = heading.folded();
        Matcher order = ORDER.matcher(folded);
        int from = order.lookingAt() ? order.end() : prefix(folded);
        UnitPhrase subject = from > 0 ? UnitPhrase.within(heading, from) : UnitPhrase.at(heading, from);
        Matcher charge = CHARGE.matcher(folded);
        if (charge.find() && (subject == null || !endsAt(heading, subject.to()))) {
            return charged(heading, charge.end());
        }
        if (subject == null) {
            return NOBODY;
        }
        Passage behind = heading.part(subject.to(), heading.length());
        if (isGiver(behind)) {
            return ordered(heading, subject.to());
        }
        String rest = BRACKET.matcher(behind.folded()).replaceFirst("").strip();
        boolean alone = rest.isEmpty() || rest.startsWith(":") || rest.equals(".") || rest.equals(";");
        boolean charged =
                CHARGED.matcher(rest).find() || DUTY_AFTER.matcher(rest).find();
        if (alone || charged || Vocabulary.DUTY_VERBS.at(rest, skip(rest)) > 0) {
            return with(heading, subject);
        }
        // “7. Các doanh nghiệp hoạt động trong lĩnh vực xây dựng …”: where work is shared out, the heading is names.
        int colon = rest.indexOf(':');
        if (!amongAssignments || (colon >= 0 && colon < rest.length() - 1)) {
            return NOBODY;
        }
        int end = colon < 0 ? heading.length() : heading.length() - 1;
        List<String> names = subject.names().size() > 1
                ? UnitNames.of(heading, subject.from(), end)
                : List.of(heading.text().substring(subject.from(), end));
        return new Actors(names, List.of(), List.of(), heading.length());
    }

    /** Whether a heading is “Trách nhiệm của …”. */
    static boolean isCharge(Passage heading) {
        return CHARGE.matcher(heading.folded()).find();
    }

    private static boolean endsAt(Passage heading, int at) {
        return NAME_END.matcher(heading.text()).region(at, heading.length()).matches();
    }

    private static Actors charged(Passage heading, int from) {
        Passage name = heading.part(from, heading.length());
        String printed = name.text().replaceAll(" ?\\([^)]*\\)|[ .:;]+$", "");
        if (printed.length() > LONGEST_NAME) {
            // “… tham gia cung cấp thông tin trên Cổng thông tin điện tử tỉnh và …”
            printed = PLACE_OF_WORK.split(printed, 2)[0];
        }
        if (printed.length() > LONGEST_NAME || printed.isEmpty()) {
            return NOBODY;
        }
        UnitPhrase unit = UnitPhrase.within(name, 0);
        boolean several = unit != null && unit.names().size() > 1 && endsAt(name, unit.to());
        return new Actors(several ? unit.names() : List.of(printed), List.of(), List.of(), heading.length());
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
        return GIVER_VERB
                .matcher(BRACKET.matcher(rest.folded()).replaceFirst(""))
                .find();
    }

    private static boolean binds(Passage rest) {
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

    private static Actors ordered(Passage sentence, int from) {
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
