package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.vitext.Fold;
import vn.nhipcau.vitext.Sighting;

/**
 * Looks for the document on one site: asks robots.txt, what the unit reported, what was found last time, the home page,
 * sitemaps and feeds, then follows links from the likeliest on, until the answer is certain, the likely places are exhausted
 * or the budget is spent.
 */
final class SiteAudit {
    private static final int MOST_ABROAD = 5;
    private static final int FAILURES_IN_A_ROW = 6;
    private static final int LOOK_ON_AFTER_FIND = 12;
    private static final int SITEMAPS = 4;
    private static final int SECOND_PASS_LISTINGS = 6;
    private static final int KEEP = 96 << 10;
    private static final int SILENCE = 45;
    private static final int THIN = 25;
    private static final int TRACES_WITHOUT_VALIDATOR = 3;

    private final Audit audit;
    private final Site site;
    private final Memory before;
    private final Memory memory = Memory.empty();
    private final Target target;
    private final LinkScore scores;
    private final Frontier frontier;
    private final Finds finds;
    private final Web.Visits visits;
    private final Set<String> hosts = new HashSet<>();
    private final Set<Long> texts = new HashSet<>();
    private final Map<String, String> visited = new LinkedHashMap<>();
    private final Set<String> about = new LinkedHashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final List<Silent> silent = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final Set<String> blocked = new LinkedHashSet<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private @Nullable String evidence;
    private @Nullable String robotsKept;
    private boolean shell;
    private boolean secondPass;
    private int failedInARow;
    private int lastUseful;
    private int foundAfter;
    private int smallestPage = Integer.MAX_VALUE;
    private int sitemapsLeft = SITEMAPS;
    private int abroad;

    /** A link to the document elsewhere. */
    private record Pointer(String from, String to, Outside outside) {}

    /** A page about the document that shows pictures, or nothing without script. */
    private record Silent(String url, int words) {}

    SiteAudit(Audit audit, Site site, Memory before) {
        this.audit = audit;
        this.site = site;
        this.before = before;
        this.target = audit.target();
        this.scores = new LinkScore(target);
        this.frontier = new Frontier(audit.settings().exhaustive());
        this.finds = new Finds(target);
        this.visits = audit.web().visits();
    }

    Memory memory() {
        return memory;
    }

    Verdict run() throws InterruptedException, IOException {
        Url home = Url.parse(site.url());
        if (home == null) {
            return verdict(Verdict.Kind.UNREACHABLE, "Địa chỉ trang không hợp lệ: " + site.url());
        }
        try (visits) {
            hosts.add(home.host());
            Web.HostRules rules = visits.rules(home);
            if (rules.failure() != null) {
                return verdict(
                        Verdict.Kind.UNREACHABLE,
                        "Không truy cập được trang: " + rules.failure().blame() + ".");
            }
            secondPass = !before.isEmpty() && !audit.settings().exhaustive() && standsAsBefore();
            if (secondPass && Verdict.Kind.FULL.code().equals(before.fact("verdict"))) {
                return asBefore();
            }
            seed(home, rules);
            walk(home);
            return decide(home);
        }
    }

    /**
     * Whether every page on which the last answer rests is as it was. If one is not, the site is looked at afresh; if all are,
     * only what is new need be asked for.
     */
    private boolean standsAsBefore() throws InterruptedException, IOException {
        Verdict.Kind last = Verdict.Kind.of(String.valueOf(before.fact("verdict")));
        List<Memory.Seen> traces = before.pages(Memory.Role.TRACE);
        if (last == Verdict.Kind.UNREACHABLE
                || last == Verdict.Kind.FORBIDDEN
                || traces.isEmpty() && last != Verdict.Kind.NOT_FOUND) {
            return false;
        }
        boolean same = true;
        int whole = 0;
        for (Memory.Seen seen : traces) {
            // Without a validator the whole page comes again.
            if (known(seen) == null && whole++ >= TRACES_WITHOUT_VALIDATOR) {
                memory.see(seen);
                continue;
            }
            Url url = Url.parse(seen.url());
            Answer answer = url == null ? null : visits.get(url, known(seen), this::inside);
            if (answer instanceof Answer.Got got && (got.exchange().status() == 304 || same(got, seen))) {
                memory.see(seen);
                frontier.markVisited(url);
            } else {
                same = false;
                if (answer instanceof Answer.Got got && got.exchange().status() == 200) {
                    // A side box may have changed, or the document: what is seen now counts.
                    frontier.markVisited(url);
                    look(got, entry(url, "", 100, 0).naming());
                }
            }
        }
        if (same) {
            foundAfter = visits.requests();
        } else {
            traces.stream()
                    .map(Memory.Seen::url)
                    .map(Url::parse)
                    .filter(Objects::nonNull)
                    .forEach(frontier::forget);
        }
        return same;
    }

