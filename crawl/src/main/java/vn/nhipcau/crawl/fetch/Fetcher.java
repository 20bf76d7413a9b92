package vn.nhipcau.crawl.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses. One for the whole run; each site has its own {@link Session}, used by one thread at a time, which
 * is how there is never more than one connection to a host.
 */
public final class Fetcher implements AutoCloseable {
    private static final int FIRST_BUFFER = 16 << 10;
    /** Beyond this an answer goes to a file: thousands of sites are open at once. */
    private static final int IN_MEMORY = 256 << 10;

    private static final int LONGEST_HEAD = 64 << 10;

    private final String agent;
    private final AddressGuard guard;
    private final AddressGuard.Lookup lookup;
    private final Limits limits;
    private final SSLSocketFactory tls;
    private final Path folder;
    private final Clock clock;
    private final Watch watch = new Watch();
    private final Semaphore large = new Semaphore(128);
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * @param agent how we name ourselves, with an address to complain to
     * @param folder for answers too large for memory
     */
    public Fetcher(
            String agent,
            AddressGuard guard,
            AddressGuard.Lookup lookup,
            Limits limits,
            SSLSocketFactory tls,
            Path folder,
            Clock clock) {
        this.agent = agent;
        this.guard = guard;
        this.lookup = lookup;
        this.limits = limits;
        this.tls = tls;
        this.folder = folder;
        this.clock = clock;
    }

    public String agent() {
        return agent;
    }

    public Limits limits() {
        return limits;
    }

