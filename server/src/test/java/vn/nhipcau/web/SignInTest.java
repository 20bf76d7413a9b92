package vn.nhipcau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;

@ServerTest
class SignInTest {
    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void an_officer_signs_in_and_sees_the_desk() {
        people.add("lan", "Nguyễn Thị Lan", "mat-khau-cua-lan", java.util.List.of());
        Visitor lan = new Visitor(port);

        lan.signIn("lan", "mat-khau-cua-lan");

        assertThat(lan.get("/desk").text()).contains("Nguyễn Thị Lan");
    }

    @Test
    void a_stranger_is_sent_to_the_sign_in_form() {
        assertThat(new Visitor(port).get("/desk").location()).endsWith("/sign-in");
    }

    @Test
    void a_wrong_password_is_told_what_to_check() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("khong-co", "sai");
        assertThat(visitor.page().text()).contains("Tên đăng nhập hoặc mật khẩu chưa đúng");
    }

    @Test
    void guessing_is_slowed_however_the_path_is_written_and_whoever_the_guesser_claims_to_be() {
        people.add("bi-do", "Trần Bị Dò", "mat-khau-cua-bi-do", java.util.List.of());
        Visitor guesser = new Visitor(port);
        for (int i = 0; i < 8; i++) {
            guesser.signIn("bi-do", "doan-" + i);
        }
        guesser.get("/sign-in");
        String token = guesser.page().select("input[name=_csrf]").attr("value");
        for (String path : java.util.List.of("/sign-in", "/%73ign-in", "/sign%2Din")) {
            guesser.post(path, "user=bi-do&password=mat-khau-cua-bi-do&_csrf=" + token);
            assertThat(guesser.page().location()).as(path).contains("too-many");
        }
    }

    @Test
    void what_cannot_be_kept_is_turned_away_with_a_sentence() {
        Visitor visitor = new Visitor(port);
        visitor.get("/public/directives?q=%00");
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.page().text()).contains("ký tự điều khiển");

        visitor.post("/sign-in", "user=" + "a".repeat(3_000_000));
        assertThat(visitor.status()).isEqualTo(413);
        assertThat(visitor.page().text()).contains("quá dài");
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_the_readers_language() {
        Visitor visitor = new Visitor(port);
        visitor.get("/public/khong-co");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.page().text()).contains("Không có trang này");
    }
}
