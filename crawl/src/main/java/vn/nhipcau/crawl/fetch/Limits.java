package vn.nhipcau.crawl.fetch;

import java.time.Duration;

/**
 * What one fetch may take.
 *
 * @param connect for the connection
 * @param page for a whole page, from the first byte asked to the last received
 * @param file for a whole attachment
 * @param bytesPerSecond slower servers are given up after {@code patience}
 * @param patience how long a server may be slower than that
 * @param pageBytes of a page; the rest is cut off
 * @param fileBytes of an attachment; a larger one is not fetched
 * @param expansion how much larger than what came over the wire the content may be
 */
public record Limits(
        Duration connect,
        Duration page,
        Duration file,
        int bytesPerSecond,
        Duration patience,
        int pageBytes,
        long fileBytes,
        int expansion) {
    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            200,
            Duration.ofSeconds(8),
            3 << 20,
            40L << 20,
            200);

    public Limits withDeadlines(Duration page, Duration file, Duration patience) {
        return new Limits(connect, page, file, bytesPerSecond, patience, pageBytes, fileBytes, expansion);
    }
}
