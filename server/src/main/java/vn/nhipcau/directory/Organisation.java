package vn.nhipcau.directory;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it was called and placed on one day. Its id stays the same through every change of name, kind and place.
 *
 * @param code official identifier (Quyết định 20/2020/QĐ-TTg), or a provisional one beginning with {@code tam.}
 * @param name in full, with the place that tells it from others: “Sở Nội vụ tỉnh Trà Vinh”
 * @param shortName as it is written inside its own province: “Sở Nội vụ”
 * @param kind slug of one of {@link Organisations#kinds()}
 */
public record Organisation(
        long id,
        String code,
        Line line,
        String name,
        @Nullable String shortName,
        String kind,
        @Nullable Long parentId) {

    /** The short name where there is one. */
    public String label() {
        return shortName == null ? name : shortName;
    }
}