    private boolean same(Answer.Got got, Memory.Seen seen) throws IOException {
        if (got.exchange().status() != 200) {
            return false;
        }
        try {
            if (!isPage(got.exchange())) {
                return got.exchange().size() == seen.fingerprint();
            }
            Exchange.Content content = got.exchange().content(audit.pageBytes());
            Lens lens = audit.rack().take();
            try {
                lens.page.read(
                        content.bytes(),
                        content.from(),
                        content.to(),
                        got.exchange().headers().get("Content-Type"));
                return lens.look(lens.page.text(), lens.page.textLength(), false)
                                .fingerprint()
                        == seen.fingerprint();
            } finally {
                audit.rack().give(lens);
            }
        } catch (FetchFailure e) {
            return false;
        }
    }

    private Verdict asBefore() throws IOException {
        before.pages(Memory.Role.LISTING).forEach(memory::see);
        return verdict(Verdict.Kind.of(String.valueOf(before.fact("verdict"))), String.valueOf(before.fact("reason")));
    }

    private static Fetcher.@Nullable Known known(Memory.@Nullable Seen seen) {
        return seen == null || seen.etag() == null && seen.modified() == null
                ? null
                : new Fetcher.Known(seen.etag(), seen.modified());
    }

    private void seed(Url home, Web.HostRules rules) throws InterruptedException {
        for (String reported : site.reported()) {
            Url url = Url.parse(reported);
            if (url != null) {
                hosts.add(url.host());
                frontier.add(entry(url, "", 1000, 0));
            }
        }
        frontier.add(entry(home, "", 900, 0));
        if (audit.settings().exhaustive()) {
            return;
        }
        if (secondPass) {
            int count = 0;
            for (Memory.Seen seen : before.pages(Memory.Role.LISTING)) {
                Url url = Url.parse(seen.url());
                // Without a validator the whole page would come again: then the home page must do.
                if (url != null && known(seen) != null && count++ < SECOND_PASS_LISTINGS) {
                    frontier.add(entry(url, "", 800 - count, 40));
                }
            }
        }
        List<String> sitemaps = new ArrayList<>(rules.robots().sitemaps());
        for (String sitemap : sitemaps) {
            sitemap(sitemap);
        }
    }

    private Frontier.Entry entry(Url url, String words, int points, int section) {
        return new Frontier.Entry(
                url, words, points, 0, section, 0, false, false, false, true, false, null, frontier.nextOrder());
    }

    private void walk(Url home) throws InterruptedException, IOException {
        int budget = audit.settings().budget();
        while (visits.requests() < budget) {
            if (!audit.settings().exhaustive() && settled()) {
                return;
            }
            Frontier.Entry entry = frontier.next(LinkScore.FLOOR);
            if (entry == null) {
                return;
            }
            if (skippedInSecondPass(entry)) {
                continue;
            }
            boolean isHome = entry.url().equals(home);
            Answer answer =
                    visits.get(entry.url(), known(before.page(entry.url().toString())), this::inside);
            if (answer instanceof Answer.Elsewhere elsewhere && (isHome || entry.points() >= 900)) {
                // The site has moved: its new host is the site.
                hosts.add(elsewhere.url().host());
                answer = visits.get(elsewhere.url(), null, this::inside);
            }
            note(entry, answer);
            if (answer instanceof Answer.Got got) {
                failedInARow = 0;
                if (got.exchange().status() == 200) {
                    look(got, entry);
                } else if (got.exchange().status() == 304) {
                    unchangedPage(entry);
                }
            } else if (answer instanceof Answer.Elsewhere elsewhere && entry.named() >= 0.45) {
                abroad(entry.listing() == null ? entry.url() : entry.listing().url, elsewhere.url());
            } else if (answer instanceof Answer.Failed) {
                if (isHome || ++failedInARow >= FAILURES_IN_A_ROW) {
                    return;
                }
            } else if (answer instanceof Answer.Forbidden && isHome) {
                return;
            }
        }
    }

