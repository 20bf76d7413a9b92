package vn.nhipcau.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What somebody is told before whom a door stays shut: outside the desk there is nothing; a page of the desk asks to sign in;
 * a form that arrives after the session has ended is not lost, since the same page can be sent again.
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException, ServletException {
        if (!ofTheDesk(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (READING.contains(request.getMethod())) {
            signIn.commence(request, response, notSignedIn);
        } else {
            sessionEnded(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean nothingThere = !ofTheDesk(request) && !(denied instanceof CsrfException);
        response.sendError(nothingThere ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
    }

    static void sessionEnded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal refusal = Refusal.forbidden(
                "SESSION_ENDED",
                "Phiên làm việc đã kết thúc nên nội dung CHƯA được gửi. Hãy mở một thẻ khác để đăng nhập, rồi quay lại thẻ này,"
                        + " tải lại trang (F5) và đồng ý gửi lại.",
                "Your session is over and nothing was sent. Sign in in another tab, come back to this one, reload it and agree"
                        + " to send again.");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        response.sendError(refusal.status().value());
    }

    private static boolean ofTheDesk(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/desk") || path.startsWith("/desk/");
    }
}
