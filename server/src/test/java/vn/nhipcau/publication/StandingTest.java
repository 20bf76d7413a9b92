package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.crawl.audit.Verdict.Kind.FORBIDDEN;
import static vn.nhipcau.crawl.audit.Verdict.Kind.FULL;
import static vn.nhipcau.crawl.audit.Verdict.Kind.NOT_FOUND;
import static vn.nhipcau.crawl.audit.Verdict.Kind.PARTIAL;
import static vn.nhipcau.crawl.audit.Verdict.Kind.UNREACHABLE;
import static vn.nhipcau.crawl.audit.Verdict.Kind.UNREADABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.nhipcau.crawl.audit.Verdict;

class StandingTest {
    private static final Instant START = Instant.parse("2026-08-03T01:00:00Z");

    private static Standing.Sum after(Duration apart, Verdict.Kind... looks) {
        Standing.Sum sum = Standing.Sum.NOTHING;
        Instant now = START;
        for (Verdict.Kind look : looks) {
            sum = sum.and(look, now);
            now = now.plus(apart);
        }
        return sum;
    }

    @Test
    void removal_is_said_only_after_three_spaced_looks() {
        Duration day = Duration.ofDays(1);
        assertThat(after(day, FULL, NOT_FOUND).standing()).isEqualTo(Standing.MISSED);
        assertThat(after(day, FULL, NOT_FOUND, NOT_FOUND).standing()).isEqualTo(Standing.MISSED);
        assertThat(after(day, FULL, NOT_FOUND, NOT_FOUND, NOT_FOUND).standing()).isEqualTo(Standing.REMOVED);
        assertThat(after(Duration.ofMinutes(5), FULL, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND)
                        .standing())
                .as("five looks in half an hour are one")
                .isEqualTo(Standing.MISSED);
    }

    @Test
    void a_site_that_cannot_be_looked_at_neither_counts_nor_forgives() {
        Duration day = Duration.ofDays(1);
        assertThat(after(day, FULL, NOT_FOUND, UNREACHABLE, FORBIDDEN, NOT_FOUND)
                        .standing())
                .isEqualTo(Standing.MISSED);
        assertThat(after(day, FULL, NOT_FOUND, UNREACHABLE, NOT_FOUND, UNREADABLE, NOT_FOUND)
                        .standing())
                .isEqualTo(Standing.REMOVED);
        assertThat(after(day, FULL, UNREACHABLE, UNREACHABLE, UNREACHABLE, UNREACHABLE)
                        .standing())
                .isEqualTo(Standing.UNREACHABLE);
    }

    @Test
    void what_is_seen_again_was_never_removed() {
        Duration day = Duration.ofDays(1);
        assertThat(after(day, FULL, NOT_FOUND, NOT_FOUND, FULL, NOT_FOUND).missed())
                .isEqualTo(1);
        assertThat(after(day, FULL, NOT_FOUND, NOT_FOUND, NOT_FOUND, PARTIAL).standing())
                .isEqualTo(Standing.PARTIAL);
        assertThat(after(day, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND).standing())
                .as("what was never there was not removed")
                .isEqualTo(Standing.NOT_FOUND);
    }

    @Test
    void the_next_confirming_look_is_wanted_after_the_spacing() {
        assertThat(after(Duration.ofDays(1), FULL, NOT_FOUND).confirmAt())
                .isEqualTo(START.plus(Duration.ofDays(1)).plus(Standing.SPACING));
        assertThat(after(Duration.ofDays(1), FULL).confirmAt()).isNull();
    }

    @Test
    void who_could_not_be_looked_at_is_never_to_be_urged() {
        assertThat(Arrays.stream(Standing.values()).filter(Standing::unknown))
                .noneMatch(Standing::urged)
                .contains(Standing.UNREACHABLE, Standing.FORBIDDEN, Standing.UNREADABLE);
    }
}
