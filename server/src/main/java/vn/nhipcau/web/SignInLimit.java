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
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing of passwords. Failures are counted, not attempts: per account and address together, so that a stranger
 * who guesses cannot lock an officer out from elsewhere, and more of them per address alone, so that one common password
 * cannot be tried on every account while a whole office behind one address can still mistype at eight.
 */
@Component
class SignInLimit extends OncePerRequestFilter implements AuthenticationFailureHandler {
    private static final int FAILURES = 8;
    private static final int FAILURES_OF_ADDRESS = 100;
    private static final Duration REFILL = Duration.ofMinutes(10);

    /** As Spring Security finds it: an encoded letter in the path is the same path. */
    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");

    private final Cache<String, Bucket> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(REFILL).build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SIGN_IN.matches(request)
                && (ofAccount(request).getAvailableTokens() == 0
                        || ofAddress(request).getAvailableTokens() == 0)) {
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
        if (exception instanceof AuthenticationServiceException) {
            response.sendRedirect("/sign-in?failed=busy");
            return;
        }
        ofAccount(request).tryConsume(1);
        ofAddress(request).tryConsume(1);
        response.sendRedirect("/sign-in?failed=wrong");
    }

    private Bucket ofAccount(HttpServletRequest request) {
        @Nullable String user = request.getParameter("user");
        return bucket(
                request.getRemoteAddr() + " "
                        + (user == null ? "" : user.strip().toLowerCase(Locale.ROOT)),
                FAILURES);
    }

    private Bucket ofAddress(HttpServletRequest request) {
        return bucket(request.getRemoteAddr(), FAILURES_OF_ADDRESS);
    }

    private Bucket bucket(String key, int capacity) {
        return failures.get(
                key,
                absent -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, REFILL))
                        .build());
    }
}
