package vn.nhipcau.directory;

import java.util.List;
import java.util.Set;

/**
 * A named set of units as directives address it, e.g. “Các sở, ban, ngành tỉnh”; who belongs to it is worked out for a
 * date.
 *
 * @param underId members stand below this unit
 * @param kinds members are of one of these kinds; empty: only the units named one by one
 * @param lines empty: any
 * @param withSite only units that have a web site
 * @param aliases other wordings that directives use
 * @param included units added one by one; one that has ended is replaced by whoever holds its work
 * @param excluded units left out of the rule
 */
public record Group(
        long id,
        long underId,
        String name,
        Set<String> kinds,
        Set<Line> lines,
        boolean withSite,
        List<String> aliases,
        Set<Long> included,
        Set<Long> excluded) {

    Group identified(long stored) {
        return new Group(stored, underId, name, kinds, lines, withSite, aliases, included, excluded);
    }
}
