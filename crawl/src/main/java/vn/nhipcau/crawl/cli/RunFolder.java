package vn.nhipcau.crawl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import vn.nhipcau.crawl.evidence.Memory;

/**
 * The folder of an audit's results. A run that was stopped goes on with the sites that had no answer yet; after a whole run
 * the next one asks only for what changed.
 */
final class RunFolder implements Audit.Ledger {
    private final Path folder;
    private final Path states;
    private final Path journal;
    private final int run;
    private final List<Site> sites;
    private final Map<Site, Verdict> verdicts = new LinkedHashMap<>();
    private final Progress progress;
    private Instant written = Instant.EPOCH;

    /** Told of each answer. */
    interface Progress {
        void done(Verdict verdict, int count, int of);
    }

    private RunFolder(Path folder, Path states, Path journal, int run, List<Site> sites, Progress progress) {
        this.folder = folder;
        this.states = states;
        this.journal = journal;
        this.run = run;
        this.sites = sites;
        this.progress = progress;
    }

    /** @param document its text: the state of another document's audit is not this one's */
    static RunFolder open(Path folder, String document, List<Site> sites, Progress progress) throws IOException {
        String key = digest(document);
        Path states = Files.createDirectories(folder.resolve("state").resolve(key));
        Path journal = states.resolve("run");
        int run = 1;
        boolean finished = false;
        if (Files.exists(journal)) {
            String[] fields = Files.readString(journal).strip().split("\\s+");
            run = Integer.parseInt(fields[0]);
            finished = fields.length > 1 && fields[1].equals("done");
        }
        RunFolder opened = new RunFolder(folder, states, journal, finished ? run + 1 : run, sites, progress);
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
            progress.done(verdict, verdicts.size(), sites.size());
            Instant now = Instant.now();
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
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
