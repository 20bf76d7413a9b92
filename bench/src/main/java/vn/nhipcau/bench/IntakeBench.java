package vn.nhipcau.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Opinions through the API of the packaged server: durable, logged, with a receipt each. Server, PostgreSQL (fsync on) and load
 * generator share the machine. Beside it, in the same run: the server's empty answer and a plain batched INSERT of the same
 * rows into a table of the same shape.
 */
final class IntakeBench {
    private static final String OPINIONS = "/api/v1/consultations/bao-cao-chinh-tri/opinions";
    private static final int RATE = 15_000;
    private static final Duration SLOWEST_99 = Duration.ofMillis(50);
    private static final double SHARE_OF_PLAIN = 0.35;
    /** Citizen OS on the same machine, before it locked up at 200 connections. */
    private static final int CITIZEN_OS = 409;

    /** Opinions until the compiler has done its work. */
    private static final int WARM_UP = 250_000;

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int COMMIT = 1_000;
    /** Set {@code NHIPCAU_BENCH_STORED} for another number. */
    private static final long STORED = Long.parseLong(System.getenv().getOrDefault("NHIPCAU_BENCH_STORED", "10000000"));

    private static final String TEXT =
            "Đề nghị bổ sung chỉ tiêu nước sạch cho vùng sâu, vùng xa; công khai tiến độ từng công trình. ".repeat(4);

    private final Report report;
    private final Path data;
    private final int port;
    private final Process server;

    private IntakeBench(Report report, Path data, int port, Process server) {
        this.report = report;
        this.data = data;
        this.port = port;
        this.server = server;
    }

    /** What one run took. @param log of {@code processor}, the share of the thread that writes the log */
    private record Taken(HttpLoad.Result result, double micros, double log) {
        double byProcessor() {
            return Runtime.getRuntime().availableProcessors() * 1e6 / micros;
        }
    }

    static void run(Report report) throws Exception {
        Path data = Folders.temporary();
        int port = freePort();
        Path output = Files.createTempFile("nhipcau-bench-", ".log");
        Process server = new ProcessBuilder(
                        "./nhipcau", "demo", "--unlimited", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await(port, server, output);
            new IntakeBench(report, data, port, server).measure();
        } finally {
            server.destroy();
            server.waitFor(60, TimeUnit.SECONDS);
            Folders.delete(data);
            Files.deleteIfExists(output);
        }
    }

    private void measure() throws Exception {
        for (long warm = 0; warm < WARM_UP; ) {
            warm += load(256, TIME).result().answered(201);
        }
        Taken empty = taken(256, TIME, number -> EMPTY);
        note("empty answer, 256 connections", empty, 204);
        Plain plain = plain();
        report.note(
                "plain batched INSERT, " + COMMIT + " rows a commit",
                "%,.0f/s, %.1f µs of processor a row".formatted(plain.perSecond(), plain.micros()));
        Taken first = load(256, TIME);
        bars(first, plain);
        for (int connections : new int[] {200, 1_000, 5_000}) {
            unbroken(connections);
        }
        if (STORED > 0) {
            stored(first);
        }
    }

    private static final byte[] EMPTY =
            ("OPTIONS " + OPINIONS + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8);

    private void bars(Taken taken, Plain plain) {
        double rate = taken.result().perSecond(201);
        line(
                "opinions, 256 connections",
                taken,
                ">= " + RATE + "/s",
                "36 x Citizen OS = %,d/s".formatted(36 * CITIZEN_OS),
                Report.verdict(rate >= RATE, taken.byProcessor() >= RATE));
        report.line(
                "  their slowest of 100",
                Report.millis(taken.result().slowest99()),
                Report.millis(taken.result().slowest()),
                "",
                "< " + Report.millis(SLOWEST_99),
                "",
                Report.verdict(taken.result().slowest99().compareTo(SLOWEST_99) < 0, taken.byProcessor() >= 2 * RATE));
        report.line(
                "  share of the plain INSERT",
                ratio(rate / plain.perSecond()),
                "",
                ratio(taken.byProcessor() / plain.byProcessor()),
                ">= " + SHARE_OF_PLAIN,
                "one connection, no server",
                Report.verdict(
                        rate / plain.perSecond() >= SHARE_OF_PLAIN,
                        taken.byProcessor() / plain.byProcessor() >= SHARE_OF_PLAIN));
        report.line(
                "  processor for tiles and checkpoints",
                "",
                "",
                "%.1f %%".formatted(100 * taken.log()),
                "< 10 %",
                "",
                Report.verdict(taken.log() < 0.1, false));
    }

