package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Known;
import vn.nhipcau.crawl.fetch.Url;

/**
 * A later look at a site. First everything on which the last answer rests is asked for again; if it is as it was, only what
 * is new need be looked at.
 */
final class Revisit {
    /** So many times in a row the start and the length of a page are taken for the whole; then it is read again. */
    private static final int BELIEF = 4;

    private final Inquiry inquiry;
    private final Reader reader;

    Revisit(Inquiry inquiry, Reader reader) {
        this.inquiry = inquiry;
        this.reader = reader;
    }

    /** What the server is asked with in a look at what is new; else everything is read. */
    @Nullable
    Known knownIfOnlyNew(Url url) {
        return inquiry.onlyNew ? known(url) : null;
    }

    /** What the server is asked with, or null when the page is unknown or due to be read whole. */
    private @Nullable Known known(Url url) {
        Memory.Seen seen = inquiry.before.page(url.toString());
        if (seen == null || seen.role() == Memory.Role.WAITING || !seen.known().isUseful()) {
            return null;
        }
        return seen.believed() < BELIEF ? seen.known() : seen.known().byValidator();
    }

    /** The page is what it was. */
    void unchanged(Url url, Exchange exchange) {
        Memory.Seen seen = inquiry.before.page(url.toString());
        if (seen != null) {
            inquiry.memory.see(seen.again(exchange.status() == 304));
        }
    }

    /** Whether a page that was read last time is not asked for again: an article, or a list that could only come whole. */
    boolean skips(Frontier.Entry entry) {
        Memory.Seen seen = inquiry.onlyNew ? inquiry.before.page(entry.url().toString()) : null;
        if (seen == null || entry.depth() == 0) {
            return false;
        }
        boolean leftOut = seen.role() == Memory.Role.WAITING && !Seeds.isSpent(inquiry.before);
        if (seen.role() == Memory.Role.PAGE || leftOut) {
            inquiry.memory.see(seen);
            return true;
        }
        return seen.role() == Memory.Role.LISTING && believed(seen);
    }

    /** Takes a page for unchanged without asking, where the server tells neither version nor length; not for ever. */
    private boolean believed(Memory.Seen seen) {
        boolean believed = !seen.known().isUseful() && seen.believed() < BELIEF;
        if (believed) {
            inquiry.memory.see(seen.again(false));
        }
        return believed;
    }

    /**
     * Whether every page on which the last verdict rests is as it was; those that are not have been read by then.
     *
     * @param shown where the document was seen last, be it before the last look
     */
    boolean standsAsBefore(Verdict last, List<String> shown) throws InterruptedException, IOException {
        List<Url> grounds = new ArrayList<>();
        inquiry.before.pages(Memory.Role.TRACE).forEach(trace -> add(trace.url(), grounds));
        shown.forEach(place -> add(place, grounds));
        boolean certain = last.kind() != Verdict.Kind.UNREACHABLE
                && last.kind() != Verdict.Kind.FORBIDDEN
                && (last.absence() == null || last.absence().removed());
        boolean same = certain && (!grounds.isEmpty() || last.kind() == Verdict.Kind.NOT_FOUND);
        List<Url> unread = new ArrayList<>();
        for (Url url : grounds) {
            Memory.Seen seen = inquiry.before.page(url.toString());
            if (seen != null && !shown.contains(url.toString()) && believed(seen)) {
                unread.add(url);
                continue;
            }
            Answer answer = inquiry.visits.get(url, known(url), inquiry.hosts::include);
            inquiry.log.note(url, answer, true);
            if (answer instanceof Answer.Got got && isAsBefore(url, got)) {
                unread.add(url);
            } else {
                same = false;
                if (answer instanceof Answer.Got got
                        && shown.contains(url.toString())
                        && !inquiry.clues.shows(url.toString())) {
                    inquiry.proof.keepSign(got.exchange());
                }
            }
        }
        if (same) {
            inquiry.clues.foundAfter(inquiry.visits.requests());
            unread.forEach(inquiry.frontier::markVisited);
        }
        return same;
    }

    private static void add(String address, List<Url> to) {
        Url url = Url.parse(address);
        if (url != null && !to.contains(url)) {
            to.add(url);
        }
    }

    private boolean isAsBefore(Url url, Answer.Got got) throws InterruptedException, IOException {
        Memory.Seen seen = inquiry.before.page(url.toString());
        if (got.exchange().asBefore()) {
            unchanged(url, got.exchange());
            return true;
        }
        if (seen != null && fingerprint(got.exchange()) == seen.fingerprint()) {
            inquiry.memory.see(new Memory.Seen(
                    seen.url(), seen.role(), seen.fingerprint(), got.exchange().known(), 0));
            return true;
        }
        if (got.exchange().status() == 200) {
            // A side box may have changed, or the document: what is seen now counts.
            inquiry.frontier.markVisited(url);
            reader.read(
                    got,
                    Frontier.Entry.plain(url, 100, 0, 0, inquiry.frontier.nextOrder())
                            .naming());
        }
        return false;
    }

    /** Of the words of a page; of a file the size; 0 when it cannot be told. */
    private long fingerprint(Exchange exchange) {
        if (exchange.status() != 200) {
            return 0;
        }
        try {
            if (!Content.isPage(exchange)) {
                return exchange.size();
            }
            Exchange.Content content = exchange.content(inquiry.audit.pageBytes());
            Lens lens = inquiry.audit.rack().take();
            try {
                return lens.look(content, exchange.headers().get("Content-Type"))
                        .fingerprint();
            } finally {
                inquiry.audit.rack().give(lens);
            }
        } catch (FetchFailure e) {
            return 0;
        }
    }
}
