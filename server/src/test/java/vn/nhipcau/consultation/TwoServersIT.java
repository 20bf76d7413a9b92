package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;
import vn.nhipcau.ledger.Checkpoint;

/** Two servers on one database are one: one log, no gap, nothing twice. */
class TwoServersIT {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void two_servers_on_one_database_keep_one_log() throws Exception {
        String unlimited = "--nhipcau.consultation.limits.unlimited=true";
        String demo = "--nhipcau.demo=true";
        try (RunningServer one = RunningServer.start(first, demo, unlimited)) {
            // The clock of the demonstration and the secret are the installation's, not the server's.
            Files.copy(first.resolve("demo-clock"), second.resolve("demo-clock"));
            String port = Files.readAllLines(first.resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            try (RunningServer other = RunningServer.start(
                            second,
                            demo,
                            unlimited,
                            "--nhipcau.secret=" + first.resolve("secret.key"),
                            "--nhipcau.database.url=jdbc:postgresql://127.0.0.1:" + port + "/nhipcau",
                            "--nhipcau.database.password="
                                    + Files.readString(first.resolve("postgres.password"))
                                            .strip());
                    Givers both = new Givers(16, List.of(one.port(), other.port()), true)) {
                both.await(1_500);
                Checkpoint ofOne = Givers.checkpoint(one.port());
                Checkpoint ofOther = Givers.checkpoint(other.port());
                both.await(500);
                both.stop();
                both.check(one.port(), List.of(ofOne, ofOther));
                both.check(other.port(), List.of(ofOne, ofOther));
                assertThat(Givers.checkpoint(one.port()).head())
                        .isEqualTo(Givers.checkpoint(other.port()).head());
            }
        }
    }
}
