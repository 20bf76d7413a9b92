package vn.nhipcau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what cannot be kept as it was written, before any page meets it: PostgreSQL's text has no U+0000. */
@Component
class ReadableParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean readable = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(value -> value.indexOf('\0') >= 0);
        if (readable) {
            chain.doFilter(request, response);
            return;
        }
        Refusal refusal = new Refusal(
                HttpStatus.BAD_REQUEST,
                "CONTROL_CHARACTER",
                "Nội dung gửi lên có ký tự điều khiển không đọc được. Hãy gõ lại thay vì dán, rồi gửi lại.",
                "What was sent holds a control character. Type it anew instead of pasting and send it again.");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        response.sendError(refusal.status().value());
    }
}
