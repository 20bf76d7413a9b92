package vn.nhipcau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts {@code page} into the model of every view. */
@ControllerAdvice
class ShellAdvice {
    private final List<MenuEntry> menu;
    private final List<MenuEntry> publicMenu;
    private final Clock clock;
    private final boolean demo;

    ShellAdvice(List<MenuEntry> menu, Clock clock, @Value("${nhipcau.demo:false}") boolean demo) {
        List<MenuEntry> sorted =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.menu = sorted.stream().filter(entry -> !entry.isPublic()).toList();
        this.publicMenu = sorted.stream().filter(MenuEntry::isPublic).toList();
        this.clock = clock;
        this.demo = demo;
    }

    @ModelAttribute("page")
    Shell shell(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        Set<String> authorities = signedIn
                ? authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet())
                : Set.of();
        List<MenuEntry> visible = signedIn
                ? menu.stream()
                        .filter(entry -> entry.authorities().isEmpty()
                                || entry.authorities().stream().anyMatch(authorities::contains))
                        .toList()
                : List.of();
        String query = request.getQueryString();
        return new Shell(
                LanguageCookie.of(request),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                signedIn ? displayName(authentication) : null,
                visible,
                publicMenu,
                csrfToken(request),
                clock.instant(),
                notice(request),
                demo);
    }

    /** The person's own name where the principal has one, else the account's. */
    private static String displayName(Authentication authentication) {
        return authentication.getPrincipal() instanceof Named named ? named.name() : authentication.getName();
    }

    private static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static Shell.@Nullable Notice notice(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Notices.ATTRIBUTE) instanceof Shell.Notice notice ? notice : null;
    }
}
