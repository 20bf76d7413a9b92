package vn.nhipcau.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every failure ends here: as a page in the lay-out, or for the API as an RFC 9457 problem. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Language language) {
        Refusal refusal = refusal(request);
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (original instanceof String path && path.startsWith("/api/")) {
            return problem(refusal, language);
        }
        response.setStatus(refusal.status().value());
        model.addAttribute("refusal", refusal);
        return "web/error";
    }

    private static ResponseEntity<ProblemDetail> problem(Refusal refusal, Language language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.sentence(language));
        problem.setType(URI.create("urn:nhipcau:" + refusal.code()));
        problem.setProperty("code", refusal.code());
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Refusal refusal(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable cause = thrown instanceof Throwable t ? t : null; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof FileCountLimitExceededException) {
                return new Refusal(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "TOO_MANY_PARTS",
                        "Gửi quá nhiều tệp hoặc ô trong một lần, chưa ghi gì. Hãy gửi thành nhiều lần.",
                        "Too many files or fields at once; nothing was recorded. Send them in several turns.");
            }
            if (cause instanceof DataAccessResourceFailureException) {
                return new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "DATABASE_UNAVAILABLE",
                        "Hệ thống đang bận, việc vừa làm CHƯA được ghi. Hãy thử lại sau ít phút.",
                        "The system is busy; what you did was NOT recorded. Try again in a few minutes.");
            }
        }
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
            // Somebody typed the address; nothing went wrong.
            return Refusal.notFound();
        }
        HttpStatus status = HttpStatus.resolve(code);
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return tooLarge(request.getContentType());
        }
        return ofStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, thrown);
    }

    /** Tomcat and Spring each have several exceptions for it; what was sent tells more than they do. */
    private static Refusal tooLarge(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? new Refusal(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "FILE_TOO_LARGE",
                        "Tệp quá lớn, chưa ghi gì: mỗi tệp tối đa 50 MB, mỗi lần gửi tối đa 100 MB. Hãy nén hoặc tách tệp rồi"
                                + " gửi lại.",
                        "The file is too large; nothing was recorded: 50 MB a file, 100 MB at once. Compress or split it.")
                : new Refusal(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "FORM_TOO_LARGE",
                        "Phần chữ gửi lên quá dài, chưa ghi gì. Hãy rút gọn, hoặc đưa nội dung dài vào tệp đính kèm.",
                        "The text sent is too long; nothing was recorded. Shorten it or attach it as a file.");
    }

    private static Refusal ofStatus(HttpStatus status, Object thrown) {
        return switch (status) {
            case NOT_FOUND -> Refusal.notFound();
            case FORBIDDEN ->
                Refusal.forbidden(
                        "FORBIDDEN",
                        "Bạn không có quyền làm việc này, hoặc trang đã mở quá lâu. Hãy tải lại trang rồi thử lại.",
                        "You may not do this, or the page was open for too long. Reload the page and try again.");
            case METHOD_NOT_ALLOWED ->
                new Refusal(
                        status,
                        "METHOD_NOT_ALLOWED",
                        "Địa chỉ này không nhận cách gọi đó. Hãy quay lại trang trước.",
                        "This address does not take that method. Go back.");
            case INTERNAL_SERVER_ERROR -> {
                // The number lets the operator find the stack trace without showing it to the reader.
                String id = UUID.randomUUID().toString().substring(0, 8);
                log.error("Lỗi {} / failure {}", id, id, thrown instanceof Throwable t ? t : null);
                yield new Refusal(
                        status,
                        "INTERNAL",
                        "Có lỗi ngoài dự kiến (mã " + id + "). Hãy thử lại; nếu vẫn lỗi, báo quản trị kèm mã này.",
                        "Something unexpected went wrong (number " + id
                                + "). Try again, or tell the administrator that number.");
            }
            default ->
                new Refusal(
                        status,
                        status.name(),
                        "Yêu cầu không hợp lệ (" + status.value() + "). Hãy kiểm tra lại địa chỉ và các ô đã điền.",
                        "The request is not valid (" + status.value() + "). Check the address and the fields.");
        };
    }
}
