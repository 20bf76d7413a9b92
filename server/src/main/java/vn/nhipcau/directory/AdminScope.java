package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Refusal;

/** How far an administrator's hand reaches: the units at and below the own post, and those whose work came to them. */
@Component
class AdminScope {
    private final Organisations organisations;

    AdminScope(Organisations organisations) {
        this.organisations = organisations;
    }

    Set<Long> reach(Officer officer, LocalDate today) {
        Set<Long> posts = officer.organisationsAs(Role.ADMIN);
        if (posts.isEmpty()) {
            return Set.of();
        }
        Set<Long> reach = new HashSet<>(organisations.covers(posts, today));
        reach.addAll(organisations.predecessors(reach, today));
        return reach;
    }

    boolean reaches(Officer officer, long unit, LocalDate today) {
        return reach(officer, today).contains(unit);
    }

    /**
     * @param on day of the act: what stood below the post then may be corrected now
     */
    void require(Officer officer, Collection<Long> units, LocalDate on, LocalDate today) {
        requireAdmin(officer);
        Set<Long> allowed = new HashSet<>(reach(officer, today));
        allowed.addAll(organisations.covers(officer.organisationsAs(Role.ADMIN), on));
        if (!allowed.containsAll(units)) {
            throw Refusal.forbidden(
                    "OUT_OF_REACH",
                    "Đơn vị này nằm ngoài phạm vi quản trị của bạn. Hãy nhờ quản trị của đơn vị cấp trên.",
                    "This unit is outside what you administer. Ask an administrator of the unit above.");
        }
    }

    static void requireAdmin(Officer officer) {
        if (!officer.has(Role.ADMIN)) {
            throw Refusal.forbidden(
                    "NOT_ADMIN",
                    "Việc này dành cho quản trị viên. Hãy nhờ quản trị của đơn vị bạn.",
                    "This is for administrators. Ask the one of your unit.");
        }
    }
}
