package vn.nhipcau.documents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.legaltext.DocumentType;
import vn.nhipcau.legaltext.Span;

/** What documents cite, and which registered documents that is, as far as the viewer may see them. */
@Service
public class Citations {
    private final JdbcClient jdbc;
    private final Reach reach;

    Citations(JdbcClient jdbc, Reach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    /**
     * A citation and the registered documents it may mean.
     *
     * @param targets those of that number whose date and issuer do not contradict
     */
    public record Cited(
            String number,
            @Nullable DocumentType type,
            @Nullable LocalDate date,
            @Nullable String issuer,
            Span span,
            List<Target> targets) {

        /** The document meant, where number and date agree with exactly one. */
        public @Nullable Target target() {
            List<Target> sure = targets.stream().filter(Target::sure).toList();
            return sure.size() == 1 ? sure.getFirst() : null;
        }
    }

    /** @param sure whether number and date agree, not the number alone */
    public record Target(
            long documentId,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String subject,
            boolean sure) {}

    /** In the order of the text. */
    public List<Cited> by(long document, Officer viewer, LocalDate on) {
        Map<Integer, Cited> cited = new LinkedHashMap<>();
        Map<Integer, List<Target>> targets = targets(document, viewer, on);
        jdbc.sql("SELECT * FROM documents.citation WHERE document_id = ? ORDER BY span_start, position")
                .param(document)
                .query(row -> {
                    int position = row.getInt("position");
                    cited.put(
                            position,
                            new Cited(
                                    row.getString("number"),
                                    HeaderFacts.type(row.getString("type")),
                                    row.getObject("issued_on", LocalDate.class),
                                    row.getString("issuer"),
                                    new Span(row.getInt("span_start"), row.getInt("span_end")),
                                    targets.getOrDefault(position, List.of())));
                });
        return List.copyOf(cited.values());
    }

    private Map<Integer, List<Target>> targets(long document, Officer viewer, LocalDate on) {
        Map<Integer, List<Target>> targets = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT l.position, l.sure, d.id, d.number, d.issued_on, d.issuer, d.subject
                        FROM documents.citation_link l JOIN documents.document d ON d.id = l.target_id
                        WHERE l.document_id = :id
                          AND (d.organisation_id = ANY (:reach) OR EXISTS (
                              SELECT FROM documents.share s
                              WHERE s.document_id = d.id AND s.organisation_id = ANY (:reach)))
                        ORDER BY l.position, l.sure DESC, d.id""").param("id", document).param("reach", reach.of(viewer, on)).query(row -> {
            targets.computeIfAbsent(row.getInt("position"), position -> new java.util.ArrayList<>())
                    .add(new Target(
                            row.getLong("id"),
                            row.getString("number"),
                            row.getObject("issued_on", LocalDate.class),
                            row.getString("issuer"),
                            row.getString("subject"),
                            row.getBoolean("sure")));
        });
        return targets;
    }

    /** Documents that cite this one; {@code sure} as above. */
    public List<Target> of(long document, Officer viewer, LocalDate on) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (d.issued_on, d.id) l.sure, d.id, d.number, d.issued_on, d.issuer, d.subject
                        FROM documents.citation_link l JOIN documents.document d ON d.id = l.document_id
                        WHERE l.target_id = :id
                          AND (d.organisation_id = ANY (:reach) OR EXISTS (
                              SELECT FROM documents.share s
                              WHERE s.document_id = d.id AND s.organisation_id = ANY (:reach)))
                        ORDER BY d.issued_on, d.id, l.sure DESC""")
                .param("id", document)
                .param("reach", reach.of(viewer, on))
                .query((row, number) -> new Target(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getBoolean("sure")))
                .list();
    }
}
