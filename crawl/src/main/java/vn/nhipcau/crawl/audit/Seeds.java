package vn.nhipcau.crawl.audit;

import java.util.Comparator;
import java.util.List;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Url;

/** Where a look at a site begins: what the unit reported, the home page, the lists known from last time, the sitemaps. */
final class Seeds {
    private static final int REPORTED = 1000;
    private static final int HOME = 900;
    private static final int LISTING = 800;
    private static final int SITEMAPS = 4;
    private static final int LISTINGS_AGAIN = 6;
    private static final int MOST_WAITING = 300;
    private static final String SPENT = "spent";

    private final Inquiry inquiry;
    private final Revisit revisit;
    private int sitemapsLeft = SITEMAPS;

    Seeds(Inquiry inquiry, Revisit revisit) {
        this.inquiry = inquiry;
        this.revisit = revisit;
    }

    /** Whether an address is where a look begins, so that it may lead to the site's new host. */
    static boolean isStart(Frontier.Entry entry) {
        return entry.points() >= HOME;
    }

    void plant(Url home, Web.HostRules rules) throws InterruptedException {
        for (String reported : inquiry.site.reported()) {
            Url url = Url.parse(reported);
            if (url != null) {
                inquiry.hosts.add(url);
                add(url, REPORTED, 0);
            }
        }
        add(home, HOME, 0);
        if (inquiry.exhaustive()) {
            return;
        }
        if (inquiry.onlyNew) {
            remembered();
        }
        for (String sitemap : rules.robots().sitemaps()) {
            sitemap(sitemap);
        }
    }

    private void add(Url url, int points, int section) {
        inquiry.frontier.add(Frontier.Entry.plain(url, points, section, 0, inquiry.frontier.nextOrder()));
    }

    /** The lists that may have something new, and what the budget did not reach last time. */
    private void remembered() {
        // A server that tells neither version nor length would send its lists whole: then the home page must do.
        List<Memory.Seen> lists = inquiry.before.pages(Memory.Role.LISTING).stream()
                .filter(list -> list.known().isUseful())
                .limit(LISTINGS_AGAIN)
                .toList();
        int points = LISTING;
        for (Memory.Seen list : lists) {
            Url url = Url.parse(list.url());
            if (url != null) {
                add(url, --points, 40);
            }
        }
        if (isSpent(inquiry.before)) {
            for (Memory.Seen waiting : inquiry.before.pages(Memory.Role.WAITING)) {
                Url url = Url.parse(waiting.url());
                if (url != null && inquiry.hosts.include(url)) {
                    inquiry.frontier.add(
                            Frontier.Entry.plain(url, (int) waiting.fingerprint(), 0, 1, inquiry.frontier.nextOrder()));
                }
            }
        }
    }

    /** Whether a look ended because it had asked for as much as it may. */
    static boolean isSpent(Memory memory) {
        return memory.fact(SPENT) != null;
    }

    /**
     * Keeps what was not reached, the likeliest first: the next look goes on there, or, where this one had its answer, knows
     * that it is nothing new.
     */
    void keepWaiting(boolean spent) {
        inquiry.memory.fact(SPENT, spent ? "true" : null);
        inquiry.frontier.waiting(MOST_WAITING).stream()
                .sorted(Comparator.comparingInt(Frontier.Entry::points).reversed())
                .forEach(entry -> inquiry.memory.seeUnlessSeen(
                        Memory.Seen.waiting(entry.url().toString(), entry.points())));
    }

    private void sitemap(String address) throws InterruptedException {
        Url url = Url.parse(address);
        if (url == null || !inquiry.hosts.include(url) || sitemapsLeft-- <= 0) {
            return;
        }
        Answer answer = inquiry.visits.get(url, revisit.knownIfOnlyNew(url), inquiry.hosts::include);
        if (!(answer instanceof Answer.Got got)) {
            return;
        }
        if (got.exchange().asBefore()) {
            revisit.unchanged(url, got.exchange());
            return;
        }
        if (got.exchange().status() != 200) {
            return;
        }
        inquiry.memory.see(new Memory.Seen(
                url.toString(), Memory.Role.PAGE, 0, got.exchange().known(), 0));
        inquiry.log.note(url, answer, false);
        try {
            Exchange.Content content = got.exchange().content(inquiry.audit.pageBytes());
            Sitemap sitemap = Sitemap.parse(url, content, got.exchange().mediaType());
            for (String part : sitemap.parts()) {
                sitemap(part);
            }
            for (Sitemap.Place place : sitemap.places()) {
                Url page = url.resolve(place.address());
                if (page != null && inquiry.hosts.include(page)) {
                    add(page, place);
                }
            }
        } catch (FetchFailure e) {
            inquiry.log.broken(e);
        }
    }

    private void add(Url page, Sitemap.Place place) {
        LinkScore.Rated rated = inquiry.scores.rate(page, "", "", null, 0, false);
        boolean dated = place.changed() != null;
        int points = rated.points() + (!dated ? -4 : inquiry.scores.tooOld(place.changed()) ? -200 : 14);
        if (rated.named() >= Target.NAMES) {
            points = Math.max(points, LinkScore.FLOOR + 1);
        }
        inquiry.frontier.add(Frontier.Entry.listed(page, "", points, rated, dated, inquiry.frontier.nextOrder()));
    }
}
