package vn.nhipcau.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Hands a {@link Refusal} to the error page with its own status. */
@ControllerAdvice
class RefusalAdvice {
    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        response.sendError(refusal.status().value());
    }

    /** “/public/directives/abc”: no such page, rather than a fault of the reader's. */
    @ExceptionHandler
    void misspelt(MethodArgumentTypeMismatchException exception, HttpServletResponse response) throws IOException {
        boolean inPath = exception.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError(inPath ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }
}
