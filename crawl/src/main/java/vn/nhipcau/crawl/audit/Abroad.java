package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.vitext.Sighting;

/** Looks at the addresses outside the sites to which they point, each once for all of them. */
final class Abroad {
    private static final Outside UNKNOWN = new Outside(0, true, false);

    private final Audit audit;
    private final ConcurrentHashMap<String, CompletableFuture<Outside>> known = new ConcurrentHashMap<>();

    Abroad(Audit audit) {
        this.audit = audit;
    }

    Outside at(Url url) throws InterruptedException {
        CompletableFuture<Outside> mine = new CompletableFuture<>();
        CompletableFuture<Outside> other = known.putIfAbsent(url.toString(), mine);
        if (other == null) {
            Outside seen = UNKNOWN;
            try {
                seen = look(url);
            } finally {
                mine.complete(seen); // whatever happened, nobody must wait for ever
            }
            return seen;
        }
        try {
            return other.get();
        } catch (ExecutionException e) {
            return UNKNOWN;
        }
    }

    private Outside look(Url url) throws InterruptedException {
        try (Web.Visits visits = audit.web().visits(false)) {
            Answer answer = visits.get(url, null, any -> true);
            if (!(answer instanceof Answer.Got got) || got.exchange().status() != 200) {
                return new Outside(0, !(answer instanceof Answer.Forbidden), false);
            }
            Exchange exchange = got.exchange();
            return Content.isPage(exchange) ? page(exchange) : file(exchange);
        } catch (FetchFailure | IOException e) {
            return UNKNOWN;
        }
    }

    private Outside page(Exchange exchange) throws FetchFailure {
        Exchange.Content content = exchange.content(audit.pageBytes());
        Lens lens = audit.rack().take();
        try {
            Lens.Look look = lens.look(content, exchange.headers().get("Content-Type"));
            double share = share(look.sighting());
            // The portal's page may carry the text as a file: its title there is enough to call it a pointer.
            return new Outside(look.titled() ? Math.max(share, 0.5) : share, false, false);
        } finally {
            audit.rack().give(lens);
        }
    }

    private Outside file(Exchange exchange) throws IOException, InterruptedException {
        Attachment.Read read = audit.attachments().read(exchange);
        double share = 0;
        Lens lens = audit.rack().take();
        try {
            for (String text : read.texts()) {
                share = Math.max(share, share(lens.look(text, read.scanned()).sighting()));
            }
        } finally {
            audit.rack().give(lens);
        }
        return new Outside(share, false, read.unreadable());
    }

    private static double share(@Nullable Sighting sighting) {
        return sighting == null ? 0 : sighting.coverage().share();
    }
}
