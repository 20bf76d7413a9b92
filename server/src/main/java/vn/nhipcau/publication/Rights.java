package vn.nhipcau.publication;

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
 * @param coordinates campaigns of these units are theirs to run
 * @param oversees campaigns of these units, and what these units must post, are theirs to see
 * @param answersFor what these units must post is theirs to report
 */
record Rights(Set<Long> coordinates, Set<Long> oversees, Set<Long> answersFor) {

    boolean runs(Campaign campaign) {
        return coordinates.contains(campaign.ownerId());
    }

    /** The whole of it, all units. */
    boolean sees(Campaign campaign) {
        return runs(campaign) || oversees.contains(campaign.ownerId());
    }

    boolean sees(Campaign campaign, long unit) {
        return sees(campaign)
                || campaign.state() != CampaignState.DRAFT && (answersFor.contains(unit) || oversees.contains(unit));
    }

    boolean reports(long unit) {
        return answersFor.contains(unit);
    }

    static Long[] array(Set<Long> units) {
        return units.toArray(Long[]::new);
    }

    @Component
    static class Of {
        private final Organisations organisations;

        Of(Organisations organisations) {
            this.organisations = organisations;
        }

        Rights officer(Officer officer, LocalDate on) {
            Set<Long> overseen = new HashSet<>(officer.organisationsAs(Role.LEADER));
            overseen.addAll(officer.organisationsAs(Role.READER));
            return new Rights(
                    reach(officer.organisationsAs(Role.COORDINATOR), on),
                    reach(overseen, on),
                    reach(officer.organisationsAs(Role.OFFICER), on));
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
