package vn.nhipcau.crawl.audit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Spaces the requests: one at a time to a host, the delay between them, and a shorter delay between requests to one
 * network address, because the sites of a province often share a server.
 */
final class Pace {
    /** Hosts on one address may together ask this many times as often as one host. */
    private static final int HOSTS_PER_ADDRESS = 4;

    private final Duration delay;
    private final ConcurrentHashMap<String, Turn> hosts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<InetAddress, Turn> addresses = new ConcurrentHashMap<>();

    Pace(Duration delay) {
        this.delay = delay;
    }

    /** A place in the queue of one host or address. */
    static final class Turn {
        private final Semaphore one = new Semaphore(1, true);
        private long next = System.nanoTime();
        private long extra;

        private synchronized long reserve(long spacing) {
            long now = System.nanoTime();
            long at = Math.max(now, next);
            next = at + Math.max(spacing, extra);
            return at - now;
        }

        /** The host asks for a longer delay. */
        synchronized void slow(Duration atLeast) {
            extra = Math.max(extra, atLeast.toNanos());
        }

        /** The host asks to be left alone for a while. */
        synchronized void pause(Duration time) {
            next = Math.max(next, System.nanoTime() + time.toNanos());
        }
    }

    Turn host(String origin) {
        return hosts.computeIfAbsent(origin, key -> new Turn());
    }

    /** Waits for the turn; {@link #leave} must follow. */
    void enter(Turn host, InetAddress address) throws InterruptedException {
        host.one.acquire();
        try {
            if (!delay.isZero()) {
                Turn shared = addresses.computeIfAbsent(address, key -> new Turn());
                sleep(shared.reserve(delay.toNanos() / HOSTS_PER_ADDRESS));
            }
            sleep(host.reserve(delay.toNanos()));
        } catch (InterruptedException e) {
            host.one.release();
            throw e;
        }
    }

    void leave(Turn host) {
        host.one.release();
    }

    private static void sleep(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }
}
