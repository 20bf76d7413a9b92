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
    void a_page_that_does_not_exist_says_so_in_the_readers_language() {
        Visitor visitor = new Visitor(port);
        visitor.get("/public/khong-co");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.page().text()).contains("Không có trang này");
    }
}
