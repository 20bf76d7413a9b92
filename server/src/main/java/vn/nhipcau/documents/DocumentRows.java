package vn.nhipcau.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.documents.Documents.NamedFile;
import vn.nhipcau.legaltext.Citation;
import vn.nhipcau.legaltext.Header;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.files.UnreadableFile;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** The tables of the registry. Writes stand inside the caller's transaction. */
@Component
class DocumentRows {
    private static final Header NOTHING_READ =
            new Header(null, null, null, null, null, null, List.of(), List.of(), null, null, Map.of());

    private static final Duration DOUBTS_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Readings readings;

    DocumentRows(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    /** Two officers who file the same document at the same moment are served one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockRegistry(long organisation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('documents.registry'), ?::integer)")
                .param((int) organisation)
                .query((row, number) -> true)
                .single();
    }

    /** Documents of the same registry with the same bytes, or the same number, date and issuer (NĐ 30/2020, Phụ lục VI). */
    List<Long> alike(long organisation, String sha256, @Nullable Reading reading) {
        Header header = reading == null ? NOTHING_READ : reading.header();
        return jdbc.sql("""
                        SELECT d.id
                        FROM documents.document d
                        CROSS JOIN LATERAL (SELECT EXISTS (
                            SELECT FROM documents.file f
                            WHERE f.document_id = d.id AND f.original AND f.sha256 = :sha256) AS same) bytes
                        WHERE d.organisation_id = :organisation AND d.withdrawn IS NULL
                          AND (bytes.same
                               OR d.number_key ~ '^[0-9]' AND d.number_key = documents.number_key(:number)
                                  AND d.issued_on = :date
                                  AND (d.issuer_key = documents.issuer_key(:issuer)
                                       OR coalesce(d.issuer_key, documents.issuer_key(:issuer)) IS NULL))
                        ORDER BY bytes.same DESC, d.id""")
                .param("organisation", organisation)
                .param("sha256", sha256)
                .param("number", header.number(), java.sql.Types.VARCHAR)
                .param("date", header.date(), java.sql.Types.DATE)
                .param("issuer", header.issuer(), java.sql.Types.VARCHAR)
                .query(Long.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(long organisation, long person, List<NamedFile> files, Readings.Attempt attempt, Instant now) {
        long id = jdbc.sql("""
                        INSERT INTO documents.document (organisation_id, filed_by, filed_at)
                        VALUES (?, ?, ?) RETURNING id""")
                .params(organisation, person, now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        for (NamedFile file : files) {
            addFile(id, file == files.getFirst(), file, person, now);
        }
        insertReading(id, attempt, now);
        if (attempt.reading() != null) {
            writeHeader(id, attempt.reading().header());
        }
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addReading(long id, Readings.Attempt attempt, long person, Instant now) {
        OfficialDocument document = lock(id);
        insertReading(id, attempt, now);
        if (attempt.reading() != null) {
            Header filled = fill(document.header(), attempt.reading().header());
            if (!HeaderFacts.of(filled).equals(HeaderFacts.of(document.header()))) {
                edit(id, filled, document.version(), person, now);
            }
        }
    }

    private void insertReading(long id, Readings.Attempt attempt, Instant now) {
        Reading reading = attempt.reading();
        UnreadableFile failure = attempt.failure();
        jdbc.sql("""
                        INSERT INTO documents.reading (document_id, version, read_at, text, reading, failure, advice)
                        SELECT :id, coalesce(max(version), 0) + 1, :now, :text, :reading::jsonb, :failure, :advice
                        FROM documents.reading WHERE document_id = :id""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("text", reading == null ? null : reading.text())
                .param("reading", reading == null ? null : readings.withoutText(reading))
                .param("failure", failure == null ? null : failure.code().name())
                .param("advice", failure == null ? null : failure.getMessage())
                .update();
        if (reading == null) {
            return;
        }
        jdbc.sql("UPDATE documents.document SET text = ? WHERE id = ?")
                .params(reading.text(), id)
                .update();
        writeCitations(id, reading.citations());
    }

    private void writeCitations(long id, List<Citation> citations) {
        jdbc.sql("DELETE FROM documents.citation WHERE document_id = ?")
                .param(id)
                .update();
        for (int i = 0; i < citations.size(); i++) {
            Citation citation = citations.get(i);
            jdbc.sql("""
                            INSERT INTO documents.citation
                                (document_id, position, number, type, issued_on, issuer, span_start, span_end)
                            VALUES (:id, :position, :number, :type, :date, :issuer, :start, :end)""")
                    .param("id", id)
                    .param("position", i)
                    .param("number", citation.number())
                    .param(
                            "type",
                            citation.type() == null ? null : citation.type().slug())
                    .param("date", citation.date())
                    .param("issuer", citation.issuer())
                    .param("start", citation.span().start())
                    .param("end", citation.span().end())
                    .update();
        }
    }

    /** A misplaced name in the directory must not stop the filing: the unit is linked only when there is exactly one. */
    private void writeHeader(long id, Header header) {
        Header.Signer signer = header.signer();
        jdbc.sql("""
                        UPDATE documents.document SET
                            number = :number, type = :type, issued_on = :date::date, place = :place, issuer = :issuer,
                            subject = :subject, signer_name = :signer, signer_title = :title,
                            signer_capacity = :capacity, addressees = :addressees, recipients = :recipients,
                            urgency = :urgency,
                            issuer_id = (SELECT min(o.id)
                                         FROM directory.organisation_on(coalesce(:date::date, filed_at::date)) o
                                         WHERE documents.issuer_key(o.name) = documents.issuer_key(:issuer)
                                         HAVING count(*) = 1)
                        WHERE id = :id""")
                .param("id", id)
                .param("number", header.number())
                .param("type", header.type() == null ? null : header.type().slug())
                .param("date", header.date(), java.sql.Types.DATE)
                .param("place", header.place())
                .param("issuer", header.issuer())
                .param("subject", header.subject())
                .param("signer", signer == null ? null : signer.name())
                .param("title", signer == null ? null : signer.title())
                .param("capacity", signer == null ? null : signer.capacity())
                .param("addressees", header.addressees().toArray(String[]::new))
                .param("recipients", header.recipients().toArray(String[]::new))
                .param("urgency", header.urgency())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void edit(long id, Header header, int version, long person, Instant now) {
        OfficialDocument before = lock(id);
        if (before.version() != version) {
            throw Refusal.conflict(
                    "STALE_VERSION",
                    "Người khác vừa sửa văn bản này, nội dung bạn gửi CHƯA được ghi. Hãy mở lại trang, xem phần họ đã sửa"
                            + " rồi sửa tiếp.",
                    "Somebody else has just edited this document; yours was NOT recorded. Open the page again and go on"
                            + " from what they wrote.");
        }
        Map<String, @Nullable String> old = HeaderFacts.of(before.header());
        HeaderFacts.of(header).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                trace(before, field, old.get(field), value, person, now);
            }
        });
        writeHeader(id, header);
        jdbc.sql("UPDATE documents.document SET version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** @param reason why it leaves the registry; null puts it back */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(long id, @Nullable String reason, long person, Instant now) {
        OfficialDocument before = lock(id);
        if ((before.withdrawn() == null) == (reason == null)) {
            return;
        }
        trace(before, "withdrawn", before.withdrawn(), reason, person, now);
        jdbc.sql("UPDATE documents.document SET withdrawn = ?, version = version + 1 WHERE id = ?")
                .params(reason, id)
                .update();
    }

    private void trace(
            OfficialDocument edited,
            String field,
            @Nullable String before,
            @Nullable String after,
            long person,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO documents.header_edit
                            (document_id, version, field, before, after, edited_by, edited_at)
                        VALUES (:id, :version, :field, :before, :after, :person, :now)""")
                .param("id", edited.id())
                .param("version", edited.version() + 1)
                .param("field", field)
                .param("before", before)
                .param("after", after)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addFile(long id, boolean original, NamedFile file, long person, Instant now) {
        jdbc.sql("""
                        INSERT INTO documents.file (document_id, original, name, sha256, size, added_by, added_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        original,
                        file.name(),
                        file.file().sha256(),
                        file.file().size(),
                        person,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<DocumentFile> files(long id) {
        return jdbc.sql("""
                        SELECT f.id, f.original, f.name, f.sha256, f.size, p.name AS added_by, f.added_at
                        FROM documents.file f JOIN directory.person p ON p.id = f.added_by
                        WHERE f.document_id = ? ORDER BY f.original DESC, f.id""")
                .param(id)
                .query((row, number) -> new DocumentFile(
                        row.getLong("id"),
                        row.getBoolean("original"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("added_by"),
                        instant(row, "added_at")))
                .list();
    }

    Optional<OfficialDocument> find(long id) {
        return select("WHERE d.id = ?", id);
    }

    private OfficialDocument lock(long id) {
        return select("WHERE d.id = ? FOR UPDATE OF d", id).orElseThrow(Refusal::notFound);
    }

    private Optional<OfficialDocument> select(String where, long id) {
        return jdbc.sql("""
                        SELECT d.*, (SELECT f.name FROM documents.file f WHERE f.document_id = d.id AND f.original) AS file
                        FROM documents.document d\s""" + where)
                .param(id)
                .query((row, number) -> new OfficialDocument(
                        row.getLong("id"),
                        row.getLong("organisation_id"),
                        instant(row, "filed_at"),
                        row.getInt("version"),
                        header(row),
                        row.getObject("issuer_id", Long.class),
                        row.getString("withdrawn"),
                        row.getString("text") != null,
                        row.getString("file")))
                .optional();
    }

    private static Header header(ResultSet row) throws SQLException {
        String name = row.getString("signer_name");
        String title = row.getString("signer_title");
        String capacity = row.getString("signer_capacity");
        return new Header(
                row.getString("number"),
                HeaderFacts.type(row.getString("type")),
                row.getObject("issued_on", LocalDate.class),
                row.getString("place"),
                row.getString("issuer"),
                row.getString("subject"),
                strings(row, "addressees"),
                strings(row, "recipients"),
                name == null && title == null && capacity == null ? null : new Header.Signer(name, title, capacity),
                row.getString("urgency"),
                Map.of());
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<KeptReading> reading(long id) {
        return jdbc.sql("""
                        SELECT version, text, reading FROM documents.reading
                        WHERE document_id = ? AND reading IS NOT NULL ORDER BY version DESC LIMIT 1""")
                .param(id)
                .query((row, number) -> new KeptReading(
                        row.getInt("version"), readings.withText(row.getString("reading"), row.getString("text"))))
                .optional();
    }

    @Nullable
    Failure failure(long id) {
        return jdbc.sql("""
                        SELECT failure, advice FROM documents.reading r
                        WHERE document_id = ? AND failure IS NOT NULL
                          AND version = (SELECT max(version) FROM documents.reading WHERE document_id = r.document_id)""")
                .param(id)
                .query((row, number) -> new Failure(row.getString("failure"), row.getString("advice")))
                .optional()
                .orElse(null);
    }

    List<Edit> edits(long id) {
        return jdbc.sql("""
                        SELECT e.field, e.before, e.after, p.name AS editor, e.edited_at
                        FROM documents.header_edit e JOIN directory.person p ON p.id = e.edited_by
                        WHERE e.document_id = ? ORDER BY e.version DESC, e.field""")
                .param(id)
                .query((row, number) -> new Edit(
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("editor"),
                        instant(row, "edited_at")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    UUID addDoubt(long organisation, long person, List<NamedFile> files, Instant now) {
        dropOldDoubts(now);
        UUID doubt = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO documents.doubtful_filing (id, organisation_id, person_id, received_at)
                        VALUES (?, ?, ?, ?)""")
                .params(doubt, organisation, person, now.atOffset(ZoneOffset.UTC))
                .update();
        IntStream.range(0, files.size())
                .forEach(position -> jdbc.sql("""
                        INSERT INTO documents.doubtful_file (filing_id, position, name, sha256, size)
                        VALUES (?, ?, ?, ?, ?)""")
                        .params(
                                doubt,
                                position,
                                files.get(position).name(),
                                files.get(position).file().sha256(),
                                files.get(position).file().size())
                        .update());
        return doubt;
    }

    /** Nobody comes back to a doubt after so long; the files themselves stay in the store. */
    private void dropOldDoubts(Instant now) {
        OffsetDateTime limit = now.minus(DOUBTS_KEPT).atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        DELETE FROM documents.doubtful_file WHERE filing_id IN (
                            SELECT id FROM documents.doubtful_filing WHERE received_at < ?)""").param(limit).update();
        jdbc.sql("DELETE FROM documents.doubtful_filing WHERE received_at < ?")
                .param(limit)
                .update();
    }

    /** Only who filed it may settle it. */
    Optional<Doubt> openDoubt(UUID doubt, long person) {
        List<NamedFile> files = jdbc.sql(
                        "SELECT name, sha256, size FROM documents.doubtful_file WHERE filing_id = ? ORDER BY position")
                .param(doubt)
                .query((row, number) -> new NamedFile(
                        row.getString("name"), new StoredFile(row.getString("sha256"), row.getLong("size"))))
                .list();
        return jdbc.sql("""
                        SELECT organisation_id FROM documents.doubtful_filing
                        WHERE id = ? AND person_id = ? AND NOT settled""")
                .params(doubt, person)
                .query((row, number) -> new Doubt(row.getLong("organisation_id"), files))
                .optional();
    }

    /** A second press finds nothing left to settle. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(UUID doubt) {
        int settled = jdbc.sql("UPDATE documents.doubtful_filing SET settled = true WHERE id = ? AND NOT settled")
                .param(doubt)
                .update();
        if (settled == 0) {
            throw Refusal.notFound();
        }
    }

    private static Header fill(Header kept, Header read) {
        return new Header(
                or(kept.number(), read.number()),
                or(kept.type(), read.type()),
                or(kept.date(), read.date()),
                or(kept.place(), read.place()),
                or(kept.issuer(), read.issuer()),
                or(kept.subject(), read.subject()),
                kept.addressees().isEmpty() ? read.addressees() : kept.addressees(),
                kept.recipients().isEmpty() ? read.recipients() : kept.recipients(),
                or(kept.signer(), read.signer()),
                or(kept.urgency(), read.urgency()),
                Map.of());
    }

    private static <T> @Nullable T or(@Nullable T kept, @Nullable T read) {
        return kept == null ? read : kept;
    }

    record KeptReading(int version, Reading reading) {}

    record Failure(String code, String advice) {}

    record Edit(
            String field, @Nullable String before, @Nullable String after, String editor, Instant at) {

        String label(Shell page) {
            return switch (field) {
                case "number" -> page.t("Số, ký hiệu", "Number");
                case "type" -> page.t("Loại", "Type");
                case "date" -> page.t("Ngày ban hành", "Date");
                case "place" -> page.t("Nơi ban hành", "Place");
                case "issuer" -> page.t("Cơ quan ban hành", "Issuer");
                case "subject" -> page.t("Trích yếu", "Subject");
                case "addressees" -> page.t("Kính gửi", "To");
                case "recipients" -> page.t("Nơi nhận", "Recipients");
                case "signer" -> page.t("Người ký", "Signer");
                case "title" -> page.t("Chức vụ", "Title");
                case "capacity" -> page.t("Thẩm quyền ký", "Signing capacity");
                case "withdrawn" -> page.t("Gỡ khỏi sổ vì", "Taken out because");
                case "urgency" -> page.t("Độ khẩn", "Urgency");
                default -> throw new IllegalStateException(field);
            };
        }
    }

    record Doubt(long organisationId, List<NamedFile> files) {}
}
