package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sentence wants done: the work in a few words, to whom it is delivered, what would show it, its limits. */
record Duty(String what, @Nullable String to, EvidenceKind evidence, List<String> limits) {
    private static final Pattern TO = Pattern.compile(
            "(?:gửi|báo cáo|trình|nộp|tham mưu|phản ánh|đề xuất|chuyển|thông báo)(?: [^.;:]{0,140}?)? (?:về|đến|tới|cho|với|lên|vào email|vào hộp thư|qua email) |(?:báo cáo|trình|gửi|tham mưu) (?=\\p{L})");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,10}");
    private static final Pattern LIMIT = Pattern.compile(
            "(?:không quá|tối đa|không vượt quá|nhiều nhất|tối thiểu|ít nhất) \\d{1,5}(?: \\([^)]{1,12}\\))? (?:trang(?: giấy)?(?: a4)?|từ|phút|chữ|ảnh|bài|tin|mb|gb|người|đội|tiết mục|câu)(?:(?= )[^.,;:]{0,0})?");
    private static final Pattern LEADING_TIME = Pattern.compile(
            "^(?:[,;:. )-]|(?:định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|trước ngày|chậm nhất|đến năm|phấn đấu|có trách nhiệm|thời gian|trong|ngày|tháng|quý|năm|phải|và|\\d[\\d/]*) )+");
    private static final int WORDS = 8;

    private record Sign(EvidenceKind kind, Pattern words) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(EvidenceKind.CONTEST, Pattern.compile("hội thi|cuộc thi|hội diễn|liên hoan")),
            new Sign(EvidenceKind.ARTICLE, Pattern.compile("tin,? bài|viết bài|bài viết|bản tin|phóng sự|chuyên mục")),
            new Sign(EvidenceKind.OPINIONS, Pattern.compile("lấy ý kiến|góp ý|tham gia ý kiến|ý kiến đóng góp")),
            new Sign(EvidenceKind.REPORT, Pattern.compile("báo cáo|tổng hợp kết quả|sơ kết|tổng kết")),
            new Sign(
                    EvidenceKind.ANSWER,
                    Pattern.compile("trả lời|giải quyết (?:kiến nghị|phản ánh|đơn)|phản hồi|phúc đáp")),
            new Sign(
                    EvidenceKind.PUBLICATION,
                    Pattern.compile("đăng tải|niêm yết|công khai|công bố|đăng trên|phát sóng|đăng ký công báo")),
            new Sign(EvidenceKind.INSPECTION, Pattern.compile("kiểm tra|giám sát|thanh tra")),
            new Sign(
                    EvidenceKind.PLAN,
                    Pattern.compile(
                            "(?:xây dựng|ban hành|lập|gửi)[^.;]{0,30}(?:kế hoạch|chương trình|phương án|dự toán)")));

    static Duty of(Passage sentence, Actors actors) {
        Passage work = sentence.part(Math.min(actors.verb(), sentence.length()), sentence.length());
        if (work.isEmpty()) {
            work = sentence;
        }
        return new Duty(what(work), to(sentence), evidence(sentence.folded()), limits(sentence));
    }

    private static String what(Passage work) {
        Matcher leading = LEADING_TIME.matcher(work.folded());
        int from = leading.find() && leading.end() < work.length() ? leading.end() : 0;
        String[] words = work.text().substring(from).split(" ");
        StringBuilder what = new StringBuilder();
        for (int i = 0; i < Math.min(WORDS, words.length); i++) {
            String word = words[i];
            what.append(what.isEmpty() ? "" : " ").append(word);
            if (i > 1 && ";.:".indexOf(word.charAt(word.length() - 1)) >= 0) {
                break;
            }
        }
        return what.toString().replaceAll("[.,;:]+$", "");
    }

    private static @Nullable String to(Passage sentence) {
        String folded = sentence.folded();
        Matcher to = TO.matcher(folded);
        int from = 0;
        while (to.find(from)) {
            UnitPhrase unit = UnitPhrase.at(sentence, to.end());
            if (unit != null) {
                return unit.names().getFirst();
            }
            from = to.end();
        }
        Matcher email = EMAIL.matcher(sentence.text());
        return email.find() ? email.group() : null;
    }

    private static EvidenceKind evidence(String folded) {
        for (Sign sign : SIGNS) {
            if (sign.words().matcher(folded).find()) {
                return sign.kind();
            }
        }
        return EvidenceKind.OTHER;
    }

    private static List<String> limits(Passage sentence) {
        List<String> limits = new ArrayList<>();
        Matcher limit = LIMIT.matcher(sentence.folded());
        while (limit.find()) {
            limits.add(sentence.text().substring(limit.start(), limit.end()).strip());
        }
        return limits;
    }
}
