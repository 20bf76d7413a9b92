package vn.nhipcau.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the tree that a change would break, in words that say what to do.
 *
 * @param unit code
 * @param day where in the unit's history, as far as that matters
 * @param other code of the other unit that it is about
 */
record Fault(
        String unit,
        Column column,
        @Nullable LocalDate day,
        @Nullable String other,
        String vietnamese,
        String english) {}
