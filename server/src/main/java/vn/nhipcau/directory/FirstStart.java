package vn.nhipcau.directory;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Opens a new installation: while there is no account at all, whoever reads the server's terminal may found the topmost unit
 * and its administrator. The code that proves it is made at each start, kept in memory only, and worth nothing once there is
 * an account.
 */
@Component
class FirstStart {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final int CODE_BYTES = 24;
    private static final int WRONG_CODES = 20;

    private final People people;
    private final Accounts accounts;
    private final Reorganisations reorganisations;
    private final Charts charts;
    private final String code;
    private final Bucket wrongCodes = Bucket.builder()
            .addLimit(limit -> limit.capacity(WRONG_CODES).refillGreedy(WRONG_CODES, Duration.ofMinutes(10)))
            .build();
    /** Accounts are never deleted, so this never turns back. */
    private volatile boolean closed;

    FirstStart(People people, Accounts accounts, Reorganisations reorganisations, Charts charts) {
        this.people = people;
        this.accounts = accounts;
        this.reorganisations = reorganisations;
        this.charts = charts;
        byte[] random = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(random);
        this.code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @EventListener
    void announce(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context && open()) {
            log.info(
                    "Chưa có tài khoản nào: hãy mở địa chỉ dùng một lần này để lập đơn vị và quản trị viên đầu tiên"
                            + " / No account yet: open this one-time address: http://localhost:{}/first-start?code={}",
                    context.getWebServer().getPort(),
                    code);
        }
    }

    boolean open() {
        if (!closed) {
            closed = people.any();
        }
        return !closed;
    }

    /** Refuses who does not know the code. The right one passes however many wrong ones were tried. */
    void require(String given) {
        if (!open()) {
            throw Refusal.notFound();
        }
        if (MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
            return;
        }
        if (!wrongCodes.tryConsume(1)) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_CODES",
                    "Đã thử quá nhiều mã sai. Hãy mở đúng địa chỉ in ở cửa sổ dòng lệnh của máy chủ.",
                    "Too many wrong codes. Open the very address that the server's terminal shows.");
        }
        throw Refusal.forbidden(
                "WRONG_CODE",
                "Địa chỉ này không đúng hoặc đã cũ. Hãy mở địa chỉ in ở cửa sổ dòng lệnh sau lần khởi động gần nhất của máy chủ.",
                "This address is wrong or old. Open the one that the server's terminal has shown since its last start.");
    }

    /** Founds the unit and makes its administrator's account, both or neither. */
    @Transactional
    void create(FirstStartForm form, Instant now) {
        // Who comes second at the same moment waits here, and then finds the account.
        charts.lock();
        if (people.any()) {
            throw Refusal.notFound();
        }
        LocalDate from = form.from();
        if (from == null || from.isAfter(LocalDate.ofInstant(now, Shell.ZONE))) {
            throw Refusal.invalid(
                    "FIRST_DAY",
                    "Hãy chọn ngày bắt đầu của đơn vị, không muộn hơn hôm nay.",
                    "Choose the unit's first day, today at the latest.");
        }
        long unit = reorganisations.found(
                form.founding(), new Decision(from, null, "Lập khi mở hệ thống lần đầu", null, now));
        accounts.add(
                ActForm.text(form.username()),
                ActForm.text(form.name()),
                Objects.requireNonNullElse(form.password(), ""),
                Objects.requireNonNullElse(form.repeated(), ""),
                new Post(Role.ADMIN, unit),
                Stamp.ofSystem(now));
    }
}
