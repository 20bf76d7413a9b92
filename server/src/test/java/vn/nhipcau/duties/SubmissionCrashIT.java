package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.RunningServer;
import vn.nhipcau.Visitor;

/** What a page called handed in is there after {@code kill -9}; what it did not is there whole or not at all. */
class SubmissionCrashIT {
    private static final List<String> OFFICERS = List.of("tv.cl", "tv.ck", "tv.cn", "tv.tc", "tv.trc", "tv.stttt");
    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    /** @param acknowledged whether the page said so before the server died */
    private record Sent(String officer, String duty, String text, boolean acknowledged) {}

    @Test
    void a_submission_is_there_whole_or_not_at_all() throws InterruptedException {
        Path data = folder.resolve("data");
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            RunningServer server = RunningServer.start(data, "--nhipcau.demo=true");
            sendUntilKilled(server, round, sent);
        }
        assertThat(sent).anyMatch(Sent::acknowledged);
        try (RunningServer server = RunningServer.start(data, "--nhipcau.demo=true")) {
            for (Sent one : sent) {
                check(server, one);
            }
        }
    }

    @Test
    void a_form_that_was_open_when_the_server_was_killed_can_still_be_sent() {
        Path data = folder.resolve("form");
        RunningServer killed = RunningServer.start(data, "--nhipcau.demo=true");
        Visitor visitor = new Visitor(killed.port()).signIn(OFFICERS.getFirst(), "nhipcau-demo");
        ownDuties(visitor).stream()
                .filter(duty -> visitor.get(duty).selectFirst("form#submit") != null)
                .findFirst()
                .orElseThrow();
        killed.kill();

        try (RunningServer server = RunningServer.launch(data, killed.port(), "--nhipcau.demo=true")) {
            server.awaitPage();
            assertThat(submit(visitor, "Viết trong lúc máy chủ khởi động lại")).isTrue();
        }
    }

    private static void sendUntilKilled(RunningServer server, int round, Queue<Sent> sent) throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(OFFICERS.size())) {
            for (String officer : OFFICERS) {
                threads.submit(() -> {
                    Visitor visitor = new Visitor(server.port()).signIn(officer, "nhipcau-demo");
                    for (String duty : ownDuties(visitor)) {
                        if (visitor.get(duty).selectFirst("form#submit") == null) {
                            continue;
                        }
                        String text =
                                officer + " " + duty + " lần " + round + "\n" + "Nội dung minh chứng. ".repeat(4_000);
                        boolean acknowledged = submit(visitor, text);
                        sent.add(new Sent(officer, duty, text, acknowledged));
                        if (!acknowledged) {
                            return;
                        }
                        first.countDown();
                    }
                });
            }
            // One officer has seen “đã nộp”; the others are in the middle of theirs.
            first.await();
            server.kill();
        }
    }

    private static List<String> ownDuties(Visitor visitor) {
        return visitor.get("/desk/my-duties").select("a[href^=/desk/duties/]").stream()
                .map(link -> link.attr("href"))
                .distinct()
                .toList();
    }

    private static boolean submit(Visitor visitor, String text) {
        try {
            return visitor.submitFile(
                            "form#submit",
                            Map.of("notSecret", "true", "note", "thử ngắt điện"),
                            "files",
                            "minh-chung.txt",
                            text.getBytes(StandardCharsets.UTF_8))
                    .text()
                    .contains("Đã nộp bản");
        } catch (UncheckedIOException serverGone) {
            return false;
        }
    }

    private static void check(RunningServer server, Sent sent) {
        Visitor visitor = new Visitor(server.port()).signIn(sent.officer(), "nhipcau-demo");
        Document page = visitor.get(sent.duty());
        List<String> files = page.select("a[href*=/evidence/]").stream()
                .map(link -> new String(visitor.download(link.attr("href")).body(), StandardCharsets.UTF_8))
                .toList();
        // Not acknowledged, it may be there or not, and a later round may have handed in another; but never a piece of
        // it.
        String firstLine = sent.text().lines().findFirst().orElseThrow();
        assertThat(files)
                .as("%s of %s, acknowledged: %s", sent.duty(), sent.officer(), sent.acknowledged())
                .allMatch(file -> file.equals(sent.text()) || !file.startsWith(firstLine))
                .matches(all -> !sent.acknowledged() || all.contains(sent.text()), "what was acknowledged is there");
        assertThat(page.select("article:has(h3):not(:has(li a))"))
                .as("versions without evidence")
                .isEmpty();
    }
}
