package vn.nhipcau.crawl.audit;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.Url;

/**
 * A sitemap, read leniently: many name a wrong namespace or list addresses outside their folder.
 *
 * @param parts further sitemaps, the newest first
 */
record Sitemap(List<String> parts, List<Place> places) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** An address with the day it changed. */
    record Place(String address, @Nullable LocalDate changed) {}

    static Sitemap parse(Url url, Exchange.Content content, String type) {
        byte[] bytes = Arrays.copyOfRange(content.bytes(), content.from(), content.to());
        try {
            SiteMapParser parser = new SiteMapParser(false);
            AbstractSiteMap parsed = parser.parseSiteMap(
                    type.isEmpty() ? "text/xml" : type,
                    bytes,
                    URI.create(url.toString()).toURL());
            if (parsed instanceof SiteMapIndex index) {
                return new Sitemap(
                        index.getSitemaps().stream()
                                .sorted(Comparator.comparing(
                                        (AbstractSiteMap map) ->
                                                map.getLastModified() == null ? new Date(0) : map.getLastModified(),
                                        Comparator.reverseOrder()))
                                .map(map -> map.getUrl().toString())
                                .toList(),
                        List.of());
            }
            return parsed instanceof SiteMap map
                    ? new Sitemap(
                            List.of(),
                            map.getSiteMapUrls().stream()
                                    .map(place -> new Place(place.getUrl().toString(), day(place.getLastModified())))
                                    .toList())
                    : new Sitemap(List.of(), List.of());
        } catch (UnknownFormatException | MalformedURLException | IllegalArgumentException e) {
            return new Sitemap(List.of(), List.of());
        } catch (IOException e) {
            return new Sitemap(List.of(), List.of());
        }
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toInstant().atZone(ZONE).toLocalDate();
    }
}
