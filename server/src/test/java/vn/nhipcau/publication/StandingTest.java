package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Verdict;

class StandingTest {
    private static final Instant NOON = Instant.parse("2026-08-03T05:00:00Z");

    private static Verdict verdict(Verdict.Kind kind, Verdict.@Nullable Absence absence) {
        return new Verdict(
                new Site("Đơn vị", "http://don-vi.example"),
                kind,
                0,
                List.of(),
                null,
                null,
                null,
                "",
                "",
                List.of(),
                List.of(),
                1,
                1,
                0,
                absence);
    }

    private static Verdict.Absence absence(int checks) {
        return new Verdict.Absence(
                NOON.minus(Duration.ofDays(5)),
                NOON.minus(Duration.ofDays(checks)),
                NOON,
                checks,
                checks >= Standing.CONFIRMATIONS,
                "trả lời 404");
    }

    @Test
    void what_is_missed_for_the_first_and_second_time_is_being_confirmed() {
        assertThat(Standing.of(verdict(Verdict.Kind.FULL, absence(1)))).isEqualTo(Standing.MISSED);
        assertThat(Standing.of(verdict(Verdict.Kind.FULL, absence(2)))).isEqualTo(Standing.MISSED);
        assertThat(Standing.of(verdict(Verdict.Kind.NOT_FOUND, absence(3)))).isEqualTo(Standing.REMOVED);
    }

    @Test
    void what_stands_there_in_part_after_a_removal_is_a_part() {
        assertThat(Standing.of(verdict(Verdict.Kind.PARTIAL, absence(3)))).isEqualTo(Standing.PARTIAL);
    }

    @Test
    void a_site_that_cannot_be_looked_at_is_just_that() {
        assertThat(Standing.of(verdict(Verdict.Kind.UNREACHABLE, absence(2)))).isEqualTo(Standing.UNREACHABLE);
        assertThat(Standing.of(verdict(Verdict.Kind.FORBIDDEN, null))).isEqualTo(Standing.FORBIDDEN);
        assertThat(Standing.of(verdict(Verdict.Kind.NOT_FOUND, null)))
                .as("never seen, so not removed")
                .isEqualTo(Standing.NOT_FOUND);
    }

    @Test
    void the_next_confirming_look_is_wanted_after_the_spacing() {
        assertThat(Standing.confirmAt(verdict(Verdict.Kind.FULL, absence(1)))).isEqualTo(NOON.plus(Standing.SPACING));
        assertThat(Standing.confirmAt(verdict(Verdict.Kind.NOT_FOUND, absence(3))))
                .isNull();
        assertThat(Standing.confirmAt(verdict(Verdict.Kind.FULL, null))).isNull();
    }

    @Test
    void who_could_not_be_looked_at_is_never_to_be_urged() {
        assertThat(Arrays.stream(Standing.values()).filter(Standing::unknown))
                .noneMatch(Standing::urged)
                .contains(Standing.UNREACHABLE, Standing.FORBIDDEN, Standing.UNREADABLE);
    }
}
