package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.web.Refusal;

/** Drafts on their way to the people: cut by {@link DraftOutline}, corrected by a person. */
@Component
class Preparations {
    /** @param sha256 in hexadecimal, of a file that was handed in for this */
    record Source(
            long organisationId,
            @Nullable Long documentId,
            String fileName,
            @Nullable String sha256) {}

    record Brief(
            long id,
            String fileName,
            Instant madeAt,
            @Nullable String consultation) {}

    private final JdbcClient jdbc;
    private final Consultations consultations;

    Preparations(JdbcClient jdbc, Consultations consultations) {
        this.jdbc = jdbc;
        this.consultations = consultations;
    }

    @Transactional
    long begin(Source source, String text, @Nullable Consultation next, long person, Instant now) {
        List<NewConsultation.NewClause> clauses = DraftOutline.of(text);
        if (clauses.isEmpty()) {
            throw Refusal.invalid(
                    "DRAFT_EMPTY",
                    "Không đọc được đoạn nào trong dự thảo. Hãy kiểm tra lại tệp.",
                    "No paragraph was found in the draft. Check the file.");
        }
        if (next != null) {
            clauses = DraftVersions.match(consultations.clauses(next.id()), clauses);
        }
        long id = jdbc.sql("""
                        INSERT INTO consultation.preparation
                            (organisation_id, consultation, document_id, file_name, file_sha256, made_by, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz) RETURNING id
                        """)
                .params(Arrays.asList(
                        source.organisationId(),
                        next == null ? null : next.id(),
                        source.documentId(),
                        source.fileName(),
                        source.sha256(),
                        person,
                        now.toString()))
                .query(Long.class)
                .single();
        for (int position = 1; position <= clauses.size(); position++) {
            NewConsultation.NewClause clause = clauses.get(position - 1);
            insert(id, position, clause.level(), clause.heading(), clause.text(), clause.anchor());
        }
        return id;
    }

