package vn.nhipcau.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;

class OwnPostgresIT {
    @TempDir
    Path folder;

    @Test
    void it_starts_again_on_the_same_data_after_the_server_was_killed() throws IOException {
        Path data = folder.resolve("data");
        RunningServer killed = RunningServer.start(data);
        long postgres = postgres(data);
        killed.kill();

        awaitEnd(postgres);
        try (RunningServer again = RunningServer.start(data)) {
            assertThat(again.handle().isAlive()).isTrue();
        }
        assertThat(Files.exists(data.resolve("postgres/postmaster.pid"))).isFalse();
    }

    @Test
    void a_start_that_was_killed_while_making_the_cluster_begins_anew() throws IOException {
        Path data = folder.resolve("data");
        Path half = Files.createDirectories(data.resolve("postgres.unfinished/base"));
        Files.writeString(half.resolve("half"), "x");
        try (RunningServer server = RunningServer.start(data)) {
            assertThat(server.handle().isAlive()).isTrue();
        }
        assertThat(data.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void only_its_own_account_looks_into_the_folder_and_the_application_is_no_superuser() throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data)) {
            assertThat(server.handle().isAlive()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            try (Connection application = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/nhipcau",
                            "nhipcau",
                            Files.readString(data.resolve("postgres.password")).strip());
                    ResultSet row = application
                            .createStatement()
                            .executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void a_postgresql_that_was_killed_is_started_again() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data)) {
            long killed = postgres(data);
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            awaitEnd(killed);
            Instant limit = Instant.now().plus(Duration.ofMinutes(1));
            while (!server.output().contains("khởi động lại") || postgres(data) == killed) {
                assertThat(Instant.now()).isBefore(limit);
            }
            server.awaitPage();
        }
    }

    @Test
    void a_postgresql_that_cannot_start_at_once_is_tried_again_until_it_does() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data)) {
            Path settings = data.resolve("postgres/postgresql.conf");
            String right = Files.readString(settings);
            Files.writeString(settings, right + "nonsense = 1\n");
            ProcessHandle.of(postgres(data)).orElseThrow().destroyForcibly();
            Instant limit = Instant.now().plus(Duration.ofMinutes(2));
            while (!server.output().contains("sẽ thử lại")) {
                assertThat(Instant.now()).isBefore(limit);
            }
            Files.writeString(settings, right);
            server.awaitPage();
        }
    }

    @Test
    void a_taken_port_is_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            RunningServer server = RunningServer.launch(folder.resolve("data"), taken.getLocalPort());

            assertThat(server.exitCode()).isNotZero();
            assertThat(lastLine(server)).startsWith("Cổng " + taken.getLocalPort() + " đang có chương trình khác dùng");
            assertThat(folder.resolve("data")).as("nothing was begun").doesNotExist();
            assertThat(server.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void a_data_folder_that_another_server_uses_is_one_sentence() {
        Path data = folder.resolve("data");
        try (RunningServer first = RunningServer.start(data)) {
            RunningServer second = RunningServer.launch(data, RunningServer.freePort());

            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output().strip())
                    .startsWith("Một máy chủ Nhịp Cầu khác đang dùng thư mục dữ liệu")
                    .hasLineCount(1);
            assertThat(second.output()).doesNotContain("\tat ");
            assertThat(first.handle().isAlive()).isTrue();
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_one_sentence() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        RunningServer server = RunningServer.launch(file.resolve("data"), RunningServer.freePort());

        assertThat(server.exitCode()).isNotZero();
        assertThat(lastLine(server)).startsWith("Không ghi được vào thư mục dữ liệu");
        assertThat(server.output()).doesNotContain("\tat ");
    }

    @Test
    void an_outside_postgresql_that_does_not_answer_is_one_sentence() {
        RunningServer server = RunningServer.launch(
                folder.resolve("data"),
                RunningServer.freePort(),
                "--nhipcau.database.url=jdbc:postgresql://127.0.0.1:" + RunningServer.freePort() + "/none");

        assertThat(server.exitCode()).isNotZero();
        assertThat(lastLine(server)).startsWith("Không kết nối được PostgreSQL");
        assertThat(server.output()).doesNotContain("\tat ");
    }

    @Test
    void the_same_program_runs_on_an_outside_postgresql() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer first = RunningServer.start(data)) {
            String[] pid =
                    Files.readString(data.resolve("postgres/postmaster.pid")).split("\n");
            try (RunningServer second = RunningServer.start(
                    folder.resolve("other"),
                    "--nhipcau.database.url=jdbc:postgresql://127.0.0.1:" + pid[3].strip() + "/nhipcau",
                    "--nhipcau.database.user=nhipcau",
                    "--nhipcau.database.password="
                            + Files.readString(data.resolve("postgres.password"))
                                    .strip())) {
                assertThat(Files.exists(folder.resolve("other/postgres"))).isFalse();
                assertThat(second.handle().isAlive()).isTrue();
            }
            assertThat(first.handle().isAlive()).isTrue();
        }
    }

    private static long postgres(Path data) throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file)
                ? Long.parseLong(Files.readAllLines(file).getFirst().strip())
                : 0;
    }

    private static void awaitEnd(long pid) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            assertThat(Instant.now()).as("PostgreSQL still runs").isBefore(limit);
        }
    }

    private static String lastLine(RunningServer server) {
        return server.output().strip().lines().reduce((a, b) -> b).orElse("");
    }
}
