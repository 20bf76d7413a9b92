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
            " WHERE v.public AND v.state <> 'DRAFT' AND (:text = '' OR strpos(v.folded, base.fold(:text)) > 0)";

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
        Progress whole = new Progress();
        Map<String, Progress> blocks = new LinkedHashMap<>();
        jdbc.sql("SELECT d.block, d.state, " + Slice.timing() + " AS timing, count(*) AS n FROM duties.duty d"
                        + " WHERE d.directive_id = :id GROUP BY 1, 2, 3 ORDER BY 1")
                .param("id", directive.id())
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(Boards.SOON)))
                .query(row -> {
                    DutyState state = DutyState.valueOf(row.getString("state"));
                    Slice.Timing timing = Slice.Timing.valueOf(row.getString("timing"));
                    long count = row.getLong("n");
                    whole.add(state, timing, count);
                    blocks.computeIfAbsent(row.getString("block"), block -> new Progress())
                            .add(state, timing, count);
                });
        return new Line(directive, whole, blocks);
    }

    /** Units with overdue duties, where they may be named; most late first. */
    public List<Boards.LateUnit> lateUnits(Directive directive, Instant now) {
        if (!directive.open() || !directive.namesLate()) {
            return List.of();
        }
        return jdbc.sql("SELECT d.holder_id, min(d.holder_name) AS name, count(*) AS n, min(d.due_at) AS since"
                        + " FROM duties.duty d WHERE d.directive_id = :id AND " + Slice.OVERDUE.sql()
                        + " GROUP BY d.holder_id ORDER BY n DESC, since, name")
                .param("id", directive.id())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Boards.LateUnit(
                        row.getLong("holder_id"),
                        row.getString("name"),
                        row.getLong("n"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
