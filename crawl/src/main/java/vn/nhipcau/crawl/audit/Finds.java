package vn.nhipcau.crawl.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.vitext.Coverage;
import vn.nhipcau.vitext.Difference;
import vn.nhipcau.vitext.Sighting;

/** What one site has shown of the document so far. */
final class Finds {
    /** From here on what is missing is a signature, a stamp's words or a page number. */
    private static final double WHOLE = 0.95;

    private static final double NEARLY_WHOLE = 0.9;
    private static final int SMALL_GAP = 45;

    /**
     * A place that shows something of the document.
     *
     * @param posted the day the page names
     */
    record Find(Url url, Sighting sighting, @Nullable String posted, boolean scanned) {}

    private final List<Find> finds = new ArrayList<>();
    private Coverage coverage;

    Finds(Target target) {
        this.coverage = Coverage.none(target.original());
    }

    /**
     * Whether what a page has of the document is the document, and not the stock and the borrowings that all texts of the
     * trade share. Never are pages united before this: all pages of a site that posted nothing hold 0.17 to 0.23 of a document.
     *
     * @param aboutIt whether the link, the page's title or its number says that it is about the document
     */
    static boolean counts(Sighting sighting, boolean aboutIt) {
        double containment = sighting.containment();
        double density = sighting.density();
        // The title alone is up to 2 % of a document.
        if (aboutIt
                && (containment >= 0.04 && density >= 0.3
                        || containment >= 0.03 && density >= 0.8 && sighting.longestRun() >= 60)) {
            return true;
        }
        return containment >= 0.04 && density >= 0.55 || containment >= 0.5;
    }

    void add(Find find) {
        finds.add(find);
        coverage = coverage.and(find.sighting().coverage());
    }

    boolean isEmpty() {
        return finds.isEmpty();
    }

    double share() {
        return coverage.share();
    }

    Coverage coverage() {
        return coverage;
    }

    boolean whole() {
        return nearlyAll() && !otherVersion();
    }

    private boolean nearlyAll() {
        double share = coverage.share();
        return share >= WHOLE || share >= NEARLY_WHOLE && coverage.longestGap() <= SMALL_GAP;
    }

    /** Whether what is shown says something else than the document, in more than a word here and there. */
    boolean otherVersion() {
        if (finds.stream().allMatch(Find::scanned)) {
            return changed(8) > 60;
        }
        int figures = 0;
        for (Difference difference : coverage.differences()) {
            // The letterhead is left out: a heading “Kế hoạch số … về …” above the text looks like another one.
            figures += difference.weight() >= 1 && difference.changesFigures() ? 1 : 0;
        }
        return (changed(4) >= 12 || figures >= 3) && coverage.share() + coverage.replacedShare() >= 0.5;
    }

    private double changed(int atLeast) {
        return coverage.differences().stream()
                .mapToDouble(Difference::weight)
                .filter(weight -> weight >= atLeast)
                .sum();
    }

    List<Find> best() {
        return finds.stream()
                .sorted(Comparator.comparingDouble(
                        (Find f) -> -f.sighting().coverage().share()))
                .toList();
    }

    List<String> missing() {
        return coverage.parts().stream()
                .filter(part -> part.share() < 0.6 && part.section().size() > 8)
                .map(part -> part.section().title())
                .toList();
    }
}
