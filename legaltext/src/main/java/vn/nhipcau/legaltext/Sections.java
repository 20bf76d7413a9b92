package vn.nhipcau.legaltext;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the headings above a clause say that it is about; each heading is looked at once. */
final class Sections {
    private static final Pattern ASSIGNMENTS =
            Pattern.compile("tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai");
    /** Parts that say what words mean and whom the document is about, and accounts of what was. */
    private static final Pattern NO_DUTIES = Pattern.compile(
            "^(?:phạm vi điều chỉnh|đối tượng áp dụng|giải thích từ ngữ|phạm vi|phạm vi áp dụng|phạm vi điều chỉnh và đối tượng áp dụng|phạm vi và đối tượng áp dụng|phạm vi, đối tượng áp dụng|căn cứ pháp lý|quy ước|thuật ngữ)(?:$|[ .:])"
                    + "|^(?:về )?(?:tình hình|kết quả (?:thực hiện|đạt được|hoạt động|công tác)|đánh giá (?:tình hình|kết quả|chung)|thực trạng|tồn tại|hạn chế|nguyên nhân|những kết quả|đặc điểm tình hình)(?: |$)");
    /** Parts that tell what the document is for; who is named there has his work elsewhere. */
    private static final Pattern PURPOSE = Pattern.compile(
            "^(?:mục đích|yêu cầu|quan điểm|quan điểm chỉ đạo|mục đích ?(?:,|-|–|và|;) ?yêu cầu|ý nghĩa|nguyên tắc|đối tượng(?: kiểm tra| giám sát| tham gia)?)[ .:]*$");

    /** “Đối tượng giám sát: …, gồm có:”: who is named below takes part or is looked into, and is given no work. */
    private static final Pattern CONCERNED = Pattern.compile(
            "^(?:đối tượng|thành phần|địa bàn)|(?:đối với|gồm|gồm có|bao gồm|thành phần|đối tượng)(?: các (?:đối tượng|thành phần))? ?:$");

    private final Subject assignments = new Subject(ASSIGNMENTS);
    /** “b) Chủ trì, phối hợp với:”: the items below begin with the partner and go on with the work of the one above. */
    private static final Pattern PARTNERS =
            Pattern.compile("phối hợp(?: chặt chẽ)?(?: với)?(?: các (?:cơ quan|đơn vị))? ?:?$");

    private final Subject partners = new Subject(PARTNERS);
    private final Subject concerned = new Subject(CONCERNED, clause -> clause.heading() || clause.introduces());
    private final Subject noDuties = new Subject(NO_DUTIES);
    private final Subject purpose = new Subject(PURPOSE);

    boolean bindNobody(Clause clause) {
        return noDuties.isOf(clause);
    }

    boolean tellPurpose(Clause clause) {
        return purpose.isOf(clause);
    }

    boolean shareOutWork(Clause clause) {
        return assignments.isOf(clause);
    }

    boolean listThoseConcerned(Clause clause) {
        return concerned.isOf(clause);
    }

    boolean listPartners(Clause clause) {
        return partners.isOf(clause);
    }

    /** One thing that headings may speak of. */
    static final class Subject {
        private final Pattern words;
        private final Predicate<Clause> speaks;
        private final Map<Integer, Boolean> known = new HashMap<>();

        Subject(Pattern words) {
            this(words, Clause::heading);
        }

        /** @param speaks which clauses say what those below them are about */
        Subject(Pattern words, Predicate<Clause> speaks) {
            this.words = words;
            this.speaks = speaks;
        }

        /** Whether the clause itself, being a heading, or a heading above it speaks of this. */
        boolean isOf(Clause clause) {
            Boolean before = known.get(clause.index());
            if (before != null) {
                return before;
            }
            boolean own =
                    speaks.test(clause) && words.matcher(clause.body().folded()).find();
            Clause parent = clause.parent();
            boolean is = own || (parent != null && isOf(parent));
            known.put(clause.index(), is);
            return is;
        }
    }
}
