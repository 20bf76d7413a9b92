package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit's work went on one day.
 *
 * @param on first day of the new state
 * @param basis the document that orders it
 * @param successors codes
 */
record Succession(LocalDate on, Form form, @Nullable String basis, SortedSet<String> successors) {
    enum Form {
        MERGE("Hợp nhất, sáp nhập", "Merger"),
        SPLIT("Chia, tách", "Split"),
        RENAME("Đổi tên", "Renaming"),
        UPGRADE("Nâng cấp", "Upgrade");

        private final String vietnamese;
        private final String english;

        Form(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Form ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }
}
