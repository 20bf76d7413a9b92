package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when something must be done: rhythms first, then limits that run from an event, then fixed dates. */
final class TimeReader {
    /** Sentences about when a rule applies, what happened, or who is in office; none sets a limit on work. */
    private static final Pattern NOT_ABOUT_WORK = Pattern.compile(
            "hiệu lực thi hành|có hiệu lực|hết hiệu lực|thay thế (?:quyết định|kế hoạch|nghị quyết)|bãi bỏ (?:quyết định|kế hoạch|nghị quyết)");
    /** One of these must be there for any expression of time; looked for first because most sentences have none. */
    private static final Pattern ANY_TIME = Pattern.compile("\\d|hằng |hàng |mỗi |định kỳ|quý |từng ");

    private final DeadlineReader deadlines;

    TimeReader(@Nullable LocalDate documentDate) {
        deadlines = new DeadlineReader(documentDate);
    }

    /**
     * @param period whether the passage is about nothing but time
     * @param targets whether it stands among targets
     */
    Times read(Passage passage, boolean period, boolean targets) {
        String folded = passage.folded();
        if (!ANY_TIME.matcher(folded).find() || NOT_ABOUT_WORK.matcher(folded).find()) {
            return Times.NONE;
        }
        List<int[]> taken = new ArrayList<>(CitationReader.regions(passage));
        RhythmReader.Rhythms rhythms = RhythmReader.read(passage, period);
        taken.addAll(rhythms.regions());
        RelativeReader.Relative relative = RelativeReader.read(passage);
        if (relative != null) {
            taken.add(new int[] {relative.from(), relative.to()});
        }
        DeadlineReader.Deadlines dates = deadlines.read(passage, taken, period, targets);
        String rule = relative == null || !dates.dates().isEmpty() ? null : relative.rule();
        if (dates.dates().isEmpty() && rhythms.rules().isEmpty() && rule == null) {
            return Times.NONE;
        }
        int at = dates.at() >= 0
                ? dates.at()
                : rhythms.at() >= 0 ? rhythms.at() : relative == null ? 0 : relative.from();
        return new Times(dates.dates(), rhythms.rules(), rule, at, dates.explicit() || rule != null);
    }
}
