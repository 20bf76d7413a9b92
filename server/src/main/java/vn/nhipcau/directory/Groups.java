package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Named sets of units, and what a directive's printed “who” means by them. */
@Service
public class Groups {
    /** Groups of the province to which the unit belongs on that day, by name. */
    public List<Group> list(long organisationId, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public Optional<Group> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** @param group its id 0: a new one; @return its id */
    public long save(Group group) {
        throw new UnsupportedOperationException();
    }

    /** The units that belong to it on that day, by kind and name. Empty when the unit it stands under does not exist that day. */
    public List<Organisation> members(long groupId, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /**
     * Looks for what a directive means by a printed “who”, among the units and groups of the province to which {@code
     * underOrganisation} (who issues the directive) belongs on that day.
     */
    public Match match(String printed, LocalDate on, long underOrganisation) {
        throw new UnsupportedOperationException();
    }
}
