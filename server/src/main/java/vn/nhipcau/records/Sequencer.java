package vn.nhipcau.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.database.Rounds;
import vn.nhipcau.ledger.Log;

/**
 * Takes durable entries into the logs: writes tiles into this server's own folder, signs and publishes checkpoints. Every
 * server does this for all logs and needs no leader: the order is in the database already, the tree head is swapped there
 * before it is signed, and whoever comes second makes the same files.
 */
@Component
final class Sequencer extends Rounds {
    private static final Logger logger = LoggerFactory.getLogger(Sequencer.class);
    /** A proof has to be there within two seconds; each round costs a few fsyncs however much it takes in. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Logs logs;
    private final Path folder;
    private final Map<Integer, Log> open = new ConcurrentHashMap<>();
    private final Map<Integer, Long> notBefore = new HashMap<>();

    Sequencer(JdbcClient jdbc, Logs logs, @Value("${nhipcau.data}") Path data) {
        super("sequencer");
        this.jdbc = jdbc;
        this.logs = logs;
        this.folder = data.resolve("log");
    }

    /** Where this server publishes the log. */
    Path folder(String slug) {
        return folder.resolve(slug);
    }

    /** The log as this server writes it; empty in the first moments. */
    Optional<Log> log(RecordLog log) {
        return Optional.ofNullable(open.get(log.id()));
    }

    @Override
    public void start() {
        logs.checkKeys();
        super.start();
    }

    @Override
    protected Duration round() {
        try {
            jdbc.sql("SELECT id, next_entry FROM records.log")
                    .query((row, number) -> Map.entry(row.getInt("id"), row.getLong("next_entry")))
                    .list()
                    .forEach(log -> catchUp(log.getKey(), log.getValue()));
        } catch (DataAccessException e) {
            logger.warn("Chưa đọc được cơ sở dữ liệu / the database cannot be read: {}", e.getMessage());
        }
        return PAUSE;
    }

    private void catchUp(int id, long entries) {
        if (notBefore.getOrDefault(id, Long.MIN_VALUE) > System.nanoTime()) {
            return;
        }
        try {
            Log log = open.get(id);
            if (log == null) {
                RecordLog stored = logs.get(id);
                StoredLog storage = new StoredLog(jdbc, id);
                log = Log.open(folder(stored.slug()), logs.signingKey(stored), storage, storage);
                open.put(id, log);
            }
            while (isRunning() && log.checkpoint().head().size() < entries) {
                log.advance();
            }
        } catch (IOException | RuntimeException e) {
            // Opening it again audits what is on disk; a log that is really damaged stays shut and is shouted about.
            open.remove(id);
            notBefore.put(id, System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos());
            logger.error("Sổ {} tạm dừng / log {} is halted", id, id, e);
        }
    }
}
