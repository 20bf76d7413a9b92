package vn.nhipcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.Visitor;
import vn.nhipcau.web.SignInHints;

/** What a newcomer sees: the demonstration, every section of every role, in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"nhipcau.demo=true", "nhipcau.data=target/test-data/demo-${random.uuid}"})
class DemoPagesIT {
    @LocalServerPort
    int port;

    @Autowired
    SignInHints accounts;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void every_section_of_every_role_is_accessible_and_fits_the_screen(int width) {
        SoftAssertions softly = new SoftAssertions();
        Set<String> seen = new LinkedHashSet<>();
        for (SignInHints.Hint account : accounts.hints()) {
            try (Page page = Browser.open(width, 900)) {
                signIn(page, account.user());
                for (String section : sections(page)) {
                    if (seen.add(section)) {
                        page.navigate(home() + section);
                        look(page, account.user() + section, width, softly);
                    }
                }
            }
        }
        try (Page page = Browser.open(width, 900)) {
            for (String path : List.of(
                    "/",
                    "/public/directives",
                    "/public/directives/1",
                    "/public/consultations",
                    "/public/consultations/bao-cao-chinh-tri",
                    "/public/consultations/bao-cao-chinh-tri/clauses/phan-2.3",
                    "/public/consultations/bao-cao-chinh-tri/figures",
                    "/public/receipts",
                    "/sign-in")) {
                page.navigate(home() + path);
                look(page, "public" + path, width, softly);
            }
        }
        softly.assertAll();
        assertThat(seen).hasSizeGreaterThan(6);
    }

    @Test
    void the_four_directives_have_become_duties_that_everybody_can_follow() {
        String portal = new Visitor(port).get("/").text();
        assertThat(portal).contains("1171/STTTT-TTBCXB", "19/KH-UBND", "4078/SNV-CCHC", "44/KH-UBND");
    }

    @Test
    void a_unit_hands_in_the_coordinator_accepts_and_the_board_changes() {
        Visitor unit = new Visitor(port).signIn("tv.cl", DemoDirectory.PASSWORD);
        String duty = unit.get("/desk/my-duties").select("a[href^=/desk/duties/]").stream()
                .map(link -> link.attr("href"))
                .distinct()
                .filter(href -> unit.get(href).selectFirst("form#submit") != null)
                .findFirst()
                .orElseThrow();
        unit.get(duty);
        unit.submitFile(
                "form#submit",
                Map.of("notSecret", "true", "note", "Kính gửi báo cáo."),
                "files",
                "bao-cao.txt",
                "Nội dung báo cáo".getBytes(StandardCharsets.UTF_8));
        assertThat(unit.page().text()).contains("Đã nộp bản");

        Visitor coordinator = new Visitor(port).signIn("dieuphoi.tv", DemoDirectory.PASSWORD);
        coordinator.get(duty);
        assertThat(coordinator.page().text()).contains("bao-cao.txt");
        coordinator.submit("form[action$=/accept]", Map.of());

        assertThat(unit.get(duty).select(".state").first().text()).startsWith("Đạt");
    }

    private void signIn(Page page, String user) {
        page.navigate(home() + "/sign-in");
        page.fill("form.stack input[name=user]", user);
        page.fill("form.stack input[name=password]", DemoDirectory.PASSWORD);
        page.click("form.stack button");
    }

    @SuppressWarnings("unchecked")
    private static List<String> sections(Page page) {
        return (List<String>)
                page.evaluate("[...document.querySelectorAll('.bar nav a')].map(link => link.getAttribute('href'))");
    }

    private static void look(Page page, String what, int width, SoftAssertions softly) {
        String name = what.replaceAll("[^a-z0-9.-]+", "_") + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name))
                .setFullPage(true));
        softly.assertThat(Browser.violations(page)).as(what).isEmpty();
        softly.assertThat(Browser.overflow(page)).as(what + " overflows").isLessThanOrEqualTo(0);
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
