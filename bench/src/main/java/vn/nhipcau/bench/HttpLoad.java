package vn.nhipcau.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Keeps connections busy with one thread: each sends its next request as soon as the last one is answered. As lean as can be,
 * since it takes its time from the server's processor.
 */
final class HttpLoad {
    private static final int MICROS_A_BUCKET = 50;
    private static final int BUCKETS = 1_200_000;

    /**
     * @param statuses how often each was answered; 0: the connection broke
     * @param slowest99 the time that 99 of 100 requests stayed within
     */
    record Result(
            Map<Integer, Long> statuses,
            Duration time,
            Duration median,
            Duration slowest99,
            Duration slowest,
            Duration own) {
        long answered(int... wanted) {
            long sum = 0;
            for (int status : wanted) {
                sum += statuses.getOrDefault(status, 0L);
            }
            return sum;
        }

        double perSecond(int... wanted) {
            return answered(wanted) / (time.toNanos() / 1e9);
        }
    }

    private static final class Connection {
        final ByteBuffer answer = ByteBuffer.allocate(16 * 1024);
        SocketChannel channel;
        ByteBuffer request;
        long sent;
    }

    private final int port;
    private final LongFunction<byte[]> requests;
    private final int[] times = new int[BUCKETS];
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Queue<Connection> broken = new ArrayDeque<>();
    private long number;
    private Selector selector;

    /** @param requests the request with a number; the bytes are sent before the next is asked for, or copied */
    private HttpLoad(int port, long first, LongFunction<byte[]> requests) {
        this.port = port;
        this.requests = requests;
        this.number = first;
    }

    static Result run(int port, int connections, Duration time, long first, LongFunction<byte[]> requests)
            throws IOException {
        return new HttpLoad(port, first, requests).run(connections, time);
    }

    private Result run(int connections, Duration time) throws IOException {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        try (Selector opened = Selector.open()) {
            selector = opened;
            for (int i = 0; i < connections; i++) {
                connect(new Connection());
            }
            long own = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            while (System.nanoTime() < end) {
                selector.select(10);
                for (SelectionKey key : selector.selectedKeys()) {
                    ready(key);
                }
                selector.selectedKeys().clear();
                while (!broken.isEmpty()) {
                    connect(broken.remove());
                }
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            own = threads.getCurrentThreadCpuTime() - own;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return new Result(statuses, taken, within(0.5), within(0.99), within(1), Duration.ofNanos(own));
        }
    }

    private void connect(Connection connection) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connection.channel = channel;
        connection.answer.clear();
        channel.register(selector, SelectionKey.OP_READ, connection);
        send(connection);
    }

    private void send(Connection connection) {
        connection.request = ByteBuffer.wrap(requests.apply(number++));
        connection.sent = System.nanoTime();
        try {
            while (connection.request.hasRemaining()) {
                connection.channel.write(connection.request);
            }
        } catch (IOException e) {
            lost(connection);
        }
    }

    private void lost(Connection connection) {
        statuses.merge(0, 1L, Long::sum);
        try {
            connection.channel.close();
        } catch (IOException e) {
            // It is broken already.
        }
        broken.add(connection);
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.channel.read(connection.answer) < 0) {
                lost(connection);
                return;
            }
        } catch (IOException e) {
            lost(connection);
            return;
        }
        int status = complete(connection.answer);
        if (status > 0) {
            long micros = (System.nanoTime() - connection.sent) / 1_000;
            times[(int) Math.min(BUCKETS - 1, micros / MICROS_A_BUCKET)]++;
            statuses.merge(status, 1L, Long::sum);
            connection.answer.clear();
            send(connection);
        }
    }

    /** @return the status of the answer if all of it has come, otherwise 0 */
    private static int complete(ByteBuffer answer) {
        byte[] bytes = answer.array();
        int length = answer.position();
        int body = 0;
        for (int at = 12; at + 3 < length; at++) {
            if (bytes[at] == '\r' && bytes[at + 2] == '\r') {
                return length >= at + 4 + body ? (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0' : 0;
            }
            // "\nContent-Length: ", told from the other headers by its length and last letters.
            if (bytes[at] == '\n'
                    && bytes[at + 1] == 'C'
                    && at + 18 < length
                    && bytes[at + 9] == 'L'
                    && bytes[at + 15] == ':') {
                for (int digit = at + 17; bytes[digit] >= '0'; digit++) {
                    body = body * 10 + bytes[digit] - '0';
                }
            }
        }
        return 0;
    }

    private Duration within(double share) {
        long all = 0;
        for (int count : times) {
            all += count;
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += times[bucket];
            if (seen >= wanted) {
                return Duration.ofNanos((bucket + 1L) * MICROS_A_BUCKET * 1_000);
            }
        }
        return Duration.ZERO;
    }
}
