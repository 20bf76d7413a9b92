package vn.nhipcau.crawl.audit;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RSS and Atom, by pattern: half of the feeds of old portals are no well-formed XML. */
final class Feed {
    private static final Pattern ITEM = Pattern.compile("(?s)<(item|entry)[\\s>](.*?)</\\1>");
    private static final Pattern TITLE = Pattern.compile("(?s)<title[^>]*>(.*?)</title>");
    private static final Pattern LINK = Pattern.compile("(?s)<link>(.*?)</link>|<link[^>]*href=[\"']([^\"']+)[\"']");
    private static final Pattern DAY = Pattern.compile("(?s)<(pubDate|updated|published|dc:date)>(.*?)</");

    private Feed() {}

    record Item(String title, String link, @Nullable LocalDate day) {}

    static List<Item> items(String text) {
        List<Item> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        while (item.find() && items.size() < 200) {
            String body = item.group(2);
            Matcher link = LINK.matcher(body);
            if (link.find()) {
                Matcher title = TITLE.matcher(body);
                Matcher day = DAY.matcher(body);
                items.add(new Item(
                        title.find() ? clean(title.group(1)) : "",
                        clean(link.group(1) == null ? link.group(2) : link.group(1)),
                        day.find() ? day(clean(day.group(2))) : null));
            }
        }
        return items;
    }

    private static String clean(String text) {
        return text.replace("<![CDATA[", "")
                .replace("]]>", "")
                .replace("&amp;", "&")
                .strip();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate();
        } catch (DateTimeParseException e) {
            return Dates.first(text);
        }
    }
}
