package vn.nhipcau.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;

@ServerTest
class SignInPageIT {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void the_form_is_accessible_and_fits_the_screen(int width) {
        try (Page page = Browser.open(width, 800)) {
            page.navigate("http://localhost:" + port + "/sign-in");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target/screenshots/sign-in-" + width + ".png")));

            assertThat(Browser.violations(page)).isEmpty();
            assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
        }
    }
}
