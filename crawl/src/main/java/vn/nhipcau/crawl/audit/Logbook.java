package vn.nhipcau.crawl.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Url;

/** How each visit to a site ended: what “not found”, “could not see” and “removed” rest on. */
final class Logbook {
    static final String READ = "200";
    static final String UNCHANGED = "unchanged";
    private static final int FAILURES_IN_A_ROW = 6;

    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private final Set<String> blocked = new LinkedHashSet<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private int failedInARow;

    /** @param likely whether the document could well be there */
    void note(Url url, Answer answer, boolean likely) {
        String outcome = switch (answer) {
            case Answer.Got got ->
                got.exchange().asBefore()
                        ? UNCHANGED
                        : String.valueOf(got.exchange().status());
            case Answer.Elsewhere elsewhere -> "→ " + elsewhere.url();
            case Answer.Failed failed -> {
                failed(failed.blame());
                yield failed.cause().name();
            }
            case Answer.Forbidden forbidden -> {
                if (likely) {
                    blocked.add(forbidden.url().toString());
                }
                yield forbidden.why();
            }
        };
        failedInARow =
                answer instanceof Answer.Failed ? failedInARow + 1 : answer instanceof Answer.Got ? 0 : failedInARow;
        outcomes.put(url.toString(), outcome);
    }

    /** What was received could not be read. */
    void broken(FetchFailure failure) {
        failed(failure.why().vietnamese());
    }

    private void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    @Nullable
    String outcome(String url) {
        return outcomes.get(url);
    }

    /** Whether a page answered as it should. */
    boolean answered(Url url) {
        return isAnswer(outcomes.get(url.toString()));
    }

    private static boolean isAnswer(@Nullable String outcome) {
        return READ.equals(outcome) || UNCHANGED.equals(outcome);
    }

    int answered() {
        return (int) outcomes.values().stream().filter(Logbook::isAnswer).count();
    }

    int asked() {
        return outcomes.size();
    }

    /** Whether so many visits in a row failed that more would be in vain. */
    boolean givesUp() {
        return failedInARow >= FAILURES_IN_A_ROW;
    }

    int failures() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Why the first failure was one, as an official reads it; null when none was. */
    @Nullable
    String firstFailure() {
        return failures.isEmpty() ? null : failures.keySet().iterator().next();
    }

    /** The first likely place that may not be looked at, or null. */
    @Nullable
    String firstBlocked() {
        return blocked.isEmpty() ? null : blocked.iterator().next();
    }

    boolean isBlocked(Url url) {
        return blocked.contains(url.toString());
    }

    /** A line for each visit. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        outcomes.forEach((url, outcome) -> lines.add("searched: " + outcome + " " + url));
        return lines;
    }
}
