package vn.nhipcau.duties;

import java.util.List;

/** Part of “việc của tôi”: the first rows of a slice, and how many it has. */
public record BoardSection(Slice slice, List<Duty> rows, long total) {
    public BoardSection {
        rows = List.copyOf(rows);
    }
}
