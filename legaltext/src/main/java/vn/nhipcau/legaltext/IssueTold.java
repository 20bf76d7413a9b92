package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence tells before the number of a document: “Ngày 28/7/2020, Sở Nội vụ đã ban hành Công văn số …”.
 *
 * @param date null where no day opens the sentence
 * @param issuer as printed
 */
record IssueTold(@Nullable LocalDate date, @Nullable String issuer) {
    static final IssueTold NOTHING = new IssueTold(null, null);

    private static final Pattern ISSUED =
            Pattern.compile("(?<![^ ])(?:(?:đã|vừa|có) )?(?:ban hành|ký ban hành|ra|có|ký) "
                    + "(?:công văn|kế hoạch|quyết định|chỉ thị|nghị quyết|hướng dẫn|thông báo|chương trình|kết luận|quy định|quy chế|báo cáo|tờ trình|công điện|đề án|thông tư|nghị định|văn bản|giấy mời)"
                    + "(?: liên tịch)?(?: mật)? ?(?:số ?:? ?)?$");
    private static final Pattern DAY = Pattern.compile(
            "(?:^|.*[ (])ngày (?<day>\\d{1,2})(?: ?[/.-] ?| tháng )(?<month>\\d{1,2})(?: ?[/.-] ?|,? năm )(?<year>\\d{4}),? ?$");
    /** A sentence that goes on to another document is no longer about the first. */
    private static final int REACH = 220;

    /** @param from where the number begins */
    static IssueTold before(Passage passage, int from) {
        int start = Math.max(0, from - REACH);
        String folded = passage.folded().substring(start, from);
        Matcher issued = ISSUED.matcher(folded);
        if (!issued.find()) {
            return NOTHING;
        }
        int subject = subject(passage, start, start + issued.start());
        UnitPhrase unit = subject < 0 ? null : UnitPhrase.at(passage, subject);
        if (unit == null || unit.to() > start + issued.start()) {
            return NOTHING;
        }
        String between = passage.folded().substring(unit.to(), start + issued.start());
        if (!between.isBlank()) {
            return NOTHING;
        }
        Matcher day = DAY.matcher(passage.folded().substring(start, subject));
        LocalDate date = day.matches() ? Calendar.date(day.group("day"), day.group("month"), day.group("year")) : null;
        return new IssueTold(date, passage.text().substring(unit.from(), unit.to()));
    }

    /** Where the name of the body begins that runs up to {@code end}, or -1. */
    private static int subject(Passage passage, int start, int end) {
        for (int at = start; at < end; at++) {
            boolean opens = at == 0
                    || at == start && passage.text().charAt(at - 1) == ' '
                    || " (".indexOf(passage.text().charAt(Math.max(0, at - 1))) >= 0;
            if (opens && Character.isUpperCase(passage.text().charAt(at))) {
                UnitPhrase unit = UnitPhrase.at(passage, at);
                if (unit != null
                        && unit.to() <= end
                        && passage.folded().substring(unit.to(), end).isBlank()) {
                    return at;
                }
            }
        }
        return -1;
    }
}
