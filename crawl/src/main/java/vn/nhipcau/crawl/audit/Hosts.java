package vn.nhipcau.crawl.audit;

import java.util.HashSet;
import java.util.Set;
import vn.nhipcau.crawl.fetch.Url;

/** The names under which one site answers. */
final class Hosts {
    private final Set<String> names = new HashSet<>();

    void add(Url url) {
        names.add(url.host());
    }

    /** With and without www it is one site. */
    boolean include(Url url) {
        String host = url.host();
        if (names.contains(host)) {
            return true;
        }
        if (names.contains(host.startsWith("www.") ? host.substring(4) : "www." + host)) {
            names.add(host);
            return true;
        }
        return false;
    }
}
