package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;
import vn.nhipcau.ledger.Checkpoint;

/** The packaged server and its PostgreSQL, killed without warning while opinions come in. */
class IntakeCrashIT {
    private static final int TIMES = 3;
    private static final int RECEIPTS_BETWEEN = 300;
    private static final String[] OPTIONS = {"--nhipcau.demo=true", "--nhipcau.consultation.limits.unlimited=true"};

    @TempDir
    Path data;

    @Test
    void every_receipt_handed_out_holds_after_the_server_or_postgresql_is_killed() throws Exception {
        RunningServer server = RunningServer.start(data, OPTIONS);
        int port = server.port();
        List<Checkpoint> published = new ArrayList<>();
        try (Givers givers = new Givers(48, List.of(port), false)) {
            for (int i = 0; i < TIMES; i++) {
                givers.await(RECEIPTS_BETWEEN);
                published.add(Givers.checkpoint(port));
                server.kill();
                server = RunningServer.launch(data, port, OPTIONS);
                server.awaitPage();
                givers.await(RECEIPTS_BETWEEN);
                published.add(Givers.checkpoint(port));
                killPostgres();
            }
            givers.await(RECEIPTS_BETWEEN);
            givers.stop();
            givers.check(port, published);
            verify(givers.anyReceipt(), port);
        } finally {
            server.close();
        }
    }

    private void killPostgres() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** With the program that citizens use. */
    private void verify(String receipt, int port) throws Exception {
        Path file = Files.writeString(data.resolve("receipt.json"), receipt);
        String log = "http://localhost:" + port + "/log/bao-cao-chinh-tri";
        assertThat(run(file.toString(), "--log", log)).isZero();
        assertThat(run("log", log)).isZero();
    }

    private static int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "vn.nhipcau.ledger.Verify"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/verify.log").toFile())
                .start()
                .waitFor();
    }
}
