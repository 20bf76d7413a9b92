package vn.nhipcau.crawl.audit;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Known;
import vn.nhipcau.crawl.fetch.Session;
import vn.nhipcau.crawl.fetch.Url;

/** The web as one run sees it: what hosts allow, and whose turn it is. Shared by all sites. */
final class Web {
    private static final int MOST_REDIRECTS = 8;
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);

    private final Fetcher fetcher;
    private final Pace pace;
    private final Duration pause;
    private final ConcurrentHashMap<String, HostRules> rules = new ConcurrentHashMap<>();

    Web(Fetcher fetcher, Settings settings) {
        this.fetcher = fetcher;
        this.pace = new Pace(settings.delay());
        this.pause = settings.pause();
    }

    /**
     * What robots.txt of a host said.
     *
     * @param failure why the host could not be asked
     * @param exchange for the evidence
     */
    record HostRules(
            Robots robots,
            Answer.@Nullable Failed failure,
            @Nullable Exchange exchange) {}

    /** @param again whether most pages are expected to be as they were */
    Visits visits(boolean again) {
        return new Visits(again ? fetcher.frugalSession() : fetcher.session());
    }

    /** One visitor's walk: a connection, cookies, and a count of what was asked. */
    final class Visits implements AutoCloseable {
        private final Session session;
        private final Map<String, Map<String, String>> cookies = new HashMap<>();
        private String turnOf = "";
        private Pace.@Nullable Turn turn;
        private @Nullable InetAddress address;
        private int requests;
        private long bytes;
        private boolean freshCookie;

        private Visits(Session session) {
            this.session = session;
        }

        int requests() {
            return requests;
        }

        long bytes() {
            return bytes;
        }

        HostRules rules(Url url) throws InterruptedException {
            HostRules known = rules.get(url.origin());
            if (known == null) {
                known = askRules(url);
                rules.put(url.origin(), known);
            }
            return known;
        }

        private HostRules askRules(Url url) throws InterruptedException {
            Url robots = new Url(url.scheme(), url.host(), url.port(), "/robots.txt");
            Answer answer = follow(robots, null, u -> true, false, 2);
            return switch (answer) {
                case Answer.Got got -> {
                    int status = got.exchange().status();
                    if (status >= 500) {
                        yield new HostRules(
                                Robots.ALL,
                                new Answer.Failed(
                                        FetchFailure.Cause.BROKEN_OFF,
                                        "máy chủ báo lỗi " + status + " khi được hỏi robots.txt"),
                                null);
                    }
                    if (status != 200) {
                        yield new HostRules(Robots.ALL, null, null);
                    }
                    try {
                        Exchange.Content content = got.exchange().content(512 << 10);
                        byte[] text = Arrays.copyOfRange(content.bytes(), content.from(), content.to());
                        String start = new String(text, 0, Math.min(text.length, 200), StandardCharsets.ISO_8859_1);
                        // A site that answers everything with its home page has no robots.txt.
                        Robots parsed = start.stripLeading().startsWith("<")
                                ? Robots.ALL
                                : Robots.parse(robots, text, fetcher.agent());
                        if (parsed.delay().isPositive()) {
                            pace.host(url.origin()).slow(parsed.delay());
                        }
                        yield new HostRules(parsed, null, got.exchange().keep(16 << 10));
                    } catch (FetchFailure e) {
                        yield new HostRules(Robots.ALL, null, null);
                    }
                }
                case Answer.Failed failed -> new HostRules(Robots.ALL, failed, null);
                case Answer.Elsewhere elsewhere -> new HostRules(Robots.ALL, null, null);
                case Answer.Forbidden forbidden -> new HostRules(Robots.ALL, null, null);
            };
        }

        /**
         * Visits an address as robots.txt allows, following redirects.
         *
         * @param known from an earlier visit, to ask only for what changed
         * @param inside whether an address belongs to the site
         */
        Answer get(Url url, @Nullable Known known, Predicate<Url> inside) throws InterruptedException {
            return follow(url, known, inside, true, 1);
        }

        private Answer follow(Url start, @Nullable Known known, Predicate<Url> inside, boolean obey, int retries)
                throws InterruptedException {
            Url url = start;
            Set<String> seen = new HashSet<>();
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                if (obey) {
                    HostRules rules = rules(url);
                    if (rules.failure() != null) {
                        return rules.failure();
                    }
                    if (!rules.robots().allows(url)) {
                        return new Answer.Forbidden(url, "robots.txt không cho phép");
                    }
                }
                Exchange exchange;
                try {
                    exchange = patiently(url, hop == 0 ? known : null, retries);
                } catch (FetchFailure e) {
                    return new Answer.Failed(e.why(), blame(e));
                }
                int status = exchange.status();
                if (status == 401 || status == 403 || status == 451) {
                    return new Answer.Forbidden(url, "máy chủ trả lời " + status);
                }
                String location = exchange.headers().get("Location");
                if (status < 300 || status >= 400 || status == 304 || location == null) {
                    return new Answer.Got(exchange, url);
                }
                Url next = url.resolve(latinToUtf8(location));
                boolean cookie = freshCookie;
                if (next == null || !seen.add(next.toString()) && !cookie || next.equals(url) && !cookie) {
                    return new Answer.Failed(FetchFailure.Cause.REDIRECTS, FetchFailure.Cause.REDIRECTS.vietnamese());
                }
                if (!inside.test(next)) {
                    return new Answer.Elsewhere(next);
                }
                url = next;
            }
            return new Answer.Failed(FetchFailure.Cause.REDIRECTS, FetchFailure.Cause.REDIRECTS.vietnamese());
        }

        /** Asks again, after a while, where the server is overloaded or stumbled. */
        private Exchange patiently(Url url, @Nullable Known known, int retries)
                throws FetchFailure, InterruptedException {
            for (int attempt = 0; ; attempt++) {
                try {
                    Exchange exchange = once(url, known);
                    int status = exchange.status();
                    boolean busy = status == 429 || status == 503;
                    if (attempt >= (busy ? 2 : retries) || !busy && status < 500) {
                        return exchange;
                    }
                    Duration wait = retryAfter(exchange);
                    if (wait.compareTo(LONGEST_RETRY) > 0) {
                        return exchange;
                    }
                    pace.host(url.origin()).pause(wait);
                } catch (FetchFailure e) {
                    boolean passing = e.why() == FetchFailure.Cause.BROKEN_OFF
                            || e.why() == FetchFailure.Cause.REFUSED
                            || e.why() == FetchFailure.Cause.CONNECT_TIMEOUT;
                    if (!passing || attempt >= retries) {
                        throw e;
                    }
                    pace.host(url.origin()).pause(pause);
                }
            }
        }

        private Duration retryAfter(Exchange exchange) {
            String value = exchange.headers().get("Retry-After");
            if (value == null) {
                return pause;
            }
            try {
                return Duration.ofSeconds(Math.max(0, Long.parseLong(value)));
            } catch (NumberFormatException e) {
                try {
                    ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
                    Duration wait = Duration.between(exchange.at(), until);
                    return wait.isNegative() ? Duration.ZERO : wait;
                } catch (DateTimeParseException unreadable) {
                    return pause;
                }
            }
        }

        private Exchange once(Url url, @Nullable Known known) throws FetchFailure, InterruptedException {
            Pace.Turn host = turn;
            InetAddress to = address;
            if (host == null || to == null || !turnOf.equals(url.origin())) {
                // Looked up once for a site's walk and judged: a name cannot point elsewhere between two requests.
                to = fetcher.address(url);
                host = pace.host(url.origin());
                turn = host;
                address = to;
                turnOf = url.origin();
            }
            pace.enter(host, to);
            try {
                requests++;
                Exchange exchange = session.fetch(url, to, known, cookies(url));
                bytes += exchange.size();
                freshCookie = exchange.headers().get("Set-Cookie") != null && remember(url, exchange);
                return exchange;
            } finally {
                pace.leave(host);
            }
        }

        private @Nullable String cookies(Url url) {
            Map<String, String> jar = cookies.get(url.host());
            if (jar == null || jar.isEmpty()) {
                return null;
            }
            StringBuilder header = new StringBuilder();
            jar.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            return header.toString();
        }

        /** Keeps a session cookie, without which some portals redirect for ever; gives whether there was a new one. */
        private boolean remember(Url url, Exchange exchange) {
            boolean fresh = false;
            for (String cookie : exchange.headers().all("Set-Cookie")) {
                int equals = cookie.indexOf('=');
                int end = cookie.indexOf(';');
                end = end < 0 ? cookie.length() : end;
                Map<String, String> jar = cookies.computeIfAbsent(url.host(), host -> new HashMap<>());
                if (equals > 0 && equals < end && jar.size() < 20 && end < 2000) {
                    String value = cookie.substring(equals + 1, end).strip();
                    fresh |= jar.put(cookie.substring(0, equals).strip(), value) == null;
                }
            }
            return fresh;
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private static String latinToUtf8(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String blame(FetchFailure failure) {
        return failure.why() == FetchFailure.Cause.TLS
                ? failure.why().vietnamese() + ": " + failure.getMessage()
                : failure.why().vietnamese();
    }
}
