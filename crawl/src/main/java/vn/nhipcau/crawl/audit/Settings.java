package vn.nhipcau.crawl.audit;

import java.time.Duration;

/**
 * How an audit goes about it.
 *
 * @param delay between two requests to one host
 * @param budget of requests to a site
 * @param atOnce sites worked on at the same time
 * @param pause before asking a failing server again, where it names none
 * @param spacing between two checks that count towards saying that a document was taken down
 * @param exhaustive to follow every link up to the budget, in the order found, and not to stop at an answer: what other
 *     crawlers do, kept for measuring against
 */
public record Settings(Duration delay, int budget, int atOnce, Duration pause, Duration spacing, boolean exhaustive) {
    public static final Settings USUAL = new Settings(Duration.ofSeconds(1), 300, 3000, Duration.ofSeconds(5), false);

    public Settings(Duration delay, int budget, int atOnce, Duration pause, boolean exhaustive) {
        this(delay, budget, atOnce, pause, Duration.ofHours(6), exhaustive);
    }

    public Settings withDelay(Duration other) {
        return new Settings(other, budget, atOnce, pause, spacing, exhaustive);
    }

    public Settings withBudget(int other) {
        return new Settings(delay, other, atOnce, pause, spacing, exhaustive);
    }

    public Settings withPause(Duration other) {
        return new Settings(delay, budget, atOnce, other, spacing, exhaustive);
    }

    public Settings withExhaustive(boolean other) {
        return new Settings(delay, budget, atOnce, pause, spacing, other);
    }

    public Settings withAtOnce(int other) {
        return new Settings(delay, budget, other, pause, spacing, exhaustive);
    }

    public Settings withSpacing(Duration other) {
        return new Settings(delay, budget, atOnce, pause, other, exhaustive);
    }
}
