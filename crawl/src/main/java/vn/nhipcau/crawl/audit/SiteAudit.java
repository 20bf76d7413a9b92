package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Url;

/**
 * Looks for the document on one site: asks robots.txt, what the unit reported, what was found last time, the home page,
 * sitemaps and feeds, then follows links from the likeliest on, until the answer is certain, the likely places are exhausted
 * or the budget is spent.
 */
final class SiteAudit {
    private static final int LIKELY = 30;

    private final Audit audit;
    private final Inquiry inquiry;
    private final Reader reader;
    private final Revisit revisit;
    private final RemovalWatch watch;

    SiteAudit(Audit audit, Site site, Memory before) {
        this.audit = audit;
        this.inquiry = new Inquiry(audit, site, before);
        this.reader = new Reader(inquiry);
        this.revisit = new Revisit(inquiry, reader);
        this.watch = new RemovalWatch(inquiry, audit.now(), audit.settings().spacing());
    }

    Memory memory() {
        return inquiry.memory;
    }

    Verdict run() throws InterruptedException, IOException {
        Url home = Url.parse(inquiry.site.url());
        try (Web.Visits visits = inquiry.visits) {
            if (home == null) {
                return settle(
                        new Ruling(Verdict.Kind.UNREACHABLE, "Địa chỉ trang không hợp lệ: " + inquiry.site.url() + "."),
                        null);
            }
            inquiry.hosts.add(home);
            Web.HostRules rules = visits.rules(home);
            if (rules.failure() != null) {
                return settle(
                        new Ruling(
                                Verdict.Kind.UNREACHABLE,
                                "Không truy cập được trang: " + rules.failure().blame() + "."),
                        home);
            }
            Verdict last = watch.last();
            inquiry.onlyNew =
                    last != null && !inquiry.exhaustive() && revisit.standsAsBefore(last, watch.placesShown());
            if (inquiry.onlyNew && last.kind() == Verdict.Kind.FULL) {
                return asBefore(last, home);
            }
            Seeds seeds = new Seeds(inquiry, revisit);
            seeds.plant(home, rules);
            walk(home);
            seeds.keepWaiting(visits.requests() >= audit.settings().budget());
            Ruling ruling = new Judgement(inquiry).rule(home);
            boolean nothingNew =
                    inquiry.onlyNew && inquiry.clues.isEmpty() && !last.where().isEmpty() && inquiry.log.answered(home);
            return nothingNew ? asBefore(last, home) : settle(ruling, home);
        }
    }

    /** A fault of ours must neither stop the others nor accuse this unit. */
    Verdict afterFault(Exception fault) {
        return watch.settle(
                new Verdict(
                        inquiry.site, Verdict.Kind.UNREACHABLE, "Lỗi khi kiểm tra, chưa kết luận được: " + fault + "."),
                null);
    }

    private void walk(Url home) throws InterruptedException, IOException {
        int budget = audit.settings().budget();
        while (inquiry.visits.requests() < budget) {
            if (!inquiry.exhaustive() && inquiry.clues.settled(inquiry.visits.requests())) {
                return;
            }
            Frontier.Entry entry = inquiry.frontier.next(LinkScore.FLOOR);
            if (entry == null) {
                return;
            }
            if (!revisit.skips(entry) && !visit(entry, entry.url().equals(home))) {
                return;
            }
        }
    }

    /** Gives whether it makes sense to go on. */
    private boolean visit(Frontier.Entry entry, boolean isHome) throws InterruptedException, IOException {
        Answer answer = inquiry.visits.get(entry.url(), revisit.knownIfOnlyNew(entry.url()), inquiry.hosts::include);
        if (answer instanceof Answer.Elsewhere elsewhere && Seeds.isStart(entry)) {
            // The site has moved: its new host is the site.
            inquiry.hosts.add(elsewhere.url());
            answer = inquiry.visits.get(elsewhere.url(), null, inquiry.hosts::include);
        }
        inquiry.log.note(entry.url(), answer, entry.points() >= LIKELY);
        switch (answer) {
            case Answer.Got got when got.exchange().asBefore() -> revisit.unchanged(entry.url(), got.exchange());
            case Answer.Got got when got.exchange().status() == 200 -> reader.read(got, entry);
            case Answer.Got got -> {
                // Nothing there.
            }
            case Answer.Elsewhere elsewhere -> {
                if (entry.namesIt()) {
                    reader.abroad(entry.listing() == null ? entry.url() : entry.listing().url, elsewhere.url());
                }
            }
            case Answer.Failed failed -> {
                if (failed.isTooLarge() && (entry.aboutIt() || entry.namesIt())) {
                    inquiry.clues.unreadable(entry.url());
                }
                return !isHome && !inquiry.log.givesUp();
            }
            case Answer.Forbidden forbidden -> {
                return !isHome;
            }
        }
        return true;
    }

    /** Nothing changed on which the last answer rests, and nothing new was found. */
    private Verdict asBefore(Verdict last, Url home) {
        inquiry.before.pages(Memory.Role.LISTING).forEach(inquiry.memory::seeUnlessSeen);
        inquiry.before.pages(Memory.Role.WAITING).forEach(inquiry.memory::seeUnlessSeen);
        return watch.settle(
                last.withCosts(inquiry.visits.requests(), inquiry.visits.bytes(), inquiry.clues.foundAfter()), home);
    }

    private Verdict settle(Ruling ruling, @Nullable Url home) throws IOException {
        Clues clues = inquiry.clues;
        Verdict.Kind kind = ruling.kind();
        List<String> where = new ArrayList<>();
        String posted = null;
        String passage = "";
        for (Finds.Find find : clues.finds().best()) {
            if (!where.contains(find.url().toString())) {
                where.add(find.url().toString());
            }
            posted = posted == null ? find.posted() : posted;
            passage = passage.isEmpty() ? find.sighting().passage() : passage;
        }
        if (kind == Verdict.Kind.LINK) {
            clues.pointers().forEach(pointer -> where.add(pointer.from()));
        }
        if (kind == Verdict.Kind.UNREADABLE) {
            where.addAll(clues.unreadable());
        }
        Instant now = audit.now();
        Verdict found = new Verdict(
                inquiry.site,
                kind,
                clues.finds().share(),
                where,
                where.isEmpty() || kind == Verdict.Kind.NOT_FOUND ? null : now,
                posted,
                evidence(ruling, now),
                ruling.reason(),
                passage,
                kind == Verdict.Kind.PARTIAL ? clues.finds().missing() : List.of(),
                kind == Verdict.Kind.OTHER_VERSION ? clues.finds().coverage().differences() : List.of(),
                inquiry.visits.requests(),
                inquiry.visits.bytes(),
                clues.foundAfter(),
                null);
        return watch.settle(found, home);
    }

    private String evidence(Ruling ruling, Instant now) throws IOException {
        String first = inquiry.proof.first();
        if (first != null) {
            return first;
        }
        List<String> lines = new ArrayList<>();
        lines.add("verdict: " + ruling.kind().code());
        lines.add("reason: " + ruling.reason());
        lines.addAll(inquiry.log.lines());
        inquiry.clues.pointers().forEach(pointer -> lines.add("pointer: " + pointer.from() + " -> " + pointer.to()));
        String note = audit.evidence().note(inquiry.site.url(), now, lines);
        String sign = inquiry.proof.sign();
        return sign == null ? note : sign;
    }
}
