package vn.nhipcau.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From the command to the first page, and what the server then holds in memory. */
final class StartBench {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long MEMORY_LIMIT_MB = 1024;
    private static final int STARTS = 5;
    private static final Duration GIVE_UP = Duration.ofSeconds(120);

    private StartBench() {}

    static void run(Report report) throws Exception {
        Path data = Folders.temporary();
        try {
            // The first start of all also builds what is not built and unpacks PostgreSQL.
            start(data);
            Folders.delete(data);
            Files.createDirectories(data);
            line(report, "start to first page, empty data folder", List.of(start(data)));
            List<Started> starts = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                starts.add(start(data));
            }
            line(report, "start to first page, existing data folder", starts);
            Started last = starts.getLast();
            report.line(
                    "memory after the first page: Java, PostgreSQL",
                    last.javaMb() + " MB",
                    last.postgresMb() + " MB",
                    "",
                    "< " + MEMORY_LIMIT_MB + " MB",
                    "DHIS2 2.42: 4,900 MB",
                    Report.verdict(last.javaMb() + last.postgresMb() < MEMORY_LIMIT_MB, false));
        } finally {
            Folders.delete(data);
        }
    }

    private static void line(Report report, String what, List<Started> starts) {
        Times times = new Times(
                starts.stream().mapToLong(start -> start.time().toNanos()).toArray(),
                starts.stream().mapToLong(start -> start.processor().toNanos()).toArray());
        report.line(
                what,
                Report.millis(times.median()),
                Report.millis(times.slowest95()),
                Report.millis(times.medianProcessor()),
                "<= " + Report.millis(LIMIT),
                "DHIS2 2.42: 106 s",
                Report.verdict(
                        times.median().compareTo(LIMIT) <= 0,
                        times.medianProcessor().compareTo(LIMIT) <= 0));
    }

    /**
     * @param processor that Java used, whatever else the machine was doing
     * @param postgresMb shared pages counted once
     */
    private record Started(Duration time, Duration processor, long javaMb, long postgresMb) {}

    private static Started start(Path data) throws Exception {
        int port = freePort();
        Path log = Files.createTempFile("nhipcau-bench-", ".log");
        long start = System.nanoTime();
        Process server = new ProcessBuilder(
                        "./nhipcau", "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitFirstPage(port, server, log);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            long postgres = server.descendants()
                    .mapToLong(child -> kilobytes(child.pid(), "smaps_rollup", "Pss:"))
                    .sum();
            return new Started(
                    time,
                    server.info().totalCpuDuration().orElse(Duration.ZERO),
                    kilobytes(server.pid(), "status", "VmRSS:") / 1024,
                    postgres / 1024);
        } finally {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
            Files.deleteIfExists(log);
        }
    }

    private static void awaitFirstPage(int port, Process server, Path log) throws Exception {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .timeout(GIVE_UP)
                .build();
        long giveUp = System.nanoTime() + GIVE_UP.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < giveUp && server.isAlive()) {
                try {
                    if (http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(10);
                }
            }
        }
        throw new IllegalStateException("no page: " + Files.readString(log));
    }

    private static long kilobytes(long process, String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/" + file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
