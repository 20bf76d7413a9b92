package vn.nhipcau.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an act on the directory.
 *
 * @param on first day of the new state
 * @param basis the document that orders it, e.g. “Nghị quyết 1678/NQ-UBTVQH15”
 * @param reason in a sentence, for those who read the log later
 * @param person who records it; null: the system itself, when it loads data
 * @param now when it is recorded
 */
public record Decision(
        LocalDate on,
        @Nullable String basis,
        String reason,
        @Nullable Long person,
        Instant now) {}
