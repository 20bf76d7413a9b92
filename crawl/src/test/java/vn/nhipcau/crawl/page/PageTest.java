package vn.nhipcau.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {
    private static Page read(String html) {
        Page page = new Page();
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        page.read(bytes, 0, bytes.length, "text/html; charset=utf-8");
        return page;
    }

    private static String text(Page page) {
        return new String(page.text(), 0, page.textLength()).strip();
    }

    @Test
    void blocks_part_words_and_inline_marks_do_not() {
        assertThat(text(read("<p>Kế <b>ho</b>ạch</p><td>số</td><td>19</td><br>Điều&nbsp;1&#7879;")))
                .isEqualTo("Kế hoạch\nsố\n19\nĐiều 1ệ");
    }

    @Test
    void script_style_and_comments_are_no_text() {
        Page page = read(
                "<style>a{}</style><script>if (a<b) document.write('<a href=x>y</a>')</script><!-- <p>ẩn</p> -->Hiện");
        assertThat(text(page)).isEqualTo("Hiện");
        assertThat(page.count()).isZero();
        assertThat(page.scripts()).isOne();
    }

    @Test
    void links_come_with_their_words_and_what_stands_around_them() {
        Page page = read(
                "<div><a class=x href='/a?b=1&amp;c=2'><span>Văn bản</span> mới</a> <i>(20/11/2025)</i></div><A HREF=/b>Tin</A>");
        assertThat(page.address(0)).isEqualTo("/a?b=1&c=2");
        assertThat(page.words(0)).isEqualTo("Văn bản mới");
        assertThat(page.after(0)).isEqualTo("(20/11/2025)");
        assertThat(page.words(1)).isEqualTo("Tin");
    }

    @Test
    void title_frames_feeds_refresh_and_search_box_are_seen() {
        Page page = read(
                "<html><head><title>Sở Nội vụ</title><link rel=alternate type=\"application/rss+xml\" href=\"/feed\">"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=/trang-chu\"></head><body>"
                        + "<form action=\"/tim\"><input type=hidden name=m value=1><input type=text name=tukhoa></form><iframe src=\"k.html\"></iframe>");
        assertThat(page.title()).isEqualTo("Sở Nội vụ");
        assertThat(text(page)).doesNotContain("Sở Nội vụ");
        assertThat(page.kind(0)).isEqualTo(Page.Kind.FEED);
        assertThat(page.kind(1)).isEqualTo(Page.Kind.REFRESH);
        assertThat(page.address(1)).isEqualTo("/trang-chu");
        assertThat(page.kind(2)).isEqualTo(Page.Kind.SEARCH);
        assertThat(page.address(2)).isEqualTo("/tim?m=1&tukhoa=");
        assertThat(page.kind(3)).isEqualTo(Page.Kind.FRAME);
    }

    @Test
    void the_same_menu_entry_has_the_same_fingerprint_on_every_page() {
        Page one = read("<a href=/tin>Tin tức</a>");
        long print = one.fingerprint(0);
        assertThat(read("<p>Khác</p><a href='/tin'>Tin tức</a>").fingerprint(0)).isEqualTo(print);
        assertThat(read("<a href=/tin>Tin khác</a>").fingerprint(0)).isNotEqualTo(print);
    }

    @Test
    void no_rubbish_breaks_it() {
        Random random = new Random(5);
        String pieces = "<>/=\"'&;! -abc#x1<script><a href=<!--<p><title>";
        for (int round = 0; round < 3000; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                int at = random.nextInt(pieces.length() - 8);
                html.append(pieces, at, at + 1 + random.nextInt(8));
            }
            assertThat(read(html.toString()).textLength()).isNotNegative();
        }
    }
}
