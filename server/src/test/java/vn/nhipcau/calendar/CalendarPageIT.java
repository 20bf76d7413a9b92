package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

@ServerTest
class CalendarPageIT {
    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    /** A settled year and one that is only proposed, as an administrator sees them with all forms. */
    @ParameterizedTest
    @CsvSource({"360, 2026", "1280, 2026", "360, 2041", "1280, 2041"})
    void the_year_is_accessible_and_fits_the_screen(int width, int year) {
        long unit = jdbc.sql("""
                        INSERT INTO directory.organisation (code, line, valid)
                        VALUES ('lich.' || gen_random_uuid(), 'state', '[2000-01-01,)') RETURNING id""").query(Long.class).single();
        String user = "lich-" + UUID.randomUUID();
        people.add(user, "Trần Văn Lịch", "mat-khau-lich", List.of(new Post(Role.ADMIN, unit)));
        try (Page page = Browser.open(width, 900)) {
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("[name=user]", user);
            page.fill("[name=password]", "mat-khau-lich");
            page.click("main form button");
            page.navigate("http://localhost:" + port + "/desk/calendar/" + year);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/calendar-" + year + "-" + width + ".png")));

            assertThat(page.title()).contains(Integer.toString(year));
            assertThat(Browser.violations(page)).isEmpty();
            assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
        }
    }
}
