package vn.nhipcau.directory;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group's rule as it is filled in.
 *
 * @param under the unit it stands under: its code or name
 * @param aliases one a line
 * @param included units named one by one, one a line
 */
public record GroupForm(
        @Nullable String name,
        @Nullable String under,
        @Nullable List<String> kinds,
        @Nullable List<String> lines,
        @Nullable String withSite,
        @Nullable String aliases,
        @Nullable String included,
        @Nullable String excluded) {

    public boolean has(Kind kind) {
        return kinds != null && kinds.contains(kind.slug());
    }

    public boolean has(Line line) {
        return lines != null && lines.contains(line.slug());
    }

    static List<String> items(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("\\R"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }
}
