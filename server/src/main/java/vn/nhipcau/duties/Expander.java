package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> kinds =
                organisations.kinds().stream().collect(Collectors.toMap(Kind::slug, Kind::vietnamese));
        return obligations.stream()
                .filter(obligation -> obligation.status().counts())
                .map(obligation -> new Work(
                        obligation,
                        units(obligation.content().targets(), membersOn, members, kinds),
                        terms(directive, obligation.content(), days, now)))
                .toList();
    }

    private Collection<Bound> units(
            List<Target> targets, LocalDate on, Map<Long, List<Organisation>> members, Map<String, String> kinds) {
        Map<Long, Bound> units = new LinkedHashMap<>();
        for (Target target : targets) {
            switch (target) {
                case Target.Group group -> {
                    String name = groups.find(group.groupId()).orElseThrow().name();
                    members.computeIfAbsent(group.groupId(), id -> groups.members(id, on))
                            .forEach(unit -> add(units, new Bound(unit, name, group.part())));
                }
                case Target.Unit single ->
                    organisations
                            .find(single.unitId(), on)
                            .ifPresent(unit ->
                                    add(units, new Bound(unit, kinds.getOrDefault(unit.kind(), ""), single.part())));
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

    /** Writes the duties in one statement: a confirmation gives tens of thousands at once. */
    long write(Directive directive, List<Work> plan, String givenBy, Instant now) {
        List<Long> unitObligations = new ArrayList<>();
        List<Bound> units = new ArrayList<>();
        List<Long> termObligations = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        for (Work work : plan) {
            for (Bound bound : work.units()) {
                unitObligations.add(work.obligation().id());
                units.add(bound);
            }
            for (Term term : work.terms()) {
                termObligations.add(work.obligation().id());
                terms.add(term);
            }
        }
        return jdbc.sql("""
                        INSERT INTO duties.duty (directive_id, obligation_id, owner_id, reviewer_id, reviewer_name, unit_id,
                            unit_name, unit_kind, block, part, holder_id, holder_name, period_key, period, cut_off, due_at,
                            first_due_at, locked_on, state, since, given_at, given_by)
                        SELECT :directive, o.id, :owner, coalesce(o.verifier_id, :owner), coalesce(v.name, :ownerName), u.id,
                            u.name, u.kind, u.block, u.part, u.id, u.name, t.key, t.label, t.cut_off, t.due_at, t.due_at,
                            t.locked_on, 'NOT_RECEIVED', :now, :now, :by
                        FROM unnest(:unitObligations::bigint[], :ids::bigint[], :names::text[], :kinds::text[], :blocks::text[],
                                :parts::text[]) AS u (obligation_id, id, name, kind, block, part)
                        JOIN unnest(:termObligations::bigint[], :keys::text[], :labels::text[], :cutOffs::date[],
                                :dueAts::timestamptz[], :lockedOns::date[]) AS t (obligation_id, key, label, cut_off, due_at,
                                locked_on) USING (obligation_id)
                        JOIN duties.obligation o ON o.id = obligation_id
                        LEFT JOIN LATERAL (SELECT coalesce(k.short_name, k.name) AS name
                            FROM directory.organisation_known(:on) k WHERE k.id = o.verifier_id) v
                            ON o.verifier_id IS NOT NULL
                        ON CONFLICT (obligation_id, unit_id, period_key) DO NOTHING
                        """)
                .param("directive", directive.id())
                .param("owner", directive.ownerId())
                .param("ownerName", directive.ownerName())
                .param("unitObligations", unitObligations.toArray(Long[]::new))
                .param("ids", units.stream().map(b -> b.unit().id()).toArray(Long[]::new))
                .param("names", texts(units.stream().map(b -> b.unit().label()).toList()))
                .param("kinds", texts(units.stream().map(b -> b.unit().kind()).toList()))
                .param("blocks", texts(units.stream().map(Bound::block).toList()))
                .param("parts", texts(units.stream().map(b -> b.part().name()).toList()))
                .param("termObligations", termObligations.toArray(Long[]::new))
                .param("keys", texts(terms.stream().map(Term::key).toList()))
                .param("labels", texts(terms.stream().map(Term::label).toList()))
                .param(
                        "cutOffs",
                        texts(terms.stream().map(t -> text(t.cutOff())).toList()))
                .param("dueAts", texts(terms.stream().map(t -> text(t.dueAt())).toList()))
                .param(
                        "lockedOns",
                        texts(terms.stream().map(t -> text(t.lockedOn())).toList()))
                .param("now", Timestamp.from(now))
                .param("on", LocalDate.ofInstant(now, Shell.ZONE))
                .param("by", givenBy)
                .update();
    }

    /** ISO 8601, which says its own time zone. */
    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static String[] texts(List<? extends @Nullable String> values) {
        return values.toArray(new String[0]);
    }
}
