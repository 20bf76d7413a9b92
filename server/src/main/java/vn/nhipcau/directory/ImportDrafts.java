package vn.nhipcau.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that were uploaded and wait for their uploader to confirm them. */
@Component
class ImportDrafts {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    ImportDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Draft(UUID id, String fileName, byte[] content) {}

    @Transactional
    UUID keep(long person, String fileName, byte[] content, Instant now) {
        jdbc.sql("DELETE FROM directory.import_draft WHERE uploaded_at < ? OR person_id = ?")
                .params(OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC), person)
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO directory.import_draft (id, person_id, file_name, content, uploaded_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, person, fileName, content, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Only its uploader finds it. */
    Optional<Draft> find(UUID id, long person) {
        return jdbc.sql("SELECT file_name, content FROM directory.import_draft WHERE id = ? AND person_id = ?")
                .params(id, person)
                .query((row, number) -> new Draft(id, row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    void drop(UUID id) {
        jdbc.sql("DELETE FROM directory.import_draft WHERE id = ?").param(id).update();
    }
}