    private void insert(long preparation, int position, int level, String heading, String text, String anchor) {
        jdbc.sql("""
                        INSERT INTO consultation.preparation_clause (preparation, position, level, heading, text, anchor)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(preparation, position, level, heading, text, anchor)
                .update();
    }

    Preparation get(long id) {
        List<Preparation.Part> parts = jdbc.sql(
                        "SELECT * FROM consultation.preparation_clause WHERE preparation = ? ORDER BY position")
                .param(id)
                .query((row, number) -> new Preparation.Part(
                        row.getLong("id"),
                        row.getInt("position"),
                        row.getInt("level"),
                        row.getString("heading"),
                        row.getString("text"),
                        row.getString("anchor")))
                .list();
        return jdbc.sql("""
                        SELECT p.*, k.slug FROM consultation.preparation p
                            LEFT JOIN consultation.consultation k ON k.id = p.consultation WHERE p.id = ?
                        """)
                .param(id)
                .query((row, number) -> new Preparation(
                        row.getLong("id"),
                        row.getLong("organisation_id"),
                        row.getString("slug"),
                        row.getObject("document_id", Long.class),
                        row.getString("file_name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("finished_at") != null,
                        parts))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    List<Brief> unfinished(List<Organisation> organisations) {
        return jdbc.sql("""
                        SELECT p.id, p.file_name, p.made_at, k.title FROM consultation.preparation p
                            LEFT JOIN consultation.consultation k ON k.id = p.consultation
                        WHERE p.finished_at IS NULL AND p.organisation_id = ANY (:organisations) ORDER BY p.id DESC
                        """)
                .param(
                        "organisations",
                        organisations.stream().map(Organisation::id).toArray(Long[]::new))
                .query((row, number) -> new Brief(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("title")))
                .list();
    }

    @Transactional
    void change(Preparation preparation, long part, int level, String heading, String text, String anchor) {
        open(preparation);
        if (heading.isBlank()) {
            throw Refusal.invalid("HEADING_MISSING", "Hãy ghi tiêu đề của điều.", "Give the clause a heading.");
        }
        jdbc.sql("""
                        UPDATE consultation.preparation_clause SET level = ?, heading = ?, text = ?
                        WHERE preparation = ? AND id = ?
                        """)
                .params(
                        Math.clamp(level, 1, 6),
                        heading.strip(),
                        text.replace("\r\n", "\n").strip(),
                        preparation.id(),
                        part)
                .update();
        rename(preparation, part, anchor);
    }

    /** A clause of the new version takes the place of one of the old, or gets a name of its own. */
    private void rename(Preparation preparation, long part, String anchor) {
        boolean taken = preparation.parts().stream()
                .anyMatch(other -> other.id() != part && other.anchor().equals(anchor));
        if (taken) {
            throw Refusal.conflict(
                    "ANCHOR_TAKEN",
                    "Hai điều của bản mới không thể cùng nối tiếp một điều cũ. Hãy sửa điều kia trước.",
                    "Two clauses cannot follow the same one of the old version. Change the other first.");
        }
        if (anchor.matches("[a-z0-9]+([.-][a-z0-9]+)*") && anchor.length() <= 80) {
            jdbc.sql("UPDATE consultation.preparation_clause SET anchor = ? WHERE preparation = ? AND id = ?")
                    .params(anchor, preparation.id(), part)
                    .update();
        }
    }

    /** The clause goes into the text of the one above. */
    @Transactional
    void merge(Preparation preparation, long part) {
        open(preparation);
        int at = index(preparation, part);
        if (at == 0) {
            throw Refusal.invalid(
                    "NOTHING_ABOVE", "Điều đầu tiên không có điều nào phía trên để ghép.", "Nothing stands above it.");
        }
        Preparation.Part above = preparation.parts().get(at - 1);
        Preparation.Part merged = preparation.parts().get(at);
        // A heading shortened from its paragraph stands in the text in full.
        boolean inText = merged.heading().endsWith("…");
        String text = java.util.stream.Stream.of(above.text(), inText ? "" : merged.heading(), merged.text())
                .filter(piece -> !piece.isBlank())
                .collect(java.util.stream.Collectors.joining("\n"));
        jdbc.sql("UPDATE consultation.preparation_clause SET text = ? WHERE id = ?")
                .params(text, above.id())
                .update();
        jdbc.sql("DELETE FROM consultation.preparation_clause WHERE id = ?")
                .param(part)
                .update();
        renumber(preparation.id());
    }

    /** @param paragraph from 1: this one and those after it become a clause of their own */
    @Transactional
    void split(Preparation preparation, long part, int paragraph) {
        open(preparation);
        Preparation.Part whole = preparation.parts().get(index(preparation, part));
        List<String> paragraphs = whole.text().lines().toList();
        if (paragraph < 1 || paragraph > paragraphs.size()) {
            throw Refusal.notFound();
        }
        Set<String> taken = new HashSet<>();
        preparation.parts().forEach(other -> taken.add(other.anchor()));
        if (preparation.consultation() != null) {
            consultations
                    .clauses(consultations.visible(preparation.consultation()).id())
                    .forEach(clause -> taken.add(clause.anchor()));
        }
        jdbc.sql(
                        "UPDATE consultation.preparation_clause SET position = position + 1 WHERE preparation = ? AND position > ?")
                .params(preparation.id(), whole.position())
                .update();
        jdbc.sql("UPDATE consultation.preparation_clause SET text = ? WHERE id = ?")
                .params(String.join("\n", paragraphs.subList(0, paragraph - 1)), part)
                .update();
        insert(
                preparation.id(),
                whole.position() + 1,
                whole.level(),
                paragraphs.get(paragraph - 1),
                String.join("\n", paragraphs.subList(paragraph, paragraphs.size())),
                DraftOutline.unique(whole.anchor(), taken));
    }

    private static int index(Preparation preparation, long part) {
        for (int i = 0; i < preparation.parts().size(); i++) {
            if (preparation.parts().get(i).id() == part) {
                return i;
            }
        }
        throw Refusal.notFound();
    }

    private void renumber(long preparation) {
        jdbc.sql("""
                        UPDATE consultation.preparation_clause c SET position = n.number FROM (
                            SELECT id, row_number() OVER (ORDER BY position) AS number
                            FROM consultation.preparation_clause WHERE preparation = ?) n
                        WHERE n.id = c.id
                        """).param(preparation).update();
    }

    @Transactional
    void finish(Preparation preparation, Instant now) {
        open(preparation);
        jdbc.sql("UPDATE consultation.preparation SET finished_at = ?::timestamptz WHERE id = ?")
                .params(now.toString(), preparation.id())
                .update();
    }

    private static void open(Preparation preparation) {
        if (preparation.finished()) {
            throw Refusal.conflict(
                    "PUT_TO_THE_PEOPLE",
                    "Bản này đã đưa ra lấy ý kiến nên không sửa được nữa. Muốn sửa dự thảo, hãy đăng bản mới.",
                    "This version is before the people and does not change. Publish a new version instead.");
        }
    }
}
