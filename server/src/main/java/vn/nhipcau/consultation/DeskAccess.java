package vn.nhipcau.consultation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Refusal;

/** What an officer may do with which consultation. */
@Component
class DeskAccess {

    /**
     * @param runs opens it, corrects it, hides, answers
     * @param handles reads the opinions, types paper in
     * @param sees the figures
     */
    record Rights(boolean runs, boolean handles, boolean sees) {}

    private final Consultations consultations;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    DeskAccess(Consultations consultations, Organisations organisations, JdbcClient jdbc) {
        this.consultations = consultations;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    Rights rights(Consultation consultation, Officer officer, LocalDate on) {
        boolean runs = reach(officer, on, Role.COORDINATOR).contains(consultation.organisationId());
        boolean handles = runs || reach(officer, on, Role.OFFICER).contains(consultation.organisationId());
        boolean sees = handles || reach(officer, on, Role.LEADER, Role.READER).contains(consultation.organisationId());
        return new Rights(runs, handles, sees);
    }

    /** For figures; what is not theirs does not exist. */
    Consultation seen(String slug, Officer officer, LocalDate on) {
        return allowed(slug, officer, on, Rights::sees);
    }

    Consultation handled(String slug, Officer officer, LocalDate on) {
        return allowed(slug, officer, on, Rights::handles);
    }

    Consultation run(String slug, Officer officer, LocalDate on) {
        return allowed(slug, officer, on, Rights::runs);
    }

    private Consultation allowed(String slug, Officer officer, LocalDate on, Predicate<Rights> what) {
        return consultations
                .find(slug)
                .filter(consultation -> what.test(rights(consultation, officer, on)))
                .orElseThrow(Refusal::notFound);
    }

    /** Units for which the officer may open a consultation. */
    List<Organisation> runFor(Officer officer, LocalDate on) {
        return organisations.known(officer.organisationsAs(Role.COORDINATOR), on);
    }

    /** Units for which the officer gathers members' opinions: any unit can be a hub. */
    List<Organisation> hubs(Officer officer, LocalDate on) {
        Set<Long> units = new HashSet<>(officer.organisationsAs(Role.OFFICER));
        units.addAll(officer.organisationsAs(Role.COORDINATOR));
        return organisations.known(units, on);
    }

    /** Whether the officer works for this hub, as its coordinator or in any post that writes. */
    boolean worksFor(long hub, Officer officer, LocalDate on) {
        return reach(officer, on, Role.OFFICER, Role.COORDINATOR).contains(hub);
    }

    boolean coordinates(long unit, Officer officer, LocalDate on) {
        return reach(officer, on, Role.COORDINATOR).contains(unit);
    }

    /** Those that the officer's own units collect, the latest first. */
    List<Consultation> own(Officer officer, LocalDate on) {
        Set<Long> reach = reach(officer, on, Role.COORDINATOR, Role.OFFICER, Role.LEADER, Role.READER);
        return consultations.list().stream()
                .filter(consultation -> reach.contains(consultation.organisationId()))
                .toList();
    }

    /** Open ones of other units that take hubs' opinions. */
    List<Consultation> openToHubs(Officer officer, LocalDate on, java.time.Instant now) {
        if (hubs(officer, on).isEmpty()) {
            return List.of();
        }
        Set<Integer> taking = jdbc.sql("SELECT consultation FROM consultation.channel WHERE channel = ?")
                .param(Channel.HUB.code())
                .query(Integer.class)
                .set();
        return consultations.list().stream()
                .filter(consultation -> taking.contains(consultation.id()) && consultation.takesOpinions(now))
                .toList();
    }

    private Set<Long> reach(Officer officer, LocalDate on, Role... roles) {
        Set<Long> posts = Arrays.stream(roles)
                .flatMap(role -> officer.organisationsAs(role).stream())
                .collect(Collectors.toSet());
        if (posts.isEmpty()) {
            return Set.of();
        }
        Set<Long> reach = new HashSet<>(organisations.covers(posts, on));
        reach.addAll(organisations.predecessors(reach, on));
        return reach;
    }
}
