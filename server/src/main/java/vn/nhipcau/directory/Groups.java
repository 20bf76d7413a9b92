package vn.nhipcau.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;

/** Named sets of units, and what a directive's printed “who” means by them. */
@Service
public class Groups {
    private static final String SELECT = """
            SELECT g.*,
                ARRAY (SELECT x.organisation_id FROM directory.unit_group_exception x
                       WHERE x.group_id = g.id AND x.included ORDER BY 1) AS included,
                ARRAY (SELECT x.organisation_id FROM directory.unit_group_exception x
                       WHERE x.group_id = g.id AND NOT x.included ORDER BY 1) AS excluded
            FROM directory.unit_group g
            """;

    private final JdbcClient jdbc;
    private final Organisations organisations;

    Groups(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /** Groups of the province to which the unit belongs on that day, by name. */
    public List<Group> list(long organisationId, LocalDate on) {
        return jdbc.sql(SELECT + """
                        WHERE g.under_id IN (SELECT s.id FROM directory.subtree_on(
                            ARRAY (SELECT c.id FROM directory.chain_on(:unit, :on) c ORDER BY c.depth DESC LIMIT 1), :on) s)
                        ORDER BY g.name
                        """)
                .param("unit", organisationId)
                .param("on", on)
                .query(Groups::row)
                .list();
    }

    public Optional<Group> find(long id) {
        return jdbc.sql(SELECT + "WHERE g.id = ?").param(id).query(Groups::row).optional();
    }

    /**
     * Adds a group, or changes the rule of one.
     *
     * @param group its id 0: a new one
     * @return its id
     */
    @Transactional
    public long save(Group group) {
        if (Wording.tidy(group.name()).isEmpty()) {
            throw Refusal.invalid(
                    "GROUP_WITHOUT_NAME",
                    "Hãy đặt tên nhóm, ví dụ “Các sở, ban, ngành tỉnh”.",
                    "Give the group a name.");
        }
        if (group.kinds().isEmpty() && group.included().isEmpty()) {
            throw Refusal.invalid(
                    "GROUP_WITHOUT_MEMBERS",
                    "Hãy chọn ít nhất một loại đơn vị, hoặc chỉ đích danh ít nhất một đơn vị.",
                    "Choose at least one kind of unit, or name at least one unit.");
        }
        long id = store(group);
        jdbc.sql("DELETE FROM directory.unit_group_exception WHERE group_id = ?")
                .param(id)
                .update();
        except(id, group.included(), true);
        except(id, group.excluded(), false);
        return id;
    }

    /**
     * Adds the groups of a CSV or XLSX file, or changes those that have the same name under the same unit.
     *
     * @return how many
     */
    @Transactional
    public int load(byte[] content) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("SELECT code, id FROM directory.organisation")
                .query((row, number) -> ids.put(row.getString("code"), row.getLong("id")))
                .list();
        List<Group> groups = new GroupRows(ids).read(SheetFile.read(content));
        for (Group group : groups) {
            save(group.identified(jdbc.sql("SELECT id FROM directory.unit_group WHERE under_id = ? AND name = ?")
                    .params(group.underId(), Wording.tidy(group.name()))
                    .query(Long.class)
                    .optional()
                    .orElse(0L)));
        }
        return groups.size();
    }

