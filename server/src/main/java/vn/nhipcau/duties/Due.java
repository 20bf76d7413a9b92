package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.legaltext.Obligation;
import vn.nhipcau.web.Refusal;

/**
 * One time limit of an obligation.
 *
 * @param rule batches, a rhythm, or so long after an event
 * @param eventOn for a limit that runs from an event, the day it happened; null: the day on which the duty is given
 * @param cutOffOn figures as of this day, where the directive names one (số liệu tính đến); null: as the rule has it. It is
 *     another fact than the due day
 */
public record Due(
        DueRule rule, @Nullable LocalDate eventOn, @Nullable LocalDate cutOffOn) {

    public Due(DueRule rule) {
        this(rule, null, null);
    }

    /** The time limits that the reader found. What cannot be understood is left out, for a person to set. */
    static List<Due> read(Obligation read) {
        List<Due> dues = new ArrayList<>();
        if (!read.due().isEmpty()) {
            dues.addAll(understood(() -> DueRule.of(read.due(), List.of(), null)));
        }
        for (String rule : read.rrule()) {
            dues.addAll(understood(() -> DueRule.of(List.of(), List.of(rule), null)));
        }
        dues.addAll(understood(() -> DueRule.of(List.of(), List.of(), read.relative())));
        return dues;
    }

    private static List<Due> understood(java.util.function.Supplier<List<DueRule>> rules) {
        try {
            return rules.get().stream().map(Due::new).toList();
        } catch (Refusal notUnderstood) {
            return List.of();
        }
    }
}
