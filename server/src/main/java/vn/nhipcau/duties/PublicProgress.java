package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.nhipcau.web.Refusal;

/**
 * What everybody may see of directives that were made public: counts, and late units by name where the coordinator said
 * so. Never evidence, persons or reasons.
 */
@Service
public class PublicProgress {
    private final JdbcClient jdbc;

    PublicProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param blocks how far each block of units is */
    public record Line(Directive directive, Progress progress, Map<String, Progress> blocks) {}

    public long count(String text) {
        return jdbc.sql("SELECT count(*) FROM duties.directive v" + WHERE)
                .param("text", text.strip())
                .query(Long.class)
                .single();
    }

    private static final String WHERE =
            " WHERE v.public AND v.state <> 'DRAFT' AND (:text = '' OR strpos(v.folded, (SELECT base.fold(:text))) > 0)";

    /** The newest first. */
    public List<Line> list(String text, int skip, int size, Instant now) {
        return jdbc
                .sql("SELECT v.* FROM duties.directive v" + WHERE
                        + " ORDER BY v.issued_on DESC, v.id DESC LIMIT :size OFFSET :skip")
                .param("text", text.strip())
                .param("size", size)
                .param("skip", skip)
                .query(Directives::row)
                .list()
                .stream()
                .map(directive -> line(directive, now))
                .toList();
    }

    public Line directive(long id, Instant now) {
        return jdbc.sql("SELECT * FROM duties.directive WHERE id = ? AND public AND state <> 'DRAFT'")
                .param(id)
                .query(Directives::row)
                .optional()
                .map(directive -> line(directive, now))
                .orElseThrow(Refusal::notFound);
    }

    private Line line(Directive directive, Instant now) {
        Map<String, Progress> blocks = new LinkedHashMap<>();
        jdbc.sql("SELECT d.block, d.state, " + Slice.TALLIES
                        + " FROM duties.duty d WHERE d.directive_id = :id GROUP BY 1, 2 ORDER BY 1")
                .param("id", directive.id())
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(Board.SOON)))
                .query(row -> {
                    blocks.computeIfAbsent(row.getString("block"), block -> new Progress())
                            .add(row);
                });
        return new Line(directive, Progress.sum(blocks.values()), blocks);
    }

    /** Units with overdue duties, where they may be named; most late first. */
    public List<Board.LateUnit> lateUnits(Directive directive, Instant now) {
        if (!directive.open() || !directive.namesLate()) {
            return List.of();
        }
        return jdbc.sql("SELECT d.holder_id, min(d.holder_name) AS name, count(*) AS n, min(d.due_at) AS since"
                        + " FROM duties.duty d WHERE d.directive_id = :id AND " + Slice.OVERDUE.sql()
                        + " GROUP BY d.holder_id ORDER BY n DESC, since, name")
                .param("id", directive.id())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Board.LateUnit(
                        row.getLong("holder_id"),
                        row.getString("name"),
                        row.getLong("n"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
