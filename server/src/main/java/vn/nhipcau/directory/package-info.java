/**
 * Organisations as of a date, their successors and groups, unit web sites; people, their posts and accounts.
 *
 * <p>Questions go to {@link vn.nhipcau.directory.Organisations} and {@link vn.nhipcau.directory.Groups}, acts to {@link
 * vn.nhipcau.directory.Reorganisations}, whole files to {@link vn.nhipcau.directory.OrganisationFiles}. An act or a file is
 * tried out on a {@code Chart} first and stored only when it breaks no rule.
 *
 * <p>Uses the shell only. Other modules may join in their SQL the functions of the schema {@code directory} whose names end
 * in {@code _on}, {@code _of} and {@code _known}; they never write here.
 */
@NullMarked
@ApplicationModule(displayName = "Danh bạ", allowedDependencies = "web")
package vn.nhipcau.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
