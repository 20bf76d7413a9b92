package vn.nhipcau.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to an account, and when.
 *
 * @param person null: the system itself, at the first start and when it loads data
 */
record Stamp(@Nullable Long person, Instant at) {
    static Stamp ofSystem(Instant at) {
        return new Stamp(null, at);
    }
}
