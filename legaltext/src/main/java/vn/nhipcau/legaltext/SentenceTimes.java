package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of a sentence that bind: neither of what is over, nor in the name of a document, nor said by a heading. */
final class SentenceTimes {
    /** “Chỉ thị số 17-CT/TU ngày … của …”, as a footnote lists documents: a name and no duty. */
    private static final Pattern DOCUMENT_NAME = Pattern.compile(
            "^(?:[*-] ?)?(?:các )?(?:luật|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|chương trình|công văn|hướng dẫn|kết luận|thông báo|quy định|đề án) (?:liên tịch )?số \\d");

    private static final Pattern HISTORY = Pattern.compile(
            "(?:^|[ ,])(?:đã (?!được|bị|có|phê duyệt|giao|nêu|đăng ký|ban hành kèm)|thời gian qua|những năm qua|vừa qua|qua rà soát|toàn tỉnh ghi nhận|ghi nhận)|\\d đồng/");
    private static final List<String> WORDS_OF_HISTORY = List.of("đã ", "qua", "ghi nhận", "đồng/");
    private static final int TOLD_AT_THE_BEGINNING = 120;
    /** “Từ ngày 05/02 - 08/02/2026: họp …”: a time that opens a line is its own, whatever the heading said. */
    private static final int OPENING = 16;

    private static final Pattern CLOSING = Pattern.compile("^trên đây là");
    private static final Pattern STRICT = Pattern.compile("chậm nhất|muộn nhất|trước ngày|trước \\d|thời hạn");

    private final TimeReader times;
    private final Set<LocalDate> ofHeadings = new HashSet<>();

    SentenceTimes(TimeReader times) {
        this.times = times;
    }

    /** “Trên đây là Kế hoạch …”: the sentence that ends a document. */
    static boolean isClosing(Passage sentence) {
        return CLOSING.matcher(sentence.folded()).find();
    }

    /** Whether the sentence tells what was done and orders nothing. */
    static boolean tellsHistory(Passage sentence) {
        return history(sentence.folded()) <= TOLD_AT_THE_BEGINNING;
    }

    /** A period that a heading gives is not repeated for each sentence below that mentions it. */
    void saidByHeading(Times period) {
        ofHeadings.addAll(period.due());
    }

    List<Times> of(Passage part, boolean amongTargets) {
        if (DOCUMENT_NAME.matcher(part.folded()).find()) {
            return List.of();
        }
        List<Times> found = times.read(part, LabelledLines.isTime(part), amongTargets);
        if (found.isEmpty() || STRICT.matcher(part.folded()).find()) {
            return found;
        }
        boolean closing = isClosing(part);
        int history = history(part.folded());
        return found.stream()
                .filter(time -> !closing && history >= time.at())
                .filter(time -> time.at() < OPENING || time.due().isEmpty() || !ofHeadings.containsAll(time.due()))
                .toList();
    }

    /** Where the passage begins to tell what was done. */
    private static int history(String folded) {
        if (WORDS_OF_HISTORY.stream().noneMatch(folded::contains)) {
            return Integer.MAX_VALUE;
        }
        Matcher told = HISTORY.matcher(folded);
        return told.find() ? told.start() : Integer.MAX_VALUE;
    }
}