    private boolean settled() {
        if (finds.whole()) {
            return true;
        }
        boolean something = !finds.isEmpty() || !pointers.isEmpty();
        return something && visits.requests() - lastUseful >= LOOK_ON_AFTER_FIND;
    }

    /** What was read last time and is no list of other pages need not be read again. */
    private boolean skippedInSecondPass(Frontier.Entry entry) {
        Memory.Seen seen = secondPass ? before.page(entry.url().toString()) : null;
        if (seen == null || seen.role() != Memory.Role.PAGE || entry.depth() == 0) {
            return false;
        }
        memory.see(seen);
        return true;
    }

    private void unchangedPage(Frontier.Entry entry) {
        Memory.Seen seen = before.page(entry.url().toString());
        if (seen != null) {
            memory.see(seen);
        }
    }

    private void note(Frontier.Entry entry, Answer answer) {
        String outcome = switch (answer) {
            case Answer.Got got -> String.valueOf(got.exchange().status());
            case Answer.Elsewhere elsewhere -> "→ " + elsewhere.url();
            case Answer.Failed failed -> {
                failures.merge(failed.blame(), 1, Integer::sum);
                if (failed.cause() == FetchFailure.Cause.TOO_LARGE && (entry.aboutIt() || entry.named() >= 0.45)) {
                    unreadable.add(entry.url().toString());
                }
                yield failed.cause().name();
            }
            case Answer.Forbidden forbidden -> {
                if (entry.points() >= 30) {
                    blocked.add(forbidden.url().toString());
                }
                yield forbidden.why();
            }
        };
        visited.put(entry.url().toString(), outcome);
    }

    private boolean inside(Url url) {
        String host = url.host();
        if (hosts.contains(host)) {
            return true;
        }
        String bare = host.startsWith("www.") ? host.substring(4) : "www." + host;
        if (hosts.contains(bare)) {
            hosts.add(host);
            return true;
        }
        return false;
    }

    /** Reads an answer; gives the fingerprint of its words. */
    private long look(Answer.Got got, Frontier.Entry entry) throws InterruptedException, IOException {
        Exchange exchange = got.exchange();
        String type = exchange.mediaType();
        if (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/")) {
            if (type.startsWith("image/") && entry.aboutIt() && entry.part()) {
                unreadable.add(entry.url().toString());
            }
            return 0;
        }
        try {
            return isPage(exchange) ? page(got, entry) : attachment(got, entry);
        } catch (FetchFailure e) {
            failures.merge(e.why().vietnamese(), 1, Integer::sum);
            return 0;
        }
    }

