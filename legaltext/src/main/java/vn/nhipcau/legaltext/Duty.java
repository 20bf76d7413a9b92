package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sentence wants done: the work in a few words, to whom it is delivered, what would show it, its limits. */
record Duty(String what, @Nullable String to, EvidenceKind evidence, List<String> limits) {
    private static final Pattern TO = Pattern.compile(
            "(?<![a-zà-ỹđ])(?=[gbtnpđc])(?:(?:gửi|báo cáo|trình|nộp|tham mưu|phản ánh|đề xuất|chuyển|thông báo)(?: [^.;:]{0,140}?)?? (?:về|đến|tới|cho|với|lên|vào email|vào hộp thư|qua email) |(?:báo cáo|trình|gửi|tham mưu) (?=\\p{L}))");
    private static final List<String> WORDS_OF_DELIVERY =
            List.of("gửi", "báo cáo", "trình ", "nộp", "tham mưu", "phản ánh", "đề xuất", "chuyển", "thông báo");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,10}");
    private static final Pattern LIMIT = Pattern.compile(
            "(?:không quá|tối đa|không vượt quá|nhiều nhất|tối thiểu|ít nhất) \\d{1,5}(?: \\([^)]{1,12}\\))? (?:trang(?: giấy)?(?: a4)?|từ|phút|chữ|ảnh|bài|tin|mb|gb|người|đội|tiết mục|câu)(?:(?= )[^.,;:]{0,0})?");
    private static final List<String> LIMIT_WORDS =
            List.of("không quá", "tối đa", "không vượt quá", "nhiều nhất", "tối thiểu", "ít nhất");
    /** Words that tell what would show that the work was done, looked for in this order. */
    private record Sign(EvidenceKind kind, List<String> words) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(EvidenceKind.CONTEST, List.of("hội thi", "cuộc thi", "hội diễn", "liên hoan")),
            new Sign(
                    EvidenceKind.ARTICLE,
                    List.of("tin, bài", "tin bài", "viết bài", "bài viết", "bản tin", "phóng sự", "chuyên mục")),
            new Sign(EvidenceKind.OPINIONS, List.of("lấy ý kiến", "góp ý", "tham gia ý kiến", "ý kiến đóng góp")),
            new Sign(EvidenceKind.REPORT, List.of("báo cáo", "tổng hợp kết quả", "sơ kết", "tổng kết")),
            new Sign(
                    EvidenceKind.ANSWER, List.of("trả lời", "giải quyết kiến nghị", "giải quyết phản ánh", "phúc đáp")),
            new Sign(EvidenceKind.PUBLICATION, List.of("đăng tải", "niêm yết", "công khai", "công bố", "phát sóng")),
            new Sign(EvidenceKind.INSPECTION, List.of("kiểm tra", "giám sát", "thanh tra")),
            new Sign(
                    EvidenceKind.PLAN,
                    List.of(
                            "xây dựng kế hoạch",
                            "ban hành kế hoạch",
                            "lập kế hoạch",
                            "gửi kế hoạch",
                            "xây dựng phương án",
                            "xây dựng chương trình",
                            "dự toán")));

    static Duty of(Passage sentence, Actors actors) {
        Passage work = sentence.part(Math.min(actors.verb(), sentence.length()), sentence.length());
        if (work.isEmpty()) {
            work = sentence;
        }
        String title = WorkTitle.of(work);
        String what = title.isEmpty() ? WorkTitle.of(sentence) : title;
        EvidenceKind named = firstNamed(Folding.fold(what));
        return new Duty(what, to(sentence), named == null ? evidence(sentence.folded()) : named, limits(sentence));
    }

    private static @Nullable String to(Passage sentence) {
        String folded = sentence.folded();
        if (WORDS_OF_DELIVERY.stream().noneMatch(folded::contains)) {
            return email(sentence.text());
        }
        Matcher to = TO.matcher(folded);
        int from = 0;
        while (to.find(from)) {
            UnitPhrase unit = UnitPhrase.at(sentence, to.end());
            if (unit != null) {
                String name = unit.names().getFirst();
                String email = email(sentence.text());
                return email == null ? name : name + ", " + email;
            }
            from = to.end();
        }
        return email(sentence.text());
    }

    private static @Nullable String email(String text) {
        if (text.indexOf('@') < 0) {
            return null;
        }
        Matcher email = EMAIL.matcher(text);
        return email.find() ? email.group() : null;
    }

    /** “đăng tải tài liệu lấy ý kiến”: what is named first is the work, the rest is its object. */
    private static @Nullable EvidenceKind firstNamed(String work) {
        EvidenceKind first = null;
        int least = Integer.MAX_VALUE;
        for (Sign sign : SIGNS) {
            for (String word : sign.words()) {
                int at = work.indexOf(word);
                if (at >= 0 && at < least) {
                    least = at;
                    first = sign.kind();
                }
            }
        }
        return first;
    }

    private static EvidenceKind evidence(String folded) {
        for (Sign sign : SIGNS) {
            if (sign.words().stream().anyMatch(folded::contains)) {
                return sign.kind();
            }
        }
        return EvidenceKind.OTHER;
    }

    private static List<String> limits(Passage sentence) {
        if (LIMIT_WORDS.stream().noneMatch(sentence.folded()::contains)) {
            return List.of();
        }
        List<String> limits = new ArrayList<>();
        Matcher limit = LIMIT.matcher(sentence.folded());
        while (limit.find()) {
            limits.add(sentence.text().substring(limit.start(), limit.end()).strip());
        }
        return limits;
    }
}
