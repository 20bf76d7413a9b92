package vn.nhipcau.vitext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for one original in text after text. The first question, how much of the original a text contains, costs about
 * 20 µs a page; {@link #sighting} is asked only of the few pages that contain something.
 *
 * <p>Not safe for use by several threads.
 */
public final class Scan {
    private static final int MOST_RUNS = 4000;
    private static final int MOST_PLACES = 32;
    private static final int PASSAGE = 80;
    private static final int SHORT = 12;
    private static final int ANCHOR = 10;

    private final Original original;
    private final int[] stamp;
    private int round;
    private int[] pagePlace = new int[256];
    private int[] place = new int[256];
    private int hits;
    private double containment;
    private Channel channel = Channel.MARKED;
    private Tokens page;

    public Scan(Original original) {
        this.original = original;
        this.stamp = new int[original.size()];
        this.page = new Tokens();
    }

    /** The share of the original's runs that the text contains, 0 to 1, stock phrases counting little. */
    public double containment(Tokens text, Channel by) {
        page = text;
        channel = by;
        hits = 0;
        round++;
        Original.Grams grams = original.grams(by);
        GramTable table = grams.table;
        int width = by.width;
        long[] hashes = by.plain ? text.plain : text.marked;
        int count = text.count();
        double sum = 0;
        long hash = 0;
        for (int i = 0; i < count; i++) {
            hash = table.roll(hash, hashes[i], i < width ? 0 : hashes[i - width]);
            if (i < width - 1) {
                continue;
            }
            int first = table.get(hash);
            if (first >= 0) {
                hit(i - width + 1, first);
                if (stamp[first] != round) {
                    stamp[first] = round;
                    sum += grams.worth[first];
                }
            }
        }
        containment = grams.total == 0 ? 0 : sum / grams.total;
        return containment;
    }

    private void hit(int at, int first) {
        if (hits == place.length) {
            place = Arrays.copyOf(place, hits * 2);
            pagePlace = Arrays.copyOf(pagePlace, hits * 2);
        }
        pagePlace[hits] = at;
        place[hits++] = first;
    }

    /** How many runs of one stretch of the original the text just asked about contains, counted once each. */
    public int found(int from, int to) {
        int found = 0;
        for (int t = from; t < Math.min(to, stamp.length); t++) {
            found += stamp[t] == round ? 1 : 0;
        }
        return found;
    }

    /** A stretch that stands word for word in both texts. */
    private record Run(int page, int original, int size, double weight) {
        int pageEnd() {
            return page + size;
        }

        int originalEnd() {
            return original + size;
        }
    }

    /**
     * What the text just asked about has of the original.
     *
     * @param text that was read into the tokens
     */
    public Sighting sighting(char[] text) {
        List<Run> runs = runs(original.grams(channel));
        BitSet covered = new BitSet(original.size());
        for (Run run : runs) {
            covered.set(run.original(), run.originalEnd());
        }
        List<Run> chain = chain(runs);
        List<Difference> differences = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) {
            gap(chain.get(i - 1), chain.get(i), text, covered, differences);
        }
        int matched = 0;
        Run longest = null;
        for (Run run : chain) {
            matched += run.size();
            longest = longest == null || run.size() > longest.size() ? run : longest;
        }
        int region = 0;
        if (!chain.isEmpty()) {
            region = chain.getLast().pageEnd() - chain.getFirst().page();
        }
        String passage = longest == null
                ? ""
                : excerpt(text, longest.page(), Math.min(longest.pageEnd(), longest.page() + PASSAGE));
        return new Sighting(
                containment,
                new Coverage(original, covered, differences),
                region == 0 ? 0 : Math.min(1.0, matched / (double) region),
                longest == null ? 0 : longest.size(),
                passage,
                chain.isEmpty() ? 0 : page.from(chain.getFirst().page()),
                chain.isEmpty()
                        ? 0
                        : page.to(Math.min(page.count(), chain.getLast().pageEnd()) - 1));
    }

    /** Each agreement as far as it goes, word by word; of a phrase that the original repeats, the place that agrees longest. */
    private List<Run> runs(Original.Grams grams) {
        List<Run> runs = new ArrayList<>();
        int pageEnd = 0;
        int originalEnd = 0;
        for (int i = 0; i < hits && runs.size() < MOST_RUNS; i++) {
            if (pagePlace[i] + channel.width <= pageEnd) {
                continue;
            }
            int size = 0;
            int start = -1;
            int tried = 0;
            for (int p = place[i]; p >= 0 && tried < MOST_PLACES; p = grams.again[p]) {
                int agreed = agreement(pagePlace[i], p);
                boolean follows = agreed == size && start < originalEnd && p >= originalEnd;
                if (agreed > size || follows) {
                    size = agreed;
                    start = p;
                }
                tried++;
            }
            runs.add(new Run(pagePlace[i], start, size, original.weight(start, start + size)));
            pageEnd = pagePlace[i] + size;
            originalEnd = start + size;
        }
        return runs;
    }

    private int agreement(int pageFrom, int originalFrom) {
        long[] here = channel.plain ? page.plain : page.marked;
        long[] there = channel.plain ? original.tokens().plain : original.tokens().marked;
        int most = Math.min(page.count() - pageFrom, original.size() - originalFrom);
        int size = 0;
        while (size < most && here[pageFrom + size] == there[originalFrom + size]) {
            size++;
        }
        return size;
    }

    /** The heaviest set of runs that stand in the same order in both texts, without stragglers at its ends. */
    private static List<Run> chain(List<Run> runs) {
        int n = runs.size();
        double[] best = new double[n];
        int[] before = new int[n];
        int top = -1;
        for (int i = 0; i < n; i++) {
            Run run = runs.get(i);
            before[i] = -1;
            for (int j = Math.max(0, i - 400); j < i; j++) {
                Run earlier = runs.get(j);
                if (earlier.original() < run.original()
                        && earlier.originalEnd() <= run.originalEnd()
                        && best[j] > best[i]) {
                    best[i] = best[j];
                    before[i] = j;
                }
            }
            best[i] += run.weight();
            if (top < 0 || best[i] > best[top]) {
                top = i;
            }
        }
        List<Run> chain = new ArrayList<>();
        for (int i = top; i >= 0; i = before[i]) {
            chain.addFirst(runs.get(i));
        }
        // A stock phrase in a menu far from the text must not stretch the region to the menu.
        while (chain.size() > 1 && stray(chain.get(0), chain.get(1), chain.get(0))) {
            chain.removeFirst();
        }
        while (chain.size() > 1 && stray(chain.get(chain.size() - 2), chain.getLast(), chain.getLast())) {
            chain.removeLast();
        }
        return chain;
    }

    private static boolean stray(Run left, Run right, Run end) {
        int gap = right.page() - left.pageEnd();
        return gap > 40 && end.size() < gap / 2 && end.size() < 40;
    }

    private void gap(Run left, Run right, char[] text, BitSet covered, List<Difference> differences) {
        int originalFrom = left.originalEnd();
        int originalTo = right.original();
        int pageFrom = left.pageEnd();
        int pageTo = right.page();
        // Runs overlap where a word was taken out or put in beside an equal one.
        int overlap = Math.max(0, Math.max(originalFrom - originalTo, pageFrom - pageTo));
        originalTo += overlap;
        pageTo += overlap;
        int missing = originalTo - originalFrom;
        int added = pageTo - pageFrom;
        if (missing <= 0 && added <= 0) {
            return;
        }
        // Tokens of the gap that stand elsewhere on the page were moved, not changed.
        int elsewhere = 0;
        for (int t = originalFrom; t < originalTo; t++) {
            elsewhere += covered.get(t) ? 1 : 0;
        }
        if (missing > 0 && elsewhere * 2 > missing) {
            return;
        }
        // What stands in for a passage is about as long; a few words in place of many are an omission.
        boolean stood = missing > 0 && added > 0 && added <= missing * 4 + 12 && added * 3 + 3 >= missing;
        if (!stood && missing > 0) {
            return; // left out: the map of sections tells
        }
        if (missing == 0 && added > 60) {
            return; // something of the page itself, such as a box between two columns
        }
        if (missing > SHORT && Math.min(left.size(), right.size()) < ANCHOR) {
            return; // too little agreement around it to say that one stands for the other
        }
        if (missing > 0 && slip(originalFrom, originalTo, pageFrom, pageTo, text)) {
            covered.set(originalFrom, originalTo);
            return;
        }
        if (missing > 0 || added >= 4) {
            differences.add(new Difference(
                    original.headingAt(originalFrom),
                    original.words(originalFrom, originalTo),
                    excerpt(text, pageFrom, pageTo),
                    originalFrom,
                    originalTo,
                    original.weight(originalFrom, originalTo)));
        }
    }

    /** Whether the words differ as a typist's or a reading machine's slip differs: a letter or two, never a figure. */
    private boolean slip(int originalFrom, int originalTo, int pageFrom, int pageTo, char[] text) {
        int most = channel == Channel.SCANNED ? 8 : 3;
        if (originalTo - originalFrom > most || pageTo - pageFrom > most + 1) {
            return false;
        }
        String said = Fold.plain(original.words(originalFrom, originalTo)).replace(" ", "");
        String read = Fold.plain(excerpt(text, pageFrom, pageTo)).replace(" ", "");
        if (channel != Channel.SCANNED && !digits(said).equals(digits(read))) {
            return false;
        }
        int allowed = channel == Channel.SCANNED
                ? Math.max(2, said.length() / 3)
                : said.length() < 5 ? 1 : Math.max(2, said.length() / 4);
        return distance(said, read) <= Math.min(allowed, channel == Channel.SCANNED ? 12 : 3);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int next = Math.min(
                        Math.min(row[j] + 1, row[j - 1] + 1), diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }

    private String excerpt(char[] text, int from, int to) {
        if (from >= to || from >= page.count()) {
            return "";
        }
        int start = page.from(from);
        int end = page.to(Math.min(to, page.count()) - 1);
        return new String(text, start, end - start).replaceAll("\\s+", " ").strip();
    }
}
