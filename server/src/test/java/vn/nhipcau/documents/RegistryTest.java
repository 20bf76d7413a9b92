package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Role;

@ServerTest
class RegistryTest {
    private static final Map<String, String> DECLARED = Map.of("notSecret", "true");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private Province province;
    private Visitor coordinator;

    @BeforeEach
    void a_province_with_a_coordinator() {
        province = new Province(jdbc, people, port);
        coordinator = province.visitor(Role.COORDINATOR, province.home);
    }

    @Test
    void a_document_sent_through_the_browser_is_read_and_kept_byte_for_byte() {
        byte[] sent = text("217/SNV-CCHC", "15/6/2026", "báo cáo cải cách hành chính");

        Document page = file("Công văn 217.txt", sent);

        assertThat(page.expectFirst("h1").text()).isEqualTo("Công văn 217/SNV-CCHC");
        assertThat(page.expectFirst("dl.facts").text())
                .contains("15/06/2026")
                .contains("báo cáo cải cách hành chính")
                .contains("Trần Thị Bình");
        assertThat(page.expectFirst(".document").text()).contains("trước ngày 20/7/2026");
        HttpResponse<byte[]> original =
                coordinator.download(page.expectFirst("#files ~ ul a").attr("href"));
        assertThat(original.body()).isEqualTo(sent);
        assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(original.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("217.txt"));
    }

    @Test
    void a_file_beyond_the_limit_is_told_its_limit() {
        Document page = file("lon.pdf", new byte[51 << 20]);
        assertThat(page.text()).contains("mỗi tệp tối đa 50 MB");
    }

    @Test
    void a_file_filed_by_mistake_leaves_the_list_with_a_reason_and_comes_back() {
        Document page = file("nham.txt", text("77/SNV-CCHC", "12/5/2026", "gửi nhầm", "Nội dung."));
        String path = path(page.location());

        coordinator.get(path);
        coordinator.submit("form[action$=withdraw]", java.util.Map.of("reason", "Gửi nhầm tệp của đơn vị khác"));
        assertThat(coordinator.page().text()).contains("đã được gỡ khỏi sổ", "Gửi nhầm tệp của đơn vị khác");
        assertThat(coordinator.page().select("a[href^=/desk/directives/new]")).isEmpty();
        assertThat(rows("77/SNV-CCHC")).isEmpty();
        assertThat(coordinator.get("/desk/documents?withdrawn=true").text()).contains("77/SNV-CCHC");

        coordinator.get(path);
        coordinator.submit("form[action$=put-back]", java.util.Map.of());
        assertThat(rows("77/SNV-CCHC")).hasSize(1);
    }

    @Test
    void the_same_document_again_is_asked_about_and_not_silently_doubled() {
        byte[] sent = text("218/SNV-CCHC", "15/6/2026", "kế hoạch kiểm tra");
        file("a.txt", sent);

        Document asked = file("b.txt", sent);

        assertThat(asked.text()).contains("có thể đã có trong sổ").contains("218/SNV-CCHC");
        assertThat(rows("218")).hasSize(1);

        coordinator.get(path(asked.location()));
        Document filed = coordinator.submit("main form", Map.of());
        assertThat(filed.expectFirst("h1").text()).contains("218/SNV-CCHC");
        assertThat(rows("218")).hasSize(2);
    }

    @Test
    void the_same_number_date_and_issuer_in_another_file_is_asked_about_too() {
        file("a.txt", text("219/SNV-CCHC", "15/6/2026", "mời họp"));

        Document asked = file("b.txt", text("0219/SNV-CCHC", "15/6/2026", "mời họp (bản ký)"));

        assertThat(asked.text()).contains("có thể đã có trong sổ");
    }

    @Test
    void the_same_number_in_another_year_is_another_document() {
        file("a.txt", text("220/SNV-CCHC", "15/6/2025", "mời họp"));

        Document filed = file("b.txt", text("220/SNV-CCHC", "15/6/2026", "mời họp"));

        assertThat(filed.expectFirst("h1").text()).contains("220/SNV-CCHC");
    }

