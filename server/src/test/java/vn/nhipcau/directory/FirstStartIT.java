package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.Browser;
import vn.nhipcau.RunningServer;
import vn.nhipcau.Visitor;

/** From an empty folder to a directory with an administrator, as an operator walks it. */
class FirstStartIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/first-start\\?code=[\\w-]{32,})");
    private static final String FORM = "form[action=/first-start]";
    private static final String PASSWORD = "mua xuan den roi";

    @TempDir
    Path data;

    @Test
    void whoever_reads_the_terminal_sets_up_the_first_unit_and_administrator() {
        try (RunningServer server = RunningServer.start(data)) {
            Visitor operator = new Visitor(server.port());
            assertThat(operator.get("/sign-in").text()).contains("chưa có tài khoản nào");
            assertThat(operator.get("/first-start").text()).contains("địa chỉ in ở cửa sổ dòng lệnh");
            assertThat(operator.status()).isEqualTo(403);
            operator.get("/first-start?code=doan-bua");
            assertThat(operator.status()).isEqualTo(403);

            operator.get(address(server));
            operator.submit(FORM, with(filled("quantri"), "repeated", "mua xuan da qua"));
            assertThat(operator.status()).isEqualTo(422);
            assertThat(operator.page().text()).contains("Hai lần ghi mật khẩu mới không giống nhau");
            assertThat(operator.page().expectFirst("input[name=unit]").val()).isEqualTo("Tỉnh Mẫu");
            operator.submit(FORM, with(filled("quantri"), "from", "2999-01-01"));
            assertThat(operator.page().text()).contains("không muộn hơn hôm nay");
            operator.submit(FORM, filled("quantri"));
            assertThat(operator.page().text()).contains("Đã lập đơn vị và quản trị viên đầu tiên");
            assertThat(operator.page().text()).doesNotContain("chưa có tài khoản nào");
            operator.get("/desk/directory");
            assertThat(operator.page().location()).as("nobody is signed in").contains("/sign-in");

            operator.signIn("quantri", PASSWORD);
            assertThat(operator.get("/desk/directory").text()).contains("Tỉnh Mẫu", "Việc tiếp theo");
            operator.get("/desk/directory/import");
            operator.submitFile(
                    "form[action=/desk/directory/import]",
                    Map.of(),
                    "file",
                    "danh-ba.csv",
                    ("Mã,Tên,Tên ngắn,Hệ,Loại,Trực thuộc,Từ ngày\nH01.1,Sở Nội vụ tỉnh Mẫu,Sở Nội vụ,Chính quyền,so,H01,2025-07-01\n")
                            .getBytes());
            assertThat(operator.page().text()).contains("Sở Nội vụ");

            operator.get(address(server));
            assertThat(operator.status()).as("closed for ever").isEqualTo(404);
        }
        try (RunningServer again = RunningServer.start(data)) {
            assertThat(again.output()).doesNotContain("first-start");
        }
    }

    @Test
    void of_two_at_the_same_moment_one_wins() throws Exception {
        try (RunningServer server = RunningServer.start(data);
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Visitor>> operators = List.of(ready(server, "mot"), ready(server, "hai"));
            int done = 0;
            for (Future<Visitor> sent : both.invokeAll(operators)) {
                Visitor operator = sent.get();
                if (operator.status() == 200) {
                    done++;
                } else {
                    assertThat(operator.status()).isEqualTo(404);
                }
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void the_code_ends_with_its_server() {
        String old;
        try (RunningServer server = RunningServer.start(data)) {
            old = address(server);
        }
        try (RunningServer again = RunningServer.start(data)) {
            Visitor operator = new Visitor(again.port());
            operator.get(old);
            assertThat(operator.status()).isEqualTo(403);
            for (int i = 0; i < 30; i++) {
                operator.get("/first-start?code=" + i);
            }
            assertThat(operator.status()).isEqualTo(429);
            operator.get(address(again));
            assertThat(operator.status()).isEqualTo(200);
        }
    }

    @Test
    void everybody_can_use_the_page() {
        try (RunningServer server = RunningServer.start(data)) {
            for (int width : List.of(1280, 360)) {
                Page page = Browser.open(width, 900);
                page.navigate("http://localhost:" + server.port() + address(server));
                assertThat(Browser.violations(page)).isEmpty();
                assertThat(Browser.overflow(page)).isNotPositive();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screens/first-start-" + width + ".png"))
                        .setFullPage(true));
            }
        }
    }

    private static Callable<Visitor> ready(RunningServer server, String user) {
        Visitor operator = new Visitor(server.port());
        operator.get(address(server));
        return () -> {
            operator.submit(FORM, filled(user));
            return operator;
        };
    }

    private static String address(RunningServer server) {
        Matcher found = ADDRESS.matcher(server.output());
        assertThat(found.find()).as(server.output()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> filled(String username) {
        return Map.of(
                "unit", "Tỉnh Mẫu",
                "unitCode", "H01",
                "kind", "tinh",
                "line", "state",
                "from", "2025-07-01",
                "name", "Nguyễn Văn Mẫu",
                "username", username,
                "password", PASSWORD,
                "repeated", PASSWORD);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
