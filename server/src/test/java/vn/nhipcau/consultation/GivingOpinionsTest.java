package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.consultation.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;

/** What a citizen does with a telephone: no account, no script. */
@ServerTest
class GivingOpinionsTest {
    private static final String WORDS = "Đề nghị bổ sung chỉ tiêu về nước sạch.\nNhất là cho các xã vùng sâu.";

    @LocalServerPort
    int port;

    @Autowired
    TestConsultations tests;

    @Autowired
    Consultations consultations;

    @Autowired
    Identities identities;

    @Autowired
    Opinions opinions;

    @Test
    void a_citizen_reads_comments_on_a_clause_and_keeps_a_receipt() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        assertThat(citizen.get("/public/consultations").text()).contains(consultation.title(), "Còn 20 ngày");
        Document draft = citizen.get("/public/consultations/" + consultation.slug());
        assertThat(draft.select("nav a[href=#phan-1]").text()).isEqualTo("Phần thứ nhất");
        citizen.get(draft.select("#phan-1 a.button").attr("href"));
        citizen.submit("form[data-draft]", Map.of("stance", "agree-with-changes", "text", WORDS.replace("\n", "\r\n")));

        assertThat(citizen.status()).isEqualTo(200);
        assertThat(citizen.page().expectFirst(".given").wholeText()).isEqualTo(WORDS);
        assertThat(citizen.page().text()).contains("Phần thứ nhất", "Đồng ý, có ý kiến thêm", "đợt 1");
        String code = citizen.page().expectFirst(".code").text();
        assertThat(citizen.page().select("svg.qr path").attr("d")).isNotEmpty();
        assertThat(citizen.page().select("[style]")).isEmpty();

        citizen.get("/public/receipts");
        citizen.submit("form[action=/public/receipts]", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
        assertThat(citizen.page().expectFirst(".given").wholeText()).isEqualTo(WORDS);
        String text = citizen.page().select("a[href$=/text]").attr("href");
        assertThat(new String(citizen.download(text).body(), StandardCharsets.UTF_8))
                .isEqualTo(WORDS);
    }

    @Test
    void pressing_twice_is_one_opinion_and_other_words_from_the_same_page_are_another() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        String form = "/public/consultations/" + consultation.slug() + "/whole";
        Document page = citizen.get(form);
        String key = page.expectFirst("input[name=key]").attr("value");
        citizen.submit("form[data-draft]", Map.of("stance", "agree", "key", key));
        String first = citizen.page().expectFirst(".code").text();
        citizen.get(form);
        citizen.submit("form[data-draft]", Map.of("stance", "agree", "key", key));
        assertThat(citizen.page().expectFirst(".code").text()).isEqualTo(first);

