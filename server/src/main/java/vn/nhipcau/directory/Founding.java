package vn.nhipcau.directory;

import org.jspecify.annotations.Nullable;

/**
 * A unit to be founded.
 *
 * @param code null: a provisional one is given
 * @param parentId null: it stands at the top, as a province does
 * @param demo invented for demonstration
 */
public record Founding(
        @Nullable String code,
        Line line,
        String name,
        @Nullable String shortName,
        String kind,
        @Nullable Long parentId,
        boolean demo) {}
