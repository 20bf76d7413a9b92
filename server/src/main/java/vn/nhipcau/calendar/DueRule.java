package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Refusal;

/** When a duty is due, as a directive says it. */
public sealed interface DueRule {
    DueTerms terms();

    /**
     * The times that the rule names, by due date. A rhythm gives those whose date, before it is moved off a day off, lies in
     * the window, so that windows laid end to end give each once. Dates that the directive names are given whatever
     * the window. A limit that runs from an event has none until the event is known: {@link Relative#after}.
     */
    List<Occurrence> occurrences(Window window, WorkingDays days);

    /**
     * The rules that stand in one clause, as a reading or a form gives them.
     *
     * @param due fixed dates
     * @param rrule recurrences, each by itself
     * @param relative e.g. {@code P5BD after nhận văn bản}
     */
    static List<DueRule> of(List<LocalDate> due, List<String> rrule, @Nullable String relative) {
        List<DueRule> rules = new ArrayList<>();
        if (!due.isEmpty()) {
            rules.add(new Fixed(due));
        }
        for (String recurrence : rrule) {
            rules.add(new Rhythm(Recurrence.parse(recurrence)));
        }
        if (relative != null && !relative.isBlank()) {
            rules.add(Relative.parse(relative));
        }
        return List.copyOf(rules);
    }

    /** Dates that the directive names; more than one are batches (đợt). */
    record Fixed(List<LocalDate> dates, DueTerms terms) implements DueRule {
        public Fixed {
            dates = dates.stream().distinct().sorted().toList();
        }

        public Fixed(List<LocalDate> dates) {
            this(dates, DueTerms.AS_NAMED);
        }

        @Override
        public List<Occurrence> occurrences(Window window, WorkingDays days) {
            List<Occurrence> occurrences = new ArrayList<>();
            for (LocalDate date : dates) {
                Period period = dates.size() == 1
                        ? Period.holding(date, PeriodKind.DAY, ReportingYear.CALENDAR)
                        : Period.batch(occurrences.size() + 1, date);
                LocalDate due = terms.onDayOff().settle(date, days);
                occurrences.add(new Occurrence(period, date.isBefore(due) ? date : due, due, null, terms.lock(due)));
            }
            return List.copyOf(occurrences);
        }
    }

    /**
     * What comes back.
     *
     * @param kind what each time is about
     * @param years from when to when data belong to a period
     */
    record Rhythm(Recurrence recurrence, PeriodKind kind, ReportingYear years, DueTerms terms) implements DueRule {
        public Rhythm(Recurrence recurrence) {
            this(recurrence, recurrence.periodKind(), ReportingYear.CALENDAR, DueTerms.AS_NAMED);
        }

        @Override
        public List<Occurrence> occurrences(Window window, WorkingDays days) {
            return recurrence.dates(window.from(), window.to()).stream()
                    .map(date -> {
                        Period period = Period.reportedOn(date, kind, years);
                        LocalDate due = terms.onDayOff().settle(date, days);
                        LocalDate cutOff = period.end().isBefore(due) ? period.end() : due;
                        return new Occurrence(period, cutOff, due, null, terms.lock(due));
                    })
                    .sorted(Comparator.comparing(Occurrence::dueDate))
                    .toList();
        }
    }

    /**
     * A limit that an event sets running: five working days after the document is received; thirty days before a session.
     *
     * @param event as the directive words it
     */
    record Relative(TimeLimit limit, boolean before, String event, DueTerms terms) implements DueRule {
        private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+(after|before)\\s+(.+))?", Pattern.DOTALL);

        public static Relative parse(String written) {
            Matcher form = FORM.matcher(written.strip());
            if (!form.matches()) {
                throw Refusal.invalid(
                        "RELATIVE_DUE_INVALID",
                        "Không hiểu thời hạn “" + written + "”. Hãy viết như “P5BD after nhận văn bản”.",
                        "The time limit “" + written + "” is not understood. Write “P5BD after nhận văn bản”.");
            }
            boolean before = "before".equals(form.group(2));
            return new Relative(
                    TimeLimit.parse(form.group(1)),
                    before,
                    form.group(3) == null ? "" : form.group(3).strip(),
                    before ? new DueTerms(OnDayOff.MOVES_BACK, null) : DueTerms.AS_COUNTED);
        }

        @Override
        public List<Occurrence> occurrences(Window window, WorkingDays days) {
            return List.of();
        }

        /** @param happened when the event took place, or will */
        public Occurrence after(LocalDateTime happened, WorkingDays days) {
            LocalDateTime end = limit.from(happened, before, days);
            // Hours run on through nights and weekends; only days are moved.
            LocalDate due = limit.unit() == TimeLimit.Unit.HOUR
                    ? end.toLocalDate()
                    : terms.onDayOff().settle(end.toLocalDate(), days);
            return new Occurrence(
                    Period.holding(happened.toLocalDate(), PeriodKind.DAY, ReportingYear.CALENDAR),
                    due,
                    due,
                    limit.timeOf(end),
                    terms.lock(due));
        }

        @Override
        public String toString() {
            return limit + (event.isEmpty() ? "" : (before ? " before " : " after ") + event);
        }
    }
}
