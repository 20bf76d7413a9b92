package vn.nhipcau.crawl.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** {@code nhipcau audit}: finds out which sites have posted a document. */
public final class Main {
    private static final String USAGE = """
            nhipcau audit --document FILE --sites sites.csv --out DIR [tùy chọn]
            nhipcau audit --verify DIR      xem các bản ghi và tệp bằng chứng có còn nguyên vẹn không

              --document FILE   văn bản cần tìm (.docx, .doc, .pdf, .html, .txt)
              --sites FILE      danh sách trang, CSV có cột unit,url (và reported: địa chỉ đơn vị đã báo)
              --out DIR         nơi ghi verdicts.json, report.html, các tệp .warc.gz; chạy lại để tiếp tục hoặc kiểm tra lượt sau
              --delay MS        khoảng nghỉ giữa hai yêu cầu tới một máy chủ (mặc định 1000)
              --budget N        số yêu cầu nhiều nhất cho mỗi trang (mặc định 300)
              --contact TEXT    địa chỉ liên hệ ghi trong User-Agent
              --allow-private   cho phép địa chỉ mạng nội bộ và máy này (chỉ để thử)
              --json            in verdicts.json ra đầu ra chuẩn
            """;
    private static final String VERSION = "NhipCau-audit/0.1";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private Main() {}

    private record Options(
            Path document,
            Path sites,
            Path out,
            int delay,
            int budget,
            String contact,
            boolean allowPrivate,
            boolean json) {}

