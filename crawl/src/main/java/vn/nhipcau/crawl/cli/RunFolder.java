package vn.nhipcau.crawl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Chain;
import vn.nhipcau.crawl.evidence.Memory;

/**
 * The folder of an audit's results. A run that was stopped goes on with the sites that had no answer yet; after a whole run
 * the next one asks only for what changed.
 */
final class RunFolder implements Audit.Ledger, AutoCloseable {
    private static final String RECORDS = "records.jsonl";
    private static final int KEY = 16;

    private final Path folder;
    private final Path states;
    private final Path journal;
    private final int run;
    private final String document;
    private final List<Site> sites;
    private final Chain chain;
    private final Clock clock;
    private final Map<Site, Verdict> verdicts = new LinkedHashMap<>();
    private final Progress progress;
    private Instant written = Instant.EPOCH;

    /** Told of each answer. */
    interface Progress {
        void done(Verdict verdict, int count, int of);
    }

    private RunFolder(
            Path folder,
            Path states,
            Path journal,
            int run,
            String document,
            List<Site> sites,
            Chain chain,
            Clock clock,
            Progress progress) {
        this.folder = folder;
        this.states = states;
        this.journal = journal;
        this.run = run;
        this.document = document;
        this.sites = sites;
        this.chain = chain;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param document its text: the state of another document's audit is not this one's */
    static RunFolder open(Path folder, String document, List<Site> sites, Clock clock, Progress progress)
            throws IOException {
        String key = digest(document);
        Path states = Files.createDirectories(folder.resolve("state").resolve(key.substring(0, KEY)));
        Path journal = states.resolve("run");
        int run = 1;
        boolean finished = false;
        if (Files.exists(journal)) {
            String[] fields = Files.readString(journal).strip().split("\\s+");
            run = Integer.parseInt(fields[0]);
            finished = fields.length > 1 && fields[1].equals("done");
        }
        RunFolder opened = new RunFolder(
                folder,
                states,
                journal,
                finished ? run + 1 : run,
                key,
                sites,
                Chain.open(folder.resolve(RECORDS)),
                clock,
                progress);
        opened.sealLeftOver();
        opened.write(journal, opened.run + " running\n");
        for (Site site : sites) {
            Memory memory = Memory.read(opened.file(site));
            if (String.valueOf(opened.run).equals(memory.fact("run"))) {
                opened.verdicts.put(site, Objects.requireNonNull(Verdict.of(site, memory)));
            }
        }
        return opened;
    }

    int run() {
        return run;
    }

    List<Site> open() {
        return sites.stream().filter(site -> !verdicts.containsKey(site)).toList();
    }

    synchronized List<Verdict> verdicts() {
        List<Verdict> inOrder = new ArrayList<>();
        for (Site site : sites) {
            Verdict verdict = verdicts.get(site);
            if (verdict != null) {
                inOrder.add(verdict);
            }
        }
        return inOrder;
    }

    @Override
    public Memory before(Site site) {
        return Memory.read(file(site));
    }

    @Override
    public void done(Verdict verdict, Memory memory) throws IOException {
        memory.fact("run", String.valueOf(run));
        memory.write(file(verdict.site()));
        synchronized (this) {
            verdicts.put(verdict.site(), verdict);
            Instant now = clock.instant();
            chain.add(Json.record(verdict, now, run, document));
            progress.done(verdict, verdicts.size(), sites.size());
            if (now.isAfter(written.plusSeconds(10))) {
                written = now;
                writeVerdicts();
            }
        }
    }

    synchronized void writeVerdicts() throws IOException {
        write(folder.resolve("verdicts.json"), Json.verdicts(verdicts()));
    }

    void writeReport(String html) throws IOException {
        write(folder.resolve("report.html"), html);
    }

    /** Puts the hash of a WARC file that is written to its end into the chain of records. */
    void seal(Path warc) throws IOException {
        chain.seal(warc, Json.run(clock.instant(), run));
    }

    /** The file of a run that was killed has no record yet. */
    private void sealLeftOver() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.warc.gz")) {
            for (Path archive : archives) {
                if (!chain.isSealed(archive)) {
                    seal(archive);
                }
            }
        }
    }

    /** How many records there are, and the last one's hash. */
    String records() {
        return chain.size() + " bản ghi, mã băm cuối " + chain.head();
    }

    /** What is wrong with the records and the evidence in a folder; nothing when all is as it was written. */
    static List<String> faults(Path folder) throws IOException {
        return Chain.faults(folder.resolve(RECORDS));
    }

    @Override
    public void close() throws IOException {
        chain.close();
    }

    /** Marks the run as whole, so that the next is a second pass. */
    void finish() throws IOException {
        write(journal, run + " done\n");
    }

    private void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(Site site) {
        String name = site.url().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]+", "_");
        return states.resolve(name.substring(0, Math.min(60, name.length())) + "-"
                + digest(site.unit() + "\n" + site.url()).substring(0, 8) + ".tsv");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
