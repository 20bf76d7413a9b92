/**
 * When things fall due: working days and public holidays, the lunar calendar, recurrences, reporting periods, due rules.
 *
 * <p>Uses the shell only, for its page. The types of time are plain values that ask no clock and no database; {@link
 * vn.nhipcau.calendar.DaysOff} gives the {@link vn.nhipcau.calendar.WorkingDays} in force.
 */
@NullMarked
@ApplicationModule(displayName = "Lịch làm việc", allowedDependencies = "web")
package vn.nhipcau.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
