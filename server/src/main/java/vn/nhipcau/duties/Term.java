package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.calendar.Occurrence;
import vn.nhipcau.calendar.PeriodKind;
import vn.nhipcau.calendar.Window;
import vn.nhipcau.calendar.WorkingDays;
import vn.nhipcau.web.Shell;

/** One period of an obligation, with the time by which it is due; the key tells it from its others. */
record Term(
        String key,
        String label,
        @Nullable LocalDate cutOff,
        @Nullable Instant dueAt,
        @Nullable LocalDate lockedOn) {
    /** Of an obligation without a date. */
    private static final Term STANDING = new Term("", "", null, null, null);

    /** For one obligation. A weekly report over the longest time that a directive is followed has 261. */
    static final int MOST = 400;

    /** For how long after its issue a directive may ask for what comes back: the plans of the State run for five years. */
    static final Period LONGEST = Period.ofYears(5);

    /** What a page says of it: the day. Hours that run from the giving end at another moment whenever one looks. */
    List<Object> shown() {
        return Arrays.asList(
                key, label, cutOff, dueAt == null ? null : LocalDate.ofInstant(dueAt, Shell.ZONE), lockedOn);
    }

    /** Whether it asks for what comes back for longer than a directive is followed. */
    static boolean tooLong(LocalDate issuedOn, ObligationDraft content) {
        return content.untilOn() != null && content.untilOn().isAfter(issuedOn.plus(LONGEST));
    }

    /** All periods; of a rhythm those up to {@link #LONGEST}, whatever its end, so that a slip of the year costs nothing. */
    static List<Term> of(Directive directive, ObligationDraft content, WorkingDays days, Instant now) {
        if (content.dues().isEmpty()) {
            return List.of(STANDING);
        }
        LocalDate last =
                content.untilOn() == null ? directive.issuedOn().withMonth(12).withDayOfMonth(31) : content.untilOn();
        if (last.isBefore(directive.issuedOn())) {
            return List.of();
        }
        Window window = new Window(
                directive.issuedOn(),
                tooLong(directive.issuedOn(), content) ? directive.issuedOn().plus(LONGEST) : last);
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Due due : content.dues()) {
            for (Occurrence occurrence : occurrences(due, window, days, now)) {
                Term term = term(due, occurrence, content.dueTime());
                // Two rules may name the same period with different days; both stand.
                String key = term.key();
                for (int again = 2; terms.containsKey(key) && !same(terms.get(key), term); again++) {
                    key = term.key() + "#" + again;
                }
                terms.putIfAbsent(key, new Term(key, term.label(), term.cutOff(), term.dueAt(), term.lockedOn()));
            }
        }
        return List.copyOf(terms.values());
    }

    private static boolean same(Term one, Term other) {
        return one.dueAt() != null && one.dueAt().equals(other.dueAt());
    }

    private static List<Occurrence> occurrences(Due due, Window window, WorkingDays days, Instant now) {
        if (due.rule() instanceof DueRule.Relative relative) {
            LocalDateTime event = due.eventOn() == null
                    ? LocalDateTime.ofInstant(now, Shell.ZONE)
                    : due.eventOn().atTime(ObligationDraft.END_OF_DAY);
            return List.of(relative.after(event, days));
        }
        return due.rule().occurrences(window, days);
    }

    private static Term term(Due due, Occurrence occurrence, LocalTime dueTime) {
        boolean rhythm = due.rule() instanceof DueRule.Rhythm;
        LocalTime time = occurrence.dueTime() == null ? dueTime : occurrence.dueTime();
        LocalDate cutOff = due.cutOffOn() != null ? due.cutOffOn() : rhythm ? occurrence.cutOff() : null;
        // A single day needs no name: the due date says it all.
        boolean unnamed = !rhythm && occurrence.period().kind() == PeriodKind.DAY;
        return new Term(
                occurrence.periodKey(),
                unnamed ? "" : occurrence.periodLabel(),
                cutOff,
                occurrence.dueDate().atTime(time).atZone(Shell.ZONE).toInstant(),
                occurrence.lockDate());
    }
}
