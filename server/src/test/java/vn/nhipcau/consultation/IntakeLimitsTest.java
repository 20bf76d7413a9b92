package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntakeLimitsTest {
    private final IntakeLimits limits = new IntakeLimits(new IntakeLimits.Settings(false, 1_000, 300, 5_000));

    @Test
    void a_village_behind_one_address_hands_in_on_one_evening() {
        for (int person = 0; person < 1_000; person++) {
            assertThat(limits.wait("203.0.113.7", "dot-1")).isEmpty();
        }
    }

    @Test
    void what_goes_on_for_long_is_slowed_and_told_when_to_come_back() {
        while (limits.wait("203.0.113.7", "dot-1").isEmpty()) {
            // Until the burst is used up.
        }
        assertThat(limits.wait("203.0.113.7", "dot-1").orElseThrow()).isBetween(1L, 2L);
        assertThat(limits.wait("203.0.113.8", "dot-1")).isEmpty();
    }

    @Test
    void addresses_of_one_ipv6_subscriber_are_one() {
        while (limits.wait("2001:db8:1:2:3:4:5:6", "dot-1").isEmpty()) {
            // Until the burst is used up.
        }
        assertThat(limits.wait("2001:db8:1:2:ffff:4:5:6", "dot-1")).isPresent();
        assertThat(limits.wait("2001:db8:1:2::1", "dot-1")).isPresent();
        assertThat(limits.wait("2001:db8:1:3:3:4:5:6", "dot-1")).isEmpty();
    }

    @Test
    void a_flood_to_one_consultation_leaves_room_for_the_others() {
        int taken = 0;
        for (int i = 0;
                i < 100_000
                        && limits.wait("198.51." + i / 250 + "." + i % 250, "dot-1")
                                .isEmpty();
                i++) {
            taken++;
        }
        assertThat(taken).isBetween(20_000, 99_999);
        assertThat(limits.wait("203.0.113.9", "dot-2")).isEmpty();
    }

    @Test
    void a_load_run_may_switch_the_limits_off() {
        IntakeLimits none = new IntakeLimits(new IntakeLimits.Settings(true, 1, 1, 1));
        for (int i = 0; i < 100; i++) {
            assertThat(none.wait("203.0.113.7", "dot-1")).isEmpty();
        }
    }
}
