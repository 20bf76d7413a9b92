package vn.nhipcau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The packaged server as a process of its own, to be killed without warning. */
public final class RunningServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Instant PROGRAM_START = Instant.now();

    private final Process process;
    private final Path output;
    private final int port;

    private RunningServer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it without waiting for anything. */
    public static RunningServer launch(Path data, int port, String... options) {
        try {
            Path output = Files.createTempFile(Path.of("target"), "server-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    jar().toString(),
                    "--port=" + port,
                    "--data=" + data));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new RunningServer(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits for its first page. */
    public static RunningServer start(Path data, String... options) {
        RunningServer server = launch(data, freePort(), options);
        try {
            server.awaitPage();
            return server;
        } catch (RuntimeException e) {
            server.kill();
            throw e;
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for its end. */
    public int exitCode() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    public void awaitPage() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Instant limit = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: " + output());
            }
            try {
                if (http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again below.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no page within " + LIMIT + ": " + output());
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    /** Unpacked as the command {@code nhipcau} does it: child processes find their classes only so. */
    private static synchronized Path jar() throws IOException {
        Path packed = packed();
        Path unpacked = Path.of("target", "unpacked-server");
        Path jar = unpacked.resolve(packed.getFileName());
        if (!Files.exists(jar) || Files.getLastModifiedTime(jar).toInstant().isBefore(PROGRAM_START)) {
            FileSystemUtils.deleteRecursively(unpacked);
            Process extraction = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--destination",
                            unpacked.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (extraction.waitFor() != 0) {
                    throw new IllegalStateException("cannot unpack " + packed);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        }
        return jar;
    }

    private static Path packed() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged server in target/: run './mvnw verify'"));
        }
    }
}
