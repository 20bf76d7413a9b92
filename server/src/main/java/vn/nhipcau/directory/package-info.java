/**
 * Organisations as of a date, their successors and groups, unit web sites; people, their posts and accounts.
 *
 * <p>Uses the shell only. Other modules may join the function {@code directory.organisation_on} in their SQL; they
 * never write here.
 */
@NullMarked
@ApplicationModule(displayName = "Danh bạ", allowedDependencies = "web")
package vn.nhipcau.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
