package vn.nhipcau.crawl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.crawl.world.LoopbackServer;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;

/** One unit's site over several days. */
class RemovalWatchTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T01:00:00Z");

    private enum State {
        POSTED,
        DELETED,
        EMPTIED,
        CHANGED,
        FORBIDDEN_PAGE,
        DOWN
    }

    private final LoopbackServer server = new LoopbackServer(0, (ask, out) -> switch (ask.target()) {
        case "/" -> home().write(out);
        case "/vb" -> page().write(out);
        default -> Reply.missing().write(out);
    });
    private volatile State state = State.POSTED;
    private OneSite unit;

    @BeforeEach
    void start(@TempDir Path folder) {
        unit = new OneSite(server.port(), folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply home() {
        return state == State.DOWN
                ? Reply.of(500, "text/html", new byte[0])
                : Reply.page("<ul><li><a href=\"/\">Trang chủ</a></li></ul><p>Tin của đơn vị trong tuần.</p>"
                        + (state == State.DELETED ? "" : "<a href=\"/vb\">" + OneSite.TITLE + "</a>"));
    }

    private Reply page() throws IOException {
        return switch (state) {
            case POSTED -> Reply.page("<h1>" + OneSite.TITLE + "</h1><pre>" + OneSite.document() + "</pre>");
            case CHANGED ->
                Reply.page("<h1>" + OneSite.TITLE + "</h1><pre>"
                        + OneSite.document()
                                .replace("dân vận chính quyền", "tuyên truyền, vận động quần chúng nhân dân")
                                .replace("2020", "2021")
                        + "</pre>");
            case EMPTIED -> Reply.page("<h1>Bài viết đang được cập nhật</h1><p>Mời quý vị quay lại sau.</p>");
            case DELETED -> Reply.missing();
            case FORBIDDEN_PAGE -> Reply.of(403, "text/html", new byte[0]);
            case DOWN -> Reply.of(500, "text/html", new byte[0]);
        };
    }

    private Verdict look(State now, Duration after) throws Exception {
        state = now;
        return unit.look(FIRST.plus(after));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void a_removal_is_said_only_after_three_spaced_checks() throws Exception {
        assertThat(look(State.POSTED, hours(0)).kind()).isEqualTo(Verdict.Kind.FULL);
        assertThat(look(State.POSTED, hours(24)).firstSeen()).isEqualTo(FIRST);

        Verdict first = look(State.DELETED, hours(48));
        assertThat(first.kind()).isEqualTo(Verdict.Kind.FULL);
        assertThat(first.reason()).contains("Có thể đã gỡ", "404", "1/3");
        assertThat(look(State.DELETED, hours(49)).absence().checks()).isEqualTo(1); // too soon to count
        assertThat(look(State.DELETED, hours(60)).absence().checks()).isEqualTo(2);

        Verdict third = look(State.DELETED, hours(72));
        assertThat(third.kind()).isEqualTo(Verdict.Kind.NOT_FOUND);
        assertThat(third.reason()).startsWith("Đã gỡ: thấy lần cuối 08:00 ngày 03/03/2026");
        assertThat(third.absence().removed()).isTrue();
        assertThat(third.absence().missedSince()).isEqualTo(FIRST.plus(hours(48)));
        assertThat(third.evidence()).startsWith("look-5.warc.gz#");

        assertThat(look(State.DELETED, hours(96)).reason()).startsWith("Đã gỡ: ");

        Verdict again = look(State.POSTED, hours(120));
        assertThat(again.kind()).isEqualTo(Verdict.Kind.FULL);
        assertThat(again.firstSeen()).isEqualTo(FIRST.plus(hours(120)));
        assertThat(again.absence()).isNull();
    }

    @Test
    void a_page_that_lost_the_text_counts_like_one_that_is_gone() throws Exception {
        look(State.POSTED, hours(0));
        assertThat(look(State.EMPTIED, hours(24)).absence().sign()).contains("không còn nội dung");
        look(State.EMPTIED, hours(48));
        assertThat(look(State.EMPTIED, hours(72)).kind()).isEqualTo(Verdict.Kind.NOT_FOUND);
    }

    @Test
    void what_comes_back_in_time_was_never_removed() throws Exception {
        look(State.POSTED, hours(0));
        look(State.DELETED, hours(24));
        look(State.DELETED, hours(48));
        Verdict back = look(State.POSTED, hours(72));
        assertThat(back.kind()).isEqualTo(Verdict.Kind.FULL);
        assertThat(back.firstSeen()).isEqualTo(FIRST);
        assertThat(look(State.DELETED, hours(96)).absence().checks()).isEqualTo(1);
    }

    @Test
    void a_site_that_is_down_or_closed_never_counts_as_a_removal() throws Exception {
        look(State.POSTED, hours(0));
        for (int day = 1; day <= 4; day++) {
            Verdict down = look(State.DOWN, hours(24 * day));
            assertThat(down.kind()).isEqualTo(Verdict.Kind.UNREACHABLE);
            assertThat(down.reason()).contains("còn thấy đăng");
        }
        for (int day = 5; day <= 8; day++) {
            Verdict closed = look(State.FORBIDDEN_PAGE, hours(24 * day));
            assertThat(closed.kind()).isIn(Verdict.Kind.UNREACHABLE, Verdict.Kind.FORBIDDEN);
        }
        Verdict back = look(State.POSTED, hours(240));
        assertThat(back.kind()).isEqualTo(Verdict.Kind.FULL);
        assertThat(back.firstSeen()).isEqualTo(FIRST);
    }

    @Test
    void changed_text_is_another_version_with_what_differs() throws Exception {
        look(State.POSTED, hours(0));
        Verdict changed = look(State.CHANGED, hours(24));
        assertThat(changed.kind()).isEqualTo(Verdict.Kind.OTHER_VERSION);
        assertThat(changed.differences()).isNotEmpty();
        assertThat(changed.reason()).contains("Nội dung đã thay đổi", "đăng đủ");
        assertThat(changed.firstSeen()).isEqualTo(FIRST);

        Verdict unchanged = look(State.CHANGED, hours(48));
        assertThat(unchanged.kind()).isEqualTo(Verdict.Kind.OTHER_VERSION);
        assertThat(unchanged.differences()).isNotEmpty();
    }
}
