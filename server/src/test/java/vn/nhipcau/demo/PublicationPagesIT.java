package vn.nhipcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.Visitor;

/** The publication pages as a newcomer to the demonstration finds them, in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"nhipcau.demo=true", "nhipcau.data=target/test-data/demo-${random.uuid}"})
class PublicationPagesIT {
    @LocalServerPort
    int port;

    /** The campaign's page once every site was looked at. */
    private Visitor settled() {
        Visitor desk = new Visitor(port).signIn("dieuphoi.hg", DemoDirectory.PASSWORD);
        Instant limit = Instant.now().plus(Duration.ofMinutes(3));
        do {
            assertThat(Instant.now()).as("sites are still being looked at").isBefore(limit);
            desk.get("/desk/publication");
            desk.get(desk.page().expectFirst("main a[href^=/desk/publication/]").attr("href"));
        } while (!desk.page().text().contains("đã xem 26/26"));
        return desk;
    }

    @Test
    void a_newcomer_sees_every_kind_of_verdict_without_waiting_for_anybody() {
        assertThat(settled().page().select(".figures").text())
                .contains("đăng đủ")
                .contains("đăng một phần")
                .contains("đăng bản khác")
                .contains("chỉ dẫn liên kết")
                .contains("chưa thấy đăng")
                .contains("không truy cập được")
                .contains("trang không cho kiểm tra");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void every_page_is_accessible_and_fits_the_screen(int width) {
        Visitor desk = settled();
        String campaign =
                desk.page().location().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("campaign", campaign);
        pages.put("campaign-en", campaign + "?standing=FULL");
        pages.put("report", campaign + "/report");
        pages.put("urge", campaign + "/urge");
        pages.put("unit", row(desk, "Sở Tư pháp").replaceFirst("/checks/.*", ""));
        pages.put("proof-full", row(desk, "Sở Tư pháp"));
        pages.put("proof-other", row(desk, "Sở Tài chính"));
        pages.put("proof-part", row(desk, "Sở Xây dựng"));
        pages.put("proof-none", row(desk, "Sở Công Thương"));
        Visitor board = new Visitor(port).signIn("dieuphoi.hg", DemoDirectory.PASSWORD);
        board.get(campaign);
        String directive =
                board.page().expectFirst("a[href^=/desk/board/directives/]").attr("href");
        pages.put(
                "new",
                board.get(directive)
                        .expectFirst("a[href^=/desk/publication/new]")
                        .attr("href"));
        SoftAssertions softly = new SoftAssertions();
        try (Page page = Browser.open(width, 900)) {
            page.navigate(home() + "/sign-in");
            page.fill("form.stack input[name=user]", "dieuphoi.hg");
            page.fill("form.stack input[name=password]", DemoDirectory.PASSWORD);
            page.click("form.stack button");
            pages.forEach((name, path) -> {
                page.navigate(home() + path);
                look(page, name, width, softly);
            });
        }
        try (Page page = Browser.open(width, 900)) {
            page.navigate(home() + "/sign-in");
            page.fill("form.stack input[name=user]", "hg.cta");
            page.fill("form.stack input[name=password]", DemoDirectory.PASSWORD);
            page.click("form.stack button");
            page.navigate(home() + "/desk/publication");
            look(page, "own", width, softly);
            page.click("main table a");
            look(page, "kit", width, softly);
        }
        try (Page page = Browser.open(width, 900)) {
            page.navigate(home() + "/public/publication");
            look(page, "public-list", width, softly);
            page.click("main table a");
            look(page, "public-campaign", width, softly);
        }
        softly.assertAll();
    }

    private static String row(Visitor desk, String unit) {
        return desk.page()
                .select("tr:contains(" + unit + ") a:contains(Xem bằng chứng)")
                .attr("href");
    }

    private static void look(Page page, String name, int width, SoftAssertions softly) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "publication-" + name + "-" + width + ".png"))
                .setFullPage(true));
        softly.assertThat(Browser.violations(page)).as(name).isEmpty();
        softly.assertThat(Browser.overflow(page)).as(name + " overflows").isLessThanOrEqualTo(0);
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
