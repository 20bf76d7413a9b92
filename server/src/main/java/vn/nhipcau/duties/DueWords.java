package vn.nhipcau.duties;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.web.Language;

/** Says the time limits of an obligation as an official would. */
final class DueWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private DueWords() {}

    /** A sentence each; none for a standing duty. */
    static List<String> of(List<Due> dues, Language language) {
        List<String> words = new ArrayList<>();
        for (Due due : dues) {
            words.add(
                    switch (due.rule()) {
                        case DueRule.Fixed fixed -> fixed(fixed, language);
                        case DueRule.Rhythm rhythm -> rhythm.recurrence().words(language);
                        case DueRule.Relative relative -> relative(relative, due, language);
                    });
        }
        return List.copyOf(words);
    }

    private static String fixed(DueRule.Fixed fixed, Language language) {
        String dates = fixed.dates().stream().map(DATE::format).collect(Collectors.joining(", "));
        int batches = fixed.dates().size();
        return batches == 1
                ? language.t("hạn " + dates, "due " + dates)
                : language.t(batches + " đợt: " + dates, batches + " batches: " + dates);
    }

    private static String relative(DueRule.Relative relative, Due due, Language language) {
        String limit = relative.limit().words(language);
        String event = relative.event().isEmpty() ? language.t("ngày giao", "the day it is given") : relative.event();
        String words = relative.before()
                ? language.t("trước " + event + " " + limit, limit + " before " + event)
                : language.t("trong vòng " + limit + " kể từ khi " + event, "within " + limit + " of " + event);
        return due.eventOn() == null ? words : words + " (" + DATE.format(due.eventOn()) + ")";
    }
}
