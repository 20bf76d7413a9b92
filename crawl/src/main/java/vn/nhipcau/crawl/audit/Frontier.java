package vn.nhipcau.crawl.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.Url;

/** What is still to be visited on one site, the likeliest first, with the traps left out. */
final class Frontier {
    /** After so many pages without a text of their own, addresses of the same shape are believed to be a calendar. */
    private static final int PATIENCE = 10;

    private static final int DUPLICATES = 6;
    private static final int LARGEST = 20_000;
    private static final int DEEPEST = 15;

    private final PriorityQueue<Entry> queue;
    private final Map<String, Integer> best = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final LongSet seen = new LongSet();
    private final boolean inOrder;
    private int sequence;

    /** @param inOrder first come, first served */
    Frontier(boolean inOrder) {
        this.inOrder = inOrder;
        this.queue = new PriorityQueue<>((a, b) -> inOrder || a.points() == b.points()
                ? Integer.compare(a.order(), b.order())
                : Integer.compare(b.points(), a.points()));
    }

    /** A page that lists others. */
    static final class Listing {
        final Url url;

        @Nullable
        Exchange kept;

        boolean keptInEvidence;
        private final boolean newestFirst;
        private final List<Integer> old = new ArrayList<>();

        /** @param newestFirst whether it is one list: a home page shows several */
        Listing(Url url, boolean newestFirst) {
            this.url = url;
            this.newestFirst = newestFirst;
        }

        void learned(int place, boolean tooOld) {
            if (tooOld) {
                old.add(place);
            }
        }

        /** Whether what stands there must be too old, because several above it are. */
        boolean exhaustedAt(int place) {
            return newestFirst && old.stream().filter(above -> above < place).count() >= 3;
        }
    }

    /**
     * An address to visit.
     *
     * @param words of the link that led to it
     * @param part shown inside the page it stands on: a frame, or what continues that page
     * @param aboutIt whether the page it stands on is about the document
     */
    record Entry(
            Url url,
            String words,
            int points,
            double named,
            int section,
            int depth,
            boolean file,
            boolean pager,
            boolean part,
            boolean dated,
            boolean aboutIt,
            @Nullable Listing listing,
            int order) {
        /** An address of which nothing is known but where it comes from. */
        static Entry plain(Url url, int points, int section, int depth, int order) {
            return new Entry(url, "", points, 0, section, depth, false, false, false, true, false, null, order);
        }

        /** What a sitemap or a feed lists. */
        static Entry listed(Url url, String words, int points, LinkScore.Rated rated, boolean dated, int order) {
            return new Entry(
                    url, words, points, rated.named(), 0, 1, rated.file(), false, false, dated, false, null, order);
        }

        /** The same, led to by a link that names the document. */
        Entry naming() {
            return new Entry(url, words, points, 1, section, depth, file, pager, part, dated, aboutIt, listing, order);
        }

        /** Whether the words that led to it name the document. */
        boolean namesIt() {
            return named >= Target.NAMES;
        }
    }

    private static final class Pattern {
        int thin;
        int duplicates;
        int useful;
    }

    /** Whether a reference was met before, as it is written with its words; cheaper than making an address of it. */
    boolean isNew(long fingerprint) {
        return seen.add(fingerprint);
    }

    void add(Entry entry) {
        if (queue.size() >= LARGEST || entry.depth() > DEEPEST && !entry.namesIt()) {
            return;
        }
        String key = key(entry.url());
        Integer known = best.get(key);
        if (visited.contains(key) || known != null && (inOrder || known >= entry.points()) || repeats(entry.url())) {
            return;
        }
        best.put(key, entry.points());
        queue.add(entry);
    }

    int nextOrder() {
        return sequence++;
    }

