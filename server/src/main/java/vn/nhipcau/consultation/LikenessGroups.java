package vn.nhipcau.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.vitext.Likeness;

/** Opinions that say nearly the same in the same words: shown with their number, each of them kept and counted. */
@Component
class LikenessGroups {
    /** Runs of three words that two texts share; one name changed in a paragraph leaves four in five. */
    private static final double NEARLY_THE_SAME = 0.6;

    /** @param text of the first that came */
    record Group(long id, long opinions, String text) {}

    private record Text(long entry, String text) {}

    private record Leader(long group, Likeness likeness) {}

    private final JdbcClient jdbc;

    LikenessGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the opinions from entry {@code from} up to {@code to}, which are listed already, their groups. */
    void place(int consultation, long from, long to) {
        List<Text> texts = jdbc.sql("""
                        SELECT entry, text FROM consultation.opinion
                        WHERE consultation = ? AND entry >= ? AND entry < ? AND length(text) > 30 ORDER BY entry
                        """)
                .params(consultation, from, to)
                .query((row, number) -> new Text(row.getLong(1), row.getString(2)))
                .list();
        Map<String, Long> same = new HashMap<>();
        Map<Long, List<Long>> placed = new HashMap<>();
        for (Text text : texts) {
            Optional<Likeness> likeness = Likeness.of(text.text());
            if (likeness.isEmpty()) {
                continue;
            }
            Long group = same.get(text.text());
            if (group == null) {
                group = find(consultation, likeness.get())
                        .orElseGet(() -> begin(consultation, text.entry(), likeness.get()));
                same.put(text.text(), group);
            }
            placed.computeIfAbsent(group, id -> new ArrayList<>()).add(text.entry());
        }
        placed.forEach((group, entries) -> join(consultation, group, entries));
    }

    private Optional<Long> find(int consultation, Likeness likeness) {
        return jdbc
                .sql("""
                        SELECT DISTINCT g.id, o.text FROM consultation.likeness_band b
                            JOIN consultation.likeness g ON g.id = b.likeness
                            JOIN consultation.opinion o ON o.consultation = g.consultation AND o.entry = g.first_entry
                        WHERE b.consultation = :consultation AND b.band = ANY (:bands) AND o.text IS NOT NULL
                        ORDER BY g.id LIMIT 50
                        """)
                .param("consultation", consultation)
                .param("bands", boxed(likeness.bands()))
                .query((row, number) ->
                        new Leader(row.getLong(1), Likeness.of(row.getString(2)).orElseThrow()))
                .list()
                .stream()
                .filter(leader -> leader.likeness().to(likeness) >= NEARLY_THE_SAME)
                .map(Leader::group)
                .findFirst();
    }

    private long begin(int consultation, long entry, Likeness likeness) {
        return jdbc.sql("""
                        WITH begun AS (
                            INSERT INTO consultation.likeness (consultation, first_entry, opinions)
                            VALUES (:consultation, :entry, 0) RETURNING id),
                        banded AS (
                            INSERT INTO consultation.likeness_band (consultation, band, likeness)
                            SELECT :consultation, band, id FROM begun, unnest(:bands::bigint[]) AS band
                            ON CONFLICT DO NOTHING)
                        SELECT id FROM begun
                        """)
                .param("consultation", consultation)
                .param("entry", entry)
                .param("bands", boxed(likeness.bands()))
                .query(Long.class)
                .single();
    }

    private void join(int consultation, long group, List<Long> entries) {
        jdbc.sql("""
                        WITH joined AS (
                            UPDATE consultation.listing SET likeness = :group
                            WHERE consultation = :consultation AND entry = ANY (:entries))
                        UPDATE consultation.likeness SET opinions = opinions + :more WHERE id = :group
                        """)
                .param("group", group)
                .param("consultation", consultation)
                .param("entries", entries.toArray(Long[]::new))
                .param("more", entries.size())
                .update();
    }

    /** The largest first; what only one person said is no group. */
    List<Group> largest(int consultation, int most) {
        return jdbc.sql("""
                        SELECT g.id, g.opinions, o.text FROM consultation.likeness g
                            JOIN consultation.opinion o ON o.consultation = g.consultation AND o.entry = g.first_entry
                        WHERE g.consultation = ? AND g.opinions > 1 ORDER BY g.opinions DESC, g.id LIMIT ?
                        """)
                .params(consultation, most)
                .query((row, number) -> new Group(
                        row.getLong("id"),
                        row.getLong("opinions"),
                        Optional.ofNullable(row.getString("text")).orElse("")))
                .list();
    }

    private static Long[] boxed(long[] values) {
        return Arrays.stream(values).boxed().toArray(Long[]::new);
    }
}
