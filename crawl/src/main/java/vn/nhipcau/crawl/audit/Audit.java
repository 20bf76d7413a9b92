package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Fetcher;
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
    private final Abroad abroad = new Abroad(this);

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
                verdict = work.afterFault(e);
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

    Abroad abroad() {
        return abroad;
    }
}
