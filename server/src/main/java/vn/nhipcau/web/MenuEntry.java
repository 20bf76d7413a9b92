package vn.nhipcau.web;

import java.util.Set;

/**
 * A module's place in the desk's menu, or in the portal's for everybody, contributed as a bean.
 *
 * @param href path on this server; below {@code /public/} it stands in the portal
 * @param order smaller is earlier
 * @param authorities who sees it: any of these; empty: everyone who is signed in
 */
public record MenuEntry(String vietnamese, String english, String href, int order, Set<String> authorities) {

    boolean isPublic() {
        return href.startsWith("/public/");
    }
}
