package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DaysOff;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.calendar.Occurrence;
import vn.nhipcau.calendar.PeriodKind;
import vn.nhipcau.calendar.Window;
import vn.nhipcau.calendar.WorkingDays;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Kind;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.web.Shell;

/** Obligations × units × periods. */
@Component
class Expander {
    private final JdbcClient jdbc;
    private final Groups groups;
    private final Organisations organisations;
    private final DaysOff daysOff;

    Expander(JdbcClient jdbc, Groups groups, Organisations organisations, DaysOff daysOff) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.organisations = organisations;
        this.daysOff = daysOff;
    }

    /** One period of an obligation; the key tells it from its others. */
    record Term(
            String key,
            String label,
            @Nullable LocalDate cutOff,
            @Nullable Instant dueAt,
            @Nullable LocalDate lockedOn) {
        static final Term STANDING = new Term("", "", null, null, null);
    }

    /** A unit that an obligation binds, as it is called on the day of the groups. */
    record Bound(Organisation unit, String block, Target.Part part) {}

    /** What one obligation expands to. */
    record Work(Obligation obligation, Collection<Bound> units, List<Term> terms) {
        Expansion.Line line(Instant now) {
            String problem = obligation.content().targets().isEmpty()
                    ? "NO_TARGET"
                    : units.isEmpty() ? "NO_UNIT" : terms.isEmpty() ? "NO_DATE" : "";
            int past = (int) terms.stream()
                    .filter(term -> term.dueAt() != null && term.dueAt().isBefore(now))
                    .count();
            return new Expansion.Line(
                    obligation.id(),
                    units.size(),
                    terms.stream().map(Term::label).toList(),
                    past,
                    problem);
        }
    }

    List<Work> plan(Directive directive, List<Obligation> obligations, LocalDate membersOn, Instant now) {
        WorkingDays days = daysOff.workingDays();
        Map<Long, List<Organisation>> members = new HashMap<>();
        Map<Long, Organisation> named = named(obligations, membersOn);
        Map<String, String> kinds =
                organisations.kinds().stream().collect(Collectors.toMap(Kind::slug, Kind::vietnamese));
        return obligations.stream()
                .filter(obligation -> obligation.status().counts())
                .map(obligation -> new Work(
                        obligation,
                        units(obligation.content().targets(), membersOn, members, named, kinds),
                        terms(directive, obligation.content(), days, now)))
                .toList();
    }

    /** The units named one by one, as far as they exist on that day. */
    private Map<Long, Organisation> named(List<Obligation> obligations, LocalDate on) {
        Set<Long> ids = obligations.stream()
                .flatMap(obligation -> obligation.content().targets().stream())
                .filter(Target.Unit.class::isInstance)
                .map(target -> ((Target.Unit) target).unitId())
                .collect(Collectors.toSet());
        Map<Long, Organisation> named = new HashMap<>();
        if (!ids.isEmpty()) {
            Set<Long> alive = new HashSet<>(jdbc.sql("SELECT id FROM directory.organisation_on(?) WHERE id = ANY (?)")
                    .params(List.of(on, Scope.array(ids)))
                    .query(Long.class)
                    .list());
            organisations.known(alive, on).forEach(unit -> named.put(unit.id(), unit));
        }
        return named;
    }

    private Collection<Bound> units(
            List<Target> targets,
            LocalDate on,
            Map<Long, List<Organisation>> members,
            Map<Long, Organisation> named,
            Map<String, String> kinds) {
        Map<Long, Bound> units = new LinkedHashMap<>();
        for (Target target : targets) {
            switch (target) {
                case Target.Group group -> {
                    String name = groups.find(group.groupId()).orElseThrow().name();
                    members.computeIfAbsent(group.groupId(), id -> groups.members(id, on))
                            .forEach(unit -> add(units, new Bound(unit, name, group.part())));
                }
                case Target.Unit single -> {
                    Organisation unit = named.get(single.unitId());
                    if (unit != null) {
                        add(units, new Bound(unit, kinds.getOrDefault(unit.kind(), ""), single.part()));
                    }
                }
            }
        }
        return units.values();
    }

    /** A unit that is meant twice has one duty, and leads if it leads anywhere. */
    private static void add(Map<Long, Bound> units, Bound bound) {
        units.merge(bound.unit().id(), bound, (first, second) -> first.part() == Target.Part.LEAD ? first : second);
    }

    static List<Term> terms(Directive directive, ObligationDraft content, WorkingDays days, Instant now) {
        if (content.dues().isEmpty()) {
            return List.of(Term.STANDING);
        }
        LocalDate last =
                content.untilOn() == null ? directive.issuedOn().withMonth(12).withDayOfMonth(31) : content.untilOn();
        if (last.isBefore(directive.issuedOn())) {
            return List.of();
        }
        Window window = new Window(directive.issuedOn(), last);
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

    /**
     * Writes the duties in one statement: a confirmation gives tens of thousands at once. Obligations that bind the same units
     * share one list of them, so that each unit's names travel once and not with every duty.
     */
    long write(Directive directive, List<Work> plan, String givenBy, Instant now) {
        Map<List<Bound>, Integer> lists = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Work work : plan) {
            int list = lists.computeIfAbsent(List.copyOf(work.units()), units -> lists.size());
            for (Term term : work.terms()) {
                lines.add(new Line(work.obligation(), list, term));
            }
        }
        List<Bound> units = new ArrayList<>();
        List<Integer> listOfUnit = new ArrayList<>();
        lists.forEach((bound, list) -> bound.forEach(unit -> {
            units.add(unit);
            listOfUnit.add(list);
        }));
        Map<Long, String> reviewers = reviewers(directive, plan, LocalDate.ofInstant(now, Shell.ZONE));
        return jdbc.sql("""
                        INSERT INTO duties.duty (directive_id, obligation_id, owner_id, reviewer_id, reviewer_name, unit_id,
                            unit_name, unit_kind, block, part, holder_id, holder_name, period_key, period, cut_off, due_at,
                            first_due_at, locked_on, state, since, given_at, given_by)
                        SELECT :directive, t.obligation_id, :owner, t.reviewer_id, t.reviewer, u.id,
                            u.name, u.kind, u.block, u.part, u.id, u.name, t.key, t.label, t.cut_off, t.due_at, t.due_at,
                            t.locked_on, 'NOT_RECEIVED', :now, :now, :by
                        FROM unnest(:lists::integer[], :ids::bigint[], :names::text[], :kinds::text[], :blocks::text[],
                                :parts::text[]) AS u (list, id, name, kind, block, part)
                        JOIN unnest(:termLists::integer[], :obligations::bigint[], :reviewerIds::bigint[], :reviewers::text[],
                                :keys::text[], :labels::text[], :cutOffs::date[], :dueAts::timestamptz[], :lockedOns::date[])
                                AS t (list, obligation_id, reviewer_id, reviewer, key, label, cut_off, due_at, locked_on)
                            USING (list)
                        ON CONFLICT (obligation_id, unit_id, period_key) DO NOTHING
                        """)
                .param("directive", directive.id())
                .param("owner", directive.ownerId())
                .param("lists", listOfUnit.toArray(Integer[]::new))
                .param("ids", units.stream().map(b -> b.unit().id()).toArray(Long[]::new))
                .param("names", texts(units, b -> b.unit().label()))
                .param("kinds", texts(units, b -> b.unit().kind()))
                .param("blocks", texts(units, Bound::block))
                .param("parts", texts(units, b -> b.part().name()))
                .param("termLists", lines.stream().map(Line::list).toArray(Integer[]::new))
                .param(
                        "obligations",
                        lines.stream().map(l -> l.obligation().id()).toArray(Long[]::new))
                .param(
                        "reviewerIds",
                        lines.stream()
                                .map(l -> reviewer(directive, l.obligation()))
                                .toArray(Long[]::new))
                .param("reviewers", texts(lines, l -> reviewers.get(reviewer(directive, l.obligation()))))
                .param("keys", texts(lines, l -> l.term().key()))
                .param("labels", texts(lines, l -> l.term().label()))
                .param("cutOffs", texts(lines, l -> text(l.term().cutOff())))
                .param("dueAts", texts(lines, l -> text(l.term().dueAt())))
                .param("lockedOns", texts(lines, l -> text(l.term().lockedOn())))
                .param("now", Timestamp.from(now))
                .param("by", givenBy)
                .update();
    }

    /** @param list number of the list of units that the obligation binds */
    private record Line(Obligation obligation, int list, Term term) {}

    private static long reviewer(Directive directive, Obligation obligation) {
        Long verifier = obligation.content().verifierId();
        return verifier == null ? directive.ownerId() : verifier;
    }

    private Map<Long, String> reviewers(Directive directive, List<Work> plan, LocalDate on) {
        Map<Long, String> names = new HashMap<>();
        plan.forEach(work -> names.put(reviewer(directive, work.obligation()), directive.ownerName()));
        organisations.known(names.keySet(), on).stream()
                .filter(unit -> unit.id() != directive.ownerId())
                .forEach(unit -> names.put(unit.id(), unit.label()));
        return names;
    }

    /** ISO 8601, which says its own time zone. */
    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
