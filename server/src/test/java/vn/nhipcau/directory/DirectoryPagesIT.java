package vn.nhipcau.directory;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;

@ServerTest
class DirectoryPagesIT {
    private static final LocalDate SEED = LocalDate.of(2020, 8, 4);
    private static final String PASSWORD = "cau-van-de-nho-nhat";

    @LocalServerPort
    int port;

    @Autowired
    OrganisationFiles files;

    @Autowired
    Organisations organisations;

    @Autowired
    Groups groups;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void every_page_is_accessible_and_fits_the_screen(int width) {
        DemoDirectory.load(files, groups);
        long city = organisations.findByCode("tam.ct", SEED).orElseThrow().id();
        long department =
                organisations.findByCode("tam.hg.stttt", SEED).orElseThrow().id();
        long group = groups.list(city, LocalDate.of(2025, 7, 1)).getFirst().id();
        String user = "trinh-duyet-" + UUID.randomUUID().toString().substring(0, 8);
        long person = people.add(user, "Trình Duyệt", PASSWORD, List.of(new Post(Role.ADMIN, city)));
        Map<String, String> pages = Map.ofEntries(
                Map.entry("list", "/desk/directory?text=so&day=2020-08-04"),
                Map.entry("tree", "/desk/directory/tree?under=" + city + "&day=2025-07-01"),
                Map.entry("unit", "/desk/directory/units/" + department + "?day=2025-07-01"),
                Map.entry("act", "/desk/directory/units/" + city + "/acts/split"),
                Map.entry("found", "/desk/directory/units/" + city + "/acts/found"),
                Map.entry("groups", "/desk/directory/groups?day=2025-07-01&printed=Các sở, ban, ngành"),
                Map.entry("group", "/desk/directory/groups/" + group + "?day=2025-07-01"),
                Map.entry("group-form", "/desk/directory/groups/" + group + "/edit"),
                Map.entry("import", "/desk/directory/import"),
                Map.entry("acts", "/desk/directory/acts"),
                Map.entry("accounts", "/desk/directory/accounts"),
                Map.entry("account", "/desk/directory/accounts/" + person),
                Map.entry("account-new", "/desk/directory/accounts/new"),
                Map.entry("own-account", "/desk/account"));
        SoftAssertions softly = new SoftAssertions();
        try (Page page = Browser.open(width, 900)) {
            String home = "http://localhost:" + port;
            page.navigate(home + "/sign-in");
            page.fill("input[name=user]:not([type=hidden])", user);
            page.fill("input[name=password]:not([type=hidden])", PASSWORD);
            page.click("button.primary");
            pages.forEach((name, path) -> {
                page.navigate(home + path);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screenshots/directory-" + name + "-" + width + ".png")));
                softly.assertThat(page.url()).as(name).contains("/desk/");
                softly.assertThat(Browser.violations(page)).as(name).isEmpty();
                softly.assertThat(Browser.overflow(page)).as(name).isLessThanOrEqualTo(0);
            });
        }
        softly.assertAll();
    }
}
