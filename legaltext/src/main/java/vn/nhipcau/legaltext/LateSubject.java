package vn.nhipcau.legaltext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who must act, where the sentence does not begin with him nor orders him: behind time, topic, condition, passive. */
final class LateSubject {
    private static final List<String> WORDS_OF_CHARGE =
            List.of("có trách nhiệm", "chịu trách nhiệm", "có nghĩa vụ", " phải ");
    private static final Pattern SAID_TO_BE_RESPONSIBLE = Pattern.compile(
            "(?<who>[^,.;:()]{3,70}?)(?: phải| cần)? (?:có trách nhiệm|chịu trách nhiệm|có nghĩa vụ) (?!của|trong)"
                    + "|(?<person>(?:người|cán bộ|công chức|chủ|thuê bao|hộ) [^,.;:()]{3,60}?) phải ");
    private static final Pattern NO_SUBJECT =
            Pattern.compile("(?:việc|và|hoặc|phải|cá nhân|tập thể|người nào|không|được|bảo đảm|đảm bảo|đồng thời|có) ");
    private static final int LONGEST_TOPIC = 80;
    private static final Pattern CONDITION = Pattern.compile(
            "(?<if>(?:đối với )?(?:trường hợp|nếu|khi) )[^.;]{5,240}?(?: thì |, )(?:[^.;]{0,80} )?(?:phải|có trách nhiệm) ");
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

    /** “…, người ứng cử đại biểu Quốc hội phải hoàn thành …”: persons are charged by plain words of duty only. */
    private static final Pattern PERSON_CHARGED = Pattern.compile(
            "(?<who>(?:ng[ưu]ời|cán bộ|công chức|viên chức|chủ|thuê bao|hộ|cá nhân|cử tri|đại biểu|thành viên|nhà thầu)(?: [^,.;:()]{3,90}?)??) (?:phải|có trách nhiệm|có nghĩa vụ) ");
    /** “Thời hạn để người ứng cử hoàn thành việc nộp hồ sơ là …”: whose time it is. */
    private static final Pattern TIME_OF = Pattern.compile(
            "(?:thời hạn|thời gian|hạn)(?: cuối| cuối cùng| chậm nhất)? (?:để|cho) (?<who>[^,.;:()]{3,90}?) (?:hoàn thành|nộp|gửi|thực hiện|báo cáo|đăng ký|lập|xác minh|trả lời|giải quyết|chuyển) ");
    /** What may be told of a case or a topic before its subject comes; its words of work are nouns. */
    private static final Pattern CASE = Pattern.compile("(?:đối với|(?:trong )?trường hợp) ");

    private static final Pattern CHARGED_NEXT =
            Pattern.compile(" (?:phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|cần)(?!\\p{L})");

    private LateSubject() {}

    /** The subject in the first of these places that has one. */
    static Actors of(Passage sentence) {
        Actors timed = ofTime(sentence);
        if (!timed.isNobody()) {
            return timed;
        }
        Actors behind = behindAdverbial(sentence);
        if (!behind.isNobody()) {
            return behind;
        }
        Actors charged = chargedBySentence(sentence);
        return charged.isNobody() ? behindTopic(sentence) : charged;
    }

    private static Actors ofTime(Passage sentence) {
        Matcher time = TIME_OF.matcher(sentence.folded());
        return time.lookingAt() ? person(sentence, time) : Actors.NOBODY;
    }

    private static Actors person(Passage sentence, Matcher matcher) {
        int end = matcher.end("who");
        return new Actors(List.of(sentence.text().substring(matcher.start("who"), end)), List.of(), List.of(), end);
    }

    /** “Quản trị viên hệ thống có trách nhiệm sao lưu …”: whoever is said to be responsible, a body or not. */
    private static Actors chargedBySentence(Passage sentence) {
        String folded = sentence.folded();
        if (WORDS_OF_CHARGE.stream().noneMatch(folded::contains)) {
            return Actors.NOBODY;
        }
        Matcher charged = SAID_TO_BE_RESPONSIBLE.matcher(folded);
        boolean found = charged.lookingAt()
                && !Actors.ADVERBIAL.matcher(folded).lookingAt()
                && !NO_SUBJECT.matcher(folded).lookingAt();
        if (!found) {
            return Actors.NOBODY;
        }
        int end = charged.end(charged.group("who") == null ? "person" : "who");
        return new Actors(List.of(sentence.text().substring(0, end)), List.of(), List.of(), end);
    }

