package vn.nhipcau.legaltext;

import java.util.regex.Pattern;

/** Targets, which are due by the year that their own sentence or the heading above them names. */
final class Targets {
    private static final Pattern TARGETS = Pattern.compile("mục tiêu|chỉ tiêu|định hướng|tầm nhìn");
    private static final Pattern YEAR_OF_TARGETS =
            Pattern.compile("mục tiêu|chỉ tiêu|định hướng|tầm nhìn|phấn đấu|(?:đến|hết|cuối) năm|^năm 20|^giai đoạn");
    private static final Pattern YEAR_ALONE = Pattern.compile(
            "(?:(?:phấn đấu|từ nay|đến|hết|cuối|trong|trước|năm|giai đoạn|từ|và|cụ thể|20\\d\\d) ?|[-,: ])+");
    private static final Pattern ONWARDS = Pattern.compile("từ năm 20\\d\\d trở đi");

    private final Sections.Subject subject = new Sections.Subject(TARGETS);
    private final TimeReader times;

    Targets(TimeReader times) {
        this.times = times;
    }

    boolean include(Clause clause) {
        return subject.isOf(clause);
    }

    /** Whether the heading only names targets or their year, so that it is theirs and no limit of its own. */
    boolean headedBy(Clause heading) {
        String folded = heading.body().folded();
        return include(heading)
                && (TARGETS.matcher(folded).find() || YEAR_ALONE.matcher(folded).matches());
    }

    /** A rhythm among targets (“hằng năm giảm 1%”) goes on until the year of the targets. */
    Times limited(Times read, Clause clause, Passage part) {
        boolean open = read.due().isEmpty() && !ONWARDS.matcher(part.folded()).find();
        return open && include(clause) ? read.withDue(yearAbove(clause).due()) : read;
    }

    /** “2. Mục tiêu đến năm 2030”: the year of all targets below. */
    Times yearAbove(Clause clause) {
        for (Clause at = clause.parent(); at != null; at = at.parent()) {
            boolean dated =
                    at.heading() && YEAR_OF_TARGETS.matcher(at.body().folded()).find();
            Times above = dated ? times.period(at.body(), true) : Times.NONE;
            if (!above.isEmpty()) {
                return above;
            }
        }
        return Times.NONE;
    }
}
