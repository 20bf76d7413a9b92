package vn.nhipcau.crawl.world;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhipcau.crawl.audit.Site;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.crawl.world.LoopbackServer.Ask;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;

/** Many portals on one server of this machine, told apart by their names below {@code localhost}. */
public final class Town implements AutoCloseable {
    static final String PORTAL = "congtinh.localhost";
    private static final Map<String, Target> TARGETS = new ConcurrentHashMap<>();

    private final Map<String, Portal> portals = new HashMap<>();
    private final List<Portal> order = new ArrayList<>();
    private final String document;
    private final LoopbackServer server;

    private Town(String document, int port) {
        this.document = document;
        this.server = new LoopbackServer(port, this::answer);
    }

    /** When the kinds of portal of a town were written. */
    public enum Kinds {
        /** Seen while the auditor was made. */
        KNOWN,
        /** Kept for measuring. */
        UNSEEN,
        /** Written after the auditor. */
        FRESH;

        List<Family> families() {
            return switch (this) {
                case KNOWN -> Family.KNOWN;
                case UNSEEN -> Family.UNSEEN;
                case FRESH -> Family.FRESH;
            };
        }
    }

    /**
     * Sites with the document in every mode, each as often as it is common.
     *
     * @param sites how many
     * @param pages of a site, about
     */
    public static Town of(String document, Kinds kinds, int sites, int pages, long seed) {
        List<Mode> modes = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            modes.addAll(Collections.nCopies(mode.share, mode));
        }
        return of(document, kinds.families(), modes, sites, pages, seed, 0);
    }

    /** Sites to measure speed on: no attachments, whose readers would be measured instead. */
    public static Town ofPages(String document, int sites, int pages, long seed) {
        List<Mode> modes = List.of(
                Mode.PAGE,
                Mode.SPLIT,
                Mode.RENAMED,
                Mode.SUMMARY,
                Mode.DRAFT,
                Mode.NOTHING,
                Mode.NOTHING,
                Mode.MENTION,
                Mode.ANOTHER,
                Mode.QUOTE);
        List<Family> families =
                Family.KNOWN.stream().filter(f -> f.charset().equals("utf-8")).toList();
        return of(document, families, modes, sites, pages, seed, 0);
    }

    private static Town of(
            String document, List<Family> families, List<Mode> modes, int sites, int pages, long seed, int port) {
        Town town = new Town(document, port);
        Random random = new Random(seed);
        List<Mode> shuffled = new ArrayList<>(modes);
        Collections.shuffle(shuffled, random);
        Corpus corpus = new Corpus(document);
        for (int i = 0; i < sites; i++) {
            town.add(new Portal(
                    host(i, seed),
                    town.port(),
                    families.get(random.nextInt(families.size())),
                    shuffled.get(i % shuffled.size()),
                    document,
                    target(document),
                    corpus,
                    pages,
                    random.nextLong()));
        }
        return town;
    }

    public static String host(int number, long seed) {
        return "s" + number + "-" + seed + ".localhost";
    }

    private void add(Portal portal) {
        portals.put(portal.host, portal);
        order.add(portal);
    }

    public static Target target(String document) {
        return TARGETS.computeIfAbsent(document, name -> Target.of(Corpus.text(name)));
    }

    static String sameKind(String document) {
        String known = Corpus.KNOWN.get(document);
        return known != null ? known : Corpus.UNSEEN.getOrDefault(document, "danso-ct27-cantho");
    }

    public int port() {
        return server.port();
    }

    public String document() {
        return document;
    }

    public List<Site> sites() {
        return order.stream()
                .map(p -> new Site(p.host, "http://" + p.host + ":" + port() + "/"))
                .toList();
    }

    Portal portal(Site site) {
        return portals.get(site.unit());
    }

    private boolean answer(Ask ask, OutputStream out) throws IOException {
        if (ask.host().equals(PORTAL)) {
            if (ask.target().startsWith("/van-ban/")) {
                String text = Corpus.text(document);
                return (ask.target().endsWith(".docx")
                                ? Reply.of(200, "application/octet-stream", OfficeFiles.docx(text))
                                : Reply.page("<html><body><div>Cổng tỉnh</div><pre>" + text + "</pre></body></html>"))
                        .write(out);
            }
            return Reply.missing().write(out);
        }
        Portal portal = portals.get(ask.host());
        if (portal == null) {
            return Reply.of(200, "text/html", "<h1>x</h1>".getBytes(StandardCharsets.UTF_8))
                    .write(out);
        }
        Reply reply = portal.answer(ask.target(), ask.headers());
        return reply != null && reply.write(out);
    }

    @Override
    public void close() {
        server.close();
    }
}
