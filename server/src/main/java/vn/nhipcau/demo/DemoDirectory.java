package vn.nhipcau.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Decision;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.OrganisationFiles;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/** Units, groups and people of the demonstration. Names of people are invented. */
@Component
class DemoDirectory {
    /** Before the first directive. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 4, 1);

    static final String PASSWORD = "nhipcau-demo";

    private static final DemoAccount ADMINISTRATOR = new DemoAccount("quantri", "Quản trị viên", Role.ADMIN, "tam.hg");

    private static final List<DemoAccount> COORDINATORS = List.of(
            new DemoAccount("dieuphoi.tv", "Trần Minh Châu", Role.COORDINATOR, "tam.tv.snv"),
            new DemoAccount("dieuphoi.hg", "Nguyễn Thanh Hà", Role.COORDINATOR, "tam.hg.stttt"),
            new DemoAccount("noivu.hg", "Lê Quốc Bảo", Role.COORDINATOR, "tam.hg.snv"),
            new DemoAccount("dieuphoi.hcm", "Phạm Thu Trang", Role.COORDINATOR, "tam.hcm.snv"));

    private static final List<DemoAccount> LEADERS = List.of(
            new DemoAccount("lanhdao.tv", "Huỳnh Văn Lâm", Role.LEADER, "tam.tv"),
            new DemoAccount("lanhdao.hg", "Đỗ Thị Kim Ngân", Role.LEADER, "tam.hg"),
            new DemoAccount("nguoixem.tv", "Võ Hoàng Nam", Role.READER, "tam.tv"));

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Kim", "Thạch");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Minh", "Ngọc", "Thanh", "Hữu", "Quốc");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Cường", "Dung", "Đạt", "Giang", "Hạnh", "Khánh", "Liên", "Mai", "Nghĩa", "Oanh", "Phúc",
            "Quyên", "Sơn", "Tâm", "Uyên", "Vinh", "Yến");

    /** An account that the sign-in form offers. @param unit its code */
    record DemoAccount(String username, String name, Role role, String unit) {}

    private final OrganisationFiles files;
    private final Organisations organisations;
    private final Groups groups;
    private final People people;
    private final Map<Long, Officer> officers = new HashMap<>();

    DemoDirectory(OrganisationFiles files, Organisations organisations, Groups groups, People people) {
        this.files = files;
        this.organisations = organisations;
        this.groups = groups;
        this.people = people;
    }

    void load(Instant now) {
        try {
            files.load(
                    new ClassPathResource("demo/organisations.csv").getContentAsByteArray(),
                    new Decision(LocalDate.of(2020, 1, 1), null, "Dữ liệu minh họa", null, now));
            groups.load(new ClassPathResource("demo/groups.csv").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<People.Newcomer> newcomers = new ArrayList<>();
        for (DemoAccount account : COORDINATORS) {
            newcomers.add(newcomer(account));
        }
        for (DemoAccount account : LEADERS) {
            newcomers.add(newcomer(account));
        }
        newcomers.add(newcomer(ADMINISTRATOR));
        // As they were when the first directive was issued; each unit has one officer, called by the unit's code.
        int number = 0;
        for (String province : List.of("tam.tv", "tam.hg", "tam.hcm")) {
            for (Organisation unit : organisations.subtree(unit(province).id(), FIRST_DAY)) {
                if (unit.code() != null) {
                    newcomers.add(new People.Newcomer(
                            username(unit), personName(number++), List.of(new Post(Role.OFFICER, unit.id()))));
                }
            }
        }
        people.addAll(newcomers, PASSWORD, now);
    }

    List<Officer> coordinators() {
        return COORDINATORS.stream()
                .map(account -> (Officer) people.loadUserByUsername(account.username()))
                .toList();
    }

    Officer coordinator(String unit) {
        return COORDINATORS.stream()
                .filter(account -> account.unit().equals(unit))
                .map(account -> (Officer) people.loadUserByUsername(account.username()))
                .findFirst()
                .orElseThrow();
    }

    /** Who hands in for the unit. */
    Officer officer(long unitId) {
        return officers.computeIfAbsent(unitId, id -> (Officer) people.loadUserByUsername(
                username(organisations.known(id, FIRST_DAY).orElseThrow())));
    }

    private static String username(Organisation unit) {
        return unit.code().substring("tam.".length());
    }

    private People.Newcomer newcomer(DemoAccount account) {
        return new People.Newcomer(
                account.username(),
                account.name(),
                List.of(new Post(account.role(), unit(account.unit()).id())));
    }

    private Organisation unit(String code) {
        return organisations.findByCode(code, FIRST_DAY).orElseThrow();
    }

    private static String personName(int number) {
        return FAMILY.get(number % FAMILY.size()) + " " + MIDDLE.get(number % MIDDLE.size()) + " "
                + GIVEN.get(number % GIVEN.size());
    }
}
