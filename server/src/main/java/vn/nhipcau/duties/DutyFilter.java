package vn.nhipcau.duties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Refusal;

/**
 * Which duties a list shows.
 *
 * @param text part of a unit's name, of what is to be done, or of the directive; with or without diacritics
 * @param block the group through which the duty came
 */
public record DutyFilter(
        View view,
        Slice slice,
        @Nullable Long directiveId,
        @Nullable Long obligationId,
        @Nullable String period,
        @Nullable Long unitId,
        @Nullable String block,
        @Nullable DutyState state,
        String text,
        Sort sort) {

    /** As who the officer looks; each shows only what that part gives a right to. */
    public enum View {
        /** Duties of directives that the officer's units coordinate. */
        COORDINATOR("board", "Bảng điều phối", "Coordinator's board", Role.COORDINATOR),
        /** Duties that the officer's units check for another coordinator. */
        REVIEWER("review", "Kiểm tra giúp đơn vị khác", "Checking for others", Role.COORDINATOR),
        /** Duties that the officer's units answer for. */
        UNIT("my-duties", "Việc của tôi", "My duties", Role.OFFICER),
        /** Duties in the reach of a leader or reader. */
        OVERSEER("overview", "Toàn cảnh", "Overview", Role.LEADER, Role.READER);

        private final String door;
        private final String vietnamese;
        private final String english;
        private final List<Role> roles;

        View(String door, String vietnamese, String english, Role... roles) {
            this.door = door;
            this.vietnamese = vietnamese;
            this.english = english;
            this.roles = List.of(roles);
        }

        /** Where its pages begin. */
        public String path() {
            return "/desk/" + door;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }

        /** Who may look so. */
        Set<String> authorities() {
            return roles.stream().map(Role::authority).collect(Collectors.toUnmodifiableSet());
        }

        /** The view behind a door, for who may go through it. */
        static View behind(String door, Officer officer) {
            return Arrays.stream(values())
                    .filter(view ->
                            view.door.equals(door) && view.roles.stream().anyMatch(officer::has))
                    .findAny()
                    .orElseThrow(Refusal::notFound);
        }
    }

    public enum Sort {
        LATE_FIRST(
                "Trễ trước",
                "Late first",
                "d.mover = 'UNIT' DESC, d.mover = 'REVIEWER' DESC, d.due_at NULLS LAST, d.id"),
        DUE("Theo hạn", "By due time", "d.due_at NULLS LAST, d.id"),
        UNIT("Theo đơn vị", "By unit", "d.unit_name, d.due_at NULLS LAST, d.id"),
        STATE("Theo trạng thái", "By state", "d.state, d.due_at NULLS LAST, d.id"),
        SINCE("Chờ lâu nhất trước", "Longest waiting first", "d.since, d.id");

        private final String vietnamese;
        private final String english;
        private final String sql;

        Sort(String vietnamese, String english, String sql) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.sql = sql;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    public static DutyFilter of(View view) {
        return new DutyFilter(view, Slice.ALL, null, null, null, null, null, null, "", Sort.LATE_FIRST);
    }

    public DutyFilter in(Slice other) {
        return new DutyFilter(view, other, directiveId, obligationId, period, unitId, block, state, text, sort);
    }

    public DutyFilter ofDirective(long id) {
        return new DutyFilter(view, slice, id, obligationId, period, unitId, block, state, text, sort);
    }

    public DutyFilter ofBlock(String name) {
        return new DutyFilter(view, slice, directiveId, obligationId, period, unitId, name, state, text, sort);
    }

    public DutyFilter ofUnit(long id) {
        return new DutyFilter(view, slice, directiveId, obligationId, period, id, block, state, text, sort);
    }

    public DutyFilter ofObligation(long id) {
        return new DutyFilter(view, slice, directiveId, id, period, unitId, block, state, text, sort);
    }

    public DutyFilter ofColumn(Board.Column column) {
        return new DutyFilter(
                view,
                slice,
                directiveId,
                column.obligationId(),
                column.period().isEmpty() ? null : column.period(),
                unitId,
                block,
                state,
                text,
                sort);
    }

    /** Only the directive and the view, if any. */
    public DutyFilter bare() {
        DutyFilter bare = of(view);
        return directiveId == null ? bare : bare.ofDirective(directiveId);
    }

    public boolean narrowed() {
        return !equals(bare().sortedBy(sort));
    }

    static DutyFilter read(View view, @Nullable Long directive, Map<String, String> query) {
        String unit = query.getOrDefault("unit", "");
        String obligation = query.getOrDefault("obligation", "");
        return new DutyFilter(
                view,
                Slice.ofSlug(query.getOrDefault("slice", "")),
                directive,
                number(obligation),
                text(query, "period"),
                number(unit),
                text(query, "block"),
                Arrays.stream(DutyState.values())
                        .filter(state -> state.name().equals(query.get("state")))
                        .findAny()
                        .orElse(null),
                query.getOrDefault("q", ""),
                Arrays.stream(Sort.values())
                        .filter(sort -> sort.name().equals(query.get("sort")))
                        .findAny()
                        .orElse(Sort.LATE_FIRST));
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable String text(Map<String, String> query, String name) {
        String value = query.getOrDefault(name, "");
        return value.isBlank() ? null : value;
    }

    /** Address of the rows: on the directive's page when there is one. */
    public String href() {
        return page() + query();
    }

    /** The same rows as a spreadsheet. */
    public String sheetHref() {
        return page() + ".xlsx" + query();
    }

    /** Units against duties. */
    public String matrixHref() {
        return page() + "/matrix" + query();
    }

    public String page() {
        return view.path() + (directiveId == null ? "/duties" : "/directives/" + directiveId);
    }

    private String query() {
        return query("", null);
    }

    /** The filters as they stand in an address, with one more. */
    String query(String name, @Nullable Object value) {
        StringBuilder query = new StringBuilder();
        append(query, name, value);
        append(query, "slice", slice == Slice.ALL ? null : slice.slug());
        append(query, "obligation", obligationId);
        append(query, "period", period);
        append(query, "unit", unitId);
        append(query, "block", block);
        append(query, "state", state);
        append(query, "q", text.isBlank() ? null : text.strip());
        append(query, "sort", sort == Sort.LATE_FIRST ? null : sort);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    public DutyFilter sortedBy(Sort other) {
        return new DutyFilter(view, slice, directiveId, obligationId, period, unitId, block, state, text, other);
    }

    /** The condition on {@code d}, the duty. */
    String where() {
        List<String> all = new ArrayList<>();
        all.add(
                switch (view) {
                    case COORDINATOR -> "d.owner_id = ANY (:coordinates)";
                    case REVIEWER -> "d.reviewer_id = ANY (:coordinates) AND d.owner_id <> ALL (:coordinates)";
                    case UNIT -> "d.holder_id = ANY (:answersFor)";
                    case OVERSEER ->
                        "(d.owner_id IN (SELECT unnest(:oversees::bigint[])) OR d.holder_id IN (SELECT unnest(:oversees::bigint[])))";
                });
        all.add(slice.sql());
        if (directiveId != null) {
            all.add("d.directive_id = :directive");
        }
        if (obligationId != null) {
            all.add("d.obligation_id = :obligation");
        }
        if (period != null) {
            all.add("d.period = :period");
        }
        if (unitId != null) {
            all.add("(d.unit_id = :unit OR d.holder_id = :unit)");
        }
        if (block != null) {
            all.add("d.block = :block");
        }
        if (state != null) {
            all.add("d.state = :state");
        }
        if (!text.isBlank()) {
            // The text is folded once, not for every row.
            all.add("""
                    (strpos(d.folded, (SELECT base.fold(:text))) > 0 OR d.obligation_id IN (
                        SELECT o.id FROM duties.obligation o JOIN duties.directive v ON v.id = o.directive_id
                        WHERE strpos(o.folded, (SELECT base.fold(:text))) > 0
                           OR strpos(v.folded, (SELECT base.fold(:text))) > 0))""");
        }
        return " WHERE " + String.join(" AND ", all);
    }

    /** Late first is due first where only the unit's move is shown, and then an index gives the order. */
    String order() {
        boolean open = slice.states().stream().allMatch(s -> s.mover() == DutyState.Mover.UNIT);
        return " ORDER BY " + (sort == Sort.LATE_FIRST && open ? Sort.DUE : sort).sql;
    }
}
