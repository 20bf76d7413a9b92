package vn.nhipcau.duties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.FileStore;
import vn.nhipcau.documents.NamedFiles;
import vn.nhipcau.documents.StoredFile;
import vn.nhipcau.web.Refusal;

/** What units hand in, and who may open it: the unit itself, the reviewer and the coordinator. */
@Service
public class Submissions {
    /** As large as one file of a form may be; application.yaml says the same. */
    static final long FILE_LIMIT = 50L * 1024 * 1024;

    static final int MOST_PARTS = 20;

    private final JdbcClient jdbc;
    private final Gate gate;
    private final History history;
    private final FileStore files;
    private final TransactionTemplate transaction;

    Submissions(JdbcClient jdbc, Gate gate, History history, FileStore files, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.history = history;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Configuration(proxyBeanMethods = false)
    static class Store {
        @Bean
        NamedFiles evidenceFiles() {
            return new NamedFiles("SELECT sha256, name FROM duties.evidence WHERE sha256 IS NOT NULL");
        }
    }

    /** A file as it is sent in. */
    public record Upload(String name, String mediaType, Source bytes) {
        /** Opened once. */
        @FunctionalInterface
        public interface Source {
            InputStream open() throws IOException;
        }
    }

    /**
     * What is handed in at once.
     *
     * @param happenedAt when it was done, by the unit's word; null: now
     */
    public record Parcel(String note, @Nullable Instant happenedAt, List<Upload> files, List<String> links) {
        public Parcel {
            files = List.copyOf(files);
            links = links.stream()
                    .map(String::strip)
                    .filter(link -> !link.isEmpty())
                    .toList();
        }
    }

    /**
     * Hands in a version. Its files are on the disk before its rows commit, and only then does this return: after a crash
     * either the whole version is there or none of it.
     *
     * @return the version's number
     */
    public int submit(long dutyId, Parcel parcel, Officer officer, Instant now) {
        gate.tryOn(dutyId, DutyEvent.SUBMIT, officer, now);
        Instant happenedAt = parcel.happenedAt() == null ? now : parcel.happenedAt();
        check(parcel, happenedAt, now);
        List<Evidence> evidence = new ArrayList<>();
        for (Upload upload : parcel.files()) {
            StoredFile stored = store(upload);
            if (stored.size() == 0) {
                throw Refusal.invalid(
                        "FILE_EMPTY",
                        "Tệp “" + upload.name() + "” rỗng. Hãy chọn lại tệp.",
                        "The file “" + upload.name() + "” is empty. Choose it again.");
            }
            evidence.add(
                    new Evidence(0, fileName(upload.name()), null, stored.sha256(), stored.size(), upload.mediaType()));
        }
        for (String link : parcel.links()) {
            evidence.add(new Evidence(0, link, link, null, 0, null));
        }
        Integer version = transaction.execute(status -> {
            Duty duty = gate.enter(dutyId, DutyEvent.SUBMIT, "", officer, now);
            return write(duty, parcel.note(), happenedAt, evidence, officer, now);
        });
        return java.util.Objects.requireNonNull(version);
    }

    private static void check(Parcel parcel, Instant happenedAt, Instant now) {
        if (parcel.files().isEmpty() && parcel.links().isEmpty()) {
            throw Refusal.invalid(
                    "NO_EVIDENCE",
                    "Hãy đính kèm ít nhất một tệp hoặc một đường dẫn làm minh chứng.",
                    "Attach at least one file or link as evidence.");
        }
        if (parcel.files().size() + parcel.links().size() > MOST_PARTS) {
            throw Refusal.invalid(
                    "TOO_MANY_PARTS",
                    "Mỗi lần nộp tối đa " + MOST_PARTS + " tệp và đường dẫn. Hãy nén các tệp lại.",
                    "At most " + MOST_PARTS + " files and links at once. Compress the files.");
        }
        if (happenedAt.isAfter(now)) {
            throw Refusal.invalid(
                    "DONE_IN_FUTURE",
                    "Thời điểm hoàn thành không thể sau lúc này. Hãy sửa lại ngày giờ.",
                    "It cannot have been done after this moment. Correct the time.");
        }
        for (String link : parcel.links()) {
            if (!isWebAddress(link)) {
                throw Refusal.invalid(
                        "LINK_INVALID",
                        "“" + link + "” không phải địa chỉ trang web. Địa chỉ phải bắt đầu bằng https:// hoặc http://.",
                        "“" + link + "” is not a web address. It must begin with https:// or http://.");
            }
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = URI.create(link);
            return link.length() <= 2000
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The last part of what the browser sends, in NFC: names come in NFD from some systems, with folders from others. */
    private static String fileName(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replace('\\', '/')
                .replaceAll("\\p{Cntrl}", "");
        name = name.substring(name.lastIndexOf('/') + 1).strip();
        return name.isEmpty() ? "tep" : name.substring(0, Math.min(name.length(), 200));
    }

    private StoredFile store(Upload upload) {
        try (InputStream bytes = upload.bytes().open()) {
            return files.put(bytes, FILE_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(
            Duty duty, String note, Instant happenedAt, List<Evidence> evidence, Officer officer, Instant now) {
        int version = jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM duties.submission WHERE duty_id = ?")
                .param(duty.id())
                .query(Integer.class)
                .single();
        long id = jdbc.sql("""
                        INSERT INTO duties.submission (duty_id, version, note, happened_at, received_at, due_at, person_id,
                            person_name, unit_id)
                        VALUES (:duty, :version, :note, :happened, :received, :due, :person, :name, :unit)
                        RETURNING id
                        """)
                .param("duty", duty.id())
                .param("version", version)
                .param("note", note.strip())
                .param("happened", Timestamp.from(happenedAt))
                .param("received", Timestamp.from(now))
                .param("due", duty.dueAt() == null ? null : Timestamp.from(duty.dueAt()))
                .param("person", officer.id())
                .param("name", officer.name())
                .param("unit", duty.holderId())
                .query(Long.class)
                .single();
        int position = 0;
        for (Evidence part : evidence) {
            jdbc.sql("""
                            INSERT INTO duties.evidence (submission_id, position, name, url, sha256, size, media_type)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            position++,
                            part.name(),
                            part.url(),
                            part.sha256(),
                            part.file() ? part.size() : null,
                            part.mediaType())
                    .update();
        }
        history.submitted(new History.Step(duty, DutyEvent.SUBMIT, "", happenedAt, officer, duty.holderId(), now), id);
        return version;
    }

    /** Takes back the version that was handed in, while the period is open. It stays on record and no longer counts. */
    public void recall(long dutyId, String reason, Officer officer, Instant now) {
        transaction.executeWithoutResult(status -> {
            Duty duty = gate.enter(dutyId, DutyEvent.RECALL, reason, officer, now);
            history.record(new History.Step(duty, DutyEvent.RECALL, reason, now, officer, duty.holderId(), now));
        });
    }

    /** All versions, the last one first; none for who may not see the evidence. */
    public List<Submission> submissions(Duty duty, Officer officer, Instant now) {
        if (!gate.rights(duty, officer, now).seesEvidence()) {
            return List.of();
        }
        Map<Long, List<EvidenceRow>> evidence = jdbc
                .sql("""
                        SELECT e.* FROM duties.evidence e JOIN duties.submission s ON s.id = e.submission_id
                        WHERE s.duty_id = ? ORDER BY e.submission_id, e.position
                        """)
                .param(duty.id())
                .query((row, number) -> new EvidenceRow(row.getLong("submission_id"), evidence(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(EvidenceRow::submissionId));
        return jdbc.sql("SELECT * FROM duties.submission WHERE duty_id = ? ORDER BY version DESC")
                .param(duty.id())
                .query((row, number) -> new Submission(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("note"),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getTimestamp("received_at").toInstant(),
                        Directives.instant(row, "due_at"),
                        row.getString("person_name"),
                        duty.submissionId() != null && duty.submissionId() == row.getLong("id"),
                        evidence.getOrDefault(row.getLong("id"), List.of()).stream()
                                .map(EvidenceRow::evidence)
                                .toList()))
                .list();
    }

    private record EvidenceRow(long submissionId, Evidence evidence) {}

    /** One file of evidence with its bytes; the caller closes them. */
    public record Opened(Evidence evidence, InputStream bytes) {}

    public Opened open(long evidenceId, Officer officer, Instant now) {
        long dutyId =
                jdbc.sql("""
                        SELECT s.duty_id FROM duties.evidence e JOIN duties.submission s ON s.id = e.submission_id
                        WHERE e.id = ? AND e.sha256 IS NOT NULL
                        """).param(evidenceId).query(Long.class).optional().orElseThrow(Refusal::notFound);
        if (!gate.rights(history.read(dutyId), officer, now).seesEvidence()) {
            throw Refusal.notFound();
        }
        Evidence evidence = jdbc.sql("SELECT * FROM duties.evidence WHERE id = ?")
                .param(evidenceId)
                .query((row, number) -> evidence(row))
                .single();
        try {
            return new Opened(evidence, files.open(java.util.Objects.requireNonNull(evidence.sha256())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getLong("id"),
                row.getString("name"),
                row.getString("url"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"));
    }
}
