package vn.nhipcau.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.legaltext.Header;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.web.Refusal;

/** The registry: what is filed, what was read in it, who may see it. */
@Service
public class Documents {
    /** As the form says; the server's limit for a request stands above it. */
    static final long LARGEST_FILE = 50_000_000;

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FileStore files;
    private final Readings readings;
    private final DocumentRows rows;
    private final Reach reach;

    Documents(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            FileStore files,
            Readings readings,
            DocumentRows rows,
            Reach reach) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.files = files;
        this.readings = readings;
        this.rows = rows;
        this.reach = reach;
    }

    /**
     * Keeps the files, reads the document and registers it, unless it looks like one that is registered already. Files
     * that bear a stamp of secrecy are refused before anything is kept.
     */
    public FilingResult register(Filing filing, Instant now) throws IOException {
        if (!filing.notSecret()) {
            throw Filing.notDeclared();
        }
        List<FileStore.Incoming> incoming = new ArrayList<>();
        try {
            incoming.add(receive(filing.document()));
            for (Upload attachment : filing.attachments()) {
                incoming.add(receive(attachment));
            }
            Readings.Attempt attempt =
                    readings.read(incoming.getFirst().path(), filing.document().name());
            for (int i = 0; i < filing.attachments().size(); i++) {
                // Read only for the stamp of secrecy; an attachment need not be readable.
                readings.read(
                        incoming.get(i + 1).path(), filing.attachments().get(i).name());
            }
            List<NamedFile> kept = new ArrayList<>();
            kept.add(new NamedFile(filing.document().name(), incoming.getFirst().keep()));
            for (int i = 0; i < filing.attachments().size(); i++) {
                kept.add(new NamedFile(
                        filing.attachments().get(i).name(), incoming.get(i + 1).keep()));
            }
            return transaction.execute(status -> {
                rows.lockRegistry(filing.organisationId());
                List<Long> alike = rows.alike(
                        filing.organisationId(), kept.getFirst().file().sha256(), attempt.reading());
                if (!alike.isEmpty()) {
                    return new FilingResult.LooksKnown(
                            rows.addDoubt(filing.organisationId(), filing.personId(), kept, now), alike);
                }
                return new FilingResult.Registered(
                        rows.add(filing.organisationId(), filing.personId(), kept, attempt, now));
            });
        } finally {
            for (FileStore.Incoming file : incoming) {
                file.close();
            }
        }
    }

    /** Registers what {@link #register} held back: a person says that it is another document. */
    public long registerAfterDoubt(UUID doubt, Officer by, Instant now) throws IOException {
        DocumentRows.Doubt held = rows.openDoubt(doubt, by.id()).orElseThrow(Refusal::notFound);
        NamedFile document = held.files().getFirst();
        Readings.Attempt attempt = readings.read(files.path(document.file().sha256()), document.name());
        return transaction.execute(status -> {
            rows.settle(doubt);
            return rows.add(held.organisationId(), by.id(), held.files(), attempt, now);
        });
    }

    /** The registered documents that an open doubt is about. */
    List<Long> alike(UUID doubt, Officer by) throws IOException {
        DocumentRows.Doubt held = rows.openDoubt(doubt, by.id()).orElseThrow(Refusal::notFound);
        NamedFile document = held.files().getFirst();
        Readings.Attempt attempt = readings.read(files.path(document.file().sha256()), document.name());
        return rows.alike(held.organisationId(), document.file().sha256(), attempt.reading());
    }

    /** Without asking who wants to know: for modules that decide that themselves. */
    public OfficialDocument get(long id) {
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    /** For showing to an officer: what is not theirs to see does not exist. */
    public OfficialDocument get(long id, Officer viewer, LocalDate on) {
        if (!visible(id, viewer, on)) {
            throw Refusal.notFound();
        }
        return get(id);
    }

    /** Whether the officer's posts, or those of a unit the document is shared with, let them read it. */
    public boolean visible(long id, Officer viewer, LocalDate on) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM documents.document d
                            WHERE d.id = :id AND (d.organisation_id = ANY (:reach)
                                OR EXISTS (SELECT FROM documents.share s
                                           WHERE s.document_id = d.id AND s.organisation_id = ANY (:reach))))""")
                .param("id", id)
                .param("reach", reach.of(viewer, on))
                .query(Boolean.class)
                .single();
    }

    /** Coordinators of the unit in whose registry it is, or of a unit above. */
    public boolean editable(long id, Officer officer, LocalDate on) {
        return List.of(reach.as(officer, Role.COORDINATOR, on)).contains(get(id).organisationId());
    }

    /** Lets further units read the document; asking twice changes nothing. */
    @Transactional
    public void share(long id, Collection<Long> organisations, Instant now) {
        jdbc.sql("""
                        INSERT INTO documents.share (document_id, organisation_id, shared_at)
                        SELECT :id, unnest(:organisations::bigint[]), :now
                        ON CONFLICT DO NOTHING""")
                .param("id", id)
                .param("organisations", organisations.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was read last; empty where no text could be taken out of the file. */
    public Optional<Reading> reading(long id) {
        return rows.reading(id).map(DocumentRows.KeptReading::reading);
    }

    /**
     * Reads the original once more, with the reader as it is today. Earlier readings are kept; header facts that a
     * person corrected are not touched, empty ones are filled.
     */
    public void readAgain(long id, Officer by, Instant now) throws IOException {
        DocumentFile original =
                files(id).stream().filter(DocumentFile::original).findFirst().orElseThrow(Refusal::notFound);
        Readings.Attempt attempt = readings.read(files.path(original.sha256()), original.name());
        transaction.executeWithoutResult(status -> rows.addReading(id, attempt, by.id(), now));
    }

    /**
     * Corrects the header facts by hand.
     *
     * @param version of the facts that the editor had before them
     */
    @Transactional
    public void edit(long id, Header header, int version, Officer by, Instant now) {
        rows.edit(id, header, version, by.id(), now);
    }

    /**
     * Takes a document that was filed by mistake out of the registry's list, or puts it back. It stays where it is used, with
     * its files and history: what an office received is not destroyed (Luật Lưu trữ 33/2024/QH15).
     *
     * @param reason null puts it back
     */
    @Transactional
    public void withdraw(long id, @Nullable String reason, Officer by, Instant now) {
        if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            throw Refusal.invalid(
                    "REASON_NEEDED",
                    "Hãy ghi lý do gỡ văn bản khỏi sổ, tối đa " + LONGEST_REASON + " ký tự.",
                    "Say why the document is taken out, in at most " + LONGEST_REASON + " characters.");
        }
        rows.withdraw(id, reason == null ? null : reason.strip(), by.id(), now);
    }

    public void attach(long id, Upload attachment, Officer by, Instant now) throws IOException {
        try (FileStore.Incoming incoming = receive(attachment)) {
            readings.read(incoming.path(), attachment.name());
            rows.addFile(id, false, new NamedFile(attachment.name(), incoming.keep()), by.id(), now);
        }
    }

    public List<DocumentFile> files(long id) {
        return rows.files(id);
    }

    public InputStream open(DocumentFile file) {
        try {
            return files.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileStore.Incoming receive(Upload upload) throws IOException {
        try (InputStream bytes = upload.bytes().getInputStream()) {
            return files.receive(bytes, LARGEST_FILE);
        }
    }

    /** A kept file and what its sender called it. */
    record NamedFile(String name, StoredFile file) {}
}