    @Test
    void a_doubt_can_be_settled_once_and_only_by_who_filed_it() {
        byte[] sent = text("221/SNV-CCHC", "15/6/2026", "mời họp");
        file("a.txt", sent);
        file("b.txt", sent);
        String doubt = coordinator.page().location();
        Visitor colleague = province.visitor(Role.COORDINATOR, province.home);

        colleague.get(path(doubt));
        assertThat(colleague.status()).isEqualTo(404);

        coordinator.submit("main form", Map.of());
        coordinator.get(path(doubt));
        assertThat(coordinator.status()).isEqualTo(404);
    }

    @Test
    void a_secret_document_is_refused_and_not_kept() {
        Document page = file(
                "mat.txt",
                "TỐI MẬT\n\nSố: 12/SNV-VP\n\nHậu Giang, ngày 15 tháng 6 năm 2026\n".getBytes(StandardCharsets.UTF_8));

        assertThat(page.text()).contains("SECRET_DOCUMENT").contains("không lưu lại tệp");
        assertThat(rows("12/SNV-VP")).isEmpty();
    }

    @Test
    void nothing_is_filed_without_the_declaration() {
        coordinator.get("/desk/documents/new");
        Document page = coordinator.submitFile(
                "main form", Map.of(), "file", "a.txt", text("222/SNV-CCHC", "15/6/2026", "mời họp"));
        assertThat(page.text()).contains("NOT_DECLARED");
    }

    @Test
    void a_file_that_cannot_be_read_is_kept_and_its_facts_are_typed_by_hand() {
        byte[] noise = new byte[4096];
        new java.util.Random(7).nextBytes(noise);

        Document page = file("quet.bin", noise);
        assertThat(page.text()).contains("Chưa đọc được tệp gốc").contains("FILE_TYPE_UNKNOWN");

        coordinator.get(path(page.location()) + "/edit");
        Document edited = coordinator.submit(
                "main form", Map.of("number", "223/SNV-CCHC", "date", "2026-06-15", "subject", "Bản quét"));
        assertThat(edited.expectFirst("h1").text()).contains("223/SNV-CCHC");
        assertThat(coordinator
                        .download(edited.expectFirst("#files ~ ul a").attr("href"))
                        .body())
                .isEqualTo(noise);
    }

    @Test
    void edits_are_kept_in_a_history_and_a_stale_one_is_refused() {
        String document =
                path(file("a.txt", text("224/SNV-CCHC", "15/6/2026", "mời họp")).location());
        Visitor colleague = province.visitor(Role.COORDINATOR, province.home);
        colleague.get(document + "/edit");
        coordinator.get(document + "/edit");
        Document edited = coordinator.submit("main form", Map.of("subject", "mời họp lần hai"));
        assertThat(edited.expectFirst("ol.trail").text()).contains("Trích yếu").contains("mời họp lần hai");

        Document refused = colleague.submit("main form", Map.of("subject", "mời họp lần ba"));

        assertThat(refused.text()).contains("STALE_VERSION");
        assertThat(coordinator.get(document).expectFirst("dl.facts").text()).contains("mời họp lần hai");
    }

    @Test
    void another_department_sees_nothing_and_the_committee_above_does() {
        String document =
                path(file("a.txt", text("225/SNV-CCHC", "15/6/2026", "nội bộ")).location());
        String download = coordinator.page().expectFirst("#files ~ ul a").attr("href");
        Visitor neighbour = province.visitor(Role.COORDINATOR, province.labour);
        Visitor leader = province.visitor(Role.LEADER, province.committee);

        for (String path : new String[] {document, document + "/edit", download}) {
            neighbour.get(path);
            assertThat(neighbour.status()).as(path).isEqualTo(404);
        }
        assertThat(neighbour.get("/desk/documents?q=225").select("tbody tr")).isEmpty();
        assertThat(leader.get(document).expectFirst("h1").text()).contains("225/SNV-CCHC");
        leader.get(document + "/edit");
        assertThat(leader.status()).isEqualTo(403);
    }

