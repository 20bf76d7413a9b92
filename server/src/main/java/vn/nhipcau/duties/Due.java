package vn.nhipcau.duties;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time limit of an obligation. The cut-off (số liệu tính đến) is another fact than the due day: a quarter's report
 * may be due on the 10th of the quarter's last month with figures up to the 14th, or up to the month before.
 */
public sealed interface Due {

    /** A day that the directive names. @param label “Đợt 1”, or empty */
    record On(LocalDate day, String label, @Nullable LocalDate cutOff) implements Due {}

    /**
     * A rhythm.
     *
     * @param rrule RFC 5545, without the prefix
     * @param naming how its periods are called; {@link PeriodNaming#of} guesses it
     * @param cutOffRrule the figures are as of this rule's last day not after the due day
     */
    record Rhythm(
            String rrule, PeriodNaming naming, @Nullable String cutOffRrule) implements Due {}

    /**
     * So long after an event.
     *
     * @param event as printed, e.g. “nhận văn bản”
     * @param eventOn the day it happened; null: the day on which the duty is given
     */
    record After(
            int amount,
            Unit unit,
            String event,
            @Nullable LocalDate eventOn,
            String label,
            @Nullable LocalDate cutOff) implements Due {}

    /** What is counted. */
    enum Unit {
        HOURS("giờ", "hours"),
        DAYS("ngày", "days"),
        WORKING_DAYS("ngày làm việc", "working days"),
        MONTHS("tháng", "months");

        private final String vietnamese;
        private final String english;

        Unit(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }
}
