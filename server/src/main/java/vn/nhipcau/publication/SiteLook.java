package vn.nhipcau.publication;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nhipcau.crawl.audit.Audit;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.documents.FileStore;
import vn.nhipcau.documents.StoredFile;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.vitext.Original;
import vn.nhipcau.web.Shell;

/** Looks at one unit's site: asks the crawler, keeps what it kept, records what it says. */
@Component
class SiteLook {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private static final long LARGEST_ARCHIVE = 500L << 20;
    private static final int TARGETS = 8;

    /** Of what reads otherwise, so many places are kept; the archive has them all. */
    private static final int MOST_DIFFERENCES = 200;

    /** Until a host on which somebody else is may be free. */
    private static final Duration NEXT_TRY = Duration.ofSeconds(3);

    private final Campaigns campaigns;
    private final Checks checks;
    private final Reports reports;
    private final Schedule schedule;
    private final Organisations organisations;
    private final FileStore files;
    private final TextExtractor extractor;
    private final Fetcher fetcher;
    private final AuditRules rules;
    private final Path folder;
    private final Clock clock;

    /** Reading a document into a target takes longer than looking at a page; a campaign's text never changes. */
    private final Map<Long, Target> targets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Target> eldest) {
            return size() > TARGETS;
        }
    };

    SiteLook(
            Campaigns campaigns,
            Checks checks,
            Reports reports,
            Schedule schedule,
            Organisations organisations,
            FileStore files,
            TextExtractor extractor,
            Fetcher fetcher,
            AuditRules rules,
            PublicationConfiguration.Passing passing,
            Clock clock) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.reports = reports;
        this.schedule = schedule;
        this.organisations = organisations;
        this.files = files;
        this.extractor = extractor;
        this.fetcher = fetcher;
        this.rules = rules;
        this.folder = passing.folder();
        this.clock = clock;
    }

    /** Returns when the site was looked at, or given back; what is cut short in the middle is not recorded. */
    void look(Schedule.Claim claim) throws IOException, InterruptedException {
        Instant now = clock.instant();
        List<String> urls =
                organisations.sites(claim.unitId(), now.atZone(Shell.ZONE).toLocalDate());
        if (urls.isEmpty()) {
            checks.noSite(claim, now);
            return;
        }
        Site site = site(claim, urls, now);
        String host = Reports.host(site.url());
        String lease = host == null ? site.url() : host;
        if (!schedule.enter(lease, address(host), claim.worker(), rules.perAddress(), now)) {
            schedule.putOff(claim, now.plus(NEXT_TRY));
            return;
        }
        Path own = Files.createTempDirectory(folder, "look-");
        try {
            Checks.Look look = audit(claim, site, own, now);
            if (look != null) {
                checks.record(claim, look, clock.instant());
            }
        } finally {
            schedule.leave(lease, claim.worker());
            empty(own);
        }
    }

    /** Addresses that the unit reported come first, its other sites after them. */
    private Site site(Schedule.Claim claim, List<String> urls, Instant now) {
        List<String> first = new ArrayList<>();
        reports.of(claim.campaignId(), claim.unitId()).forEach(reported -> first.add(reported.url()));
        first.addAll(urls.subList(1, urls.size()));
        String name = organisations
                .known(claim.unitId(), Checks.day(now))
                .map(Organisation::name)
                .orElse("");
        return new Site(name, urls.getFirst(), first);
    }

    private Checks.@Nullable Look audit(Schedule.Claim claim, Site site, Path own, Instant now)
            throws IOException, InterruptedException {
        Campaign campaign = campaigns.find(claim.campaignId());
        Memory before = Memory.of(checks.memory(claim.campaignId(), claim.unitId()));
        Path warc = own.resolve(
                "dang-tai-" + claim.campaignId() + "-" + claim.unitId() + "-" + STAMP.format(now) + ".warc.gz");
        Settings settings = Settings.USUAL
                .withDelay(rules.delay())
                .withPause(rules.retryAfter())
                .withSpacing(Standing.SPACING)
                .withBudget(campaign.budget())
                .withAtOnce(1);
        Answer answer = new Answer(before);
        try (Evidence evidence = new Evidence(warc, fetcher.agent(), now)) {
            new Audit(target(campaign), settings, fetcher, extractor, evidence, own, clock).run(List.of(site), answer);
        }
        Verdict verdict = answer.verdict;
        if (verdict == null) {
            return null;
        }
        String memory = answer.memory.text();
        String evidence = verdict.evidence();
        int hash = evidence == null ? -1 : evidence.lastIndexOf('#');
        if (evidence == null || hash < 0) {
            return look(now, site, verdict, campaign, memory, null);
        }
        String name = evidence.substring(0, hash);
        long offset = Long.parseLong(evidence.substring(hash + 1));
        if (!name.equals(warc.getFileName().toString())) {
            // Where nothing has changed, the proof is in the archive of an earlier look, and its details hold.
            return checks.withArchive(claim.campaignId(), claim.unitId(), name)
                    .map(old -> new Checks.Look(
                            now, site.url(), verdict, old.missing(), old.differences(), memory, old.warc()))
                    .orElseGet(() -> look(now, site, verdict, campaign, memory, null));
        }
        try (InputStream bytes = Files.newInputStream(warc)) {
            StoredFile file = files.put(bytes, LARGEST_ARCHIVE);
            return look(
                    now, site, verdict, campaign, memory, new SiteCheck.Warc(name, offset, file.sha256(), file.size()));
        }
    }

    private Checks.Look look(
            Instant now, Site site, Verdict verdict, Campaign campaign, String memory, SiteCheck.@Nullable Warc warc) {
        Original document = target(campaign).original();
        return new Checks.Look(
                now,
                site.url(),
                verdict,
                verdict.missing(),
                verdict.differences().stream()
                        .limit(MOST_DIFFERENCES)
                        .map(difference -> SiteCheck.Differs.of(difference, document))
                        .toList(),
                memory,
                warc);
    }

    /** The one answer of a run over one site. */
    private static final class Answer implements Audit.Ledger {
        private final Memory before;
        private Memory memory = Memory.empty();
        private @Nullable Verdict verdict;

        Answer(Memory before) {
            this.before = before;
        }

        @Override
        public Memory before(Site site) {
            return before;
        }

        @Override
        public void done(Verdict answer, Memory seen) {
            verdict = answer;
            memory = seen;
        }
    }

    private Target target(Campaign campaign) {
        synchronized (targets) {
            return targets.computeIfAbsent(campaign.id(), id -> Target.of(campaigns.text(id)));
        }
    }

    /** One number for the site's network address, so that a server with many sites is not overrun; unknown: the host itself. */
    private static String address(@Nullable String host) {
        if (host == null) {
            return "";
        }
        try {
            InetAddress[] found = AddressGuard.Lookup.SYSTEM.find(host);
            return found.length == 0 ? host : found[0].getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
