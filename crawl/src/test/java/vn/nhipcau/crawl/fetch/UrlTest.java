package vn.nhipcau.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP://SoNoiVu.Tinh.gov.vn:80, http://sonoivu.tinh.gov.vn/",
        "sonoivu.tinh.gov.vn, http://sonoivu.tinh.gov.vn/",
        "https://a.vn/x/../y/./z#top, https://a.vn/y/z",
        "http://a.vn/Văn bản/kế hoạch.pdf, http://a.vn/V%C4%83n%20b%E1%BA%A3n/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf",
        "http://a.vn/x;jsessionid=AB12?id=5&utm_source=zalo, http://a.vn/x?id=5",
        "http://a.vn/x?PHPSESSID=9&id=5, http://a.vn/x?id=5",
        "http://user:pw@a.vn:8080/x, http://a.vn:8080/x",
    })
    void has_one_spelling(String written, String meant) {
        assertThat(Url.parse(written)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "../tai-ve.aspx?id=1, http://a.vn/tai-ve.aspx?id=1",
        "chi-tiet, http://a.vn/tin/chi-tiet",
        "?trang=2, http://a.vn/tin/muc?trang=2",
        "/van-ban, http://a.vn/van-ban",
        "//b.vn/x, http://b.vn/x",
        "\\upload\\a.doc, http://a.vn/upload/a.doc",
        "https://b.vn/x y, https://b.vn/x%20y",
    })
    void a_reference_is_resolved_as_browsers_do(String reference, String meant) {
        assertThat(Url.parse("http://a.vn/tin/muc?trang=1").resolve(reference)).hasToString(meant);
    }

    @Test
    void what_is_no_address_of_the_web_is_none() {
        Url page = Url.parse("http://a.vn/");
        for (String reference :
                new String[] {"javascript:void(0)", "mailto:a@b.vn", "tel:0294", "#", "data:text/html,x", ""}) {
            assertThat(page.resolve(reference)).as(reference).isNull();
        }
        assertThat(Url.parse("ftp://a.vn/")).isNull();
        assertThat(Url.parse("http:///x")).isNull();
        assertThat(Url.parse("http://a.vn:99999/")).isNull();
    }
}