    /** All are answered or told to come back, and the server is there afterwards. */
    private void unbroken(int connections) throws Exception {
        Taken taken = load(connections, TIME);
        long all = taken.result().statuses().values().stream().mapToLong(n -> n).sum();
        boolean whole = taken.result().answered(201, 503) == all && answersAgain();
        line(
                "opinions, %,d connections".formatted(connections),
                taken,
                "none breaks",
                "answers " + taken.result().statuses(),
                Report.verdict(whole, false));
    }

    /** What was still queued when the connections were cut is worked off first. */
    private boolean answersAgain() throws Exception {
        for (int second = 0; second < 30; second++) {
            if (load(1, Duration.ofSeconds(1)).result().answered(201) > 0) {
                return true;
            }
        }
        return false;
    }

    private void stored(Taken before) throws Exception {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            for (long first = 0; first < STORED; first += 250_000) {
                statement.executeUpdate("""
                        INSERT INTO consultation.opinion
                            (consultation, entry, code, clause, batch, channel, stance, accepted_at, text)
                        SELECT 0, n, gen_random_uuid(), 1 + n %% 9, 1, 2, 1 + n %% 4, now(), '%s'
                        FROM generate_series(%d::bigint, %d) n
                        """.formatted(TEXT, first, Math.min(STORED, first + 250_000) - 1));
            }
            statement.execute("VACUUM ANALYZE consultation.opinion");
            statement.execute("CHECKPOINT");
            report.note(
                    "opinions stored beforehand",
                    "%,d in %d s".formatted(STORED, (System.nanoTime() - start) / 1_000_000_000));
            start = System.nanoTime();
            statement.execute("""
                    SELECT clause, channel, stance, count(*) FROM consultation.opinion
                    WHERE consultation = 0 AND batch = 1 AND entry < 1000000 GROUP BY clause, channel, stance
                    """);
            Duration rollUp = Duration.ofNanos(System.nanoTime() - start);
            report.line(
                    "figures of a batch of 1,000,000",
                    Report.millis(rollUp),
                    "",
                    "",
                    "< 2000 ms",
                    "",
                    Report.verdict(rollUp.toMillis() < 2_000 || STORED < 1_000_000, false));
        }
        load(256, Duration.ofSeconds(3));
        Taken after = load(256, TIME);
        double share = after.result().perSecond(201) / before.result().perSecond(201);
        double shareByProcessor = after.byProcessor() / before.byProcessor();
        line(
                "opinions, %,d stored".formatted(STORED),
                after,
                "+- 15 %",
                "with none stored x " + ratio(share) + ", by processor x " + ratio(shareByProcessor),
                Report.verdict(share >= 0.85, shareByProcessor >= 0.85));
    }

    private void line(String what, Taken taken, String limit, String beside, String verdict) {
        report.line(
                what,
                "%,.0f/s".formatted(taken.result().perSecond(201)),
                "p99 " + taken.result().slowest99().toMillis() + " ms",
                "%.1f µs".formatted(taken.micros()),
                limit,
                beside,
                verdict);
    }

    private void note(String what, Taken taken, int status) {
        report.note(
                what,
                "%,.0f/s, p99 %d ms, %.1f µs of processor each"
                        .formatted(
                                taken.result().perSecond(status),
                                taken.result().slowest99().toMillis(),
                                taken.micros()));
    }

    private Taken load(int connections, Duration time) throws Exception {
        String run = UUID.randomUUID() + "-";
        return taken(connections, time, number -> opinion(run + number));
    }

    private static byte[] opinion(String key) {
        byte[] body = ("{\"clause\":\"phan-2.1\",\"stance\":\"agree-with-changes\",\"text\":\"" + TEXT
                        + "\",\"idempotencyKey\":\"" + key + "\"}")
                .getBytes(UTF_8);
        byte[] head = ("POST " + OPINIONS
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
        byte[] request = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private Taken taken(int connections, Duration time, LongFunction<byte[]> requests) throws IOException {
        Ticks before = Ticks.of(server.toHandle());
        HttpLoad.Result result = HttpLoad.run(port, connections, time, 0, requests);
        Ticks after = Ticks.of(server.toHandle());
        double seconds = after.all() - before.all() + result.own().toNanos() / 1e9;
        long answered = Math.max(1, result.answered(201, 204));
        return new Taken(result, seconds * 1e6 / answered, (after.log() - before.log()) / seconds);
    }

    /** Seconds on the processor of the server and its PostgreSQL; {@code log}, those of the thread that writes the log. */
    private record Ticks(double all, double log) {
        static Ticks of(ProcessHandle server) {
            double log = 0;
            try (var threads = Files.list(Path.of("/proc/" + server.pid() + "/task"))) {
                for (Path thread : (Iterable<Path>) threads::iterator) {
                    if (Files.readString(thread.resolve("comm")).startsWith("sequencer")) {
                        log += seconds(thread.resolve("stat"));
                    }
                }
            } catch (IOException ended) {
                // A thread that ends meanwhile is not the one.
            }
            double all = seconds(Path.of("/proc/" + server.pid() + "/stat"));
            for (ProcessHandle child : server.descendants().toList()) {
                all += seconds(Path.of("/proc/" + child.pid() + "/stat"));
            }
            return new Ticks(all, log);
        }

        private static double seconds(Path stat) {
            try {
                String line = Files.readString(stat);
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
            } catch (IOException ended) {
                return 0;
            }
        }
    }

    private record Plain(double perSecond, double micros) {
        /** One connection waits for its answer: never more than one core works. */
        double byProcessor() {
            return 1e6 / micros;
        }
    }

    private Plain plain() throws Exception {
        try (Connection connection = connect("?reWriteBatchedInserts=true");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA bench");
            statement.execute("CREATE TABLE bench.opinion (LIKE consultation.opinion INCLUDING ALL)");
            connection.setAutoCommit(false);
            insert(connection, 0, Duration.ofSeconds(3));
            var threads = java.lang.management.ManagementFactory.getThreadMXBean();
            Ticks before = Ticks.of(server.toHandle());
            long own = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            long rows = insert(connection, 1L << 40, TIME);
            double time = (System.nanoTime() - start) / 1e9;
            double seconds = (threads.getCurrentThreadCpuTime() - own) / 1e9
                    + Ticks.of(server.toHandle()).all()
                    - before.all();
            return new Plain(rows / time, seconds * 1e6 / rows);
        }
    }

    private static long insert(Connection connection, long first, Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        long entry = first;
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO bench.opinion (consultation, entry, code, clause, batch, channel, stance, accepted_at, text)
                VALUES (1, ?, ?, 1, 1, 2, 2, now(), ?)
                """)) {
            while (System.nanoTime() < end) {
                for (int i = 0; i < COMMIT; i++) {
                    insert.setLong(1, entry++);
                    insert.setObject(2, UUID.randomUUID());
                    insert.setString(3, TEXT);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return entry - first;
    }

    private Connection connect(String options) throws IOException, SQLException {
        String postgresPort = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/nhipcau" + options, "nhipcau", password);
    }

    private static void await(int port, Process server, Path output) throws Exception {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (server.isAlive()) {
                try {
                    if (http.send(page, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(100);
                }
            }
        }
        throw new IllegalStateException(Files.readString(output));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
