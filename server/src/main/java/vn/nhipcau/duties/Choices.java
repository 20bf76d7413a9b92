package vn.nhipcau.duties;

import java.util.Collection;
import java.util.List;

/** Values that the filters of a directive's page offer. */
public record Choices(List<String> blocks, List<String> periods) {
    static Choices among(Collection<String> blocks, List<Board.Column> columns) {
        return new Choices(
                List.copyOf(blocks),
                columns.stream()
                        .map(Board.Column::period)
                        .filter(period -> !period.isEmpty())
                        .distinct()
                        .toList());
    }
}
