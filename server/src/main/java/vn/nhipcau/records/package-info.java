/**
 * The ledger in service: a log for each consultation, appended to in the caller's transaction, made into tiles and signed by
 * every server on its own, and published as files under {@code /log/}.
 *
 * <p>{@link vn.nhipcau.records.Logs} is the face; {@link vn.nhipcau.records.InstallationSecret} gives other modules keys that
 * are not in the database. Knows nothing of opinions: to it an entry is 41 bytes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sổ ghi",
        allowedDependencies = {"web", "database"})
package vn.nhipcau.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
