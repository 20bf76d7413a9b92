package vn.nhipcau.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.crawl.fetch.Session;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.crawl.world.Town;
import vn.nhipcau.legaltext.files.TextExtractor;

/**
 * Prints pages a second of one core, once warm: the whole audit with every link followed, then the same pages only fetched.
 * The sites are served by another process, whose time does not count.
 */
final class AuditSpeed {
    private static final String DOCUMENT = "danvan-travinh";
    private static final int SITES = 1200;
    private static final int PAGES = 60;
    private static final int SEED = 7;
    private static final int AT_ONCE = 200;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Serves the sites until its standard input ends. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) throws IOException {
            Town town = Town.ofPages(DOCUMENT, SITES, PAGES, SEED);
            System.out.println(town.port());
            while (System.in.read() >= 0) {
                // Nothing is said.
            }
            System.exit(0);
        }
    }

    private final Map<Site, List<Url>> visited = new ConcurrentHashMap<>();
    private final List<Site> sites = new ArrayList<>();

    private AuditSpeed(int port) {
        for (int i = 0; i < SITES; i++) {
            sites.add(new Site("s" + i, "http://" + Town.host(i, SEED) + ":" + port + "/"));
        }
    }

    public static void main(String[] args) throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            AuditSpeed speed = new AuditSpeed(Integer.parseInt(said.readLine().strip()));
            speed.audit();
            System.out.println("audit=" + speed.audit());
            System.out.println("memory=" + peak());
            speed.fetch(Work.NONE);
            System.out.println("fetch=" + speed.fetch(Work.NONE));
            speed.fetch(Work.LINKS);
            System.out.println("links=" + speed.fetch(Work.LINKS));
        } finally {
            server.destroy();
        }
        System.exit(0);
    }

    private double audit() throws Exception {
        visited.clear();
        Path folder = Folders.temporary();
        Settings settings = new Settings(Duration.ZERO, PAGES * 2, AT_ONCE, Duration.ofMillis(20), true);
        try (Fetcher fetcher = fetcher(folder);
                Evidence evidence = new Evidence(
                        folder.resolve("speed.warc.gz"),
                        "speed",
                        Clock.systemUTC().instant());
                TextExtractor extractor = new TextExtractor()) {
            long before = SYSTEM.getProcessCpuTime();
            new Audit(Town.target(DOCUMENT), settings, fetcher, extractor, evidence, folder, Clock.systemUTC())
                    .run(sites, new Audit.Ledger() {
                        @Override
                        public Memory before(Site site) {
                            return Memory.empty();
                        }

                        @Override
                        public void done(Verdict verdict, Memory memory) {
                            List<Url> urls = new ArrayList<>();
                            for (Memory.Role role : List.of(Memory.Role.PAGE, Memory.Role.LISTING, Memory.Role.TRACE)) {
                                memory.pages(role).forEach(seen -> urls.add(Url.parse(seen.url())));
                            }
                            visited.put(verdict.site(), urls);
                        }
                    });
            return rate(pages(), before);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Requests for robots.txt and for what is not there cost too, but are no pages. */
    private long pages() {
        return visited.values().stream().mapToLong(List::size).sum();
    }

    private static double rate(long pages, long before) {
        return Math.round(pages * 1e9 / (SYSTEM.getProcessCpuTime() - before));
    }

    /** What is done with a page that was fetched. */
    private enum Work {
        NONE,
        LINKS
    }

    private double fetch(Work work) throws Exception {
        Path folder = Folders.temporary();
        try (Fetcher fetcher = fetcher(folder)) {
            long before = SYSTEM.getProcessCpuTime();
            ofEachSite(urls -> {
                try (Session session = fetcher.session()) {
                    Page page = work == Work.LINKS ? new Page() : null;
                    for (Url url : urls) {
                        InetAddress address = fetcher.address(url);
                        Exchange exchange = session.fetch(url, address, null, null);
                        if (page != null) {
                            Exchange.Content content = exchange.content(1 << 20);
                            page.read(
                                    content.bytes(),
                                    content.from(),
                                    content.to(),
                                    exchange.headers().get("Content-Type"));
                        }
                    }
                } catch (FetchFailure e) {
                    throw new IllegalStateException(e);
                }
            });
            return rate(pages(), before);
        } finally {
            Folders.delete(folder);
        }
    }

    private interface OfSite {
        void walk(List<Url> urls);
    }

    private void ofEachSite(OfSite work) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        Collection<List<Url>> all = visited.values();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Url> urls : all) {
                places.acquire();
                threads.execute(() -> {
                    try {
                        work.walk(urls);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private static Fetcher fetcher(Path folder) {
        return new Fetcher(
                "NhipCau-audit/speed",
                AddressGuard.allowing(List.of("127.0.0.0/8")),
                AddressGuard.Lookup.SYSTEM,
                Limits.USUAL,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                folder,
                Clock.systemUTC());
    }

    /** Megabytes of memory that the process has held at most. */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
