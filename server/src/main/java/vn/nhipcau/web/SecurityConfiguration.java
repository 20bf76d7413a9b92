package vn.nhipcau.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Who may knock at which door. What a door shows to whom is each module's own matter. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** No inline script or style, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For software of others: no session, no form, so nothing that a forged form could use. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain openDoors(HttpSecurity http) throws Exception {
        http.securityMatcher("/api/**", "/log/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")));
        return http.build();
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SignInLimit signInLimit) throws Exception {
        ClosedDoor closedDoor = new ClosedDoor();
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/desk", "/desk/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/", "/public/**", "/assets/**", "/favicon.ico", "/robots.txt")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/public/**")
                        .permitAll()
                        .requestMatchers("/sign-in", "/first-start", "/language", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("user")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/desk")
                        .failureHandler(signInLimit))
                .logout(logout -> logout.logoutUrl("/desk/sign-out").logoutSuccessUrl("/"))
                // Kept by the browser and not in a session: a page that a stranger opens leaves nothing here.
                // Not replaced at sign-in: a form that was open before can then be sent after it. The session's cookie,
                // which
                // other sites cannot send (SameSite), stands behind it.
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::isOwnPublicForm)
                        .csrfTokenRepository(new CookieCsrfTokenRepository())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .exceptionHandling(
                        shut -> shut.authenticationEntryPoint(closedDoor).accessDeniedHandler(closedDoor))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(new StrangersUploads(), CsrfFilter.class)
                .addFilterBefore(signInLimit, UsernamePasswordAuthenticationFilter.class);
        return http.build();
    }

    /**
     * What the people write must not be lost because a cookie went while they wrote: their forms do without a token. A browser says itself when another site sends them.
     */
    private static boolean isOwnPublicForm(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return request.getRequestURI().startsWith("/public/")
                && (from == null || "same-origin".equals(from) || "none".equals(from));
    }

    @Bean(destroyMethod = "close")
    PasswordEncoder passwordEncoder() {
        return new QueuedPasswordEncoder();
    }
}
