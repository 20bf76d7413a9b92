package vn.nhipcau.consultation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which opinions of a consultation an officer looks at, as the address says it; null or empty: any.
 *
 * @param clause anchor; {@link #WHOLE}: those about the whole draft
 * @param likeness number of a group of texts that say nearly the same
 */
record OpinionFilter(
        String words,
        String clause,
        @Nullable Stance stance,
        @Nullable Channel channel,
        @Nullable Integer batch,
        boolean hidden,
        boolean unanswered,
        @Nullable Long likeness,
        Sort sort) {

    static final String WHOLE = "-";

    enum Sort {
        NEWEST("Mới nhất trước", "Newest first", "l.entry DESC"),
        OLDEST("Cũ nhất trước", "Oldest first", "l.entry"),
        CLAUSE("Theo điều khoản", "By clause", "l.clause NULLS FIRST, l.entry"),
        STANCE("Theo thái độ", "By stance", "l.stance DESC, l.entry DESC");

        private final String vietnamese;
        private final String english;
        private final String sql;

        Sort(String vietnamese, String english, String sql) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.sql = sql;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String sql() {
            return sql;
        }
    }

    static OpinionFilter read(Map<String, String> query) {
        return new OpinionFilter(
                query.getOrDefault("q", "").strip(),
                query.getOrDefault("clause", ""),
                Stance.of(query.getOrDefault("stance", "")).orElse(null),
                Arrays.stream(Channel.values())
                        .filter(channel -> channel.word().equals(query.get("channel")))
                        .findFirst()
                        .orElse(null),
                number(query.get("batch")).map(Math::toIntExact).orElse(null),
                query.containsKey("hidden"),
                query.containsKey("unanswered"),
                number(query.get("likeness")).orElse(null),
                Arrays.stream(Sort.values())
                        .filter(sort -> sort.name().equals(query.get("sort")))
                        .findFirst()
                        .orElse(Sort.NEWEST));
    }

    private static Optional<Long> number(@Nullable String written) {
        return written != null && written.matches("\\d{1,9}") ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }

    boolean narrowed() {
        return !query().isEmpty();
    }

    /** As it stands in an address; empty when nothing is narrowed. */
    String query() {
        Map<String, String> query = new TreeMap<>();
        put(query, "q", words);
        put(query, "clause", clause);
        put(query, "stance", stance == null ? "" : stance.word());
        put(query, "channel", channel == null ? "" : channel.word());
        put(query, "batch", batch == null ? "" : batch.toString());
        put(query, "hidden", hidden ? "true" : "");
        put(query, "unanswered", unanswered ? "true" : "");
        put(query, "likeness", likeness == null ? "" : likeness.toString());
        put(query, "sort", sort == Sort.NEWEST ? "" : sort.name());
        StringBuilder address = new StringBuilder();
        query.forEach((name, value) -> address.append(address.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (!value.isEmpty()) {
            query.put(name, value);
        }
    }

    String where() {
        StringBuilder where = new StringBuilder("WHERE l.consultation = :consultation ");
        if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
            // All words, in any order, the last one perhaps not finished.
            where.append("""
                    AND l.words @@ (SELECT to_tsquery('simple', string_agg(w, ' & ') || ':*')
                        FROM regexp_split_to_table(btrim(regexp_replace(base.fold(:words), '[^a-z0-9]+', ' ', 'g')), ' ') w)
                    """);
        }
        if (clause.equals(WHOLE)) {
            where.append("AND l.clause IS NULL ");
        } else if (!clause.isEmpty()) {
            where.append(
                    "AND l.clause = (SELECT id FROM consultation.clause WHERE consultation = :consultation AND anchor = :clause) ");
        }
        if (stance != null) {
            where.append("AND l.stance = :stance ");
        }
        if (channel != null) {
            where.append("AND l.channel = :channel ");
        }
        if (batch != null) {
            where.append("AND l.batch = :batch ");
        }
        if (likeness != null) {
            where.append("AND l.likeness = :likeness ");
        }
        if (hidden) {
            where.append("""
                    AND l.entry IN (SELECT entry FROM consultation.hiding
                                    WHERE consultation = :consultation AND undone_at IS NULL)
                    """);
        }
        if (unanswered) {
            where.append("""
                    AND NOT EXISTS (SELECT FROM consultation.answer a WHERE a.consultation = :consultation AND (
                        EXISTS (SELECT FROM consultation.answered d WHERE d.answer = a.id AND d.entry = l.entry)
                        OR (a.clause IS NOT DISTINCT FROM l.clause
                            AND NOT EXISTS (SELECT FROM consultation.answered d WHERE d.answer = a.id))))
                    """);
        }
        return where.toString();
    }
}
