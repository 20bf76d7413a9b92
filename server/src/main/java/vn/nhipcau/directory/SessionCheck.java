package vn.nhipcau.directory;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds open sessions to what the account is now: one of a deactivated person, or from before the password was changed, is
 * over; one whose person was given other posts goes on with them. Costs one look-up by key a request.
 */
@Component
class SessionCheck extends OncePerRequestFilter {
    private final People people;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SessionCheck(People people) {
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/desk");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Officer officer) {
            Optional<Officer.Versions> now = people.versions(officer.id());
            if (now.isEmpty() || now.get().sessions() != officer.versions().sessions()) {
                end(request);
                response.sendRedirect("/sign-in?failed=ended");
                return;
            }
            if (!now.get().equals(officer.versions())) {
                refresh(officer.id(), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    /** The session goes on as the account is now. */
    void refresh(long person, HttpServletRequest request, HttpServletResponse response) {
        Officer now = people.officer(person).orElseThrow();
        now.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
    }
}
