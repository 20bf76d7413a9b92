package vn.nhipcau.crawl.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, byte for byte. An answer lies in the session's buffer until the next fetch; {@link #keep}
 * makes a copy that stays.
 */
public final class Exchange {
    private final Url url;
    private final Instant at;
    private final InetAddress address;
    private final byte[] request;
    private final byte[] wire;
    private final int headEnd;
    private final int wireEnd;
    private final @Nullable Path rest;
    private final int status;
    private final Headers headers;
    private final boolean asBefore;
    private final boolean cut;
    private final int expansion;

    Exchange(
            Url url,
            Instant at,
            InetAddress address,
            byte[] request,
            byte[] wire,
            int headEnd,
            int wireEnd,
            @Nullable Path rest,
            int status,
            Headers headers,
            boolean asBefore,
            boolean cut,
            int expansion) {
        this.url = url;
        this.at = at;
        this.address = address;
        this.request = request;
        this.wire = wire;
        this.headEnd = headEnd;
        this.wireEnd = wireEnd;
        this.rest = rest;
        this.status = status;
        this.headers = headers;
        this.asBefore = asBefore;
        this.cut = cut;
        this.expansion = expansion;
    }

    public Url url() {
        return url;
    }

    public Instant at() {
        return at;
    }

    public InetAddress address() {
        return address;
    }

    public byte[] request() {
        return request;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** Whether it is what was {@link Known}, by the server's word or by length and start; then the body is not here. */
    public boolean asBefore() {
        return asBefore;
    }

    /** What to ask with next time, to be told whether it changed. */
    public Known known() {
        long length = -1;
        long start = 0;
        if (!cut && status == 200 && headers.get("Content-Length") != null) {
            if (rest == null) {
                int end = Math.min(wireEnd, headEnd + Known.START);
                return known(wireEnd - headEnd, Known.fingerprint(wire, headEnd, end));
            }
            try (InputStream in = payload()) {
                byte[] first = in.readNBytes(Known.START);
                length = size() - headEnd;
                start = Known.fingerprint(first, 0, first.length);
            } catch (IOException e) {
                length = -1; // then the whole is asked for again
            }
        }
        return known(length, start);
    }

    private Known known(long length, long start) {
        return new Known(headers.get("ETag"), headers.get("Last-Modified"), length, start);
    }

    /** Whether the content went on beyond the limit. */
    public boolean cut() {
        return cut;
    }

    /** The type the server names, such as {@code text/html}; empty when it names none. */
    public String mediaType() {
        return headers.token("Content-Type");
    }

    /** Bytes received. */
    public long size() {
        try {
            return wireEnd + (rest == null ? 0 : Files.size(rest));
        } catch (IOException e) {
            return wireEnd;
        }
    }

    /** The answer as it came over the wire, status line first. */
    public InputStream wire() throws IOException {
        InputStream start = new ByteArrayInputStream(wire, 0, wireEnd);
        return rest == null ? start : new SequenceInputStream(start, Files.newInputStream(rest));
    }

    /** The payload, free of the transfer's chunks but still compressed where the server compressed it. */
    public InputStream payload() throws IOException {
        InputStream start = new ByteArrayInputStream(wire, headEnd, wireEnd - headEnd);
        InputStream body = rest == null ? start : new SequenceInputStream(start, Files.newInputStream(rest));
        return headers.token("Transfer-Encoding").endsWith("chunked") ? new Unchunked(body) : body;
    }

    /** The content, decompressed. */
    public InputStream content() throws IOException {
        return switch (headers.token("Content-Encoding")) {
            case "gzip", "x-gzip" -> new GZIPInputStream(payload(), 8192);
            case "deflate" -> new InflaterInputStream(payload());
            default -> payload();
        };
    }

    /** Bytes that lie in an array. */
    public record Content(byte[] bytes, int from, int to) {}

    /**
     * The content in memory.
     *
     * @param most bytes; what is beyond is left out
     * @throws FetchFailure when a small answer expands beyond reason, or cannot be decompressed
     */
    public Content content(int most) throws FetchFailure {
        boolean asIs = rest == null
                && headers.token("Transfer-Encoding").isEmpty()
                && headers.token("Content-Encoding").isEmpty();
        if (asIs) {
            return new Content(wire, headEnd, Math.min(wireEnd, headEnd + most));
        }
        long allowed = Math.min(most, size() * expansion);
        byte[] bytes = new byte[(int) Math.min(allowed, 1 << 16)];
        int size = 0;
        try (InputStream in = content()) {
            while (true) {
                int count = in.read(bytes, size, bytes.length - size);
                if (count < 0) {
                    break;
                }
                size += count;
                if (size == bytes.length) {
                    if (size >= allowed) {
                        break;
                    }
                    bytes = Arrays.copyOf(bytes, (int) Math.min(allowed, bytes.length * 2L));
                }
            }
        } catch (IOException e) {
            // What came before the damage is still what the site shows.
            if (size == 0 && wireEnd > headEnd) {
                throw new FetchFailure(
                        FetchFailure.Cause.NOT_HTTP, "Content cannot be decompressed: " + e.getMessage());
            }
        }
        if (size >= allowed && allowed < most) {
            throw new FetchFailure(FetchFailure.Cause.EXPANDS_TOO_FAR, size() + " bytes expand beyond " + size);
        }
        return new Content(bytes, 0, size);
    }

    /** A copy that outlives the session's next fetch; null when the answer is too large to hold. */
    public @Nullable Exchange keep(int most) {
        if (rest != null || wireEnd > most) {
            return null;
        }
        byte[] copy = Arrays.copyOf(wire, wireEnd);
        return new Exchange(
                url, at, address, request, copy, headEnd, wireEnd, null, status, headers, asBefore, cut, expansion);
    }

    private static final class Unchunked extends InputStream {
        private final InputStream in;
        private final Framing framing = Framing.chunked();
        private final byte[] raw = new byte[8192];
        private byte[] ready = new byte[8192];
        private int at;
        private int end;

        Unchunked(InputStream in) {
            this.in = in;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = 0;
            while (end == 0) {
                if (framing.done() || framing.broken()) {
                    return false;
                }
                int count = in.read(raw, 0, raw.length);
                if (count < 0) {
                    return false;
                }
                framing.feed(raw, 0, count, (from, size) -> {
                    System.arraycopy(raw, from, ready, end, size);
                    end += size;
                });
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return at < end || fill() ? ready[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == end && !fill()) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(ready, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
