package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Language;

/**
 * One time that a duty falls due. Data window, due date and lock are separate facts; see {@link Reminders} for the fourth.
 *
 * @param cutOff last day whose data are asked for; never after the due date
 * @param dueDate last day to hand in, until 24:00 (Bộ luật Dân sự 2015, Điều 148 khoản 6)
 * @param dueTime end of a limit that is counted in hours; null: the end of the day
 * @param lockDate last day on which what was handed in may still be changed by its unit; null: no such day is set
 */
public record Occurrence(
        Period period,
        LocalDate cutOff,
        LocalDate dueDate,
        @Nullable LocalTime dueTime,
        @Nullable LocalDate lockDate) {

    public String periodKey() {
        return period.key();
    }

    /** In Vietnamese, as it is stored; {@code period().label(language)} for others. */
    public String periodLabel() {
        return period.label(Language.VI);
    }
}
