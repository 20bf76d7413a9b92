package vn.nhipcau.crawl.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer that comes in over one session, in a buffer that is used again for the next one; what is too large for it goes
 * to a file.
 */
final class Incoming {
    private static final int FIRST_BUFFER = 16 << 10;
    /** Beyond this an answer goes to a file: thousands of sites are open at once. */
    private static final int IN_MEMORY = 256 << 10;

    private static final int LONGEST_HEAD = 64 << 10;

    private final Fetcher fetcher;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int length;
    private boolean holdsLarge;
    private boolean spent;
    private @Nullable Path spill;

    Incoming(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Whether not a byte of the answer came. */
    boolean isEmpty() {
        return length == 0;
    }

    /** Whether the connection cannot be used for another request. */
    boolean connectionIsSpent() {
        return spent;
    }

    /** @param start of the request, in nanoseconds */
    Exchange receive(Connection open, Url url, byte[] request, @Nullable Known known, long start)
            throws IOException, FetchFailure, Session.StaleConnection {
        Instant at = fetcher.clock().instant();
        length = 0;
        open.send(request);
        int headEnd = head(open);
        int status = status();
        int firstLine = 0;
        while (buffer[firstLine] != '\n') {
            firstLine++;
        }
        Headers headers = Headers.parse(buffer, firstLine + 1, headEnd);
        boolean page = isPage(headers, url);
        Limits limits = fetcher.limits();
        if (!page) {
            open.extend(start + limits.file().toNanos());
        }
        long most = page ? limits.pageBytes() : limits.fileBytes();
        Framing framing = framing(status, headers, most, page);
        long announced = framing.remaining();
        Body body = new Body(open, framing, headEnd, page, most);
        boolean asBefore = status == 304;
        if (status == 200 && known != null && known.length() >= 0 && known.length() == announced) {
            body.upTo(Math.min(Known.START, known.length()));
            int end = Math.min(length, headEnd + Known.START);
            asBefore = Known.fingerprint(buffer, headEnd, end) == known.start();
        }
        if (!asBefore) {
            open.widen();
            body.whole();
        }
        if (framing.broken()) {
            throw new FetchFailure(FetchFailure.Cause.NOT_HTTP, "Broken chunks");
        }
        String keep = headers.token("Connection");
        spent = !framing.done() || body.extra || keep.equals("close") || oneDotZero() && !keep.equals("keep-alive");
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
                asBefore,
                body.cut,
                limits.expansion());
    }

    private int head(Connection open) throws IOException, FetchFailure, Session.StaleConnection {
        int headEnd = -1;
        int from = 0;
        while (headEnd < 0) {
            if (length == buffer.length) {
                grow();
            }
            int count = open.read(buffer, length, buffer.length - length);
            if (count < 0) {
                if (length == 0 && open.used()) {
                    throw new Session.StaleConnection();
                }
                throw new FetchFailure(FetchFailure.Cause.BROKEN_OFF, "Closed within the header");
            }
            fetcher.received(count);
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
        return headEnd;
    }

    /** What stands behind the head. */
    private final class Body {
        private final Connection open;
        private final Framing framing;
        private final int headEnd;
        private final boolean page;
        private final long most;
        private long size;
        private boolean extra;
        private boolean cut;

        Body(Connection open, Framing framing, int headEnd, boolean page, long most) {
            this.open = open;
            this.framing = framing;
            this.headEnd = headEnd;
            this.page = page;
            this.most = most;
            take(headEnd, length);
        }

        private void take(int from, int to) {
            int fed = framing.feed(buffer, from, to);
            extra = from + fed < to;
            length = from + fed;
            size += fed;
        }

        /** Reads until so many bytes are in the buffer. */
        void upTo(long enough) throws IOException {
            while (size < enough && !framing.done() && !framing.broken()) {
                if (length == buffer.length) {
                    grow();
                }
                int count = open.read(buffer, length, buffer.length - length);
                if (count < 0) {
                    cut = true;
                    return;
                }
                fetcher.received(count);
                take(length, length + count);
            }
        }

        void whole() throws IOException, FetchFailure {
            try (Spill out = new Spill()) {
                while (!cut && !framing.done() && !framing.broken()) {
                    if (size >= most) {
                        if (!page) {
                            throw new FetchFailure(FetchFailure.Cause.TOO_LARGE, size + " bytes");
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
                    fetcher.received(count);
                    take(length, length + count);
                }
                if (out.used()) {
                    out.write(headEnd, length);
                    length = headEnd;
                }
            }
        }
    }

    private static Framing framing(int status, Headers headers, long most, boolean page) throws FetchFailure {
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
                Path file = Files.createTempFile(fetcher.folder(), "answer", ".wire");
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
        if (buffer.length >= IN_MEMORY
                || !holdsLarge
                        && buffer.length >= IN_MEMORY / 2
                        && !fetcher.large().tryAcquire()) {
            return false;
        }
        holdsLarge |= buffer.length >= IN_MEMORY / 2;
        grow();
        return true;
    }

    private void grow() {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    /** Lets go of the last answer. */
    void release() {
        if (holdsLarge) {
            holdsLarge = false;
            fetcher.large().release();
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

    private int endOfHead(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (buffer[i] == '\n') {
                if (buffer[i + 1] == '\n') {
                    return i + 2;
                }
                if (buffer[i + 1] == '\r' && i + 2 < to && buffer[i + 2] == '\n') {
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

    private static boolean isPage(Headers headers, Url url) {
        String disposition = headers.get("Content-Disposition");
        if (disposition != null && disposition.toLowerCase(Locale.ROOT).startsWith("attachment")) {
            return false;
        }
        String type = headers.token("Content-Type");
        return type.startsWith("text/")
                || type.endsWith("xml")
                || type.endsWith("json")
                || type.isEmpty() && !url.path().matches("(?i).*\\.(pdf|docx?|zip|rar|xlsx?|rtf|odt)");
    }
}