    /** What the bytes are, whatever the header says: portals serve files as text/html and pages as octet-stream. */
    private static boolean isPage(Exchange exchange) throws FetchFailure {
        Exchange.Content content = exchange.content(512);
        int size = content.to() - content.from();
        if (size >= 5) {
            String magic = new String(content.bytes(), content.from(), 5, StandardCharsets.ISO_8859_1);
            if (magic.startsWith("%PDF")
                    || magic.startsWith("PK\3\4")
                    || magic.startsWith("{\\rtf")
                    || magic.startsWith("\u00D0\u00CF\u0011\u00E0")
                    || magic.startsWith("Rar!")
                    || magic.startsWith("7z\u00BC\u00AF")) {
                return false;
            }
        }
        String type = exchange.mediaType();
        if (type.startsWith("text/") || type.endsWith("xml") || type.endsWith("json") || type.isEmpty()) {
            return true;
        }
        String start = new String(content.bytes(), content.from(), Math.min(size, 256), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return start.contains("<html") || start.contains("<!doctype");
    }

    private long page(Answer.Got got, Frontier.Entry entry) throws FetchFailure, InterruptedException, IOException {
        Exchange exchange = got.exchange();
        Exchange.Content content = exchange.content(audit.pageBytes());
        if (isFeed(content)) {
            feed(got.url(), content);
            return 0;
        }
        Lens lens = audit.rack().take();
        Lens.Look look;
        List<Frontier.Entry> links = new ArrayList<>();
        List<Url> abroad = new ArrayList<>();
        Frontier.Listing listing = new Frontier.Listing(got.url(), entry.depth() > 0);
        boolean aboutIt;
        boolean counted = false;
        boolean duplicate;
        boolean named = false;
        int pictures = 0;
        int heading;
        boolean scripted;
        String posted = null;
        try {
            Page page = lens.page;
            page.read(
                    content.bytes(),
                    content.from(),
                    content.to(),
                    exchange.headers().get("Content-Type"));
            look = lens.look(page.text(), page.textLength(), false);
            duplicate = !texts.add(look.fingerprint());
            smallestPage = Math.min(smallestPage, Math.max(1, look.words()));
            aboutIt = entry.named() >= 0.45
                    || entry.part() && entry.aboutIt()
                    || entry.pager() && entry.aboutIt()
                    || look.titled() && target.named(page.title()) >= 0.45;
            Sighting sighting = look.sighting();
            if (sighting != null && Finds.counts(sighting, aboutIt)) {
                counted = true;
                int from = Math.max(0, sighting.textFrom() - 400);
                LocalDate day = Dates.last(
                        new String(page.text(), from, Math.min(page.textLength(), sighting.textFrom() + 20) - from));
                posted = day == null ? null : day.toString();
                finds.add(new Finds.Find(got.url(), sighting, posted, false));
            }
            boolean readOn = aboutIt || counted;
            if (!duplicate || counted) {
                pictures = links(page, got.url(), entry, listing, readOn, links, abroad);
            }
            for (Frontier.Entry link : links) {
                named |= link.named() >= 0.45;
            }
            heading = aboutIt ? 2 * Math.max(Lens.words(page.title()), Lens.words(entry.words())) : 0;
            scripted = readOn && !counted && page.loadsByScript();
            if (entry.depth() == 0
                    && visited.size() <= 2
                    && look.words() < 40
                    && page.scriptChars() + page.scripts() * 400 > 150
                    && links.size() < 4) {
                shell = true;
            }
            if (entry.listing() != null && !entry.dated() && !entry.pager()) {
                entry.listing().learned(entry.order(), scores.tooOld(dateOf(page, entry.words())));
            }
        } finally {
            audit.rack().give(lens);
        }
        links.forEach(frontier::add);
        frontier.brought(got.url(), duplicate, look.words() - smallestPage < THIN, counted || named);
        if (named) {
            listing.kept = exchange.keep(KEEP);
        }
        if (aboutIt && !duplicate) {
            about.add(got.url().toString());
            boolean hasFile = links.stream().anyMatch(link -> link.file() || link.part());
            if (!counted && !hasFile && (pictures > 0 || scripted)) {
                silent.add(new Silent(got.url().toString(), look.words() - heading));
            }
        }
        remember(got, exchange, look.fingerprint(), counted || aboutIt && !duplicate, links);
        if (counted) {
            prove(exchange, entry);
        }
        for (Url elsewhere : abroad) {
            abroad(got.url(), elsewhere);
        }
        return look.fingerprint();
    }

    private void remember(
            Answer.Got got, Exchange exchange, long fingerprint, boolean trace, List<Frontier.Entry> links) {
        long worthwhile =
                links.stream().filter(l -> l.dated() || l.section() > 0).count();
        Memory.Role role = trace ? Memory.Role.TRACE : worthwhile >= 3 ? Memory.Role.LISTING : Memory.Role.PAGE;
        memory.see(new Memory.Seen(
                got.url().toString(),
                role,
                exchange.headers().get("ETag"),
                exchange.headers().get("Last-Modified"),
                fingerprint));
    }

    /** Collects what is new among a page's references; gives the number of pictures not seen before. */
    private int links(
            Page page,
            Url at,
            Frontier.Entry from,
            Frontier.Listing listing,
            boolean aboutIt,
            List<Frontier.Entry> links,
            List<Url> abroad) {
        Url base = at;
        if (page.base() != null) {
            Url resolved = at.resolve(page.base());
            base = resolved == null ? at : resolved;
        }
        int pictures = 0;
        int folder = at.path().lastIndexOf('/');
        long here = at.path().substring(0, folder + 1).hashCode() * 31L;
        for (int i = 0; i < page.count(); i++) {
            Page.Kind kind = page.kind(i);
            long print = page.fingerprint(i);
            if (!frontier.isNew(
                    page.isAbsolute(i)
                            ? print
                            : print ^ (here + (page.address(i).startsWith("?") ? at.hashCode() : 0)))) {
                continue;
            }
            if (kind == Page.Kind.IMAGE) {
                pictures++;
                continue;
            }
            Url url = base.resolve(page.address(i));
            if (url == null) {
                continue;
            }
            if (kind == Page.Kind.SEARCH) {
                search(url, links);
                continue;
            }
            String words = kind == Page.Kind.LINK ? page.words(i) : "";
            boolean part = kind == Page.Kind.FRAME || kind == Page.Kind.REFRESH;
            Url shown = part || aboutIt ? viewed(url) : url;
            if (!inside(shown)) {
                double named = kind == Page.Kind.LINK ? target.named(words) : 0;
                if (named >= 0.45 || aboutIt && (part || LinkScore.isFile(shown) || pointsOn(words, page, i))) {
                    abroad.add(shown);
                }
                continue;
            }
            if (kind == Page.Kind.FEED) {
                if (!audit.settings().exhaustive() && !secondPass) {
                    links.add(plain(shown, 60, from.depth() + 1));
                }
                continue;
            }
            LinkScore.Rated rated = scores.rate(
                    shown, words, Dates.beside(page.before(i), words, page.after(i)), from.section(), aboutIt);
            int points = rated.points() - Math.min(from.depth(), 6);
            if (part) {
                points = Math.max(points, aboutIt ? 90 : 30);
            }
            if (kind == Page.Kind.REFRESH) {
                points = Math.max(points, 85);
            }
            if (rated.points() <= -100 && !part && !(audit.settings().exhaustive() && rated.dated() != null)) {
                listing.learned(frontier.nextOrder(), scores.tooOld(rated.dated()));
                continue;
            }
            links.add(new Frontier.Entry(
                    shown,
                    words,
                    points,
                    rated.named(),
                    rated.section(),
                    from.depth() + 1,
                    rated.file(),
                    rated.pager(),
                    part,
                    rated.dated() != null,
                    aboutIt,
                    listing,
                    frontier.nextOrder()));
        }
        return pictures;
    }

    /** Whether a link out of the site, on a page about the document, says that the text is there. */
    private static boolean pointsOn(String words, Page page, int i) {
        String around = Fold.plain(page.before(i) + " " + words);
        return around.matches(
                ".*(?:tai day|xem chi tiet|chi tiet|toan van|tai ve|noi dung|dia chi|duong dan|lien ket|link|xem tai|truy cap|http).*");
    }

    /** The document inside a viewer's address: …/viewer?url=…. */
    private Url viewed(Url url) {
        int at = url.target().indexOf("url=");
        at = at < 0 ? url.target().indexOf("file=") : at;
        if (at < 0) {
            return url;
        }
        String value = url.target().substring(url.target().indexOf('=', at) + 1).replaceFirst("&.*", "");
        try {
            Url inner = url.resolve(URLDecoder.decode(value, StandardCharsets.UTF_8));
            return inner == null ? url : inner;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private Frontier.Entry plain(Url url, int points, int depth) {
        return new Frontier.Entry(
                url, "", points, 0, 0, depth, false, false, false, true, false, null, frontier.nextOrder());
    }

    private void search(Url form, List<Frontier.Entry> links) {
        if (audit.settings().exhaustive() || secondPass || !inside(form)) {
            return;
        }
        String words = target.symbol().isEmpty() ? target.title() : target.symbol();
        if (words.length() > 80) {
            words = words.substring(0, words.lastIndexOf(' ', 80) > 20 ? words.lastIndexOf(' ', 80) : 80);
        }
        Url query = form.resolve(form.target() + URLEncoder.encode(words, StandardCharsets.UTF_8));
        if (query != null) {
            links.add(new Frontier.Entry(
                    query, "", 48, 0, 30, 1, false, false, false, true, false, null, frontier.nextOrder()));
        }
    }

    /** The day printed beside the page's own heading. */
    private static @Nullable LocalDate dateOf(Page page, String heading) {
        int at = heading.length() < 8 ? -1 : page.lastIndexOf(heading);
        return at < 0 ? null : Dates.first(page.words(at - 60, at + heading.length() + 160));
    }

    private long attachment(Answer.Got got, Frontier.Entry entry) throws IOException, InterruptedException {
        Attachment.Read read;
        try {
            read = audit.attachments().read(got.exchange());
        } catch (IOException e) {
            read = new Attachment.Read(List.of(), false, true);
        }
        boolean counted = false;
        long fingerprint = got.exchange().size();
        Lens lens = audit.rack().take();
        try {
            for (String text : read.texts()) {
                char[] chars = text.toCharArray();
                Lens.Look look = lens.look(chars, chars.length, read.scanned());
                fingerprint = fingerprint * 31 + look.fingerprint();
                Sighting sighting = look.sighting();
                if (sighting != null && Finds.counts(sighting, entry.aboutIt() || entry.named() >= 0.45)) {
                    counted = true;
                    finds.add(new Finds.Find(got.url(), sighting, null, read.scanned()));
                }
            }
        } finally {
            audit.rack().give(lens);
        }
        frontier.brought(got.url(), !texts.add(fingerprint), false, counted);
        if (read.unreadable() && !counted && (entry.aboutIt() || entry.named() >= 0.45)) {
            unreadable.add(got.url().toString());
        }
        remember(
                got,
                got.exchange(),
                got.exchange().size(),
                counted || unreadable.contains(got.url().toString()),
                List.of());
        if (counted) {
            prove(got.exchange(), entry);
        }
        return fingerprint;
    }

    /** Keeps the page, the listing that leads to it, and what robots.txt allowed. */
    private void prove(Exchange exchange, Frontier.Entry entry) throws IOException {
        lastUseful = visits.requests();
        if (foundAfter == 0 || finds.whole()) {
            foundAfter = visits.requests();
        }
        String at = audit.evidence().keep(exchange);
        evidence = evidence == null ? at : evidence;
        Frontier.Listing listing = entry.listing();
        if (listing != null && listing.kept != null && !listing.keptInEvidence) {
            audit.evidence().keep(listing.kept);
            listing.keptInEvidence = true;
            listing.kept = null;
        }
        if (robotsKept == null) {
            robotsKept = "";
            try {
                Exchange robots = visits.rules(exchange.url()).exchange();
                if (robots != null) {
                    robotsKept = audit.evidence().keep(robots);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void abroad(Url from, Url to) throws InterruptedException, IOException {
        if (abroad >= MOST_ABROAD || pointers.stream().anyMatch(p -> p.to().equals(to.toString()))) {
            return;
        }
        abroad++;
        Outside outside = audit.outside(to);
        if (outside.share() >= 0.5 || outside.unreadable() || outside.dead()) {
            pointers.add(new Pointer(from.toString(), to.toString(), outside));
            lastUseful = visits.requests();
            if (outside.share() >= 0.5 && foundAfter == 0) {
                foundAfter = visits.requests();
            }
        }
    }

    private void sitemap(String address) throws InterruptedException {
        Url url = Url.parse(address);
        if (url == null || !inside(url) || sitemapsLeft-- <= 0) {
            return;
        }
        Answer answer = visits.get(url, known(before.page(url.toString())), this::inside);
        if (!(answer instanceof Answer.Got got)) {
            return;
        }
        if (got.exchange().status() == 304) {
            unchangedPage(entry(url, "", 0, 0));
            return;
        }
        if (got.exchange().status() != 200) {
            return;
        }
        memory.see(new Memory.Seen(
                url.toString(),
                Memory.Role.PAGE,
                got.exchange().headers().get("ETag"),
                got.exchange().headers().get("Last-Modified"),
                0));
        visited.put(url.toString(), "200");
        try {
            Exchange.Content content = got.exchange().content(audit.pageBytes());
            Sitemap sitemap = Sitemap.parse(url, content, got.exchange().mediaType());
            for (String part : sitemap.parts()) {
                sitemap(part);
            }
            for (Sitemap.Place place : sitemap.places()) {
                Url page = url.resolve(place.address());
                if (page == null || !inside(page)) {
                    continue;
                }
                LinkScore.Rated rated = scores.rate(page, "", null, 0, false);
                boolean old = scores.tooOld(place.changed());
                int points = rated.points() + (place.changed() == null ? -4 : old ? -200 : 14);
                if (rated.named() >= 0.45) {
                    points = Math.max(points, LinkScore.FLOOR + 1);
                }
                frontier.add(new Frontier.Entry(
                        page,
                        "",
                        points,
                        rated.named(),
                        0,
                        1,
                        rated.file(),
                        false,
                        false,
                        place.changed() != null,
                        false,
                        null,
                        frontier.nextOrder()));
            }
        } catch (FetchFailure e) {
            failures.merge(e.why().vietnamese(), 1, Integer::sum);
        }
    }

    private static boolean isFeed(Exchange.Content content) {
        String start = new String(
                content.bytes(),
                content.from(),
                Math.min(400, content.to() - content.from()),
                StandardCharsets.ISO_8859_1);
        return start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:RDF");
    }

    private void feed(Url at, Exchange.Content content) {
        String text =
                new String(content.bytes(), content.from(), content.to() - content.from(), StandardCharsets.UTF_8);
        for (Feed.Item item : Feed.items(text)) {
            Url url = at.resolve(item.link());
            if (url == null || !inside(url)) {
                continue;
            }
            LinkScore.Rated rated = scores.rate(url, item.title(), item.day(), 20, false);
            frontier.add(new Frontier.Entry(
                    url,
                    item.title(),
                    rated.points(),
                    rated.named(),
                    0,
                    1,
                    rated.file(),
                    false,
                    false,
                    rated.dated() != null,
                    false,
                    null,
                    frontier.nextOrder()));
        }
    }

    /** Pages with hardly more words than the site's frame around them show their content otherwise. */
    private void hear() {
        for (Silent page : silent) {
            if (page.words() - smallestPage < SILENCE) {
                unreadable.add(page.url());
            }
        }
    }

    private Verdict decide(Url home) throws IOException {
        hear();
        if (secondPass
                && finds.isEmpty()
                && pointers.isEmpty()
                && unreadable.isEmpty()
                && before.fact("where") != null
                && !String.valueOf(before.fact("where")).isEmpty()) {
            return asBefore();
        }
        double share = finds.share();
        if (finds.whole()) {
            return verdict(
                    Verdict.Kind.FULL,
                    "Đăng đủ nội dung văn bản" + places(finds.best().size()) + ".");
        }
        boolean strongerUnread = !unreadable.isEmpty() && share < 0.5;
        if (finds.otherVersion() && !strongerUnread) {
            return verdict(
                    Verdict.Kind.OTHER_VERSION,
                    "Bản đăng có " + finds.coverage().differences().size() + " chỗ khác với văn bản; phần giống chiếm "
                            + percent(share) + ".");
        }
        List<Pointer> alive = pointers.stream()
                .filter(p -> p.outside().share() >= 0.5 || p.outside().unreadable())
                .toList();
        if (share >= 0.1 && !strongerUnread || !finds.isEmpty() && alive.isEmpty() && !strongerUnread) {
            List<String> missing = finds.missing();
            return verdict(
                    Verdict.Kind.PARTIAL,
                    "Chỉ thấy " + percent(share) + " nội dung văn bản"
                            + (missing.isEmpty()
                                    ? "."
                                    : "; còn thiếu: "
                                            + String.join("; ", missing.subList(0, Math.min(6, missing.size())))
                                            + (missing.size() > 6 ? "…" : "") + "."));
        }
        if (!unreadable.isEmpty()) {
            return verdict(
                    Verdict.Kind.UNREADABLE,
                    "Có bài đăng về văn bản nhưng nội dung là bản quét, hình ảnh hoặc tệp không đọc được: "
                            + unreadable.iterator().next() + ".");
        }
        if (!alive.isEmpty()) {
            return verdict(
                    Verdict.Kind.LINK,
                    "Trang chỉ dẫn liên kết tới nơi khác có văn bản: "
                            + alive.getFirst().to() + ".");
        }
        if (!pointers.isEmpty()) {
            return verdict(
                    Verdict.Kind.LINK,
                    "Trang chỉ dẫn liên kết nhưng liên kết không mở được: "
                            + pointers.getFirst().to() + ".");
        }
        return decideWithoutTrace(home);
    }

    private Verdict decideWithoutTrace(Url home) throws IOException {
        String first = visited.get(home.toString());
        int asked = visited.size();
        long answered = visited.values().stream()
                .filter(o -> o.equals("200") || o.equals("304"))
                .count();
        if (!blocked.isEmpty() && (answered == 0 || blocked.contains(home.toString()))) {
            return verdict(
                    Verdict.Kind.FORBIDDEN,
                    "Trang không cho phép kiểm tra tự động (robots.txt hoặc máy chủ từ chối): "
                            + blocked.iterator().next() + ".");
        }
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        if (answered == 0) {
            String why = failures.isEmpty()
                    ? "máy chủ trả lời " + first
                    : failures.keySet().iterator().next();
            return verdict(Verdict.Kind.UNREACHABLE, "Không truy cập được trang: " + why + ".");
        }
        if (shell) {
            return verdict(
                    Verdict.Kind.UNREADABLE,
                    "Trang chỉ hiện nội dung bằng JavaScript; chưa đọc được nếu không có trình duyệt.");
        }
        if (failed * 4 > asked || failedInARow >= FAILURES_IN_A_ROW) {
            return verdict(
                    Verdict.Kind.UNREACHABLE,
                    "Chưa kết luận được: " + failed + "/" + asked + " lần truy cập không thành công ("
                            + failures.keySet().iterator().next() + ").");
        }
        if (!blocked.isEmpty()) {
            return verdict(
                    Verdict.Kind.FORBIDDEN,
                    "Chưa thấy ở phần được phép xem; phần có thể chứa văn bản bị chặn: "
                            + blocked.iterator().next() + ".");
        }
        boolean spent = visits.requests() >= audit.settings().budget();
        String how = "đã xem " + answered + " trang" + (spent ? " (hết hạn mức)" : ", hết các mục có khả năng");
        return verdict(
                Verdict.Kind.NOT_FOUND,
                about.isEmpty()
                        ? "Chưa thấy văn bản: " + how + "."
                        : "Chỉ thấy bài nhắc đến văn bản, không có nội dung ("
                                + about.iterator().next() + "); " + how + ".");
    }

    private static String places(int count) {
        return count > 1 ? " ở " + count + " địa chỉ" : "";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private Verdict verdict(Verdict.Kind kind, String reason) throws IOException {
        Instant now = audit.now();
        List<String> where = new ArrayList<>();
        String posted = null;
        String passage = "";
        for (Finds.Find find : finds.best()) {
            if (!where.contains(find.url().toString())) {
                where.add(find.url().toString());
            }
            posted = posted == null ? find.posted() : posted;
            passage = passage.isEmpty() ? find.sighting().passage() : passage;
        }
        if (kind == Verdict.Kind.LINK) {
            pointers.forEach(p -> where.add(p.from()));
        }
        if (kind == Verdict.Kind.UNREADABLE) {
            where.addAll(unreadable);
        }
        double share = finds.share();
        String past = before.fact("where");
        boolean asBefore = secondPass
                && where.isEmpty()
                && past != null
                && !past.isBlank()
                && reason.equals(before.fact("reason"));
        if (asBefore) {
            where.addAll(List.of(past.split(" ")));
            share = Double.parseDouble(String.valueOf(before.fact("coverage")));
            evidence = before.fact("evidence");
            posted = before.fact("posted");
            passage = String.valueOf(before.fact("passage"));
        }
        if (evidence == null) {
            List<String> lines = new ArrayList<>();
            lines.add("verdict: " + kind.code());
            lines.add("reason: " + reason);
            visited.forEach((url, outcome) -> lines.add("searched: " + outcome + " " + url));
            pointers.forEach(p -> lines.add("pointer: " + p.from() + " -> " + p.to()));
            evidence = audit.evidence().note(site.url(), now, lines);
        }
        String since = before.fact("firstSeen");
        Instant firstSeen =
                where.isEmpty() || kind == Verdict.Kind.NOT_FOUND ? null : since != null ? Instant.parse(since) : now;
        List<String> missing = kind == Verdict.Kind.PARTIAL ? finds.missing() : List.of();
        Verdict verdict = new Verdict(
                site,
                kind,
                share,
                where,
                firstSeen,
                posted,
                evidence,
                reason,
                passage,
                missing,
                kind == Verdict.Kind.OTHER_VERSION ? finds.coverage().differences() : List.of(),
                visits.requests(),
                visits.bytes(),
                foundAfter);
        memory.fact("verdict", kind.code());
        memory.fact("reason", reason);
        memory.fact("coverage", String.valueOf(share));
        memory.fact("firstSeen", firstSeen == null ? null : firstSeen.toString());
        memory.fact("posted", posted);
        memory.fact("evidence", evidence);
        memory.fact("passage", passage);
        memory.fact("checked", now.toString());
        memory.fact("where", String.join(" ", where));
        memory.fact("requests", String.valueOf(visits.requests()));
        return verdict;
    }
}
