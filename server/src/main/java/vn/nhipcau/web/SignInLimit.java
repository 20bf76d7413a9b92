package vn.nhipcau.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing of passwords. Failures are counted, not attempts, and per account and address together: a stranger
 * who guesses cannot lock an officer out from elsewhere, and a whole office behind one address can sign in at eight.
 */
@Component
class SignInLimit extends OncePerRequestFilter implements AuthenticationFailureHandler {
    private static final int FAILURES = 8;
    private static final Duration REFILL = Duration.ofMinutes(10);

    private final Cache<String, Bucket> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(REFILL).build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (signsIn(request) && bucket(request).getAvailableTokens() == 0) {
            response.setHeader("Retry-After", Long.toString(REFILL.toSeconds() / FAILURES));
            response.sendRedirect("/sign-in?failed=too-many");
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        bucket(request).tryConsume(1);
        response.sendRedirect("/sign-in?failed=wrong");
    }

    private static boolean signsIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && "/sign-in".equals(request.getRequestURI());
    }

    private Bucket bucket(HttpServletRequest request) {
        return failures.get(
                key(request),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(FAILURES).refillGreedy(FAILURES, REFILL))
                        .build());
    }

    private static String key(HttpServletRequest request) {
        @Nullable String user = request.getParameter("user");
        return request.getRemoteAddr() + " " + (user == null ? "" : user.strip().toLowerCase(Locale.ROOT));
    }
}
