package vn.nhipcau.duties;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        COORDINATOR,
        /** Duties that the officer's units check for another coordinator. */
        REVIEWER,
        /** Duties that the officer's units answer for. */
        UNIT,
        /** Duties in the reach of a leader or reader. */
        OVERSEER
    }

    public enum Sort {
        LATE_FIRST("d.mover = 'UNIT' DESC, d.mover = 'REVIEWER' DESC, d.due_at NULLS LAST, d.id"),
        DUE("d.due_at NULLS LAST, d.id"),
        UNIT("d.unit_name, d.due_at NULLS LAST, d.id"),
        STATE("d.state, d.due_at NULLS LAST, d.id"),
        SINCE("d.since, d.id");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
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

    public DutyFilter sortedBy(Sort other) {
        return new DutyFilter(view, slice, directiveId, obligationId, period, unitId, block, state, text, other);
    }

    /** The condition on {@code d} and, when text is looked for, on {@code v} and {@code o}. */
    String where() {
        List<String> all = new ArrayList<>();
        all.add(
                switch (view) {
                    case COORDINATOR -> "d.owner_id = ANY (:coordinates)";
                    case REVIEWER -> "d.reviewer_id = ANY (:coordinates) AND d.owner_id <> ALL (:coordinates)";
                    case UNIT -> "d.holder_id = ANY (:answersFor)";
                    case OVERSEER -> "(d.owner_id = ANY (:oversees) OR d.holder_id = ANY (:oversees))";
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
        if (searches()) {
            all.add("(strpos(d.folded, base.fold(:text)) > 0 OR strpos(base.fold(o.what), base.fold(:text)) > 0"
                    + " OR strpos(v.folded, base.fold(:text)) > 0)");
        }
        return " WHERE " + String.join(" AND ", all);
    }

    /** What the condition speaks of beside the duty. */
    String joins() {
        return searches() ? Duty.JOINS : " ";
    }

    /** Late first is due first where only the unit's move is shown, and then an index gives the order. */
    String order() {
        boolean open = slice.states().stream().allMatch(s -> s.mover() == DutyState.Mover.UNIT);
        return " ORDER BY " + (sort == Sort.LATE_FIRST && open ? Sort.DUE : sort).sql;
    }

    private boolean searches() {
        return !text.isBlank();
    }
}
