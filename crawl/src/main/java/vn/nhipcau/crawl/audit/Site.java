package vn.nhipcau.crawl.audit;

import java.util.List;

/**
 * A unit's web site.
 *
 * @param unit the unit's name
 * @param url where the site starts
 * @param reported addresses where the unit says that it posted
 */
public record Site(String unit, String url, List<String> reported) {
    public Site(String unit, String url) {
        this(unit, url, List.of());
    }
}
