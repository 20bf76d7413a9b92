package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Role;

/**
 * For which units a person may do what on a day: those of the post and below, and those whose work has come to them.
 *
 * @param coordinates directives of these units are theirs to run, duties that these units check are theirs to check
 * @param answersFor duties of these units are theirs to do
 * @param oversees how far these units' directives and duties are is theirs to see; never the evidence
 */
record Scope(Set<Long> coordinates, Set<Long> answersFor, Set<Long> oversees) {

    boolean any() {
        return !coordinates.isEmpty() || !answersFor.isEmpty() || !oversees.isEmpty();
    }

    static Long[] array(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    @Component
    static class Scopes {
        private final Organisations organisations;

        Scopes(Organisations organisations) {
            this.organisations = organisations;
        }

        Scope of(Officer officer, LocalDate on) {
            Set<Long> overseen = new HashSet<>(officer.organisationsAs(Role.LEADER));
            overseen.addAll(officer.organisationsAs(Role.READER));
            return new Scope(
                    reach(officer.organisationsAs(Role.COORDINATOR), on),
                    reach(officer.organisationsAs(Role.OFFICER), on),
                    reach(overseen, on));
        }

        private Set<Long> reach(Set<Long> roots, LocalDate on) {
            if (roots.isEmpty()) {
                return Set.of();
            }
            Set<Long> reached = new HashSet<>(organisations.covers(roots, on));
            reached.addAll(organisations.predecessors(reached, on));
            return reached;
        }
    }
}
