package vn.nhipcau.legaltext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The work in the words of the text, short enough for a list: from the verb to the end of its phrase. Time limits, purposes
 * and grounds that follow are left out, since a duty shows them beside it or in the full sentence.
 */
final class WorkTitle {
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 18;

    /** So far a phrase may go on to its next pause. */
    private static final int MOST_WITH_REST = 25;

    /** What may stand before the work: adverbials of time, ground and modality. */
    private static final Pattern BEFORE = Pattern.compile("^(?:[,;:.) –-]+"
            + "|\\([^)]{0,200}\\)"
            + "|(?:theo|căn cứ|trên cơ sở) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|tình hình)(?:, (?:nhiệm vụ|quyền hạn|thẩm quyền))*"
            + "(?: (?:được giao|của mình|của đơn vị|của ngành|quản lý|phụ trách|thực tế))*,?"
            + "|(?:định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|hằng tuần|hàng tuần)(?=[ ,])"
            + "|(?:trước|chậm nhất|đến|trong|từ)(?: (?:trước|là|hết))*(?: (?:giờ|phút|ngày|tháng|quý|năm|\\d[\\d/]*|[ivx]+(?=[ /,])))+(?: hằng năm| hàng năm)?,?"
            + "|(?:qua đó|đồng thời|ngoài ra|bên cạnh đó|trong đó|trọng tâm là),?(?= )"
            + "|(?:có trách nhiệm|chịu trách nhiệm|phấn đấu|sẽ|cần|phải|và|thì|khẩn trương|chủ động)(?= ))\\s*");

    /** Where the phrase of the work ends: a stop, a bracket, a purpose, a ground, a time. */
    private static final Pattern END = Pattern.compile(
            "\\s*(?:[.;:](?= |$)"
                    + "|(?<= )\\("
                    + "|,? (?:để|nhằm|trong đó|cụ thể|góp phần|qua đó|từ đó|đồng thời|nhất là|bảo đảm|đảm bảo|kịp thời|trên cơ sở"
                    + "|theo (?:đúng )?(?:quy định|hướng dẫn|kế hoạch|tinh thần|chỉ đạo|yêu cầu|thẩm quyền|chức năng|mẫu|nội dung)"
                    + "|(?:xong |hoàn thành )?trước (?:ngày|\\d|tháng|khi|\\p{L}+ giờ)|chậm nhất|muộn nhất|kể từ|kết thúc"
                    + "|(?:đến|trong|vào|từ|xong)(?: hết)? (?:ngày|tháng|quý|năm|tuần|thời hạn|vòng) ?[\\divx]*|định kỳ|hằng (?:năm|quý|tháng|tuần)|hàng (?:năm|quý|tháng|tuần))(?= |$|[,.;]))");

    /** Where it may be cut when it is long. */
    private static final Pattern PAUSE = Pattern.compile(",? (?:và|của|cho|về|đối với|trên|tại|với|theo) |, ");

    /** Small words that lead on to what is left out. */
    private static final Pattern TAIL = Pattern.compile(
            "(?:[\\s.,;:/–-]| (?i:và|của|cho|về|với|tại|trên|trong|theo|đến|gửi|hoặc|các|những|phù hợp|thì|khi|để|do|từ|là|bằng))+$");

    private WorkTitle() {}

    /** @param work from its verb on; the title is a piece of it, never empty where it is not */
    static String of(Passage work) {
        int from = start(work.folded());
        String text = work.text().substring(from);
        String folded = work.folded().substring(from);
        int end = end(text, folded);
        String title = TAIL.matcher(text.substring(0, end)).replaceFirst("");
        boolean broken = end < text.length() && end == afterWords(text, MOST_WORDS);
        return broken ? title + "…" : title;
    }

    private static int start(String folded) {
        int from = 0;
        Matcher before = BEFORE.matcher(folded);
        while (before.region(from, folded.length()).lookingAt() && before.end() > from) {
            from = before.end();
        }
        return words(folded, from, folded.length()) < 2 ? 0 : from;
    }

    private static int end(String text, String folded) {
        int least = afterWords(text, FEWEST_WORDS);
        int most = afterWords(text, MOST_WORDS);
        Matcher end = END.matcher(folded);
        int at = least;
        while (at < most && end.find(at)) {
            if (!insideQuotes(text, end.start())) {
                return Math.min(end.start(), mostOf(text, folded, most));
            }
            at = end.end();
        }
        return mostOf(text, folded, most);
    }

    /** The longest that still ends at a pause and not within quotes. */
    private static int mostOf(String text, String folded, int most) {
        if (most == text.length()) {
            return most;
        }
        int half = afterWords(text, MOST_WORDS / 2);
        int last = most;
        Matcher pause = PAUSE.matcher(folded).region(half, most);
        while (pause.find()) {
            if (!insideQuotes(text, pause.start())) {
                last = pause.start();
            }
        }
        if (last < most) {
            return last;
        }
        int rest = afterWords(text, MOST_WITH_REST);
        pause.region(most, rest);
        while (pause.find()) {
            if (!insideQuotes(text, pause.start())) {
                return pause.start();
            }
        }
        int open = text.lastIndexOf('“', most);
        return insideQuotes(text, most) && open > half ? open : most;
    }

    private static boolean insideQuotes(String text, int at) {
        return text.lastIndexOf('“', at - 1) > text.lastIndexOf('”', at - 1);
    }

    private static int words(String text, int from, int to) {
        String stripped = text.substring(from, to).strip();
        return stripped.isEmpty() ? 0 : stripped.split(" ").length;
    }

    /** Where the first words end; the whole length when there are no more. */
    private static int afterWords(String text, int words) {
        int at = -1;
        for (int i = 0; i < words; i++) {
            at = text.indexOf(' ', at + 1);
            if (at < 0) {
                return text.length();
            }
        }
        return at;
    }
}
