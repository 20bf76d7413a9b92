package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

/** The confirm page in a real browser: small and large, with script. */
@ServerTest
class ConfirmPageIT {
    private static final String TEXT = """
            TỈNH HẬU GIANG
            SỞ NỘI VỤ

            Số: 600/SNV-CCHC

            Hậu Giang, ngày 04 tháng 8 năm 2020

            V/v báo cáo công tác dân vận chính quyền

            Kính gửi: Các sở, ban, ngành tỉnh

            Định kỳ, hàng quý (ngày 10 của tháng cuối quý) Sở Tài chính báo cáo kết quả thực hiện về Sở Nội vụ.

            Sở Nội vụ đề nghị các sở, ban, ngành tỉnh thực hiện nghiêm túc việc công khai các thủ tục hành chính.

            GIÁM ĐỐC

            Trần Thị Bình
            """;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void every_step_is_accessible_and_fits_the_screen(int width) {
        try (Page page = proposals(width)) {
            page.locator(".proposal details.edit > summary").first().click();
            check(page, "confirm", width);
            page.locator(".proposal button[value=drop]").last().click();
            page.locator(".proposal button[value=keep]").first().click();
            PlaywrightAssertions.assertThat(page.locator("#summary")).containsText("1 đã chọn");
            check(page, "confirm-decided", width);
            page.click("#summary a");
            check(page, "confirm-preview", width);
        }
    }

    @Test
    void a_change_saves_itself_and_the_card_says_what_follows() {
        try (Page page = proposals(1280)) {
            Locator card = page.locator(".proposal").first();
            card.locator("details.edit > summary").click();
            card.locator("[name=rhythms]").fill("hằng năm, ngày 25/11");
            card.locator("[name=deliverTo]").fill("Ủy ban nhân dân tỉnh");
            card.locator("[name=what]").focus();

            PlaywrightAssertions.assertThat(card.locator(".due")).hasText("hằng năm, ngày 25/11");
            PlaywrightAssertions.assertThat(card.locator("[data-saved]")).hasText("Đã tự lưu");
            card.locator("[name=what]").fill("Báo cáo năm");
            card.locator("[name=clause]").focus();
            PlaywrightAssertions.assertThat(card.locator("h3")).hasText("Báo cáo năm");
            assertThat(card.locator("[name=deliverTo]").inputValue()).isEqualTo("Ủy ban nhân dân tỉnh");

            page.reload();
            PlaywrightAssertions.assertThat(card.locator(".due")).hasText("hằng năm, ngày 25/11");
            PlaywrightAssertions.assertThat(card.locator("dl")).containsText("Ủy ban nhân dân tỉnh");
        }
    }

    @Test
    void number_in_the_text_and_card_lead_to_each_other() {
        try (Page page = proposals(1280)) {
            Locator card = page.locator(".proposal").last();
            card.locator("a.chip").click();
            assertThat(page.url()).contains("#t");
            Locator chip = page.locator(".source .chip:target");
            PlaywrightAssertions.assertThat(chip).isInViewport();
            chip.click();
            assertThat(page.url()).contains("#o");
            PlaywrightAssertions.assertThat(page.locator(".proposal:target")).isInViewport();
        }
    }

    @Test
    void a_selected_passage_fills_the_form_for_a_new_obligation() {
        try (Page page = proposals(1280)) {
            page.locator(".source mark").last().selectText();
            page.click("[data-quote-into]");
            assertThat(page.inputValue("#quote")).contains("công khai các thủ tục hành chính");
            PlaywrightAssertions.assertThat(page.locator("#add [name=what]")).isVisible();
        }
    }

    private static void check(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + "-" + width + ".png")));
        assertThat(Browser.violations(page)).isEmpty();
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
    }

    private Page proposals(int width) {
        long top = province.top();
        long home = province.department("Sở Nội vụ", top);
        province.department("Sở Tài chính", top);
        Officer coordinator = province.person(Role.COORDINATOR, home);
        Page page = Browser.open(width, 900);
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("[name=user]", coordinator.getUsername());
        page.fill("[name=password]", Province.PASSWORD);
        page.click("main form button");
        page.navigate("http://localhost:" + port + "/desk/documents/new");
        page.setInputFiles(
                "input[name=file]",
                new FilePayload("van-ban.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8)));
        page.check("[name=notSecret]");
        page.click("main button.primary");
        page.click("main a[href^='/desk/directives/new']");
        page.click("main button.primary");
        return page;
    }
}
