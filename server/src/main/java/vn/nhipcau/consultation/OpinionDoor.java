package vn.nhipcau.consultation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;
import vn.nhipcau.web.Problem;
import vn.nhipcau.web.Refusal;

/**
 * {@code POST /api/v1/consultations/{slug}/opinions}. Stands before all other filters: on the evening of a cut-off this one
 * address gets nearly all requests, and session, forms and page model would take more of the processor than the opinion.
 */
final class OpinionDoor extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger logger = LoggerFactory.getLogger(OpinionDoor.class);
    private static final String BEFORE = "/api/v1/consultations/";
    private static final String AFTER = "/opinions";
    /** Every character of the longest text may take six bytes (\\u1ed9). */
    private static final int LARGEST_BODY = 6 * Opinions.LONGEST_TEXT + 4_096;

    /** Longer ones are let in a few at a time: thousands of the longest at once would fill the memory. */
    private static final int LONG_BODY = 16_384;

    private static final int LONG_BODIES_AT_ONCE = 256;
    private static final int SECONDS_WHEN_BUSY = 2;

    private final transient Opinions opinions;
    private final transient IntakeLimits limits;
    private final transient Clock clock;
    private final transient JsonMapper json;
    private final transient Semaphore longBodies = new Semaphore(LONG_BODIES_AT_ONCE);

    OpinionDoor(Opinions opinions, IntakeLimits limits, Clock clock, JsonMapper json) {
        this.opinions = opinions;
        this.limits = limits;
        this.clock = clock;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith(BEFORE) || !path.endsWith(AFTER)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            switch (request.getMethod()) {
                case "POST" -> take(path.substring(BEFORE.length(), path.length() - AFTER.length()), request, response);
                case "OPTIONS" -> {
                    response.setHeader("Allow", "POST, OPTIONS");
                    response.setStatus(HttpStatus.NO_CONTENT.value());
                }
                default -> {
                    response.setHeader("Allow", "POST, OPTIONS");
                    throw new Refusal(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "METHOD_NOT_ALLOWED",
                            "Địa chỉ này chỉ nhận POST.",
                            "This address takes POST only.");
                }
            }
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setIntHeader("Retry-After", SECONDS_WHEN_BUSY);
            }
            answer(response, refusal);
        } catch (DataAccessException | TransactionException e) {
            logger.warn("Cơ sở dữ liệu chưa sẵn sàng / the database is not ready: {}", e.getMessage());
            response.setIntHeader("Retry-After", SECONDS_WHEN_BUSY);
            answer(response, Intake.busy());
        } catch (RuntimeException e) {
            logger.error("Lỗi khi nhận ý kiến / failure in taking an opinion", e);
            answer(
                    response,
                    new Refusal(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "INTERNAL",
                            "Có lỗi ngoài dự kiến. Hãy gửi lại với cùng idempotencyKey: ý kiến không bị ghi hai lần.",
                            "Something unexpected went wrong. Send it again with the same idempotencyKey: it will not be"
                                    + " recorded twice."));
        }
    }

    private void take(String consultation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Long> wait = limits.wait(request.getRemoteAddr(), consultation);
        if (wait.isPresent()) {
            response.setHeader("Retry-After", wait.get().toString());
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_OPINIONS",
                    "Có quá nhiều ý kiến gửi từ địa chỉ này hoặc cho đợt này. Hãy gửi lại sau ít giây với cùng idempotencyKey.",
                    "Too many opinions came from this address or to this consultation. Send it again in a few seconds with"
                            + " the same idempotencyKey.");
        }
        Opinions.Accepted accepted = accept(consultation, request);
        response.setStatus(accepted.again() ? HttpStatus.OK.value() : HttpStatus.CREATED.value());
        response.setHeader("Location", "/api/v1/receipts/" + accepted.receipt().id());
        write(response, "application/json", ReceiptJson.of(accepted.receipt(), Optional.empty()));
    }

    private Opinions.Accepted accept(String consultation, HttpServletRequest request) throws IOException {
        int announced = request.getContentLength();
        boolean isLong = announced < 0 || announced > LONG_BODY;
        if (isLong && !longBodies.tryAcquire()) {
            throw Intake.busy();
        }
        try {
            return opinions.accept(OpinionJson.read(body(request), consultation), clock.instant());
        } finally {
            if (isLong) {
                longBodies.release();
            }
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "JSON_ONLY",
                    "Hãy gửi nội dung với Content-Type: application/json.",
                    "Send the body with Content-Type: application/json.");
        }
        int announced = request.getContentLength();
        if (announced > LARGEST_BODY) {
            throw Opinions.tooLong();
        }
        byte[] body = request.getInputStream().readNBytes(announced < 0 ? LARGEST_BODY + 1 : announced);
        if (body.length > LARGEST_BODY) {
            throw Opinions.tooLong();
        }
        return body;
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }

    private void answer(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        write(response, "application/problem+json", json.writeValueAsBytes(Problem.of(refusal)));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
