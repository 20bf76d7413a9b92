package vn.nhipcau.crawl.world;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Answers as a handler says, on this machine only. */
public final class LoopbackServer implements AutoCloseable {
    /** A request; header names in lower case. */
    public record Ask(String host, String target, Map<String, String> headers) {}

    /** Writes an answer; gives whether the connection may be kept. */
    public interface Handler {
        boolean answer(Ask ask, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Handler handler;
    private final LongAdder requests = new LongAdder();

    public LoopbackServer(int port, Handler handler) {
        this(port, handler, null);
    }

    /** @param socket to listen on instead of a plain one */
    public LoopbackServer(int port, Handler handler, @Nullable ServerSocket socket) {
        try {
            this.server = socket != null ? socket : new ServerSocket(port, 2000, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.handler = handler;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public long requests() {
        return requests.sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 2048);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            while (true) {
                String first = line(in);
                if (first == null) {
                    return;
                }
                Map<String, String> headers = new HashMap<>();
                for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        headers.put(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                line.substring(colon + 1).strip());
                    }
                }
                requests.increment();
                String[] parts = first.split(" ");
                String host = headers.getOrDefault("host", "").replaceFirst(":\\d+$", "");
                if (!handler.answer(new Ask(host, parts.length > 1 ? parts[1] : "/", headers), out)) {
                    return;
                }
                out.flush();
            }
        } catch (IOException e) {
            // The crawler hung up, as it should from some of these servers.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole answer. */
    public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
        private static final String CHUNKED = "Transfer-Encoding";

        Reply withBody(byte[] other) {
            return new Reply(status, type, other, headers);
        }

        /** Compressed, in chunks, as many servers send what they make on the way. */
        Reply compressed() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return withBody(bytes.toByteArray())
                    .with("Content-Encoding", "gzip")
                    .with(CHUNKED, "chunked");
        }

        public static Reply page(String html) {
            return new Reply(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        public static Reply of(int status, String type, byte[] body) {
            return new Reply(status, type, body, Map.of());
        }

        public static Reply missing() {
            return of(404, "text/html", "<h1>404</h1>".getBytes(StandardCharsets.UTF_8));
        }

        public Reply with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, type, body, more);
        }

        public boolean write(OutputStream out) throws IOException {
            boolean chunked = headers.containsKey(CHUNKED);
            StringBuilder head = new StringBuilder(200)
                    .append("HTTP/1.1 ")
                    .append(status)
                    .append(" X\r\nContent-Type: ")
                    .append(type)
                    .append("\r\n");
            if (!chunked) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            if (chunked) {
                out.write(start);
                for (int at = 0; at < body.length; at += 4000) {
                    int size = Math.min(4000, body.length - at);
                    out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.write(body, at, size);
                    out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                return true;
            }
            byte[] whole = new byte[start.length + (status == 304 ? 0 : body.length)];
            System.arraycopy(start, 0, whole, 0, start.length);
            if (status != 304) {
                System.arraycopy(body, 0, whole, start.length, body.length);
            }
            out.write(whole);
            return true;
        }
    }
}
