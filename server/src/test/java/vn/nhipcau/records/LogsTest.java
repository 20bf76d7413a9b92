package vn.nhipcau.records;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.ServerTest;
import vn.nhipcau.database.CannotStart;

@ServerTest
class LogsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Logs logs;

    @Autowired
    TransactionTemplate transactions;

    @TempDir
    Path elsewhere;

    @Test
    void a_server_with_another_secret_does_not_go_on_with_a_log() {
        transactions.executeWithoutResult(status -> logs.begin("thu-" + UUID.randomUUID()));
        assertThatCode(logs::checkKeys).doesNotThrowAnyException();
        Logs stranger = new Logs(jdbc, new InstallationSecret(elsewhere.resolve("secret.key")), "http://localhost");
        assertThatThrownBy(stranger::checkKeys).isInstanceOf(CannotStart.class);
    }
}
