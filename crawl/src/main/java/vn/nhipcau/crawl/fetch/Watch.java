package vn.nhipcau.crawl.fetch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that are past their deadline or too slow. One thread looks at all of them four times a second: a
 * timer for each read would cost more than the read, and a read timeout alone lets a server drip bytes for ever.
 */
final class Watch implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(250);

    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    Watch() {
        thread = Thread.ofPlatform().daemon().name("crawl-watch").start(this::run);
    }

    void add(Connection connection) {
        watched.add(connection);
    }

    void remove(Connection connection) {
        watched.remove(connection);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(ROUND);
                long now = System.nanoTime();
                for (Connection connection : watched) {
                    connection.check(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