    public long requests() {
        return requests.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public Session session() {
        return new Session();
    }

    /** The one address of a name that is connected to, and that was judged. */
    public InetAddress address(Url url) throws FetchFailure {
        InetAddress[] found;
        try {
            found = url.isLiteralAddress()
                    ? new InetAddress[] {InetAddress.ofLiteral(url.host().replaceAll("[\\[\\]]", ""))}
                    : lookup.find(url.host());
        } catch (UnknownHostException e) {
            throw new FetchFailure(FetchFailure.Cause.NAME_UNKNOWN, url.host());
        } catch (IllegalArgumentException e) {
            throw new FetchFailure(FetchFailure.Cause.NAME_UNKNOWN, "Not an address: " + url.host());
        }
        for (InetAddress address : found) {
            if (guard.permits(address)) {
                return address;
            }
        }
        throw new FetchFailure(
                found.length == 0 ? FetchFailure.Cause.NAME_UNKNOWN : FetchFailure.Cause.ADDRESS_NOT_ALLOWED,
                url.host() + " → " + Arrays.toString(found));
    }

    /**
     * What a page had when it was last fetched.
     *
     * @param etag as the server named it
     * @param lastModified as the server named it
     */
    public record Known(@Nullable String etag, @Nullable String lastModified) {}

    /** One connection and one buffer, used by one thread. */
    public final class Session implements AutoCloseable {
        private byte[] buffer = new byte[FIRST_BUFFER];
        private boolean holdsLarge;
        private @Nullable Connection connection;
        private String connectedTo = "";
        private @Nullable Path spill;

        /**
         * Asks once; redirects are the caller's to follow.
         *
         * @param address as {@link Fetcher#address} gave it
         */
        public Exchange fetch(Url url, InetAddress address, @Nullable Known known, @Nullable String cookies)
                throws FetchFailure {
            byte[] request = request(url, known, cookies);
            String peer = url.scheme() + "://" + url.origin() + "@" + address.getHostAddress();
            release();
            Connection open = connection;
            if (open == null || !peer.equals(connectedTo) || !open.isOpen()) {
                disconnect();
                open = connect(url, address);
                connection = open;
                connectedTo = peer;
            }
            requests.increment();
            try {
                return ask(open, url, request);
            } catch (StaleConnection e) {
                disconnect();
                open = connect(url, address);
                connection = open;
                connectedTo = peer;
                try {
                    return ask(open, url, request);
                } catch (StaleConnection again) {
                    disconnect();
                    throw new FetchFailure(FetchFailure.Cause.BROKEN_OFF, "No answer");
                }
            } catch (FetchFailure e) {
                disconnect();
                throw e;
            }
        }

        private Connection connect(Url url, InetAddress address) throws FetchFailure {
            try {
                return Connection.open(url, address, limits, watch, tls);
            } catch (SocketTimeoutException e) {
                throw new FetchFailure(FetchFailure.Cause.CONNECT_TIMEOUT, address.toString());
            } catch (ConnectException | NoRouteToHostException e) {
                boolean late = String.valueOf(e.getMessage()).contains("timed out");
                throw new FetchFailure(
                        late ? FetchFailure.Cause.CONNECT_TIMEOUT : FetchFailure.Cause.REFUSED,
                        address + ": " + e.getMessage());
            } catch (SSLException e) {
                throw new FetchFailure(FetchFailure.Cause.TLS, Tls.explain(e));
            } catch (IOException e) {
                throw new FetchFailure(
                        url.scheme().equals("https") ? FetchFailure.Cause.TLS : FetchFailure.Cause.BROKEN_OFF,
                        String.valueOf(e.getMessage()));
            }
        }

        private byte[] request(Url url, @Nullable Known known, @Nullable String cookies) {
            StringBuilder head = new StringBuilder(320)
                    .append("GET ")
                    .append(url.target())
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(url.origin())
                    .append("\r\nUser-Agent: ")
                    .append(agent)
                    .append("\r\nAccept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                    .append("\r\nAccept-Language: vi\r\nAccept-Encoding: gzip\r\n");
            if (known != null && known.etag() != null) {
                head.append("If-None-Match: ").append(known.etag()).append("\r\n");
            }
            if (known != null && known.lastModified() != null) {
                head.append("If-Modified-Since: ").append(known.lastModified()).append("\r\n");
            }
            if (cookies != null) {
                head.append("Cookie: ").append(cookies).append("\r\n");
            }
            return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }

        private Exchange ask(Connection open, Url url, byte[] request) throws FetchFailure, StaleConnection {
            Instant at = clock.instant();
            long start = System.nanoTime();
            open.begin(start + limits.page().toNanos());
            int length = 0;
            try {
                open.send(request);
                int headEnd = -1;
                int from = 0;
                while (headEnd < 0) {
                    if (length == buffer.length) {
                        grow();
                    }
                    int count = open.read(buffer, length, buffer.length - length);
                    if (count < 0) {
                        if (length == 0 && open.used()) {
                            throw new StaleConnection();
                        }
                        throw new FetchFailure(FetchFailure.Cause.BROKEN_OFF, "Closed within the header");
                    }
                    bytes.add(count);
                    length += count;
                    headEnd = endOfHead(from, length);
                    from = Math.max(0, length - 3);
                    if (headEnd > 0 && informational()) {
                        System.arraycopy(buffer, headEnd, buffer, 0, length - headEnd);
                        length -= headEnd;
                        headEnd = endOfHead(0, length);
                        from = Math.max(0, length - 3);
                    }
                    if (headEnd < 0 && length > LONGEST_HEAD) {
                        throw new FetchFailure(FetchFailure.Cause.NOT_HTTP, "Header without end");
                    }
                }
                return body(open, url, request, at, start, headEnd, length);
            } catch (IOException e) {
                FetchFailure.Cause cut = open.whyCut();
                if (cut == null && length == 0 && open.used()) {
                    throw new StaleConnection();
                }
                throw cut != null
                        ? new FetchFailure(
                                cut, length + " bytes after " + (System.nanoTime() - start) / 1_000_000 + " ms")
                        : new FetchFailure(FetchFailure.Cause.BROKEN_OFF, String.valueOf(e.getMessage()));
            }
        }

        private Exchange body(
                Connection open, Url url, byte[] request, Instant at, long start, int headEnd, int received)
                throws IOException, FetchFailure {
            int length = received;
            int status = status();
            int firstLine = 0;
            while (buffer[firstLine] != '\n') {
                firstLine++;
            }
            Headers headers = Headers.parse(buffer, firstLine + 1, headEnd);
            boolean page = isPage(headers, url);
            long most = page ? limits.pageBytes() : limits.fileBytes();
            if (!page) {
                open.extend(start + limits.file().toNanos());
            }
            Framing framing = framing(status, headers, most, page);
            int fed = framing.feed(buffer, headEnd, length);
            boolean extra = headEnd + fed < length;
            length = headEnd + fed;
            long body = fed;
            boolean cut = false;
            try (Spill out = new Spill()) {
                while (!framing.done() && !framing.broken()) {
                    if (body >= most) {
                        if (!page) {
                            throw new FetchFailure(FetchFailure.Cause.TOO_LARGE, body + " bytes");
                        }
                        cut = true;
                        break;
                    }
                    if (length == buffer.length && !mayGrow()) {
                        out.write(headEnd, length);
                        length = headEnd;
                    }
                    int count = open.read(buffer, length, buffer.length - length);
                    if (count < 0) {
                        cut = !framing.doneAtClose();
                        break;
                    }
                    bytes.add(count);
                    fed = framing.feed(buffer, length, length + count);
                    extra = fed < count;
                    length += fed;
                    body += fed;
                }
                if (out.used()) {
                    out.write(headEnd, length);
                    length = headEnd;
                }
            }
            if (framing.broken()) {
                throw new FetchFailure(FetchFailure.Cause.NOT_HTTP, "Broken chunks");
            }
            open.end();
            String keep = headers.token("Connection");
            if (!framing.done() || extra || keep.equals("close") || oneDotZero() && !keep.equals("keep-alive")) {
                disconnect();
            }
            return new Exchange(
                    url,
                    at,
                    open.address(),
                    request,
                    buffer,
                    headEnd,
                    length,
                    spill,
                    status,
                    headers,
                    cut,
                    limits.expansion());
        }

        private Framing framing(int status, Headers headers, long most, boolean page) throws FetchFailure {
            if (status == 204 || status == 304) {
                return Framing.none();
            }
            if (headers.token("Transfer-Encoding").endsWith("chunked")) {
                return Framing.chunked();
            }
            String length = headers.get("Content-Length");
            if (length == null) {
                return Framing.untilClose();
            }
            try {
                long bytes = Long.parseLong(length);
                if (bytes < 0) {
                    throw new NumberFormatException();
                }
                if (bytes > most && !page) {
                    throw new FetchFailure(FetchFailure.Cause.TOO_LARGE, bytes + " bytes");
                }
                return Framing.length(bytes);
            } catch (NumberFormatException e) {
                throw new FetchFailure(FetchFailure.Cause.NOT_HTTP, "Content-Length: " + length);
            }
        }

        /** A file of this run where the body of a large answer goes. */
        private final class Spill implements AutoCloseable {
            private @Nullable OutputStream out;

            boolean used() {
                return out != null;
            }

            void write(int from, int to) throws IOException {
                if (out == null) {
                    Path file = Files.createTempFile(folder, "answer", ".wire");
                    spill = file;
                    out = Files.newOutputStream(file);
                }
                out.write(buffer, from, to - from);
            }

            @Override
            public void close() throws IOException {
                if (out != null) {
                    out.close();
                }
            }
        }

        private boolean mayGrow() {
            if (buffer.length >= IN_MEMORY || !holdsLarge && buffer.length >= IN_MEMORY / 2 && !large.tryAcquire()) {
                return false;
            }
            holdsLarge |= buffer.length >= IN_MEMORY / 2;
            grow();
            return true;
        }

        private void grow() {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }

        private void release() {
            if (holdsLarge) {
                holdsLarge = false;
                large.release();
                buffer = new byte[FIRST_BUFFER];
            }
            Path file = spill;
            spill = null;
            if (file != null) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // The folder is emptied at the end of the run.
                }
            }
        }

        private int endOfHead(int from, int length) {
            for (int i = from; i + 1 < length; i++) {
                if (buffer[i] == '\n') {
                    if (buffer[i + 1] == '\n') {
                        return i + 2;
                    }
                    if (buffer[i + 1] == '\r' && i + 2 < length && buffer[i + 2] == '\n') {
                        return i + 3;
                    }
                }
            }
            return -1;
        }

        private boolean informational() throws FetchFailure {
            int status = status();
            return status >= 100 && status < 200 && status != 101;
        }

        private boolean oneDotZero() {
            return buffer[7] == '0';
        }

        private int status() throws FetchFailure {
            boolean http = buffer.length > 12
                    && buffer[0] == 'H'
                    && buffer[1] == 'T'
                    && buffer[2] == 'T'
                    && buffer[3] == 'P'
                    && buffer[4] == '/'
                    && buffer[8] == ' ';
            int status = 0;
            for (int i = 9; http && i < 12; i++) {
                int digit = buffer[i] - '0';
                http = digit >= 0 && digit <= 9;
                status = status * 10 + digit;
            }
            if (!http || status < 100) {
                throw new FetchFailure(FetchFailure.Cause.NOT_HTTP, "No status line");
            }
            return status;
        }

        private void disconnect() {
            Connection open = connection;
            connection = null;
            if (open != null) {
                open.close(watch);
            }
        }

        @Override
        public void close() {
            disconnect();
            release();
        }
    }

    /** The server closed a kept connection between two requests, as it may. */
    private static final class StaleConnection extends Exception {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super(null, null, false, false);
        }
    }

    private static boolean isPage(Headers headers, Url url) {
        if (headers.get("Content-Disposition") != null
                && String.valueOf(headers.get("Content-Disposition"))
                        .toLowerCase(Locale.ROOT)
                        .startsWith("attachment")) {
            return false;
        }
        String type = headers.token("Content-Type");
        return type.startsWith("text/")
                || type.endsWith("xml")
                || type.endsWith("json")
                || type.isEmpty() && !url.path().matches("(?i).*\\.(pdf|docx?|zip|rar|xlsx?|rtf|odt)");
    }

    @Override
    public void close() {
        watch.close();
    }
}
