package vn.nhipcau.crawl.audit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.vitext.Fold;

/** What one page refers to that was not met before on its site. */
final class References {
    private static final Pattern SAYS_IT_IS_THERE = Pattern.compile(
            "tai day|chi tiet|toan van|tai ve|noi dung|dia chi|duong dan|lien ket|link|xem tai|truy cap|http");
    private static final int LONGEST_QUERY = 80;
    private static final int SAYS_LITTLE = 20;

    private final Inquiry inquiry;
    private final Url at;
    private final Frontier.Entry from;
    private final Frontier.Listing listing;
    private final boolean aboutIt;
    private final List<Frontier.Entry> links = new ArrayList<>();
    private final List<Url> abroad = new ArrayList<>();
    private int pictures;

    /** @param aboutIt whether the page is about the document */
    References(Inquiry inquiry, Url at, Frontier.Entry from, Frontier.Listing listing, boolean aboutIt) {
        this.inquiry = inquiry;
        this.at = at;
        this.from = from;
        this.listing = listing;
        this.aboutIt = aboutIt;
    }

    /** Addresses of the site. */
    List<Frontier.Entry> links() {
        return links;
    }

    /** Addresses elsewhere that may show the document. */
    List<Url> abroad() {
        return abroad;
    }

    int pictures() {
        return pictures;
    }

    boolean nameIt() {
        return links.stream().anyMatch(Frontier.Entry::namesIt);
    }

    boolean offerFileOrPart() {
        return links.stream().anyMatch(link -> link.file() || link.part());
    }

    /** Whether the page lists others. */
    boolean makeAListing() {
        return links.stream()
                        .filter(link -> link.dated() || link.section() > 0)
                        .limit(3)
                        .count()
                == 3;
    }

    void read(Page page) {
        Url resolved = page.base() == null ? null : at.resolve(page.base());
        Url base = resolved == null ? at : resolved;
        int folder = at.path().lastIndexOf('/');
        long here = at.path().substring(0, folder + 1).hashCode() * 31L;
        for (int i = 0; i < page.count(); i++) {
            long print = page.fingerprint(i);
            // A relative address means something else on a page of another folder.
            if (!page.isAbsolute(i)) {
                print ^= here + (page.startsQuery(i) ? at.hashCode() : 0);
            }
            if (!inquiry.frontier.isNew(print)) {
                continue;
            }
            if (page.kind(i) == Page.Kind.IMAGE) {
                pictures++;
                continue;
            }
            Url url = base.resolve(page.address(i));
            if (url != null) {
                take(page, i, url);
            }
        }
    }

    private void take(Page page, int i, Url url) {
        Page.Kind kind = page.kind(i);
        if (kind == Page.Kind.SEARCH) {
            search(url);
            return;
        }
        String words = kind == Page.Kind.LINK ? page.words(i) : "";
        boolean part = kind == Page.Kind.FRAME || kind == Page.Kind.REFRESH;
        Url shown = part || aboutIt ? viewed(url) : url;
        if (!inquiry.hosts.include(shown)) {
            boolean named = kind == Page.Kind.LINK && inquiry.target.named(words) >= Target.NAMES;
            if (named || aboutIt && (part || LinkScore.isFile(shown) || pointsOn(words, page, i))) {
                abroad.add(shown);
            }
            return;
        }
        if (kind == Page.Kind.FEED) {
            if (!inquiry.exhaustive() && !inquiry.onlyNew) {
                links.add(Frontier.Entry.plain(shown, 60, 0, from.depth() + 1, inquiry.frontier.nextOrder()));
            }
            return;
        }
        follow(page, i, shown, words, part);
    }

    private void follow(Page page, int i, Url url, String words, boolean part) {
        String before = page.before(i);
        String after = page.after(i);
        LocalDate day = Dates.beside(before, words, after);
        String told = words;
        if (page.kind(i) == Page.Kind.LINK && Fold.plain(words).length() <= SAYS_LITTLE) {
            // “Xem”, “Tải về” or a number, in a row of a register: what it opens is said beside it.
            told = before + " " + words + " " + after;
            LocalDate own = Dates.alone(before);
            day = own == null ? day : own;
        }
        LinkScore.Rated rated = inquiry.scores.rate(url, words, told, day, from.section(), aboutIt);
        int points = rated.points() - Math.min(from.depth(), 6);
        if (part) {
            points = Math.max(points, aboutIt ? 90 : 30);
        }
        if (page.kind(i) == Page.Kind.REFRESH) {
            points = Math.max(points, 85);
        }
        int order = inquiry.frontier.nextOrder();
        if (rated.points() <= -100 && !part && !(inquiry.exhaustive() && rated.dated() != null)) {
            listing.learned(order, inquiry.scores.tooOld(rated.dated()));
            return;
        }
        links.add(new Frontier.Entry(
                url,
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
                order));
    }

    /** Whether a link out of the site, on a page about the document, says that the text is there. */
    private static boolean pointsOn(String words, Page page, int i) {
        return SAYS_IT_IS_THERE
                .matcher(Fold.plain(page.before(i) + " " + words))
                .find();
    }

    /** The document inside a viewer's address: …/viewer?url=…. */
    private static Url viewed(Url url) {
        int key = url.target().indexOf("url=");
        key = key < 0 ? url.target().indexOf("file=") : key;
        if (key < 0) {
            return url;
        }
        String value =
                url.target().substring(url.target().indexOf('=', key) + 1).replaceFirst("&.*", "");
        try {
            Url inner = url.resolve(URLDecoder.decode(value, StandardCharsets.UTF_8));
            return inner == null ? url : inner;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** Asks the site's own search for the number, or for the title. */
    private void search(Url form) {
        if (inquiry.exhaustive() || inquiry.onlyNew || !inquiry.hosts.include(form)) {
            return;
        }
        Target target = inquiry.target;
        String words = target.symbol().isEmpty() ? target.title() : target.symbol();
        if (words.length() > LONGEST_QUERY) {
            int blank = words.lastIndexOf(' ', LONGEST_QUERY);
            words = words.substring(0, blank > 20 ? blank : LONGEST_QUERY);
        }
        Url query = form.resolve(form.target() + URLEncoder.encode(words, StandardCharsets.UTF_8));
        if (query != null) {
            links.add(Frontier.Entry.plain(query, 48, 30, 1, inquiry.frontier.nextOrder()));
        }
    }
}