    /** The next address worth a request, or null when there is none. */
    @Nullable
    Entry next(int floor) {
        while (true) {
            Entry entry = queue.poll();
            if (entry == null) {
                return null;
            }
            String key = key(entry.url());
            if (visited.contains(key)) {
                continue;
            }
            if (!inOrder) {
                if (entry.points() < floor) {
                    return null;
                }
                if (!entry.namesIt() && !entry.part() && !entry.aboutIt()) {
                    Listing listing = entry.listing();
                    if (!entry.dated() && listing != null && listing.exhaustedAt(entry.order())) {
                        continue;
                    }
                    Pattern pattern = pattern(entry.url());
                    if (pattern.duplicates >= DUPLICATES && pattern.useful == 0) {
                        continue;
                    }
                    int weary = pattern.useful > 0 ? 0 : Math.max(0, pattern.thin - PATIENCE);
                    if (entry.points() - weary < floor) {
                        continue;
                    }
                }
            } else if (pattern(entry.url()).duplicates >= 50) {
                continue;
            }
            visited.add(key);
            return entry;
        }
    }

    /** The likeliest addresses that were not reached. */
    List<Entry> waiting(int most) {
        List<Entry> waiting = new ArrayList<>();
        while (waiting.size() < most) {
            Entry entry = next(LinkScore.FLOOR);
            if (entry == null) {
                break;
            }
            waiting.add(entry);
        }
        return waiting;
    }

    void markVisited(Url url) {
        visited.add(key(url));
    }

    /**
     * @param thin whether the page had hardly a text of its own
     * @param useful whether it showed the document, or the way to it
     */
    void brought(Url url, boolean duplicate, boolean thin, boolean useful) {
        Pattern pattern = pattern(url);
        pattern.thin += thin ? 1 : 0;
        pattern.duplicates += duplicate ? 1 : 0;
        pattern.useful += useful ? 1 : 0;
    }

    private Pattern pattern(Url url) {
        return patterns.computeIfAbsent(shape(url.target()), key -> new Pattern());
    }

    /** http and https, with and without www, are one address of a site. */
    private static String key(Url url) {
        String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
        return (url.isDefaultPort() ? host : host + ":" + url.port()) + url.target();
    }

    /** The address with its numbers and last words taken out, by which a calendar or a sort order is known. */
    private static String shape(String target) {
        StringBuilder shape = new StringBuilder(target.length());
        int query = target.indexOf('?');
        int slash = target.lastIndexOf('/', query < 0 ? target.length() : query);
        for (int i = 0; i <= slash; i++) {
            char c = target.charAt(i);
            if (c < '0' || c > '9') {
                shape.append(c);
            } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '#') {
                shape.append('#');
            }
        }
        if (query >= 0) {
            shape.append(target, slash + 1, query).append('?');
            for (String part : target.substring(query + 1).split("&")) {
                int equals = part.indexOf('=');
                shape.append(equals < 0 ? part.replaceAll("\\d+", "#") : part.substring(0, equals))
                        .append('&');
            }
        }
        return shape.toString();
    }

    /** A path that goes round in circles: /a/b/a/b/a/b. */
    private static boolean repeats(Url url) {
        String[] parts = url.path().split("/");
        if (parts.length < 6) {
            return false;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String part : parts) {
            if (!part.isEmpty() && counts.merge(part, 1, Integer::sum) >= 3) {
                return true;
            }
        }
        return false;
    }

    /** Numbers in an open-addressing table. */
    static final class LongSet {
        private long[] slots = new long[512];
        private int size;

        boolean add(long value) {
            long key = value == 0 ? 1 : value;
            int mask = slots.length - 1;
            int slot = (int) (key ^ key >>> 32) & mask;
            while (slots[slot] != 0) {
                if (slots[slot] == key) {
                    return false;
                }
                slot = slot + 1 & mask;
            }
            slots[slot] = key;
            if (++size * 2 > slots.length) {
                long[] old = slots;
                slots = new long[old.length * 2];
                size = 0;
                Arrays.stream(old).filter(v -> v != 0).forEach(this::add);
            }
            return true;
        }
    }
}
