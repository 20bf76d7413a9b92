package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when something must be done: rhythms first, then limits that run from an event, then fixed dates. */
final class TimeReader {
    /** Sentences about when a rule applies set no limit on work. */
    private static final List<String> ABOUT_FORCE = List.of(
            "hiệu lực thi hành",
            "có hiệu lực",
            "hết hiệu lực",
            "thời gian chốt số liệu",
            "thời điểm chốt số liệu",
            "thay thế quyết định",
            "thay thế kế hoạch",
            "thay thế nghị quyết",
            "bãi bỏ quyết định",
            "bãi bỏ kế hoạch",
            "bãi bỏ nghị quyết");
    /** One of these is in each of them. */
    private static final List<String> WORDS_OF_FORCE = List.of("hiệu lực", "chốt số liệu", "thay thế", "bãi bỏ");
    /** “trong 05 ngày làm việc kể từ ngày Quy chế có hiệu lực”: the force is only what the limit counts from. */
    private static final Pattern FROM_FORCE =
            Pattern.compile("\\d[^,.;]{0,40} (?:kể từ|sau|từ) (?:ngày|khi) [^,.;:]{2,80}có hiệu lực(?: thi hành)?");
    /** One of these or a figure is in any expression of time; looked for first because most sentences have none. */
    private static final List<String> WORDS_OF_TIME = List.of("hằng ", "hàng ", "mỗi ", "định kỳ", "quý ", "từng ");

    private final DeadlineReader deadlines;

    TimeReader(@Nullable LocalDate documentDate) {
        deadlines = new DeadlineReader(documentDate);
    }

    /**
     * Each limit of its own; several only where each runs from its own event.
     *
     * @param period whether the passage is about nothing but time
     * @param targets whether it stands among targets
     */
    List<Times> read(Passage passage, boolean period, boolean targets) {
        String folded = passage.folded();
        if (!mayTellTime(folded) || isAboutForce(folded)) {
            return List.of();
        }
        List<int[]> taken = new ArrayList<>(CitationReader.regions(passage));
        RhythmReader.Rhythms rhythms = RhythmReader.read(passage, period, targets);
        taken.addAll(rhythms.regions());
        List<RelativeReader.Relative> relatives = RelativeReader.read(passage);
        relatives.forEach(relative -> taken.add(new int[] {relative.from(), relative.to()}));
        DeadlineReader.Deadlines dates = deadlines.read(passage, taken, period, targets);
        if (!dates.dates().isEmpty() || !rhythms.rules().isEmpty()) {
            int at = dates.at() >= 0 ? dates.at() : rhythms.at();
            String same = relatives.size() == 1 && isDatedInBrackets(folded, relatives.getFirst(), dates.at())
                    ? relatives.getFirst().rule()
                    : null;
            return List.of(new Times(dates.dates(), rhythms.rules(), same, at, dates.explicit()));
        }
        return relatives.stream()
                .map(relative -> new Times(List.of(), List.of(), relative.rule(), relative.from(), true))
                .toList();
    }

    /** “trước khi bắt đầu bỏ phiếu 24 giờ (trước 7 giờ ngày 14/3)”: one limit told in both ways. */
    private static boolean isDatedInBrackets(String folded, RelativeReader.Relative relative, int date) {
        return date > relative.to()
                && folded.startsWith(" (", relative.to())
                && folded.indexOf(')', relative.to()) > date;
    }

    private static boolean isAboutForce(String folded) {
        if (WORDS_OF_FORCE.stream().noneMatch(folded::contains)) {
            return false;
        }
        if (ABOUT_FORCE.stream().noneMatch(folded::contains)) {
            return false;
        }
        String rest = FROM_FORCE.matcher(folded).replaceAll("");
        return ABOUT_FORCE.stream().anyMatch(rest::contains);
    }

    private static boolean mayTellTime(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return WORDS_OF_TIME.stream().anyMatch(folded::contains);
    }

    List<LocalDate> pastLimits() {
        return deadlines.pastLimits();
    }

    /** All in one, for a line or cell that is about nothing but time. */
    Times period(Passage passage, boolean targets) {
        List<Times> found = read(passage, true, targets);
        return found.isEmpty() ? Times.NONE : found.getFirst();
    }
}
