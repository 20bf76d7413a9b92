package vn.nhipcau.crawl.audit;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.vitext.Channel;
import vn.nhipcau.vitext.Scan;
import vn.nhipcau.vitext.Sighting;
import vn.nhipcau.vitext.Tokens;

/** What reads one page at a time: buffers that are lent to whoever has a page in hand. */
final class Lens {
    /** Of unrelated texts of the same trade the worst had 0.0225, of pages with a tenth of the document the least 0.055. */
    private static final double WORTH_A_LOOK = 0.02;

    final Page page = new Page();
    private final Tokens tokens = new Tokens();
    private final Scan scan;
    private final Target target;

    private Lens(Target target) {
        this.target = target;
        this.scan = new Scan(target.original());
    }

    /**
     * What one text shows.
     *
     * @param containment share of the document's runs
     * @param titled whether the title or the number stands in it
     * @param fingerprint of its words
     * @param words in it
     * @param sighting where it has something of the document
     */
    record Look(
            double containment,
            boolean titled,
            long fingerprint,
            int words,
            @Nullable Sighting sighting) {}

    static int words(String text) {
        return Tokens.of(text).count();
    }

    /** Reads a page, which stays in {@link #page} until the next. */
    Look look(Exchange.Content content, @Nullable String type) {
        page.read(content.bytes(), content.from(), content.to(), type);
        return look(page.text(), page.textLength(), false);
    }

    Look look(String text, boolean scanned) {
        return look(text.toCharArray(), text.length(), scanned);
    }

    private Look look(char[] text, int length, boolean scanned) {
        tokens.read(text, 0, length);
        Channel channel = scanned ? Channel.SCANNED : tokens.lostMarks() ? Channel.PLAIN : Channel.MARKED;
        double containment = scan.containment(tokens, channel);
        int title = target.titleTo() - target.titleFrom();
        boolean titled = title > 0 && scan.found(target.titleFrom(), target.titleTo()) * 10 >= title * 6
                || target.hasSymbol(tokens);
        long fingerprint = tokens.count();
        for (int i = 0; i < tokens.count(); i++) {
            fingerprint = fingerprint * 0x100000001B3L ^ tokens.marked(i);
        }
        Sighting sighting = containment >= WORTH_A_LOOK ? scan.sighting(text) : null;
        return new Look(containment, titled, fingerprint, tokens.count(), sighting);
    }

    /** Lenses for one document. A lens is held only while there is no waiting, so a handful serves thousands of sites. */
    static final class Rack {
        private final Target target;
        private final ConcurrentLinkedDeque<Lens> free = new ConcurrentLinkedDeque<>();

        Rack(Target target) {
            this.target = target;
        }

        Lens take() {
            Lens lens = free.pollFirst();
            return lens == null ? new Lens(target) : lens;
        }

        void give(Lens lens) {
            free.addFirst(lens);
        }
    }
}
