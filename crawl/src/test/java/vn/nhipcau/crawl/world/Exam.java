package vn.nhipcau.crawl.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.legaltext.files.TextExtractor;

/** Audits a town and compares the answers with the truth. */
public final class Exam implements AutoCloseable {
    public static final Settings FAST = new Settings(Duration.ZERO, 300, 400, Duration.ofMillis(20), false);

    private final Map<Site, Memory> memories = new ConcurrentHashMap<>();
    private final TextExtractor extractor = new TextExtractor();
    private final Path folder;

    public Exam() throws IOException {
        this.folder = Files.createTempDirectory("exam");
    }

    /** One answer beside the truth. */
    public record Mark(String document, String family, Mode mode, Verdict verdict) {
        public boolean right() {
            return verdict.kind() == mode.truth;
        }

        /** Whether the unit put the text before the people, and where it was found. */
        public boolean found() {
            return mode.posted() && verdict.foundAfter() > 0;
        }
    }

    /** Audits every site of the town; what is learned stays for the next time. */
    public List<Mark> take(Town town, Settings settings) throws IOException, InterruptedException {
        List<Mark> marks = new ArrayList<>();
        Path warc = folder.resolve("exam-" + System.nanoTime() + ".warc.gz");
        try (Fetcher fetcher = new Fetcher(
                        "NhipCau-audit/test",
                        AddressGuard.allowing(List.of("127.0.0.0/8")),
                        AddressGuard.Lookup.SYSTEM,
                        Limits.USUAL,
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        folder,
                        Clock.systemUTC());
                Evidence evidence = new Evidence(warc, "test", Clock.systemUTC().instant())) {
            new Audit(Town.target(town.document()), settings, fetcher, extractor, evidence, folder, Clock.systemUTC())
                    .run(town.sites(), new Audit.Ledger() {
                        @Override
                        public Memory before(Site site) {
                            return memories.getOrDefault(site, Memory.empty());
                        }

                        @Override
                        public void done(Verdict verdict, Memory memory) {
                            memories.put(verdict.site(), memory);
                            Portal portal = town.portal(verdict.site());
                            synchronized (marks) {
                                marks.add(new Mark(town.document(), portal.family.name(), portal.mode, verdict));
                            }
                        }
                    });
        }
        return marks;
    }

    public void forget() {
        memories.clear();
    }

    /** F1 of each class. */
    public static Map<Verdict.Kind, Double> f1(List<Mark> marks) {
        Map<Verdict.Kind, Double> scores = new EnumMap<>(Verdict.Kind.class);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            long both = marks.stream()
                    .filter(m -> m.mode().truth == kind && m.verdict().kind() == kind)
                    .count();
            long truth = marks.stream().filter(m -> m.mode().truth == kind).count();
            long said = marks.stream().filter(m -> m.verdict().kind() == kind).count();
            if (truth > 0) {
                scores.put(kind, 2.0 * both / (truth + said));
            }
        }
        return scores;
    }

    public static double macro(List<Mark> marks) {
        return f1(marks).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** Of the units that posted, the share called “not found”. */
    public static double accused(List<Mark> marks) {
        long posted = marks.stream().filter(m -> m.mode().posted()).count();
        long wrong = marks.stream()
                .filter(m -> m.mode().posted() && m.verdict().kind() == Verdict.Kind.NOT_FOUND)
                .count();
        return posted == 0 ? 0 : wrong / (double) posted;
    }

    public static String matrix(List<Mark> marks) {
        StringBuilder out = new StringBuilder(String.format("%-14s", "truth \\ said"));
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            out.append(String.format("%14s", kind.code()));
        }
        out.append(String.format("%8s%n", "F1"));
        Map<Verdict.Kind, Double> f1 = f1(marks);
        for (Verdict.Kind truth : Verdict.Kind.values()) {
            Map<Verdict.Kind, Integer> row = new HashMap<>();
            marks.stream()
                    .filter(m -> m.mode().truth == truth)
                    .forEach(m -> row.merge(m.verdict().kind(), 1, Integer::sum));
            out.append(String.format("%-14s", truth.code()));
            for (Verdict.Kind said : Verdict.Kind.values()) {
                out.append(String.format("%14d", row.getOrDefault(said, 0)));
            }
            out.append(String.format(Locale.ROOT, "%8.3f%n", f1.getOrDefault(truth, Double.NaN)));
        }
        return out.toString();
    }

    @Override
    public void close() throws IOException {
        extractor.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
