/**
 * The PostgreSQL that everything is kept in: an outside one when {@code nhipcau.database.url} is set, else one that the
 * application starts itself from the binaries on Maven Central, under {@code nhipcau.data}.
 *
 * <p>Uses no other module. Other modules see the {@link javax.sql.DataSource}, the folder's
 * privacy and the sentence for what keeps the server from starting.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cơ sở dữ liệu",
        allowedDependencies = {})
package vn.nhipcau.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
