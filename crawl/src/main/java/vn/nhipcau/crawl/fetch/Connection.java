package vn.nhipcau.crawl.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One connection to one server, kept for the next request. */
final class Connection {
    private static final int NARROW = 1 << 10;
    private static final int WIDE = 128 << 10;

    /** Below TLS too: closing that layer would wait for the peer. */
    private final Socket socket;

    private final InetAddress address;
    private final Duration patience;
    private final int bytesPerSecond;
    private final InputStream in;
    private final OutputStream out;
    private volatile long deadline;
    private volatile long received;
    private volatile FetchFailure.@Nullable Cause cut;
    private long windowStart;
    private long windowReceived;
    private boolean used;
    private boolean narrow;

    private Connection(Socket socket, Socket layer, InetAddress address, Limits limits) throws IOException {
        this.socket = socket;
        this.address = address;
        this.patience = limits.patience();
        this.bytesPerSecond = limits.bytesPerSecond();
        this.in = layer.getInputStream();
        this.out = layer.getOutputStream();
    }

    /** @param narrow whether the server may only send little before we read, because most of it may not be wanted */
    static Connection open(
            Url url, InetAddress address, Limits limits, Watch watch, SSLSocketFactory tls, boolean narrow)
            throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            if (narrow) {
                plain.setReceiveBufferSize(NARROW);
            }
            plain.connect(new InetSocketAddress(address, url.port()), (int)
                    limits.connect().toMillis());
        } catch (IOException e) {
            plain.close();
            throw e;
        }
        if (!url.scheme().equals("https")) {
            Connection connection = new Connection(plain, plain, address, limits);
            connection.narrow = narrow;
            watch.add(connection);
            return connection;
        }
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!url.isLiteralAddress()) {
            parameters.setServerNames(List.of(new SNIHostName(url.host())));
        }
        secure.setSSLParameters(parameters);
        Connection connection = new Connection(plain, secure, address, limits);
        connection.narrow = narrow;
        connection.deadline = System.nanoTime() + limits.connect().toNanos();
        connection.windowStart = Long.MAX_VALUE;
        watch.add(connection);
        try {
            secure.startHandshake();
            return connection;
        } catch (IOException e) {
            connection.close(watch);
            if (connection.cut != null) {
                throw new SocketTimeoutException("TLS");
            }
            throw e;
        }
    }

    InetAddress address() {
        return address;
    }

    boolean used() {
        return used;
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    void begin(long deadlineNanos) {
        long now = System.nanoTime();
        received = 0;
        windowReceived = 0;
        windowStart = now;
        deadline = deadlineNanos;
    }

    void extend(long deadlineNanos) {
        deadline = deadlineNanos;
    }

    void end() {
        deadline = 0;
        used = true;
    }

    /** The whole answer is wanted. */
    void widen() throws IOException {
        if (narrow) {
            narrow = false;
            socket.setReceiveBufferSize(WIDE);
        }
    }

    void send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
    }

    int read(byte[] into, int at, int most) throws IOException {
        int count = in.read(into, at, most);
        if (count > 0) {
            received += count;
        }
        return count;
    }

    /** Called by the watch. */
    void check(long now) {
        long until = deadline;
        if (until == 0) {
            return;
        }
        if (now > until) {
            cut(FetchFailure.Cause.TIMEOUT);
        } else if (now - windowStart > patience.toNanos()) {
            long since = received - windowReceived;
            // A server may think as long as the deadline allows; once it speaks it must not drip.
            if (received > 0 && since < bytesPerSecond * patience.toMillis() / 1000) {
                cut(FetchFailure.Cause.TOO_SLOW);
            }
            windowReceived = received;
            windowStart = now;
        }
    }

    private void cut(FetchFailure.Cause why) {
        cut = why;
        shut();
    }

    private void shut() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    /** Why the watch closed this connection, or null. */
    FetchFailure.@Nullable Cause whyCut() {
        return cut;
    }

    void close(Watch watch) {
        watch.remove(this);
        shut();
    }
}
