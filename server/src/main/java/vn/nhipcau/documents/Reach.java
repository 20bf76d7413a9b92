package vn.nhipcau.documents;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/**
 * The units whose registries an officer may open: where they hold a post, what stands below, and what those units
 * succeeded, so that the papers of a merged unit stay readable to who took its work over.
 */
@Component
class Reach {
    private final Organisations organisations;

    Reach(Organisations organisations) {
        this.organisations = organisations;
    }

    Long[] of(Officer officer, LocalDate on) {
        return from(officer.posts().stream().map(Post::organisationId).collect(Collectors.toSet()), on);
    }

    Long[] as(Officer officer, Role role, LocalDate on) {
        return from(officer.organisationsAs(role), on);
    }

    private Long[] from(Set<Long> posts, LocalDate on) {
        Set<Long> covered = organisations.covers(posts, on);
        return Stream.concat(covered.stream(), organisations.predecessors(covered, on).stream())
                .toArray(Long[]::new);
    }
}
