package vn.nhipcau.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** A log on the web. Whoever serves it may be hostile: every body has a limit, and all of it together a deadline. */
final class LogSite implements LogFiles {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String prefix;
    private final long deadline;

    LogSite(URI address, Duration patience) {
        this.prefix = address.toString().replaceAll("/+$", "") + "/";
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public Optional<byte[]> read(String name, int most) throws IOException {
        URI address = URI.create(prefix + name);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip, identity")
                .build();
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = answer.get(remaining(address), TimeUnit.NANOSECONDS);
            try (InputStream body = response.body()) {
                if (response.statusCode() == 404 || response.statusCode() == 410) {
                    return Optional.empty();
                }
                if (response.statusCode() != 200) {
                    throw new IOException(address + " answers " + response.statusCode());
                }
                return Optional.of(body(response, body, most));
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late(address);
        } catch (ExecutionException e) {
            throw new IOException(address + " cannot be read: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + address, e);
        }
    }

    private byte[] body(HttpResponse<InputStream> response, InputStream raw, int most) throws IOException {
        // A request's own timeout ends with the headers; a body that trickles for ever is cut off by closing it.
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        alarm.orTimeout(remaining(response.uri()), TimeUnit.NANOSECONDS).exceptionally(timeout -> {
            try {
                raw.close();
            } catch (IOException e) {
                // Closing is all that can be done; the reader sees the end and then the deadline.
            }
            return null;
        });
        try {
            boolean zipped = response.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equalsIgnoreCase)
                    .isPresent();
            byte[] body = (zipped ? new GZIPInputStream(raw) : raw).readNBytes(most + 1);
            remaining(response.uri());
            if (body.length > most) {
                throw new IOException(response.uri() + " has more than " + most + " bytes");
            }
            return body;
        } catch (IOException e) {
            remaining(response.uri());
            throw e;
        } finally {
            alarm.complete(null);
        }
    }

    private long remaining(URI address) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw late(address);
        }
        return left;
    }

    private static IOException late(URI address) {
        return new IOException("no time left to read " + address);
    }
}
