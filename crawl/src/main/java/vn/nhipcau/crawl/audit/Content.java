package vn.nhipcau.crawl.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;

/** What the bytes of an answer are, whatever the header says: portals serve files as text/html and pages as octet-stream. */
final class Content {
    private static final List<String> FILES =
            List.of("%PDF", "PK\3\4", "{\\rtf", "\u00D0\u00CF\u0011\u00E0", "Rar!", "7z\u00BC\u00AF");

    private Content() {}

    static boolean isPage(Exchange exchange) throws FetchFailure {
        String start = start(exchange.content(512), 256);
        for (String file : FILES) {
            if (start.startsWith(file)) {
                return false;
            }
        }
        String type = exchange.mediaType();
        if (type.startsWith("text/") || type.endsWith("xml") || type.endsWith("json") || type.isEmpty()) {
            return true;
        }
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.contains("<html") || lower.contains("<!doctype");
    }

    static boolean isPicture(Exchange exchange) {
        return exchange.mediaType().startsWith("image/");
    }

    static boolean isSoundOrFilm(Exchange exchange) {
        String type = exchange.mediaType();
        return type.startsWith("video/") || type.startsWith("audio/");
    }

    static boolean isFeed(Exchange.Content content) {
        String start = start(content, 400);
        return start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:RDF");
    }

    private static String start(Exchange.Content content, int most) {
        return new String(
                content.bytes(),
                content.from(),
                Math.min(most, content.to() - content.from()),
                StandardCharsets.ISO_8859_1);
    }
}
