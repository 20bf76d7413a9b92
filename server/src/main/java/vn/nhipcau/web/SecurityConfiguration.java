package vn.nhipcau.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
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

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SignInLimit signInLimit) throws Exception {
        ClosedDoor closedDoor = new ClosedDoor();
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/desk", "/desk/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/", "/public/**", "/assets/**", "/favicon.ico", "/robots.txt")
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
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
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

    @Bean(destroyMethod = "close")
    PasswordEncoder passwordEncoder() {
        return new QueuedPasswordEncoder();
    }
}
