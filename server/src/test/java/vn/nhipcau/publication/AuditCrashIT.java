package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;
import vn.nhipcau.Visitor;

/** A server that is killed while it looks at sites. */
class AuditCrashIT {
    private static final String PASSWORD = "nhipcau-demo";

    @TempDir
    Path folder;

    @Test
    void what_was_seen_stays_and_the_rest_is_looked_at_once_after_the_kill() {
        Path data = folder.resolve("data");
        String campaign;
        try (RunningServer server = RunningServer.start(data, "--nhipcau.demo=true")) {
            Visitor desk = new Visitor(server.port()).signIn("dieuphoi.hg", PASSWORD);
            String href = desk.get("/desk/publication")
                    .expectFirst("main a[href^=/desk/publication/]")
                    .attr("href");
            Province.await(() -> desk.get(href).text().contains("đã xem 26/26"));
            desk.submit("form[action$=/check]", Map.of());
            assertThat(desk.page().text()).contains("Lượt kiểm tra 2");
            server.kill();
            campaign = href;
        }
        try (RunningServer server = RunningServer.start(data, "--nhipcau.demo=true")) {
            Visitor desk = new Visitor(server.port()).signIn("dieuphoi.hg", PASSWORD);
            // Leases of the killed process end by themselves; then this one takes the sites over.
            Province.await(() -> desk.get(campaign).text().contains("đã xem 26/26"));
            assertThat(desk.page().text()).contains("Lượt kiểm tra 2");
            assertThat(desk.get(campaign + "/report").text()).contains("52 kết quả", "nguyên vẹn");
        }
    }
}
