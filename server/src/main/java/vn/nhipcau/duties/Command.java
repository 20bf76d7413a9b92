package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.web.Refusal;

/**
 * Whom a coordinating unit may give work to, or have check it: the units of its own province on a day, of all three lines,
 * since a department writes on the province's behalf to districts, communes and mass organisations alike.
 */
@Component
class Command {
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Groups groups;

    Command(JdbcClient jdbc, Organisations organisations, Groups groups) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.groups = groups;
    }

    /** All units of the province to which the owner, or a unit whose work it has taken over, belonged on that day. */
    Set<Long> reach(long owner, LocalDate on, LocalDate today) {
        return new HashSet<>(jdbc.sql("""
                        WITH owners AS (
                            SELECT :owner::bigint AS id
                            UNION SELECT i.organisation_id FROM directory.inheritance_on(ARRAY[:owner::bigint], :today) i
                        ), provinces AS (
                            SELECT (SELECT c.id FROM directory.chain_on(o.id, :on) c ORDER BY c.depth DESC LIMIT 1) AS id
                            FROM owners o
                        )
                        SELECT s.id
                        FROM directory.subtree_on(ARRAY (SELECT p.id FROM provinces p WHERE p.id IS NOT NULL), :on) s
                        """)
                .param("owner", owner)
                .param("on", on)
                .param("today", today)
                .query(Long.class)
                .list());
    }

    /** Those of the units that exist on that day. */
    Set<Long> alive(Set<Long> units, LocalDate on) {
        return new HashSet<>(jdbc.sql("SELECT id FROM directory.organisation_on(?) WHERE id = ANY (?)")
                .params(List.of(on, Scope.array(units)))
                .query(Long.class)
                .list());
    }

    /**
     * Whether all that the obligations name exists and is the owner's to name. A unit that does not exist yet, or no
     * longer, on the day of issue passes: the day on which the groups are read decides about it.
     */
    void check(long owner, LocalDate issuedOn, Collection<ObligationDraft> contents, LocalDate today) {
        Set<Long> units = new HashSet<>();
        Set<Long> groupIds = new HashSet<>();
        for (ObligationDraft content : contents) {
            for (Target target : content.targets()) {
                switch (target) {
                    case Target.Unit unit -> units.add(unit.unitId());
                    case Target.Group group -> groupIds.add(group.groupId());
                }
            }
            if (content.verifierId() != null) {
                units.add(content.verifierId());
            }
        }
        if (units.isEmpty() && groupIds.isEmpty()) {
            return;
        }
        List<Organisation> known = organisations.known(units, issuedOn);
        if (known.size() < units.size()) {
            throw unknown();
        }
        Set<Long> reach = reach(owner, issuedOn, today);
        Set<Long> under = new HashSet<>();
        for (long group : groupIds) {
            under.add(groups.find(group).orElseThrow(Command::unknown).underId());
        }
        Set<Long> named = new HashSet<>(units);
        named.addAll(under);
        Set<Long> outside = alive(named, issuedOn);
        outside.removeAll(reach);
        if (!outside.isEmpty()) {
            throw outOfReach(organisations.known(outside, issuedOn).stream()
                    .map(Organisation::name)
                    .collect(Collectors.joining("; ")));
        }
    }

    private static Refusal unknown() {
        return Refusal.invalid(
                "TARGET_UNKNOWN",
                "Có đơn vị hoặc nhóm không còn trong danh bạ. Hãy bỏ chọn, tìm lại rồi chọn đơn vị đúng.",
                "A unit or group is not in the directory. Untick it, search and choose the right one.");
    }

    static Refusal outOfReach(String names) {
        return Refusal.invalid(
                "OUT_OF_REACH",
                "Không giao việc được cho " + names
                        + ": không thuộc tỉnh của đơn vị theo dõi vào ngày đó. Hãy chọn đơn vị,"
                        + " nhóm trong tỉnh; với tỉnh khác, gửi văn bản để tỉnh đó tự giao.",
                "No work can be given to " + names
                        + ": not of the following unit's province on that day. Choose units of" + " the province.");
    }
}