    /** “Biên bản hội nghị: Các cơ quan, đơn vị gửi về …”: what it is about stands before a colon. */
    private static Actors behindTopic(Passage sentence) {
        int colon = sentence.text().indexOf(": ");
        UnitPhrase subject = colon < 0 || colon > LONGEST_TOPIC ? null : UnitPhrase.at(sentence, colon + 2);
        return subject != null && Actors.binds(sentence.part(subject.to(), sentence.length()))
                ? Actors.with(sentence, subject)
                : Actors.NOBODY;
    }

    /** “Trường hợp các cơ quan … thì … phải …”: whom the condition names must act where the rest names nobody. */
    static Actors ofCondition(Passage sentence) {
        Matcher condition = CONDITION.matcher(sentence.folded());
        UnitPhrase unit = condition.lookingAt() ? UnitPhrase.within(sentence, condition.end("if")) : null;
        return unit == null ? Actors.NOBODY : Actors.with(sentence, unit);
    }

    /** “Trong 05 ngày làm việc kể từ ngày nhận được kiến nghị, Văn phòng UBND tỉnh …”: the subject comes later. */
    private static Actors behindAdverbial(Passage sentence) {
        String folded = sentence.folded();
        Matcher phase = PHASE.matcher(folded);
        int start = phase.lookingAt() ? phase.end() : 0;
        boolean adverbial =
                Actors.ADVERBIAL.matcher(folded).region(start, folded.length()).lookingAt();
        int from = adverbial ? start : folded.indexOf(" thì ");
        if (from < 0) {
            return Actors.NOBODY;
        }
        Matcher place = SUBJECT_PLACE.matcher(folded);
        boolean topic = CASE.matcher(folded).lookingAt();
        boolean clause = topic || CLAUSE.matcher(folded).lookingAt();
        boolean work = false;
        int before = from;
        while (place.find(Math.max(before, from))) {
            // “…, phải tham mưu cho UBND tỉnh, Chủ tịch UBND tỉnh …”: the subject was left out, what follows is an
            // object.
            boolean elided =
                    folded.substring(before, Math.max(before, place.start())).contains(" phải ");
            work |= before > from && (elided || startsWithWork(folded, before));
            if (work && !clause) {
                return Actors.NOBODY;
            }
            boolean inList = IN_LIST.matcher(folded.substring(Math.max(0, place.start() - 10), place.start()))
                    .find();
            UnitPhrase subject = inList ? null : UnitPhrase.within(sentence, place.end());
            // Behind “để đẩy mạnh …, giải ngân …,” only plain words of duty tell the subject from one more object.
            if (subject != null
                    && (work && !topic ? isCharged(folded, subject.to()) : mustWork(folded, subject.to()))) {
                return Actors.with(sentence, subject);
            }
            Matcher bound = BOUND.matcher(folded);
            if (subject != null && bound.region(subject.to(), folded.length()).lookingAt()) {
                int end = bound.start(1);
                String name = sentence.text().substring(subject.from(), end).strip();
                return Actors.with(sentence, new UnitPhrase(subject.from(), end, List.of(name)));
            }
            if (subject != null
                    && !work
                    && folded.startsWith(" ", subject.to())
                    && WorkVerbs.at(folded, subject.to() + 1)) {
                return Actors.with(sentence, subject);
            }
            Matcher person = PERSON_CHARGED.matcher(folded).region(place.end(), folded.length());
            if (!work && person.lookingAt()) {
                return person(sentence, person);
            }
            before = place.end();
        }
        return Actors.NOBODY;
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
                        && !Actors.ADVERBIAL
                                .matcher(folded)
                                .region(at, folded.length())
                                .lookingAt());
    }

    /** “được Sở Nội vụ đăng tải hằng tuần”: the one who acts stands behind the passive. */
    static Actors ofPassive(Passage sentence) {
        Matcher passive = PASSIVE.matcher(sentence.folded());
        while (passive.find()) {
            UnitPhrase unit = UnitPhrase.at(sentence, passive.end());
            if (unit != null && Actors.binds(sentence.part(unit.to(), sentence.length()))) {
                return Actors.with(sentence, unit);
            }
        }
        return Actors.NOBODY;
    }
}
