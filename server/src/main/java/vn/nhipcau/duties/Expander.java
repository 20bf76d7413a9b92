package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import vn.nhipcau.calendar.WorkingDays;
import vn.nhipcau.directory.Group;
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
    private final Command command;
    private final DaysOff daysOff;

    Expander(JdbcClient jdbc, Groups groups, Organisations organisations, Command command, DaysOff daysOff) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.organisations = organisations;
        this.command = command;
        this.daysOff = daysOff;
    }

    /** A unit that an obligation binds, as it is called on the day of the groups. */
    record Bound(Organisation unit, String block, Target.Part part) {}

    /** Who will check the evidence. */
    record Reviewer(long id, String name) {}

    /**
     * What one obligation expands to.
     *
     * @param outside names of units and groups that are not the following unit's to command on that day
     * @param tooLong it asks for what comes back beyond {@link Term#LONGEST}
     */
    record Work(
            Obligation obligation,
            List<Bound> units,
            List<String> outside,
            Reviewer reviewer,
            List<Term> terms,
            boolean tooLong) {

        private String problem() {
            if (obligation.content().targets().isEmpty()) {
                return "NO_TARGET";
            }
            if (!outside.isEmpty()) {
                return "OUT_OF_REACH";
            }
            if (units.isEmpty()) {
                return "NO_UNIT";
            }
            if (tooLong) {
                return "UNTIL_TOO_FAR";
            }
            if (terms.size() > Term.MOST) {
                return "TOO_MANY_PERIODS";
            }
            return terms.isEmpty() ? "NO_DATE" : "";
        }

        /** All of it that a preview shows. */
        List<Object> shown() {
            return List.of(
                    units, outside, reviewer, terms.stream().map(Term::shown).toList());
        }

        /** Without the periods that are over. */
        Work toCome(Instant now) {
            return new Work(
                    obligation,
                    units,
                    outside,
                    reviewer,
                    terms.stream()
                            .filter(term ->
                                    term.dueAt() == null || !term.dueAt().isBefore(now))
                            .toList(),
                    tooLong);
        }

        Expansion.Line line(Instant now) {
            int past = (int) terms.stream()
                    .filter(term -> term.dueAt() != null && term.dueAt().isBefore(now))
                    .count();
            return new Expansion.Line(
                    obligation.id(),
                    units.size(),
                    terms.stream().map(Term::label).toList(),
                    past,
                    problem());
        }
    }

    List<Work> plan(Directive directive, List<Obligation> obligations, LocalDate membersOn, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        List<Obligation> counting = obligations.stream()
                .filter(obligation -> obligation.status().counts())
                .toList();
        Units units = new Units(
                membersOn,
                command.reach(directive.ownerId(), membersOn, today),
                named(counting, membersOn),
                organisations.kinds().stream().collect(Collectors.toMap(Kind::slug, Kind::vietnamese)));
        Map<Long, String> reviewers = reviewers(directive, counting, today);
        WorkingDays days = daysOff.workingDays();
        return counting.stream()
                .map(obligation -> {
                    List<String> outside = new ArrayList<>();
                    List<Bound> bound = units.of(obligation.content().targets(), outside);
                    long reviewer = reviewer(directive, obligation);
                    if (obligation.content().verifierId() != null && !units.reach.contains(reviewer)) {
                        outside.add(reviewers.get(reviewer));
                    }
                    return new Work(
                            obligation,
                            bound,
                            outside,
                            new Reviewer(reviewer, reviewers.get(reviewer)),
                            Term.of(directive, obligation.content(), days, now),
                            Term.tooLong(directive.issuedOn(), obligation.content()));
                })
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
            organisations.known(command.alive(ids, on), on).forEach(unit -> named.put(unit.id(), unit));
        }
        return named;
    }

    /** Whom targets mean on one day; each group is looked up once. */
    private final class Units {
        private final LocalDate on;
        private final Set<Long> reach;
        private final Map<Long, Organisation> named;
        private final Map<String, String> kinds;
        private final Map<Long, Group> known = new HashMap<>();
        private final Map<Long, List<Organisation>> members = new HashMap<>();

        private Units(LocalDate on, Set<Long> reach, Map<Long, Organisation> named, Map<String, String> kinds) {
            this.on = on;
            this.reach = reach;
            this.named = named;
            this.kinds = kinds;
        }

        /** @param outside takes the names of those that may not be meant */
        private List<Bound> of(List<Target> targets, List<String> outside) {
            Map<Long, Bound> bound = new LinkedHashMap<>();
            for (Target target : targets) {
                switch (target) {
                    case Target.Group group -> members(group, bound, outside);
                    case Target.Unit single -> {
                        Organisation unit = named.get(single.unitId());
                        if (unit != null && reach.contains(unit.id())) {
                            add(bound, new Bound(unit, kinds.getOrDefault(unit.kind(), ""), single.part()));
                        } else if (unit != null) {
                            outside.add(unit.name());
                        }
                    }
                }
            }
            return List.copyOf(bound.values());
        }

        /** Members of another province, taken into the group one by one, are left out; a group of another is not ours. */
        private void members(Target.Group target, Map<Long, Bound> bound, List<String> outside) {
            Group group = known.computeIfAbsent(
                    target.groupId(), id -> groups.find(id).orElseThrow());
            List<Organisation> all = members.computeIfAbsent(target.groupId(), id -> groups.members(id, on));
            if (!all.isEmpty() && !reach.contains(group.underId())) {
                outside.add(group.name());
                return;
            }
            all.stream()
                    .filter(unit -> reach.contains(unit.id()))
                    .forEach(unit -> add(bound, new Bound(unit, group.name(), target.part())));
        }
    }

    /** A unit that is meant twice has one duty, and leads if it leads anywhere. */
    private static void add(Map<Long, Bound> units, Bound bound) {
        units.merge(bound.unit().id(), bound, (first, second) -> first.part() == Target.Part.LEAD ? first : second);
    }

    /**
     * Writes the duties in one statement: a confirmation gives tens of thousands at once. Obligations that bind the same units
     * share one list of them, so that each unit's names travel once and not with every duty.
     */
    long write(Directive directive, List<Work> plan, String givenBy, Instant now) {
        Map<List<Bound>, Integer> lists = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Work work : plan) {
            int list = lists.computeIfAbsent(work.units(), units -> lists.size());
            for (Term term : work.terms()) {
                lines.add(new Line(work, list, term));
            }
        }
        List<Bound> units = new ArrayList<>();
        List<Integer> listOfUnit = new ArrayList<>();
        lists.forEach((bound, list) -> bound.forEach(unit -> {
            units.add(unit);
            listOfUnit.add(list);
        }));
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
                        lines.stream().map(l -> l.work().obligation().id()).toArray(Long[]::new))
                .param(
                        "reviewerIds",
                        lines.stream().map(l -> l.work().reviewer().id()).toArray(Long[]::new))
                .param("reviewers", texts(lines, l -> l.work().reviewer().name()))
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
    private record Line(Work work, int list, Term term) {}

    private static long reviewer(Directive directive, Obligation obligation) {
        Long verifier = obligation.content().verifierId();
        return verifier == null ? directive.ownerId() : verifier;
    }

    private Map<Long, String> reviewers(Directive directive, List<Obligation> obligations, LocalDate on) {
        Map<Long, String> names = new HashMap<>();
        obligations.forEach(obligation -> names.put(reviewer(directive, obligation), directive.ownerName()));
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
