package vn.nhipcau.crawl.world;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLSocketFactory;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.crawl.fetch.Session;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.legaltext.files.TextExtractor;

/**
 * Prints pages per CPU-second with robots.txt, parsing, matching and evidence, beside fetching alone in the same run. The
 * sites are served by another process, whose time does not count; every link of a site is followed.
 */
public final class Speed {
    private static final String DOCUMENT = "danvan-travinh";
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Speed() {}

    /** Serves the town. */
    public static final class Server {
        private Server() {}

        public static void main(String[] args) throws Exception {
            List<Mode> modes = List.of(
                    Mode.PAGE,
                    Mode.SPLIT,
                    Mode.RENAMED,
                    Mode.SUMMARY,
                    Mode.DRAFT,
                    Mode.NOTHING,
                    Mode.NOTHING,
                    Mode.MENTION,
                    Mode.ANOTHER,
                    Mode.QUOTE);
            List<Family> families = Family.KNOWN.stream()
                    .filter(f -> f.charset().equals("utf-8"))
                    .toList();
            Town town = Town.of(DOCUMENT, families, modes, Integer.parseInt(args[0]), Integer.parseInt(args[1]), 7, 0);
            System.out.println(town.port());
            while (System.in.read() >= 0) {
                // Until the one who started this ends.
            }
        }
    }

    public static void main(String[] args) throws Exception {
        int sites = args.length > 0 ? Integer.parseInt(args[0]) : 1200;
        int pages = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        String.valueOf(sites),
                        String.valueOf(pages))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(said.readLine().strip());
            List<Site> all = new ArrayList<>();
            for (int i = 0; i < sites; i++) {
                all.add(new Site("s" + i, "http://" + Town.host(i, 7) + ":" + port + "/"));
            }
            Map<Site, List<Url>> visited = new ConcurrentHashMap<>();
            audit(all.subList(0, Math.min(all.size(), 600)), pages, visited, "warm-up");
            visited.clear();
            double whole = audit(all, pages, visited, "audit");
            fetchOnly(visited, "warm-up");
            double alone = fetchOnly(visited, "fetch only");
            System.out.printf(Locale.ROOT, "ratio to fetch only %.2f; peak memory %s%n", whole / alone, peak());
        } finally {
            server.destroy();
        }
        System.exit(0);
    }

    private static double audit(List<Site> sites, int pages, Map<Site, List<Url>> visited, String name)
            throws Exception {
        Path folder = Files.createTempDirectory("speed");
        Settings settings = new Settings(Duration.ZERO, pages * 2, 200, Duration.ofMillis(20), true);
        LongAdder full = new LongAdder();
        try (Fetcher fetcher = fetcher(folder);
                Evidence evidence = new Evidence(
                        folder.resolve("speed.warc.gz"),
                        "speed",
                        Clock.systemUTC().instant());
                TextExtractor extractor = new TextExtractor()) {
            long cpu = SYSTEM.getProcessCpuTime();
            long wall = System.nanoTime();
            new Audit(Town.target(DOCUMENT), settings, fetcher, extractor, evidence, folder, Clock.systemUTC())
                    .run(sites, new Audit.Ledger() {
                        @Override
                        public Memory before(Site site) {
                            return Memory.empty();
                        }

                        @Override
                        public void done(Verdict verdict, Memory memory) {
                            full.add(verdict.kind() == Verdict.Kind.FULL ? 1 : 0);
                            List<Url> urls = new ArrayList<>();
                            for (Memory.Role role : Memory.Role.values()) {
                                memory.pages(role).forEach(seen -> urls.add(Url.parse(seen.url())));
                            }
                            visited.put(verdict.site(), urls);
                        }
                    });
            return report(
                    name,
                    fetcher,
                    cpu,
                    wall,
                    full.sum() + " full, WARC " + (Files.size(evidence.file()) >> 10) + " KB");
        } finally {
            clean(folder);
        }
    }

    private static double fetchOnly(Map<Site, List<Url>> visited, String name) throws Exception {
        Path folder = Files.createTempDirectory("speed");
        Semaphore places = new Semaphore(200);
        try (Fetcher fetcher = fetcher(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long cpu = SYSTEM.getProcessCpuTime();
            long wall = System.nanoTime();
            for (List<Url> urls : visited.values()) {
                places.acquire();
                threads.execute(() -> {
                    try (Session session = fetcher.session()) {
                        for (Url url : urls) {
                            InetAddress address = fetcher.address(url);
                            session.fetch(url, address, null, null);
                        }
                    } catch (FetchFailure e) {
                        throw new IllegalStateException(e);
                    } finally {
                        places.release();
                    }
                });
            }
            places.acquire(200);
            return report(name, fetcher, cpu, wall, "");
        } finally {
            clean(folder);
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

    private static double report(String name, Fetcher fetcher, long cpuBefore, long wallBefore, String more) {
        double cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
        double wall = (System.nanoTime() - wallBefore) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %d pages, %.1f KB mean, %.1f s CPU, %.1f s wall: %.0f pages per CPU-second, %.0f per second; %s%n",
                name,
                fetcher.requests(),
                fetcher.bytes() / 1024.0 / fetcher.requests(),
                cpu,
                wall,
                fetcher.requests() / cpu,
                fetcher.requests() / wall,
                more);
        return fetcher.requests() / cpu;
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("?")
                        .replaceAll("\\s+", " ")
                : "?";
    }

    private static void clean(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
