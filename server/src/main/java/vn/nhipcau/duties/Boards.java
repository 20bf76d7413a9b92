package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Shell;

/** Opens {@link Board}s. What an officer's posts reach is asked once for all that one page shows. */
@Service
public class Boards {
    private final JdbcClient jdbc;
    private final Scope.Scopes scopes;
    private final TransactionTemplate reading;

    Boards(JdbcClient jdbc, Scope.Scopes scopes, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public Board open(Officer officer, Instant now) {
        return new Board(jdbc, reading, scopes.of(officer, LocalDate.ofInstant(now, Shell.ZONE)), now);
    }
}
