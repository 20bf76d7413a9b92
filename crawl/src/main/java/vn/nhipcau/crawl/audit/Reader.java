package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.vitext.Sighting;

/** Reads what an address answered: what it shows of the document becomes a clue, where it leads goes to the frontier. */
final class Reader {
    private static final int KEEP = 96 << 10;
    private static final int THIN = 25;
    private static final int HARDLY_A_WORD = 40;

    private final Inquiry inquiry;
    private final Set<Long> texts = new HashSet<>();

    Reader(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    void read(Answer.Got got, Frontier.Entry entry) throws InterruptedException, IOException {
        Exchange exchange = got.exchange();
        if (Content.isPicture(exchange) || Content.isSoundOrFilm(exchange)) {
            if (Content.isPicture(exchange) && entry.aboutIt() && entry.part()) {
                inquiry.clues.unreadable(entry.url());
            }
            return;
        }
        try {
            if (!Content.isPage(exchange)) {
                attachment(got, entry);
                return;
            }
            Exchange.Content content = exchange.content(inquiry.audit.pageBytes());
            if (Content.isFeed(content)) {
                feed(got.url(), content);
            } else {
                page(got, entry, content);
            }
        } catch (FetchFailure e) {
            inquiry.log.broken(e);
        }
    }

    /**
     * What a page had to say, when the lens is given back.
     *
     * @param aboutIt whether link, title or number say that it is about the document
     * @param duplicate whether the same text was read before
     * @param counted whether it shows the document
     * @param beyondHeadings words less those of its headings
     * @param scripted whether script fetches what is to be shown
     */
    private record Impression(
            Lens.Look look,
            boolean aboutIt,
            boolean duplicate,
            Finds.@Nullable Find counted,
            References references,
            int beyondHeadings,
            boolean scripted) {}

    private void page(Answer.Got got, Frontier.Entry entry, Exchange.Content content)
            throws InterruptedException, IOException {
        Frontier.Listing listing = new Frontier.Listing(got.url(), entry.depth() > 0);
        Impression seen;
        Lens lens = inquiry.audit.rack().take();
        try {
            seen = see(lens, content, got, entry, listing);
        } finally {
            inquiry.audit.rack().give(lens);
        }
        References references = seen.references();
        boolean counted = seen.counted() != null;
        boolean named = references.nameIt();
        references.links().forEach(inquiry.frontier::add);
        boolean thin = inquiry.clues.beyondFrame(seen.look().words()) < THIN;
        inquiry.frontier.brought(got.url(), seen.duplicate(), thin, counted || named);
        if (named) {
            listing.kept = got.exchange().keep(KEEP);
        }
        boolean newAndAboutIt = seen.aboutIt() && !seen.duplicate();
        if (newAndAboutIt) {
            inquiry.clues.about(got.url());
            if (!counted && !references.offerFileOrPart() && (references.pictures() > 0 || seen.scripted())) {
                inquiry.clues.silent(got.url(), seen.beyondHeadings());
            }
        }
        Memory.Seen old = old(got.url(), seen.look().fingerprint());
        remember(
                got,
                seen.look().fingerprint(),
                old != null
                        ? old.role()
                        : counted || newAndAboutIt
                                ? Memory.Role.TRACE
                                : references.makeAListing() ? Memory.Role.LISTING : Memory.Role.PAGE);
        if (seen.counted() != null) {
            found(seen.counted(), got, entry);
        }
        for (Url elsewhere : references.abroad()) {
            abroad(got.url(), elsewhere);
        }
    }

    private Impression see(
            Lens lens, Exchange.Content content, Answer.Got got, Frontier.Entry entry, Frontier.Listing listing) {
        Lens.Look look = lens.look(content, got.exchange().headers().get("Content-Type"));
        Page page = lens.page;
        boolean duplicate = !texts.add(look.fingerprint());
        boolean aboutIt = entry.namesIt()
                || entry.aboutIt() && (entry.part() || entry.pager())
                || look.titled() && inquiry.target.named(page.title()) >= Target.NAMES;
        Finds.Find counted = null;
        Sighting sighting = look.sighting();
        if (sighting != null && Finds.counts(sighting, aboutIt)) {
            counted = new Finds.Find(got.url(), sighting, posted(page, sighting), false);
        }
        References references = new References(inquiry, got.url(), entry, listing, aboutIt || counted != null);
        if ((!duplicate || counted != null) && old(got.url(), look.fingerprint()) == null) {
            references.read(page);
        }
        if (isShell(page, look, entry, references)) {
            inquiry.clues.shell();
        }
        if (entry.listing() != null && !entry.dated() && !entry.pager()) {
            entry.listing().learned(entry.order(), inquiry.scores.tooOld(dateOf(page, entry.words())));
        }
        int headings = aboutIt ? 2 * Math.max(Lens.words(page.title()), Lens.words(entry.words())) : 0;
        boolean scripted = aboutIt && counted == null && page.loadsByScript();
        return new Impression(look, aboutIt, duplicate, counted, references, look.words() - headings, scripted);
    }

    /** In a look for what is new, a page that says what it said leads nowhere new: what was known of it, else null. */
    private Memory.@Nullable Seen old(Url url, long fingerprint) {
        Memory.Seen seen = inquiry.onlyNew ? inquiry.before.page(url.toString()) : null;
        return seen != null && seen.fingerprint() == fingerprint ? seen : null;
    }

    private boolean isShell(Page page, Lens.Look look, Frontier.Entry entry, References references) {
        return entry.depth() == 0
                && inquiry.log.asked() <= 2
                && look.words() < HARDLY_A_WORD
                && page.scriptChars() + page.scripts() * 400 > 150
                && references.links().size() < 4;
    }

    /** The day that the page prints above the text. */
    private static @Nullable String posted(Page page, Sighting sighting) {
        LocalDate day = Dates.last(page.words(sighting.textFrom() - 400, sighting.textFrom() + 20));
        return day == null ? null : day.toString();
    }

    /** The day printed beside the page's own heading. */
    private static @Nullable LocalDate dateOf(Page page, String heading) {
        int at = heading.length() < 8 ? -1 : page.lastIndexOf(heading);
        return at < 0 ? null : Dates.first(page.words(at - 60, at + heading.length() + 160));
    }

    private void attachment(Answer.Got got, Frontier.Entry entry) throws IOException, InterruptedException {
        Attachment.Read read;
        try {
            read = inquiry.audit.attachments().read(got.exchange());
        } catch (IOException e) {
            read = new Attachment.Read(List.of(), false, true);
        }
        boolean aboutIt = entry.aboutIt() || entry.namesIt();
        boolean counted = false;
        long fingerprint = got.exchange().size();
        Lens lens = inquiry.audit.rack().take();
        try {
            for (String text : read.texts()) {
                Lens.Look look = lens.look(text, read.scanned());
                fingerprint = fingerprint * 31 + look.fingerprint();
                Sighting sighting = look.sighting();
                if (sighting != null && Finds.counts(sighting, aboutIt)) {
                    counted = true;
                    inquiry.clues.found(
                            new Finds.Find(got.url(), sighting, null, read.scanned()), inquiry.visits.requests());
                }
            }
        } finally {
            inquiry.audit.rack().give(lens);
        }
        inquiry.frontier.brought(got.url(), !texts.add(fingerprint), false, counted);
        if (read.unreadable() && !counted && aboutIt) {
            inquiry.clues.unreadable(got.url());
        }
        boolean trace = counted || inquiry.clues.isUnreadable(got.url());
        remember(got, got.exchange().size(), trace ? Memory.Role.TRACE : Memory.Role.PAGE);
        if (counted) {
            inquiry.proof.keep(got.exchange(), entry.listing());
        }
    }

    private void found(Finds.Find find, Answer.Got got, Frontier.Entry entry) throws IOException, InterruptedException {
        inquiry.clues.found(find, inquiry.visits.requests());
        inquiry.proof.keep(got.exchange(), entry.listing());
    }

    private void remember(Answer.Got got, long fingerprint, Memory.Role role) {
        inquiry.memory.see(new Memory.Seen(
                got.url().toString(), role, fingerprint, got.exchange().known(), 0));
    }

    /** A link on a page about the document leads to another site: the document may be there. */
    void abroad(Url from, Url to) throws InterruptedException {
        if (inquiry.clues.mayPoint(to)) {
            inquiry.clues.points(from, to, inquiry.audit.abroad().at(to), inquiry.visits.requests());
        }
    }

    private void feed(Url at, Exchange.Content content) {
        String text =
                new String(content.bytes(), content.from(), content.to() - content.from(), StandardCharsets.UTF_8);
        for (Feed.Item item : Feed.items(text)) {
            Url url = at.resolve(item.link());
            if (url != null && inquiry.hosts.include(url)) {
                LinkScore.Rated rated = inquiry.scores.rate(url, item.title(), item.title(), item.day(), 20, false);
                inquiry.frontier.add(Frontier.Entry.listed(
                        url, item.title(), rated.points(), rated, rated.dated() != null, inquiry.frontier.nextOrder()));
            }
        }
    }
}
