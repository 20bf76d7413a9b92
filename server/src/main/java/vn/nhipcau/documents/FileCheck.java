package vn.nhipcau.documents;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What {@code ./nhipcau verify-files} does after a restore: every file that a row names is there, byte for byte. */
@Component
@ConditionalOnProperty("nhipcau.verify-files")
class FileCheck {
    private final JdbcClient jdbc;
    private final FileStore files;
    private final List<NamedFiles> named;

    FileCheck(JdbcClient jdbc, FileStore files, List<NamedFiles> named) {
        this.jdbc = jdbc;
        this.files = files;
        this.named = named;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void checkAndEnd(ApplicationReadyEvent event) {
        int code = allSound() ? 0 : 1;
        System.exit(SpringApplication.exit(event.getApplicationContext(), (ExitCodeGenerator) () -> code));
    }

    private boolean allSound() {
        AtomicLong sound = new AtomicLong();
        AtomicLong broken = new AtomicLong();
        jdbc.sql("SELECT sha256, min(name) AS name FROM ("
                        + named.stream().map(NamedFiles::select).collect(Collectors.joining(" UNION ALL "))
                        + ") AS files GROUP BY sha256 ORDER BY sha256")
                .query(row -> {
                    String sha256 = row.getString("sha256");
                    if (isSound(sha256)) {
                        sound.incrementAndGet();
                    } else {
                        broken.incrementAndGet();
                        System.err.println("Thiếu hoặc hỏng / missing or damaged: " + files.path(sha256) + " ("
                                + row.getString("name") + ")");
                    }
                });
        System.out.println(
                "Tệp còn nguyên vẹn / sound files: " + sound + "; thiếu hoặc hỏng / missing or damaged: " + broken);
        return broken.get() == 0;
    }

    private boolean isSound(String sha256) {
        try {
            return files.verify(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
