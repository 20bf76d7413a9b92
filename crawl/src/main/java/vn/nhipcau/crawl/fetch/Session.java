package vn.nhipcau.crawl.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One connection and one buffer, used by one thread. */
public final class Session implements AutoCloseable {
    private final Fetcher fetcher;
    private final boolean frugal;
    private final Incoming incoming;
    private @Nullable Connection connection;
    private String connectedTo = "";

    Session(Fetcher fetcher, boolean frugal) {
        this.fetcher = fetcher;
        this.frugal = frugal;
        this.incoming = new Incoming(fetcher);
    }

    /**
     * Asks once; redirects are the caller's to follow.
     *
     * @param address as {@link Fetcher#address} gave it
     */
    public Exchange fetch(Url url, InetAddress address, @Nullable Known known, @Nullable String cookies)
            throws FetchFailure {
        byte[] request = request(url, known, cookies);
        String peer = url.scheme() + "://" + url.origin() + "@" + address.getHostAddress();
        incoming.release();
        Connection open = connection;
        if (open == null || !peer.equals(connectedTo) || !open.isOpen()) {
            open = connect(url, address, peer);
        }
        fetcher.asked();
        try {
            return ask(open, url, request, known);
        } catch (StaleConnection e) {
            try {
                return ask(connect(url, address, peer), url, request, known);
            } catch (StaleConnection again) {
                disconnect();
                throw new FetchFailure(FetchFailure.Cause.BROKEN_OFF, "No answer");
            }
        } catch (FetchFailure e) {
            disconnect();
            throw e;
        }
    }

    private Connection connect(Url url, InetAddress address, String peer) throws FetchFailure {
        disconnect();
        try {
            Connection open = Connection.open(url, address, fetcher.limits(), fetcher.watch(), fetcher.tls(), frugal);
            connection = open;
            connectedTo = peer;
            return open;
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
                .append(fetcher.agent())
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

    private Exchange ask(Connection open, Url url, byte[] request, @Nullable Known known)
            throws FetchFailure, StaleConnection {
        long start = System.nanoTime();
        open.begin(start + fetcher.limits().page().toNanos());
        try {
            Exchange exchange = incoming.receive(open, url, request, known, start);
            if (incoming.connectionIsSpent()) {
                disconnect();
            } else {
                open.end();
            }
            return exchange;
        } catch (IOException e) {
            FetchFailure.Cause cut = open.whyCut();
            if (cut == null && incoming.isEmpty() && open.used()) {
                throw new StaleConnection();
            }
            throw cut != null
                    ? new FetchFailure(cut, "after " + (System.nanoTime() - start) / 1_000_000 + " ms")
                    : new FetchFailure(FetchFailure.Cause.BROKEN_OFF, String.valueOf(e.getMessage()));
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close(fetcher.watch());
        }
    }

    @Override
    public void close() {
        disconnect();
        incoming.release();
    }

    /** The server closed a kept connection between two requests, as it may. */
    static final class StaleConnection extends Exception {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super(null, null, false, false);
        }
    }
}
