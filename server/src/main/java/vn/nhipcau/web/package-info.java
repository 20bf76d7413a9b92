/**
 * The shell that every page stands in: languages, lay-out of the officers' desk and of the public portal, menu, sign-in
 * form, security headers, error pages, paging, files of style and script.
 *
 * <p>Knows no module; modules mount their pages and {@link vn.nhipcau.web.MenuEntry menu entries} in it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Khung trang",
        allowedDependencies = {})
package vn.nhipcau.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
