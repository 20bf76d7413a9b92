package vn.nhipcau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;

@ServerTest
class DoorsTest {
    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void no_stranger_passes_any_door_of_the_desk() {
        Visitor stranger = new Visitor(port);
        paths("/desk")
                .forEach(path ->
                        assertThat(stranger.get(path).location()).as(path).endsWith("/sign-in"));
    }

    @Test
    void every_page_that_is_not_the_desks_is_meant_for_everybody() {
        assertThat(paths(""))
                .allMatch(path -> path.equals("/")
                        || path.startsWith("/desk")
                        || path.startsWith("/public/")
                        || List.of("/sign-in", "/language", "/error").contains(path));
    }

    @Test
    void where_nothing_is_a_reader_is_told_so() {
        Visitor stranger = new Visitor(port);
        for (String path : List.of("/internal/anything", "/public/directives/abc", "/actuator/health", "/error")) {
            stranger.get(path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
            assertThat(stranger.page().text()).contains("Không có trang này");
        }
    }

    @Test
    void a_form_sent_after_the_session_has_ended_can_be_sent_again() {
        people.add("het-phien", "Minh", "mat-khau-dai-cua-minh", List.of());
        Visitor tab = new Visitor(port).signIn("het-phien", "mat-khau-dai-cua-minh");
        String form = "_csrf=" + tab.get("/desk").select("input[name=_csrf]").attr("value");
        jdbc.sql("DELETE FROM web.session WHERE principal_name = 'het-phien'").update();

        tab.post("/desk/board/accept", form);
        assertThat(tab.status()).isEqualTo(403);
        assertThat(tab.page().text()).contains("CHƯA được gửi");

        tab.signIn("het-phien", "mat-khau-dai-cua-minh");
        tab.post("/desk/sign-out", form);
        assertThat(tab.status()).isEqualTo(200);
    }

    @Test
    void a_forged_form_changes_nothing() {
        people.add("minh-gia-mao", "Minh", "mat-khau-dai-cua-minh", List.of());
        Visitor visitor = new Visitor(port).signIn("minh-gia-mao", "mat-khau-dai-cua-minh");
        visitor.post("/desk/sign-out", "_csrf=forged");
        assertThat(visitor.status()).isEqualTo(403);
        visitor.get("/desk");
        assertThat(visitor.page().text()).contains("Minh");
    }

    @Test
    void answers_forbid_foreign_and_inline_script() {
        var headers = new Visitor(port).download("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void the_way_back_from_the_choice_of_language_stays_on_this_server() {
        assertThat(OwnPath.orHome("/desk/board?page=2")).isEqualTo("/desk/board?page=2");
        assertThat(List.of("https://example.com", "//example.com", "/\\example.com", "javascript:alert(1)", ""))
                .allMatch(path -> OwnPath.orHome(path).equals("/"));
    }

    @Test
    void a_reader_chooses_english_and_keeps_it() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.submit("form[action=/language]", Map.of("language", "en"));
        assertThat(visitor.page().expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(visitor.get("/sign-in").text()).contains("User name");
    }

    @Test
    void guessing_passwords_is_slowed_down() {
        people.add("doan", "Đoan", "mat-khau-dai-cua-doan", List.of());
        Visitor guesser = new Visitor(port);
        for (int i = 0; i < 9; i++) {
            guesser.signIn("doan", "doan-mo-" + i);
        }
        guesser.signIn("doan", "mat-khau-dai-cua-doan");
        assertThat(guesser.page().text()).contains("Sai quá nhiều lần");
    }

    private List<String> paths(String prefix) {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.replaceAll("\\{[^}]*}", "1"))
                .toList();
    }
}
