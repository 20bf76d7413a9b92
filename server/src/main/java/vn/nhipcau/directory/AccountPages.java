package vn.nhipcau.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Accounts, for administrators: only people who hold a post within their reach are seen. What concerns the whole account
 * (password, deactivation) takes reach over all its posts, so that nobody takes over an account that may do more than
 * themselves. And everybody's own account.
 */
@Controller
class AccountPages {
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final AccountLog log;
    private final UnitPicker picker;
    private final AdminScope scope;
    private final SessionCheck sessions;
    private final Clock clock;

    AccountPages(
            Accounts accounts,
            AccountLog log,
            UnitPicker picker,
            AdminScope scope,
            SessionCheck sessions,
            Clock clock) {
        this.accounts = accounts;
        this.log = log;
        this.picker = picker;
        this.scope = scope;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/desk/directory/accounts")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        AdminScope.requireAdmin(officer);
        Accounts.Found found = accounts.search(text, scope.reach(officer, today()), today(), Math.max(1, page), PAGE);
        String link = UriComponentsBuilder.fromPath("/desk/directory/accounts")
                .queryParam("text", "{text}")
                .encode()
                .buildAndExpand(text)
                .toUriString();
        model.addAttribute("people", found.rows());
        model.addAttribute("paging", Paging.of(page, PAGE, found.total(), link));
        model.addAttribute("text", text);
        return "directory/accounts";
    }

    @GetMapping("/desk/directory/accounts/new")
    String add(@AuthenticationPrincipal Officer officer, Model model) {
        AdminScope.requireAdmin(officer);
        return form("", "", "", "", Role.OFFICER, null, officer, model);
    }

    @PostMapping("/desk/directory/accounts/new")
    String add(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam Role role,
            @AuthenticationPrincipal Officer officer,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AdminScope.requireAdmin(officer);
        try {
            Accounts.Fresh fresh = accounts.add(username, name, email, post(unit, role, officer), stamp(officer));
            tellPassword(fresh, language, redirect);
            return "redirect:/desk/directory/accounts/" + fresh.person();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return form(username, name, email, unit, role, refusal.sentence(language), officer, model);
        }
    }

    private String form(
            String username,
            String name,
            String email,
            String unit,
            Role role,
            @Nullable String error,
            Officer officer,
            Model model) {
        model.addAttribute("username", username);
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("unit", unit);
        model.addAttribute("role", role);
        model.addAttribute("error", error);
        model.addAttribute("suggestions", picker.suggestions(officer, today()));
        return "directory/account-new";
    }

    private Post post(String unit, Role role, Officer officer) {
        long id = picker.pick(ActForm.text(unit), today()).id();
        scope.require(officer, Set.of(id), today(), today());
        return new Post(role, id);
    }

    @GetMapping("/desk/directory/accounts/{id}")
    String account(@PathVariable long id, @AuthenticationPrincipal Officer officer, Model model) {
        Seen seen = seen(id, officer);
        model.addAttribute("person", seen.person());
        model.addAttribute("reach", seen.reach());
        model.addAttribute("whole", seen.whole() && id != officer.id());
        model.addAttribute("acts", log.of(id));
        model.addAttribute("suggestions", picker.suggestions(officer, today()));
        return "directory/account";
    }

    @PostMapping("/desk/directory/accounts/{id}/posts")
    String addPost(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam Role role,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        seen(id, officer);
        return attempt(
                id,
                language,
                redirect,
                "Đã giao vai trò.",
                "The post is given.",
                () -> accounts.addPost(id, post(unit, role, officer), stamp(officer)));
    }

    @PostMapping("/desk/directory/accounts/{id}/posts/remove")
    String removePost(
            @PathVariable long id,
            @RequestParam long unit,
            @RequestParam Role role,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        seen(id, officer);
        scope.require(officer, Set.of(unit), today(), today());
        return attempt(
                id,
                language,
                redirect,
                "Đã thôi giao vai trò.",
                "The post is taken back.",
                () -> accounts.removePost(id, new Post(role, unit), stamp(officer)));
    }

    @PostMapping("/desk/directory/accounts/{id}/active")
    String activate(
            @PathVariable long id,
            @RequestParam boolean active,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        whole(id, officer);
        return attempt(
                id,
                language,
                redirect,
                active ? "Đã mở lại tài khoản." : "Đã khóa tài khoản; các phiên đang mở đã kết thúc.",
                active ? "The account is open again." : "The account is deactivated; its open sessions are over.",
                () -> accounts.activate(id, active, stamp(officer)));
    }

    @PostMapping("/desk/directory/accounts/{id}/password")
    String password(
            @PathVariable long id,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        whole(id, officer);
        tellPassword(accounts.resetPassword(id, stamp(officer)), language, redirect);
        return "redirect:/desk/directory/accounts/" + id;
    }

    @GetMapping("/desk/account")
    String own(@AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute("person", accounts.find(officer.id(), today()).orElseThrow());
        model.addAttribute("acts", log.of(officer.id()));
        return "directory/own-account";
    }

    @PostMapping("/desk/account")
    String changePassword(
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String repeated,
            @AuthenticationPrincipal Officer officer,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            accounts.changePassword(officer, current, wanted, repeated, clock.instant());
            sessions.refresh(officer.id(), request, response);
            Notices.done(
                    redirect,
                    language.t(
                            "Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.",
                            "Your password is changed. Your other sessions are over."));
        } catch (Refusal refusal) {
            Notices.failed(redirect, refusal.sentence(language));
        }
        return "redirect:/desk/account";
    }

    /** @param whole whether the viewer reaches every unit at which the person holds a post */
    private record Seen(Person person, Set<Long> reach, boolean whole) {}

    private Seen seen(long id, Officer officer) {
        AdminScope.requireAdmin(officer);
        Set<Long> reach = scope.reach(officer, today());
        Person person = accounts.find(id, today()).orElseThrow(Refusal::notFound);
        if (person.posts().stream().noneMatch(held -> reach.contains(held.organisationId()))) {
            throw Refusal.notFound();
        }
        return new Seen(person, reach, person.posts().stream().allMatch(held -> reach.contains(held.organisationId())));
    }

    private void whole(long id, Officer officer) {
        if (!seen(id, officer).whole() || id == officer.id()) {
            throw Refusal.forbidden(
                    "ACCOUNT_OUT_OF_REACH",
                    "Tài khoản này là của chính bạn, hoặc còn vai trò ở đơn vị ngoài phạm vi quản trị của bạn. Hãy nhờ quản trị cấp trên.",
                    "This account is your own, or holds a post outside what you administer. Ask an administrator above you.");
        }
    }

    private static String attempt(
            long id,
            Language language,
            RedirectAttributes redirect,
            String vietnamese,
            String english,
            Runnable change) {
        try {
            change.run();
            Notices.done(redirect, language.t(vietnamese, english));
        } catch (Refusal refusal) {
            Notices.failed(redirect, refusal.sentence(language));
        }
        return "redirect:/desk/directory/accounts/" + id;
    }

    private static void tellPassword(Accounts.Fresh fresh, Language language, RedirectAttributes redirect) {
        redirect.addFlashAttribute("fresh", fresh.password());
        Notices.done(
                redirect,
                language.t(
                        "Mật khẩu mới hiện một lần dưới đây. Hãy đưa tận tay cho người dùng và dặn họ đổi ngay.",
                        "The new password is shown once below. Hand it over in person and have it changed at once."));
    }

    private Stamp stamp(Officer officer) {
        return new Stamp(officer.id(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Shell.ZONE));
    }
}
