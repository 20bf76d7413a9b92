package vn.nhipcau.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives and dies with this process.
 *
 * <p>It is the child of a small shell that waits on its standard input: any death of the JVM, {@code kill -9} included,
 * closes that pipe, and the shell stops PostgreSQL. A PostgreSQL that dies by itself is started again. It listens on the
 * loopback address only, with a password kept beside the data.
 */
final class OwnPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
    /** How often a long recovery is told of. */
    private static final Duration NOTICE_EVERY = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String SUPERVISE = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { read -r line <&3; kill -INT $server 2>/dev/null; } &
            wait $server
            """;

    private final Path cluster;
    private final Path home;
    private final List<String> unprivileged;
    private final FileChannel lockFile;
    private final int port;
    private final String password;
    private volatile boolean closing;
    private volatile @Nullable Process supervisor;

    private OwnPostgres(Path data, FileChannel lockFile) throws IOException, InterruptedException {
        this.lockFile = lockFile;
        this.home = PostgresBinaries.unpackInto(data);
        this.cluster = data.resolve("postgres");
        this.unprivileged = asUnprivilegedUser();
        this.password = password(data.resolve("postgres.password"));
        if (!Files.exists(cluster)) {
            create(data);
        }
        stopLeftOver();
        this.port = freePort();
        start();
    }

    /** @param data folder of the installation; made when missing */
    static OwnPostgres startIn(Path data) {
        try {
            PrivateFolder.make(data);
            FileChannel lockFile =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                throw new CannotStart("Một máy chủ Nhịp Cầu khác đang dùng thư mục dữ liệu " + data.toAbsolutePath()
                        + ": hãy dừng nó hoặc chạy với --data=<thư mục khác>. / Another server is using this data folder:"
                        + " stop it or run with --data=<another>.");
            }
            return new OwnPostgres(data.toAbsolutePath(), lockFile);
        } catch (IOException e) {
            throw new CannotStart(
                    "Không ghi được vào thư mục dữ liệu " + data.toAbsolutePath() + " (" + e.getMessage()
                            + "): hãy kiểm tra dung lượng đĩa và quyền ghi. / The data folder cannot be written: check free"
                            + " space and permissions.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Bị ngắt khi đang khởi động PostgreSQL. / Interrupted while starting PostgreSQL.", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/nhipcau";
    }

    String password() {
        return password;
    }

    private void create(Path data) throws IOException, InterruptedException {
        // A name of its own and one rename at the end: a start that was killed half way leaves no half-made cluster.
        Path unfinished = data.resolve("postgres.unfinished");
        PrivateFolder.delete(unfinished);
        Path passwordFile = data.resolve("postgres.password");
        // ICU's Vietnamese order: an ăn ân da Đà đường e ê.
        run(List.of(
                program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                "postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=vi-VN",
                "--locale=C.UTF-8"));
        // The application's account owns its database and is no superuser: whoever makes it run foreign SQL reaches
        // neither
        // files nor programs. The password goes through a pipe, for the arguments of a process are for all to see.
        run(List.of("sh", "-c", """
                        {
                          printf "CREATE ROLE nhipcau LOGIN PASSWORD '%s'\\n" "$(cat "$2")"
                          echo 'CREATE DATABASE nhipcau OWNER nhipcau'
                        } | "$0" --single -c exit_on_error=on -D "$1" postgres
                        """, program("postgres"), unfinished.toString(), passwordFile.toString()));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("nhipcau-", ".log");
        try {
            Process process = new ProcessBuilder(withPrefix(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + ": " + reason(Files.readAllLines(output)));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** What went wrong stands amid what went right. */
    private static String reason(List<String> output) {
        return output.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .orElseGet(() -> output.isEmpty() ? "" : output.getLast());
    }

    private void stopLeftOver() throws IOException, InterruptedException {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            // Still shutting down after a kill -9 of its JVM, or a stale file, of which pg_ctl makes a non-zero exit.
            new ProcessBuilder(withPrefix(List.of(program("pg_ctl"), "stop", "-m", "fast", "-D", cluster.toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void start() throws IOException, InterruptedException {
        Path output = cluster.resolve("server.log");
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(unprivileged);
        command.addAll(List.of("sh", "-c", SUPERVISE, "nhipcau-postgres"));
        command.addAll(List.of(program("postgres"), "-D", cluster.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=128MB",
                "timezone=UTC",
                "jit=off", // compiling costs more than our short queries
                "log_min_messages=warning")) {
            command.add("-c");
            command.add(setting);
        }
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        supervisor = started;
        awaitReady(started, output);
        started.onExit().thenAccept(this::startAgain);
    }

    /** As long as it lives: to work through the log after a power cut may take many minutes, and stopping it begins anew. */
    private void awaitReady(Process started, Path output) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Instant notice = Instant.now().plus(NOTICE_EVERY);
        while (true) {
            // Line 8 of postmaster.pid is its state (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_PM_STATUS).
            if (Files.exists(pidFile)) {
                List<String> lines = Files.readAllLines(pidFile);
                if (lines.size() >= 8
                        && lines.get(3).strip().equals(Integer.toString(port))
                        && lines.get(7).startsWith("ready")) {
                    return;
                }
            }
            if (!started.isAlive()) {
                started.getOutputStream().close();
                throw new CannotStart("PostgreSQL không khởi động được; lý do ở cuối tệp " + output
                        + ". / PostgreSQL did not start; the reason is at the end of that file.");
            }
            if (Instant.now().isAfter(notice)) {
                log.warn(
                        "PostgreSQL đang phục hồi dữ liệu, xin đợi; diễn biến ở {} / it is recovering, please wait",
                        output);
                notice = Instant.now().plus(NOTICE_EVERY);
            }
            Thread.sleep(10);
        }
    }

    private void startAgain(Process dead) {
        if (closing) {
            return;
        }
        log.error(
                "PostgreSQL đã dừng đột ngột (mã {}); đang khởi động lại / stopped by itself; starting it again",
                dead.exitValue());
        try {
            dead.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // With the process its pipe is gone.
        }
        try {
            while (!closing) {
                try {
                    stopLeftOver();
                    start();
                    return;
                } catch (IOException | RuntimeException e) {
                    // A full disk, or a server that is still going down: both pass.
                    log.error("Chưa khởi động lại được PostgreSQL, sẽ thử lại / could not start it, will try again", e);
                }
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        Process running = supervisor;
        if (running != null) {
            running.getOutputStream().close();
            try {
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // The pipe is closed, so PostgreSQL stops whether or not we wait for it.
                Thread.currentThread().interrupt();
            }
        }
        lockFile.close();
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private List<String> withPrefix(List<String> command) {
        List<String> all = new ArrayList<>(unprivileged);
        all.addAll(command);
        return all;
    }

    /**
     * PostgreSQL refuses to run as root. In a new user namespace without a mapping we are nobody, and our own files are
     * nobody's too, so nothing has to change hands.
     */
    private static List<String> asUnprivilegedUser() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "-U");
        List<String> probe = new ArrayList<>(namespace);
        probe.add("true");
        try {
            if (new ProcessBuilder(probe).start().waitFor() == 0) {
                return namespace;
            }
        } catch (IOException missing) {
            // Falls through to the sentence below: for its reader it is the same case.
        }
        throw new CannotStart(
                "PostgreSQL không chạy dưới quyền root và máy này không cho 'unshare -U': hãy chạy bằng một"
                        + " tài khoản thường. / PostgreSQL does not run as root and this machine forbids 'unshare -U': run as an"
                        + " ordinary user.");
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
