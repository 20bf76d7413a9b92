package vn.nhipcau.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.SignInNote;

/** The page behind the one-time address; it signs nobody in. */
@Controller
@RequestMapping("/first-start")
class FirstStartPage {
    private final FirstStart start;
    private final Organisations organisations;
    private final Clock clock;

    FirstStartPage(FirstStart start, Organisations organisations, Clock clock) {
        this.start = start;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Note {
        @Bean
        SignInNote noAccountYet(FirstStart start) {
            return new SignInNote(
                    start::open,
                    "Hệ thống mới cài, chưa có tài khoản nào. Hãy xem cửa sổ dòng lệnh của máy chủ: ở đó có địa chỉ dùng một"
                            + " lần để lập đơn vị và quản trị viên đầu tiên.",
                    "This installation is new and has no account yet. Look at the server's terminal: it shows a one-time"
                            + " address at which to set up the first unit and administrator.");
        }
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String code, Model model) {
        start.require(code);
        return form(code, FirstStartForm.empty(), null, model);
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute FirstStartForm form,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        start.require(code);
        try {
            start.create(form, clock.instant());
        } catch (Refusal refusal) {
            if (!start.open()) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return form(code, form, refusal.sentence(language), model);
        }
        Notices.done(
                redirect,
                language.t(
                        "Đã lập đơn vị và quản trị viên đầu tiên. Hãy đăng nhập bằng tài khoản vừa lập; việc tiếp theo là vào"
                                + " mục Danh bạ, nhập các đơn vị từ tệp rồi thêm người dùng.",
                        "The first unit and its administrator are set up. Sign in with the new account; then open the"
                                + " Directory, import the units from a file and add people."));
        return "redirect:/sign-in";
    }

    private String form(String code, FirstStartForm form, @Nullable String error, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        model.addAttribute("kinds", organisations.kinds());
        return "directory/first-start";
    }
}
