package vn.nhipcau.demo;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import vn.nhipcau.web.SignInHints;

/** Says where the demonstration is and who may enter, on the terminal and on the sign-in form. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("nhipcau.demo")
class DemoWelcome {
    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    private static final SignInHints HINTS = new SignInHints(
            DemoDirectory.PASSWORD,
            List.of(
                    new SignInHints.Hint(
                            "dieuphoi.tv",
                            "Điều phối, Sở Nội vụ tỉnh Trà Vinh",
                            "Coordinator, Department of Home Affairs, Trà Vinh"),
                    new SignInHints.Hint(
                            "dieuphoi.hg",
                            "Điều phối, Sở Thông tin và Truyền thông tỉnh Hậu Giang",
                            "Coordinator, Department of Information, Hậu Giang"),
                    new SignInHints.Hint(
                            "noivu.hg",
                            "Điều phối, Sở Nội vụ tỉnh Hậu Giang",
                            "Coordinator, Department of Home Affairs, Hậu Giang"),
                    new SignInHints.Hint(
                            "tv.cl", "Cán bộ UBND huyện Càng Long, Trà Vinh", "Officer, Càng Long district, Trà Vinh"),
                    new SignInHints.Hint(
                            "tv.stttt",
                            "Cán bộ Sở Thông tin và Truyền thông tỉnh Trà Vinh",
                            "Officer, Department of Information, Trà Vinh"),
                    new SignInHints.Hint(
                            "hg.cta",
                            "Cán bộ UBND huyện Châu Thành A, Hậu Giang",
                            "Officer, Châu Thành A district, Hậu Giang"),
                    new SignInHints.Hint("lanhdao.tv", "Lãnh đạo tỉnh Trà Vinh", "Leader, Trà Vinh"),
                    new SignInHints.Hint("lanhdao.hg", "Lãnh đạo tỉnh Hậu Giang", "Leader, Hậu Giang"),
                    new SignInHints.Hint("nguoixem.tv", "Người xem, tỉnh Trà Vinh", "Reader, Trà Vinh"),
                    new SignInHints.Hint("quantri", "Quản trị", "Administrator")));

    @Bean
    SignInHints signInHints() {
        return HINTS;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            StringBuilder accounts = new StringBuilder();
            for (SignInHints.Hint hint : HINTS.hints()) {
                accounts.append(String.format("%n    %-12s %s", hint.user(), hint.vietnamese()));
            }
            log.info(
                    "Sẵn sàng / Ready: http://localhost:{}\n  Mật khẩu của mọi tài khoản / password of every account: {}{}",
                    context.getWebServer().getPort(),
                    DemoDirectory.PASSWORD,
                    accounts);
        }
    }
}