    private long store(Group group) {
        try {
            return jdbc.sql(group.id() == 0 ? """
                                    INSERT INTO directory.unit_group (under_id, name, kinds, lines, with_site, aliases)
                                    VALUES (:under, :name, :kinds, :lines, :site, :aliases) RETURNING id
                                    """ : """
                                    UPDATE directory.unit_group SET under_id = :under, name = :name, kinds = :kinds,
                                        lines = :lines, with_site = :site, aliases = :aliases
                                    WHERE id = :id RETURNING id
                                    """)
                    .param("id", group.id())
                    .param("under", group.underId())
                    .param("name", Wording.tidy(group.name()))
                    .param("kinds", group.kinds().toArray(String[]::new))
                    .param("lines", group.lines().stream().map(Line::slug).toArray(String[]::new))
                    .param("site", group.withSite())
                    .param(
                            "aliases",
                            group.aliases().stream()
                                    .map(Wording::tidy)
                                    .filter(alias -> !alias.isEmpty())
                                    .distinct()
                                    .toArray(String[]::new))
                    .query(Long.class)
                    .optional()
                    .orElseThrow(Refusal::notFound);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "GROUP_EXISTS",
                    "Đơn vị này đã có nhóm mang tên “" + group.name() + "”. Hãy dùng tên khác, hoặc sửa nhóm đã có.",
                    "There is already a group “" + group.name() + "” here. Use another name, or change that one.");
        }
    }

    private void except(long group, Set<Long> units, boolean included) {
        jdbc.sql("""
                        INSERT INTO directory.unit_group_exception (group_id, organisation_id, included)
                        SELECT ?, unnest(?::bigint[]), ? ON CONFLICT DO NOTHING
                        """).params(group, Organisations.array(units), included).update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM directory.unit_group WHERE id = ?").param(id).update();
    }

    /** The units that belong to it on that day, by kind and name. Empty when the unit it stands under does not exist that day. */
    public List<Organisation> members(long groupId, LocalDate on) {
        return jdbc.sql("""
                        SELECT o.* FROM directory.organisation_on(:on) o JOIN directory.kind k ON k.slug = o.kind
                        WHERE o.id IN (SELECT m.id FROM directory.group_members_on(:group, :on) m)
                        ORDER BY k.position, o.name, o.id
                        """)
                .param("group", groupId)
                .param("on", on)
                .query(Organisations::row)
                .list();
    }

    /**
     * Looks for what a directive means by a printed “who”, among the units and groups of the province to which {@code
     * underOrganisation} (who issues the directive) belongs on that day.
     */
    public Match match(String printed, LocalDate on, long underOrganisation) {
        return match(List.of(printed), on, underOrganisation).getFirst();
    }

    /** The same for all that one directive names, in their order. */
    public List<Match> match(List<String> printed, LocalDate on, long underOrganisation) {
        List<Organisation> chain = organisations.chain(underOrganisation, on);
        if (chain.isEmpty()) {
            return printed.stream()
                    .map(who -> new Match(who, List.of(), List.of()))
                    .toList();
        }
        Organisation province = chain.getFirst();
        Matcher matcher = new Matcher(province.name());
        organisations.subtree(province.id(), on).stream()
                .filter(unit -> unit.id() != province.id())
                .forEach(matcher::unit);
        list(province.id(), on).forEach(matcher::group);
        ended(matcher, province.id(), on);
        return printed.stream().map(matcher::match).toList();
    }

    private void ended(Matcher matcher, long province, LocalDate on) {
        jdbc.sql("""
                        SELECT o.*, past.name AS past_name, past.short_name AS past_short_name
                        FROM directory.holders_on(:on) h
                        JOIN directory.organisation_on(:on) o ON o.id = h.holder_id
                        JOIN directory.organisation_known(:on) past ON past.id = h.organisation_id
                        WHERE h.holder_id <> h.organisation_id
                          AND h.holder_id IN (SELECT s.id FROM directory.subtree_on(ARRAY[:province::bigint], :on) s)
                        """)
                .param("on", on)
                .param("province", province)
                .query((row, number) -> {
                    matcher.successor(
                            Organisations.row(row, number),
                            row.getString("past_name"),
                            row.getString("past_short_name"));
                    return number;
                })
                .list();
    }

    private static Group row(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getLong("id"),
                row.getLong("under_id"),
                row.getString("name"),
                texts(row.getArray("kinds")),
                texts(row.getArray("lines")).stream().map(Line::ofSlug).collect(Collectors.toSet()),
                row.getBoolean("with_site"),
                List.copyOf(texts(row.getArray("aliases"))),
                ids(row.getArray("included")),
                ids(row.getArray("excluded")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    private static Set<Long> ids(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((Long[]) array.getArray()));
    }
}
