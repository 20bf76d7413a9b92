package vn.nhipcau.documents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/**
 * The units whose registries an officer may open: where they hold a post, what stands below, and what those units
 * succeeded, so that the papers of a merged unit stay readable to who took its work over.
 */
@Component
class Reach {
    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Long[] of(Officer officer, LocalDate on) {
        return below(officer.posts().stream().map(Post::organisationId).collect(Collectors.toSet()), on);
    }

    Long[] as(Officer officer, Role role, LocalDate on) {
        return below(officer.organisationsAs(role), on);
    }

    private Long[] below(Collection<Long> posts, LocalDate on) {
        if (posts.isEmpty()) {
            return new Long[0];
        }
        Set<Long> reach = jdbc.sql("""
                        WITH RECURSIVE reach (id) AS (
                            SELECT unnest(:posts::bigint[])
                            UNION
                            SELECT next.id
                            FROM reach r
                            CROSS JOIN LATERAL (
                                SELECT p.organisation_id AS id FROM directory.organisation_parent p
                                WHERE p.parent_id = r.id AND p.valid @> :day::date
                                UNION ALL
                                SELECT s.predecessor_id FROM directory.organisation_successor s
                                WHERE s.successor_id = r.id AND s.happened_on <= :day::date) next)
                        SELECT id FROM reach""")
                .param("posts", posts.toArray(Long[]::new))
                .param("day", on)
                .query(Long.class)
                .set();
        return reach.toArray(Long[]::new);
    }
}
