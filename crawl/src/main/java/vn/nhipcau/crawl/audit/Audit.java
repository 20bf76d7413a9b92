package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.legaltext.files.TextExtractor;

/** One run over many sites. Each site has a virtual thread; none can hold up another. */
public final class Audit {
    private final Target target;
    private final Settings settings;
    private final Fetcher fetcher;
    private final Evidence evidence;
    private final Clock clock;
    private final Web web;
    private final Lens.Rack rack;
    private final Attachment attachments;
    private final ConcurrentHashMap<String, CompletableFuture<Outside>> outside = new ConcurrentHashMap<>();

    /** @param folder for files in passing */
    public Audit(
            Target target,
            Settings settings,
            Fetcher fetcher,
            TextExtractor extractor,
            Evidence evidence,
            Path folder,
            Clock clock) {
        this.target = target;
        this.settings = settings;
        this.fetcher = fetcher;
        this.evidence = evidence;
        this.clock = clock;
        this.web = new Web(fetcher, settings);
        this.rack = new Lens.Rack(target);
        this.attachments = new Attachment(extractor::extract, new Scanned(folder), folder);
    }

    /** Where a run keeps what it learned of each site, and hears of each answer. */
    public interface Ledger {
        Memory before(Site site);

        void done(Verdict verdict, Memory memory) throws IOException;
    }

    /** Audits the sites; returns when all are done, or earlier when interrupted, with the answers so far in the ledger. */
    public void run(List<Site> sites, Ledger ledger) throws InterruptedException {
        Semaphore places = new Semaphore(settings.atOnce());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Site site : sites) {
                    places.acquire();
                    threads.execute(() -> {
                        try {
                            one(site, ledger);
                        } finally {
                            places.release();
                        }
                    });
                }
                places.acquire(settings.atOnce());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    private void one(Site site, Ledger ledger) {
        SiteAudit work = new SiteAudit(this, site, ledger.before(site));
        try {
            Verdict verdict;
            try {
                verdict = work.run();
            } catch (IOException | RuntimeException e) {
                // A fault of ours must neither stop the others nor accuse this unit.
                verdict = new Verdict(
                        site,
                        Verdict.Kind.UNREACHABLE,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        "Lỗi khi kiểm tra, chưa kết luận được: " + e,
                        "",
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0);
            }
            if (Thread.currentThread().isInterrupted()) {
                return; // stopped in the middle: a connection cut by us says nothing about the site
            }
            ledger.done(verdict, work.memory());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Target target() {
        return target;
    }

    Settings settings() {
        return settings;
    }

    Web web() {
        return web;
    }

    Lens.Rack rack() {
        return rack;
    }

    Evidence evidence() {
        return evidence;
    }

    Attachment attachments() {
        return attachments;
    }

    int pageBytes() {
        return fetcher.limits().pageBytes();
    }

    Instant now() {
        return clock.instant();
    }

    /** Looks at an address to which sites point; once for all of them. */
    Outside outside(Url url) throws InterruptedException {
        CompletableFuture<Outside> mine = new CompletableFuture<>();
        CompletableFuture<Outside> other = outside.putIfAbsent(url.toString(), mine);
        if (other == null) {
            try {
                mine.complete(lookOutside(url));
            } catch (RuntimeException | Error e) {
                mine.complete(new Outside(0, true, false));
                throw e;
            } catch (InterruptedException e) {
                mine.complete(new Outside(0, true, false));
                throw e;
            }
            other = mine;
        }
        try {
            return other.get();
        } catch (ExecutionException e) {
            return new Outside(0, true, false);
        }
    }

    private Outside lookOutside(Url url) throws InterruptedException {
        try (Web.Visits visits = web.visits()) {
            Answer answer = visits.get(url, null, any -> true);
            if (!(answer instanceof Answer.Got got) || got.exchange().status() != 200) {
                return new Outside(0, !(answer instanceof Answer.Forbidden), false);
            }
            Exchange exchange = got.exchange();
            Exchange.Content content = exchange.content(pageBytes());
            String magic = new String(
                    content.bytes(),
                    content.from(),
                    Math.min(4, content.to() - content.from()),
                    StandardCharsets.ISO_8859_1);
            boolean page =
                    exchange.mediaType().startsWith("text/") && !magic.startsWith("%PDF") && !magic.startsWith("PK");
            if (!page) {
                Attachment.Read read = attachments.read(exchange);
                double share = 0;
                for (String text : read.texts()) {
                    share = Math.max(share, share(text.toCharArray(), text.length(), read.scanned()));
                }
                return new Outside(share, false, read.unreadable());
            }
            Lens lens = rack.take();
            try {
                lens.page.read(
                        content.bytes(),
                        content.from(),
                        content.to(),
                        exchange.headers().get("Content-Type"));
                Lens.Look look = lens.look(lens.page.text(), lens.page.textLength(), false);
                double share =
                        look.sighting() == null ? 0 : look.sighting().coverage().share();
                // The portal's page may carry the text as a file: its title there is enough to call it a pointer.
                return new Outside(look.titled() ? Math.max(share, 0.5) : share, false, false);
            } finally {
                rack.give(lens);
            }
        } catch (FetchFailure | IOException e) {
            return new Outside(0, true, false);
        }
    }

    private double share(char[] text, int length, boolean scanned) {
        Lens lens = rack.take();
        try {
            Lens.Look look = lens.look(text, length, scanned);
            return look.sighting() == null ? 0 : look.sighting().coverage().share();
        } finally {
            rack.give(lens);
        }
    }
}
