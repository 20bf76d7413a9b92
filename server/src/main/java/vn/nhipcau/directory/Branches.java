package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree on one day. */
final class Branches {
    /** More than that on one page helps nobody; deeper ones are opened one by one. */
    private static final int MOST = 600;

    private final Organisations organisations;
    private final LocalDate on;
    private final Map<Long, List<Organisation>> children = new HashMap<>();

    Branches(Organisations organisations, LocalDate on) {
        this.organisations = organisations;
        this.on = on;
    }

    List<Branch> below(@Nullable Long under) {
        List<Organisation> first = organisations.children(under, on);
        for (Organisation root : first) {
            for (Organisation unit : organisations.subtree(root.id(), on)) {
                if (unit.parentId() != null && unit.id() != root.id()) {
                    children.computeIfAbsent(unit.parentId(), id -> new ArrayList<>())
                            .add(unit);
                }
            }
        }
        int depth = under == null ? 1 : 2;
        return first.stream().map(unit -> branch(unit, depth)).toList();
    }

    private Branch branch(Organisation unit, int depth) {
        List<Organisation> below = children.getOrDefault(unit.id(), List.of());
        boolean open = depth > 0 && below.size() <= MOST;
        return new Branch(
                unit,
                open ? below.stream().map(child -> branch(child, depth - 1)).toList() : List.of(),
                count(unit.id()));
    }

    private int count(long id) {
        return children.getOrDefault(id, List.of()).stream()
                .mapToInt(child -> 1 + count(child.id()))
                .sum();
    }
}
