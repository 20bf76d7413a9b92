package vn.nhipcau.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a due rule says beside the dates.
 *
 * @param lockAfterDays days after the due date until what was handed in is closed to its unit; null: never by itself
 */
public record DueTerms(OnDayOff onDayOff, @Nullable Integer lockAfterDays) {
    /** For dates that a directive names. */
    public static final DueTerms AS_NAMED = new DueTerms(OnDayOff.STAYS, null);

    /** For limits counted from an event: Bộ luật Dân sự 2015, Điều 148 khoản 5. */
    public static final DueTerms AS_COUNTED = new DueTerms(OnDayOff.MOVES_FORWARD, null);

    @Nullable
    LocalDate lock(LocalDate due) {
        return lockAfterDays == null ? null : due.plusDays(lockAfterDays);
    }
}
