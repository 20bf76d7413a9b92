package vn.nhipcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;
import vn.nhipcau.Visitor;

/** The demonstration and real service never share a database. */
class DemoStartIT {
    private static final String DEMO = "--nhipcau.demo=true";
    private static final String VERIFY = "--nhipcau.verify-files=true";

    @TempDir
    Path data;

    @Test
    void a_first_load_that_was_killed_starts_again_and_is_refused_to_service() throws IOException {
        RunningServer killed = RunningServer.launch(data, RunningServer.freePort(), DEMO);
        awaitFirstDocument(killed);
        killed.kill();

        try (RunningServer again = RunningServer.start(data, DEMO)) {
            assertThat(again.output()).contains("xóa và nạp lại", "Sẵn sàng");
            Visitor coordinator = new Visitor(again.port()).signIn("dieuphoi.tv", DemoDirectory.PASSWORD);
            assertThat(coordinator.get("/desk/board").select("main tbody tr")).isNotEmpty();
        }
        try (RunningServer third = RunningServer.start(data, DEMO)) {
            assertThat(third.output()).as("loaded once").doesNotContain("Đang nạp");
        }
        RunningServer sound = RunningServer.launch(data, RunningServer.freePort(), VERIFY);
        assertThat(sound.exitCode()).as(sound.output()).isZero();
        assertThat(sound.output()).contains("thiếu hoặc hỏng / missing or damaged: 0");
        Path lost = anyFile();
        Files.delete(lost);
        RunningServer broken = RunningServer.launch(data, RunningServer.freePort(), VERIFY);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output()).contains(lost.getFileName().toString(), "thiếu hoặc hỏng / missing or damaged: 1");

        assertOneSentence(
                RunningServer.launch(data, RunningServer.freePort()), "Cơ sở dữ liệu này chứa dữ liệu minh họa");
    }

    @Test
    void a_database_with_real_data_takes_no_demonstration() {
        try (RunningServer real = RunningServer.start(data)) {
            String output = real.output();
            String code = output.substring(output.indexOf("?code=") + 6)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            Visitor operator = new Visitor(real.port());
            operator.get("/first-start?code=" + code);
            operator.submit(
                    "form[action=/first-start]",
                    Map.of(
                            "unit", "Tỉnh Thật",
                            "from", "2025-07-01",
                            "name", "Lê Thị Thật",
                            "username", "quantri",
                            "password", "khong phai minh hoa",
                            "repeated", "khong phai minh hoa"));
            assertThat(operator.status()).isEqualTo(200);
        }
        assertOneSentence(
                RunningServer.launch(data, RunningServer.freePort(), DEMO), "Cơ sở dữ liệu này có dữ liệu thật");
        try (RunningServer real = RunningServer.start(data)) {
            Visitor administrator = new Visitor(real.port()).signIn("quantri", "khong phai minh hoa");
            assertThat(administrator.get("/desk/directory").text()).contains("Tỉnh Thật");
        }
    }

    private static void assertOneSentence(RunningServer server, String start) {
        assertThat(server.exitCode()).isNotZero();
        assertThat(server.output().strip().lines().reduce((a, b) -> b).orElse(""))
                .startsWith(start);
        assertThat(server.output()).doesNotContain("\tat ");
    }

    /** Units and people are loaded then, directives are being so. */
    private void awaitFirstDocument(RunningServer server) throws IOException {
        Instant limit = Instant.now().plus(Duration.ofMinutes(3));
        while (!holdsFile(data.resolve("files"))) {
            assertThat(server.handle().isAlive()).as(server.output()).isTrue();
            assertThat(Instant.now()).isBefore(limit);
        }
    }

    private Path anyFile() throws IOException {
        try (Stream<Path> stored = Files.walk(data.resolve("files"))) {
            return stored.filter(file -> file.getFileName().toString().length() == 64)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean holdsFile(Path files) throws IOException {
        if (!Files.exists(files)) {
            return false;
        }
        try (Stream<Path> stored = Files.walk(files)) {
            return stored.anyMatch(file -> file.getFileName().toString().length() == 64);
        } catch (UncheckedIOException vanished) {
            return false;
        }
    }
}