    public static void main(String[] args) {
        // The sitemap library logs through SLF4J; a command needs no log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            if (args.length == 3 && args[0].equals("audit") && args[1].equals("--verify")) {
                return verify(Path.of(args[2]), err);
            }
            Options options = parse(args);
            if (options == null) {
                err.print(USAGE);
                return args.length > 0 && args[args.length - 1].equals("--help") ? 0 : 2;
            }
            return audit(options, out, err);
        } catch (UnreadableFile | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("Không đọc hoặc ghi được tệp: " + e.getMessage());
            return 1;
        }
    }

    /** Checks that the records and the evidence in a folder are as they were written. */
    private static int verify(Path folder, PrintStream err) throws IOException {
        List<String> faults = RunFolder.faults(folder);
        faults.forEach(err::println);
        err.println(
                faults.isEmpty()
                        ? "Các bản ghi và tệp bằng chứng còn nguyên vẹn."
                        : "Có " + faults.size() + " chỗ không còn nguyên vẹn.");
        return faults.isEmpty() ? 0 : 1;
    }

    private static @Nullable Options parse(String[] args) {
        Path document = null;
        Path sites = null;
        Path folder = null;
        int delay = 1000;
        int budget = 300;
        String contact = "";
        boolean allowPrivate = false;
        boolean json = false;
        int i = args.length > 0 && args[0].equals("audit") ? 1 : 0;
        while (i < args.length) {
            String name = args[i++];
            switch (name) {
                case "--allow-private" -> allowPrivate = true;
                case "--json" -> json = true;
                case "--document", "--sites", "--out", "--delay", "--budget", "--contact" -> {
                    if (i == args.length) {
                        throw new IllegalArgumentException("Thiếu giá trị sau " + name + ".");
                    }
                    String value = args[i++];
                    switch (name) {
                        case "--document" -> document = Path.of(value);
                        case "--sites" -> sites = Path.of(value);
                        case "--out" -> folder = Path.of(value);
                        case "--delay" -> delay = number(name, value, 0);
                        case "--budget" -> budget = number(name, value, 1);
                        default -> contact = value;
                    }
                }
                default -> {
                    return null;
                }
            }
        }
        return document == null || sites == null || folder == null
                ? null
                : new Options(document, sites, folder, delay, budget, contact, allowPrivate, json);
    }

    private static int number(String name, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + " phải là số từ " + least + " trở lên: " + value);
    }

    private static int audit(Options options, PrintStream out, PrintStream err) throws IOException, UnreadableFile {
        List<Site> sites = SiteList.read(options.sites());
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("Không có trang nào trong " + options.sites() + " (cần cột unit,url).");
        }
        Files.createDirectories(options.out());
        Path passing = Files.createTempDirectory("nhipcau-audit");
        Clock clock = Clock.systemUTC();
        String agent = VERSION + (options.contact().isEmpty() ? "" : " (+" + options.contact() + ")");
        CountDownLatch written = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> {
            worker.interrupt();
            try {
                written.await(8, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        boolean whole = false;
        try (TextExtractor extractor = new TextExtractor();
                Fetcher fetcher = new Fetcher(
                        agent,
                        options.allowPrivate() ? AddressGuard.allowingPrivate() : AddressGuard.publicOnly(),
                        AddressGuard.Lookup.SYSTEM,
                        Limits.USUAL,
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        passing,
                        clock)) {
            String text = extractor.extract(options.document());
            Target target = Target.of(text);
            if (target.original().size() < 20) {
                throw new IllegalArgumentException("Văn bản quá ngắn để tìm: " + options.document());
            }
            try (RunFolder folder = RunFolder.open(
                    options.out(), text, sites, clock, (verdict, count, of) -> line(verdict, count, of, err))) {
                List<Site> open = folder.open();
                err.println("Văn bản: " + (target.symbol().isEmpty() ? "" : target.symbol() + " – ") + target.title());
                err.println("Lượt " + folder.run() + ": " + open.size() + " trang cần kiểm tra"
                        + (open.size() < sites.size()
                                ? ", " + (sites.size() - open.size()) + " trang đã có kết quả"
                                : "")
                        + ".");
                // The run's number tells two runs within one second apart.
                Path warc = options.out()
                        .resolve("audit-" + STAMP.format(clock.instant()) + "-" + folder.run() + "-"
                                + ProcessHandle.current().pid() + ".warc.gz");
                try (Evidence evidence = new Evidence(warc, agent, clock.instant())) {
                    Settings settings = Settings.USUAL
                            .withDelay(Duration.ofMillis(options.delay()))
                            .withBudget(options.budget());
                    new Audit(target, settings, fetcher, extractor, evidence, passing, clock).run(open, folder);
                    whole = true;
                } catch (InterruptedException e) {
                    Thread.interrupted();
                    err.println("Đã dừng; kết quả đến lúc này được giữ, chạy lại để tiếp tục.");
                }
                folder.seal(warc);
                folder.writeVerdicts();
                folder.writeReport(
                        Report.html(target, folder.verdicts(), sites.size(), clock.instant(), folder.records()));
                if (whole) {
                    folder.finish();
                }
                summary(folder.verdicts(), fetcher, err);
                err.println("records.jsonl: " + folder.records() + ".");
                if (options.json()) {
                    out.print(Json.verdicts(folder.verdicts()));
                }
            }
        } finally {
            empty(passing);
            written.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The machine is going down already.
            }
        }
        return whole ? 0 : 130;
    }

    private static void line(Verdict verdict, int count, int of, PrintStream err) {
        err.printf(
                "[%d/%d] %-22s %s%s%n",
                count,
                of,
                verdict.kind().vietnamese(),
                verdict.site().unit(),
                verdict.where().isEmpty()
                        ? " – " + verdict.reason()
                        : " – " + verdict.where().getFirst());
    }

    private static void summary(List<Verdict> verdicts, Fetcher fetcher, PrintStream err) {
        Map<Verdict.Kind, Integer> counts = new TreeMap<>();
        verdicts.forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(kind.vietnamese().toLowerCase(Locale.ROOT) + " " + count));
        err.println(verdicts.size() + " đơn vị: " + String.join(", ", parts) + ". " + fetcher.requests() + " yêu cầu, "
                + (fetcher.bytes() >> 10) + " KB.");
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left for the system's own cleaning of its temporary folder.
        }
    }
}