        citizen.get(form);
        citizen.submit("form[data-draft]", Map.of("stance", "disagree", "text", "Tôi nghĩ lại.", "key", key));
        assertThat(citizen.status()).isEqualTo(422);
        assertThat(citizen.page().expectFirst("textarea").text()).isEqualTo("Tôi nghĩ lại.");
        citizen.submit("form[data-draft]", Map.of());
        assertThat(citizen.page().expectFirst(".code").text()).isNotEqualTo(first);
    }

    @Test
    void what_cannot_be_taken_comes_back_as_it_was_written() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        citizen.get("/public/consultations/" + consultation.slug() + "/clauses/phan-2");
        citizen.submit("form[data-draft]", Map.of("stance", "other"));
        assertThat(citizen.status()).isEqualTo(422);
        assertThat(citizen.page().select("[role=alert]").text()).contains("Hãy viết nội dung góp ý");
        assertThat(citizen.page().select("input[value=other]").hasAttr("checked"))
                .isTrue();
        citizen.submit("form[data-draft]", Map.of("text", "Cần thêm lộ trình.", "name", "Nguyễn Văn An"));
        assertThat(citizen.page().select("[role=alert]").text()).contains("chưa đánh dấu đồng ý");
        assertThat(citizen.page().expectFirst("textarea").text()).isEqualTo("Cần thêm lộ trình.");
    }

    @Test
    void a_name_is_kept_apart_sealed_and_erased_by_its_owner() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        citizen.get("/public/consultations/" + consultation.slug() + "/whole");
        assertThat(citizen.page().select("input[name=consent]").hasAttr("checked"))
                .isFalse();
        citizen.submit(
                "form[data-draft]",
                Map.of("stance", "agree", "name", "Nguyễn Văn An", "contact", "0900 000 000", "consent", "true"));
        String code = citizen.page().expectFirst(".code").text();
        long entry = opinions.receipt(vn.nhipcau.ledger.ReceiptCode.parse(code))
                .orElseThrow()
                .index();
        assertThat(identities.open(consultation.id(), entry))
                .isEqualTo(new Identities.Giver("Nguyễn Văn An", "0900 000 000"));
        assertThat(citizen.page().text()).doesNotContain("Nguyễn Văn An");

        citizen.submit("form[action$=/forget-me]", Map.of());
        assertThat(citizen.page().text()).contains("Đã xóa tên và cách liên hệ");
        assertThat(identities.has(consultation.id(), entry)).isFalse();
    }

    @Test
    void a_name_is_erased_a_year_after_the_end() {
        Consultation consultation = tests.open();
        Identities.Giver giver = new Identities.Giver("Trần Thị Bưởi", "");
        identities.keep(consultation, 7, giver, TestConsultations.NOW);
        java.time.LocalDate end = java.time.LocalDate.ofInstant(consultation.closesAt(), vn.nhipcau.web.Shell.ZONE)
                .plus(Identities.KEPT);
        identities.eraseExpired(end);
        assertThat(identities.has(consultation.id(), 7)).isTrue();
        identities.eraseExpired(end.plusDays(1));
        assertThat(identities.has(consultation.id(), 7)).isFalse();
    }

    @Test
    void a_file_travels_with_the_opinion_and_what_is_no_document_does_not() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        String form = "/public/consultations/" + consultation.slug() + "/whole";
        citizen.get(form);
        citizen.submitFile(
                "form[data-draft]",
                Map.of("stance", "other"),
                "file",
                "chay.exe",
                "MZ".getBytes(StandardCharsets.UTF_8));
        assertThat(citizen.page().select("[role=alert]").text()).contains("Chỉ nhận tệp");
        citizen.get(form);
        citizen.submitFile(
                "form[data-draft]",
                Map.of("stance", "other"),
                "file",
                "góp ý.pdf",
                "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(citizen.page().text()).contains("góp ý.pdf", "SHA-256");
    }

    @Test
    void words_are_shown_beside_the_clause_only_where_the_consultation_says_so() {
        Consultation consultation = tests.openNow();
        Visitor citizen = new Visitor(port);
        String clause = "/public/consultations/" + consultation.slug() + "/clauses/phan-1";
        citizen.get(clause);
        citizen.submit("form[data-draft]", Map.of("stance", "other", "text", WORDS));
        assertThat(citizen.get(clause).text()).doesNotContain("nước sạch");
        consultations.showOpinions(consultation.id(), true);
        eventually(
                () -> assertThat(citizen.get(clause).select(".opinion").text()).contains("nước sạch"));
    }

    @Test
    void another_site_cannot_send_the_form_through_a_readers_browser() throws Exception {
        Consultation consultation = tests.openNow();
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                        "http://localhost:" + port + "/public/consultations/" + consultation.slug() + "/opinions"))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("stance=agree&key=ke-la"))
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            assertThat(http.send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void an_unknown_code_tells_nothing() {
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get("/public/receipts/00000000000000000000000000").text())
                .contains("RECEIPT_UNKNOWN");
        assertThat(stranger.get("/public/receipts?code=abc").text()).contains("Không có biên nhận với mã này");
    }
}
