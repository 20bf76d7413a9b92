package vn.nhipcau.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.legaltext.DocumentType;

/** The list of documents that an officer may see, searched without diacritics, filtered, sorted and cut into pages. */
@Component
class DocumentList {
    static final int PAGE = 30;

    private static final String VISIBLE = """
            FROM documents.document d
            WHERE (d.organisation_id = ANY (:reach) OR EXISTS (
                       SELECT FROM documents.share s
                       WHERE s.document_id = d.id AND s.organisation_id = ANY (:reach)))
            """;

    private final JdbcClient jdbc;
    private final Reach reach;

    DocumentList(JdbcClient jdbc, Reach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    /** What is asked for; empty or null is “any”. @param withdrawn those that were taken out of the registry, else the others */
    record Filter(
            String words,
            String type,
            String issuer,
            @Nullable Integer year,
            boolean withdrawn,
            Order order) {
        boolean any() {
            return !words.isBlank() || !type.isEmpty() || !issuer.isEmpty() || year != null || withdrawn;
        }
    }

    enum Order {
        NEWEST("d.issued_on DESC NULLS LAST, d.id DESC"),
        OLDEST("d.issued_on NULLS LAST, d.id"),
        FILED("d.filed_at DESC, d.id DESC"),
        NUMBER("substring(d.number_key from '^[0-9]+')::numeric NULLS LAST, d.number_key, d.id"),
        ISSUER("d.issuer NULLS LAST, d.issued_on DESC, d.id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    record Row(
            long id,
            @Nullable String number,
            @Nullable DocumentType type,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String subject,
            String registry,
            Instant filedAt,
            boolean read,
            String fileName) {}

    record Choices(List<DocumentType> types, List<String> issuers, List<Integer> years) {}

    long count(Filter filter, Officer viewer, LocalDate on) {
        return bind("SELECT count(*) " + VISIBLE + where(filter), filter, viewer, on)
                .query(Long.class)
                .single();
    }

    List<Row> page(Filter filter, int number, Officer viewer, LocalDate on) {
        return rows(bind(
                        columns() + VISIBLE + where(filter) + " ORDER BY " + filter.order().sql
                                + " LIMIT :size OFFSET :skipped",
                        filter,
                        viewer,
                        on)
                .param("size", PAGE)
                .param("skipped", (number - 1) * PAGE));
    }

    /** These documents, in this order; for pages that have decided already what may be seen. */
    List<Row> rows(List<Long> ids) {
        return rows(jdbc.sql(columns()
                        + "FROM documents.document d WHERE d.id = ANY (:ids) ORDER BY array_position(:ids, d.id)")
                .param("ids", ids.toArray(Long[]::new)));
    }

    /** Only what occurs can be chosen. */
    Choices choices(Officer viewer, LocalDate on) {
        Long[] units = reach.of(viewer, on);
        return new Choices(
                jdbc
                        .sql("SELECT DISTINCT d.type " + VISIBLE + "AND d.type IS NOT NULL")
                        .param("reach", units)
                        .query(String.class)
                        .set()
                        .stream()
                        .map(HeaderFacts::type)
                        .filter(java.util.Objects::nonNull)
                        .sorted()
                        .toList(),
                jdbc.sql("SELECT DISTINCT d.issuer " + VISIBLE + "AND d.issuer IS NOT NULL ORDER BY 1 LIMIT 300")
                        .param("reach", units)
                        .query(String.class)
                        .list(),
                jdbc.sql("SELECT DISTINCT extract(year FROM d.issued_on)::integer AS year " + VISIBLE
                                + "AND d.issued_on IS NOT NULL ORDER BY 1 DESC")
                        .param("reach", units)
                        .query(Integer.class)
                        .list());
    }

    private static String columns() {
        return """
                SELECT d.id, d.number, d.type, d.issued_on, d.issuer, d.subject, d.filed_at, d.text IS NOT NULL AS read,
                       (SELECT o.name FROM directory.organisation_known(
                            (d.filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) o WHERE o.id = d.organisation_id) AS registry,
                       (SELECT f.name FROM documents.file f WHERE f.document_id = d.id AND f.original) AS file
                """;
    }

    private List<Row> rows(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("number"),
                        HeaderFacts.type(row.getString("type")),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getString("registry"),
                        DocumentRows.instant(row, "filed_at"),
                        row.getBoolean("read"),
                        row.getString("file")))
                .list();
    }

    private static String where(Filter filter) {
        StringBuilder where = new StringBuilder("AND d.withdrawn IS " + (filter.withdrawn() ? "NOT NULL " : "NULL "));
        if (filter.words().codePoints().anyMatch(Character::isLetterOrDigit)) {
            // Two searches, each by its own index or over short rows: joined by OR they would read every text.
            where.append("""
                    AND d.id IN (
                        SELECT id FROM documents.document
                        WHERE folded LIKE ALL (ARRAY (
                            SELECT '%' || base.fold(w) || '%' FROM unnest(:words::text[]) w))
                        UNION
                        SELECT id FROM documents.document
                        WHERE words @@ (SELECT to_tsquery('simple', regexp_replace(
                            btrim(regexp_replace(base.fold(:phrase), '[^a-z0-9]+', ' ', 'g')) || ':*',
                            ' ', ' <-> ', 'g'))))
                    """);
        }
        if (!filter.type().isEmpty()) {
            where.append("AND d.type = :type ");
        }
        if (!filter.issuer().isEmpty()) {
            where.append("AND d.issuer = :issuer ");
        }
        if (filter.year() != null) {
            where.append("AND extract(year FROM d.issued_on) = :year ");
        }
        return where.toString();
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter, Officer viewer, LocalDate on) {
        return jdbc.sql(sql)
                .param("reach", reach.of(viewer, on))
                .param("words", words(filter.words()))
                .param("phrase", filter.words())
                .param("type", filter.type())
                .param("issuer", filter.issuer())
                .param("year", filter.year());
    }

    private static String[] words(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .toArray(String[]::new);
    }
}