    @Test
    void only_coordinators_file_and_only_for_their_own_unit() {
        Visitor officer = province.visitor(Role.OFFICER, province.home);
        officer.get("/desk/documents/new");
        assertThat(officer.status()).isEqualTo(403);

        coordinator.get("/desk/documents/new");
        coordinator.submitFile(
                "main form",
                Map.of("unit", Long.toString(province.labour), "notSecret", "true"),
                "file",
                "a.txt",
                text("226/SNV-CCHC", "15/6/2026", "mời họp"));
        assertThat(coordinator.status()).isEqualTo(404);
    }

    @Test
    void hostile_text_and_file_names_are_shown_as_text() {
        Document page = file(
                "<img src=x onerror=alert(1)>.txt",
                text("227/SNV-CCHC", "15/6/2026", "<script>alert('a')</script> & <b>đậm</b>"));

        assertThat(page.select("main script, main img, main b")).isEmpty();
        assertThat(page.expectFirst(".document").wholeText()).contains("<script>alert('a')</script>");
    }

    @Test
    void search_needs_no_diacritics_and_looks_into_the_text() {
        file("a.txt", text("228/SNV-CCHC", "15/6/2026", "chuẩn bị Ngày hội Đại đoàn kết " + province.name()));

        assertThat(rows("dai doan ket")).hasSize(1);
        assertThat(rows("thuc hien nghiem tuc")).hasSize(1);
        assertThat(rows("khong he co")).isEmpty();
        assertThat(rows("100%_\\")).isEmpty();
    }

    @Test
    void a_citation_is_linked_when_number_and_date_agree_and_only_hinted_at_otherwise() {
        String cited =
                path(file("a.txt", text("229/SNV-CCHC", "15/6/2026", "mời họp")).location());
        String body = """
                Ngày 15/6/2026, Sở Nội vụ đã ban hành Công văn số 229/SNV-CCHC ngày 15/6/2026 của Sở Nội vụ về việc mời họp.
                Căn cứ Công văn số 229/SNV-CCHC.
                """;

        Document page = file("b.txt", text("230/SNV-CCHC", "20/6/2026", "đôn đốc", body));

        assertThat(page.select("a[href=" + cited + "]")).isNotEmpty();
        Element citedBy = coordinator.get(cited).expectFirst("#cited").parent();
        assertThat(citedBy.text()).contains("Được dẫn chiếu bởi").contains("230/SNV-CCHC");
    }

    private java.util.List<Element> rows(String words) {
        return coordinator
                .get("/desk/documents?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .select("tbody tr");
    }

    private Document file(String name, byte[] bytes) {
        coordinator.get("/desk/documents/new");
        return coordinator.submitFile("main form", DECLARED, "file", name, bytes);
    }

    private static String path(String location) {
        return java.net.URI.create(location).getPath();
    }

    private byte[] text(String number, String date, String subject) {
        return text(number, date, subject, "");
    }

    private byte[] text(String number, String date, String subject, String body) {
        String[] day = date.split("/");
        return """
                ỦY BAN NHÂN DÂN
                TỈNH HẬU GIANG
                SỞ NỘI VỤ

                Số: %s

                Hậu Giang, ngày %s tháng %s năm %s

                V/v %s

                Kính gửi: Các sở, ban, ngành tỉnh

                %s
                Sở Nội vụ đề nghị các sở, ban, ngành tỉnh thực hiện nghiêm túc và gửi báo cáo về Sở Nội vụ trước ngày 20/7/2026.

                Trân trọng./.

                Nơi nhận:
                - Như trên;
                - Lưu: VT, CCHC.

                GIÁM ĐỐC

                Trần Thị Bình
                """.formatted(number, day[0], day[1], day[2], subject, body).getBytes(StandardCharsets.UTF_8);
    }
}
