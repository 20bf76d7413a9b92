package vn.nhipcau.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What everybody may read of the opinions: the words, the stance and the day. Neither the way they came nor the hour: together
 * with what neighbours saw, those would tell who it was.
 */
@Component
class ShownOpinions {

    /** @param hidden why the words are not shown; then {@code text} is empty */
    record Shown(
            long entry,
            Stance stance,
            LocalDate day,
            @Nullable String text,
            @Nullable HidingGround hidden) {}

    private final JdbcClient jdbc;

    ShownOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param clause empty: about the whole draft */
    long count(int consultation, @Nullable Integer clause) {
        return jdbc.sql("""
                        SELECT coalesce(sum(opinions), 0) FROM consultation.figure
                        WHERE consultation = ? AND clause IS NOT DISTINCT FROM ?
                        """)
                .params(java.util.Arrays.asList(consultation, clause))
                .query(Long.class)
                .single();
    }

    /** The latest first. */
    List<Shown> page(int consultation, @Nullable Integer clause, int skipped, int size) {
        // `=` and `IS NULL` use the index, `IS NOT DISTINCT FROM` would not.
        String of = clause == null ? "l.clause IS NULL" : "l.clause = :clause";
        return jdbc.sql("""
                        SELECT o.entry, o.stance, (o.accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, o.text, h.ground
                        FROM (SELECT l.consultation, l.entry FROM consultation.listing l
                              WHERE l.consultation = :consultation AND %s ORDER BY l.entry DESC LIMIT :size OFFSET :skipped) l
                        JOIN consultation.opinion o USING (consultation, entry)
                        LEFT JOIN consultation.hiding h
                            ON h.consultation = o.consultation AND h.entry = o.entry AND h.undone_at IS NULL
                        ORDER BY o.entry DESC
                        """.formatted(of))
                .param("consultation", consultation)
                .param("clause", clause)
                .param("size", size)
                .param("skipped", skipped)
                .query((row, number) -> {
                    String ground = row.getString("ground");
                    return new Shown(
                            row.getLong("entry"),
                            Stance.ofCode(row.getInt("stance")),
                            row.getObject("day", LocalDate.class),
                            ground == null ? row.getString("text") : null,
                            ground == null ? null : HidingGround.valueOf(ground));
                })
                .list();
    }

    /** How many opinions each clause has, by anchor; those about the whole draft under the empty anchor. */
    Map<String, Long> perClause(Figures.Count count) {
        return count.figures().stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.clause() == null ? "" : figure.clause(),
                        Collectors.summingLong(Figures.Figure::opinions)));
    }
}
