package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

/** From an uploaded directive to duties, by the pages alone and without script. */
@ServerTest
class ConfirmPageTest {
    private static final String DATED = ".proposals > section:first-of-type .proposal";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Groups groups;

    @Autowired
    JdbcClient jdbc;

    private long top;
    private long home;
    private long finance;
    private Visitor coordinator;

    @BeforeEach
    void a_province_with_three_departments_and_a_coordinator() {
        top = province.top();
        home = province.department("Sở Nội vụ", top);
        finance = province.department("Sở Tài chính", top);
        province.department("Sở Y tế", top);
        groups.save(new Group(
                0,
                top,
                "Các sở, ban, ngành tỉnh",
                Set.of("so"),
                Set.of(),
                false,
                List.of("Các sở, ban, ngành"),
                Set.of(),
                Set.of()));
        coordinator = signedIn(province.person(Role.COORDINATOR, home));
    }

    @Test
    void a_directive_is_read_mapped_and_shown_beside_its_text() {
        Document page = drafted();

        Element dated = page.expectFirst(DATED);
        assertThat(dated.text())
                .contains("hằng quý, ngày 10 của tháng cuối quý")
                .contains("10/09/2020")
                .contains("Các sở, ban, ngành tỉnh (3)");
        String chip = dated.expectFirst("a.chip").attr("href");
        assertThat(page.expectFirst(".source " + chip).attr("href")).isEqualTo("#" + dated.id());
        assertThat(page.expectFirst(".source mark").text()).isNotBlank();
    }

    @Test
    void what_is_changed_on_the_form_is_what_the_card_says_afterwards() {
        String card = drafted().expectFirst(DATED).id();

        Document page = coordinator.submit(
                "#" + card + " form.autosave",
                Map.of(
                        "what", "Báo cáo công tác dân vận",
                        "rhythms", "hằng năm, ngày 25/11",
                        "dates", "1/9/2020; 10/10",
                        "evidence", "PLAN",
                        "limits", "không quá 03 trang A4"));

        assertThat(page.expectFirst("#" + card).text())
                .contains("Báo cáo công tác dân vận")
                .contains("2 đợt: 01/09/2020, 10/10/2020")
                .contains("hằng năm, ngày 25/11")
                .contains("Kế hoạch, văn bản triển khai")
                .contains("không quá 03 trang A4")
                .contains("Đã chọn");
    }

    @Test
    void working_days_after_an_event_can_be_set() {
        String card = drafted().expectFirst(DATED).id();

        Document page = coordinator.submit(
                "#" + card + " form.autosave",
                Map.of(
                        "rhythms",
                        "",
                        "amount",
                        "5",
                        "unit",
                        "WORKING_DAY",
                        "event",
                        "nhận văn bản",
                        "eventOn",
                        "2020-09-04"));

        // Friday 4 September: the fifth working day after it is the next Friday.
        assertThat(page.expectFirst("#" + card).text())
                .contains("trong vòng 05 ngày làm việc kể từ khi nhận văn bản (04/09/2020)");
        Document preview = keepAndPreview(card);
        assertThat(preview.expectFirst("tbody tr").text()).contains("11/09/2020");
    }

    @Test
    void a_mistake_keeps_what_was_typed_and_names_the_field() {
        String card = drafted().expectFirst(DATED).id();

        Document page =
                coordinator.submit("#" + card + " form.autosave", Map.of("what", "Việc đã sửa", "dates", "31/2/2020"));

        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(page.expectFirst("#" + card + " [role=alert]").text()).contains("31/2/2020");
        assertThat(page.expectFirst("#" + card + " input[name=what]").val()).isEqualTo("Việc đã sửa");
        assertThat(page.expectFirst("#" + card + " details").hasAttr("open")).isTrue();
    }

    @Test
    void a_dropped_proposal_can_be_taken_back() {
        String card = drafted().expectFirst(DATED).id();

        press(card, "drop");
        assertThat(coordinator.page().expectFirst("#" + card).text()).contains("Đã bỏ");
        press(card, "keep");
        assertThat(coordinator.page().expectFirst("#" + card).text()).contains("Đã chọn");
    }

    @Test
    void a_unit_is_found_without_diacritics_and_mapped() {
        String card = drafted().expectFirst(DATED).id();

        Document found =
                coordinator.submit("#" + card + " form.autosave", Map.of("search", "so tai chinh", "action", "find"));
        Element choice = found.expectFirst("#" + card + " input[value=u" + finance + "]");
        assertThat(choice.hasAttr("checked")).isFalse();

        Document page = coordinator.submit(
                "#" + card + " form.autosave",
                Map.of("target", "u" + finance, "part-u" + finance, "WITH", "action", "save"));
        assertThat(page.expectFirst("#" + card + " dl").text())
                .contains("Sở Tài chính – phối hợp")
                .doesNotContain("Các sở");
    }

    @Test
    void a_passage_becomes_an_obligation_marked_in_the_text() {
        drafted();

        Document page = coordinator.submit(
                "#add form",
                Map.of("quote", "thực hiện   nghiêm túc\nviệc công khai", "what", "Công khai", "dates", "30/9/2020"));

        Element card = page.select(".proposal")
                .select(":has(h3:containsOwn(Công khai))")
                .first();
        assertThat(card.text()).contains("Thêm tay").contains("chưa gắn đơn vị");
        String mark = card.expectFirst("a.chip").attr("href");
        assertThat(page.expectFirst(".source " + mark).nextElementSibling().text())
                .startsWith("thực hiện nghiêm túc việc công khai");
    }

    @Test
    void the_preview_counts_units_times_periods_and_confirming_gives_exactly_that() {
        String card = drafted().expectFirst(DATED).id();

        Document preview = keepAndPreview(card);

        // Three departments; the directive is of 4 August 2020, so that two quarters are left, and the year's report.
        assertThat(preview.expectFirst("tbody tr").text()).contains("3 × 3 = 9").contains("Sở Tài chính");
        assertThat(preview.expectFirst("main").text()).contains("đề xuất chưa quyết");

        Document board = coordinator.submit("form[action$=/confirm]", Map.of());
        assertThat(board.text()).contains("Đã giao 9 nhiệm vụ");
        assertThat(duties(card)).isEqualTo(9);
    }

    @Test
    void units_with_duties_may_read_the_directive_and_others_may_not() {
        String card = drafted().expectFirst(DATED).id();
        String document = coordinator
                .page()
                .expectFirst(".confirm-head a[href^=/desk/documents/]")
                .attr("href");
        Visitor officer = signedIn(province.person(Role.OFFICER, finance));
        officer.get(document);
        assertThat(officer.status()).isEqualTo(404);

        keepAndPreview(card);
        coordinator.submit("form[action$=/confirm]", Map.of());

        assertThat(officer.get(document).expectFirst("h1").text()).contains("500/SNV-CCHC");
        officer.get(document + "/edit");
        assertThat(officer.status()).isEqualTo(403);
    }

    @Test
    void what_names_the_same_words_is_mapped_in_one_press() {
        Document page = drafted("506/SNV-CCHC", """
                Các phòng nghiệp vụ gửi danh sách công chức trước ngày 20/8/2020.

                Các phòng nghiệp vụ gửi kế hoạch công tác trước ngày 25/8/2020.
                """);
        String card =
                page.expectFirst("form[action$=/bind-alike]").closest("article").id();

        Document mapped = coordinator.submit("#" + card + " form[action$=/bind-alike]", pressing(page, card));

        assertThat(mapped.text()).contains("Đã gắn đơn vị cho 2 nghĩa vụ");
        assertThat(mapped.select("form[action$=/bind-alike]")).isEmpty();
    }

    private static Map<String, String> pressing(Document page, String card) {
        Element button = page.expectFirst("#" + card + " form[action$=/bind-alike] button");
        return Map.of("target", button.attr("value"));
    }

    @Test
    void an_obligation_is_split_by_copying_it() {
        String card = drafted().expectFirst(DATED).id();
        int before = coordinator.page().select(".proposal").size();

        Document page = coordinator.submit("#" + card + " form[action$=/copy]", Map.of());

        assertThat(page.select(".proposal")).hasSize(before + 1);
        assertThat(page.select(".proposal h3").eachText())
                .filteredOn(page.expectFirst("#" + card + " h3").text()::equals)
                .hasSize(2);
    }

    @Test
    void the_day_of_issue_can_be_corrected_and_the_dates_follow() {
        String card = drafted().expectFirst(DATED).id();

        Document page = coordinator.submit("form[action$=/facts]", Map.of("issuedOn", "2020-10-01"));

        assertThat(page.expectFirst("#" + card + " dl").text())
                .contains("10/12/2020")
                .doesNotContain("10/09/2020");
    }

    @Test
    void a_form_sent_twice_makes_one_directive_and_says_so() {
        coordinator.get("/desk/documents/new");
        Document document = coordinator.submitFile(
                "main form", Map.of("notSecret", "true"), "file", "van-ban.txt", text("507/SNV-CCHC", ""));
        Document form = coordinator.get(
                document.expectFirst("a[href^=/desk/directives/new]").attr("href"));
        String body = body(form, "main form");

        coordinator.post("/desk/directives/new", body);
        String first = path();
        Document second = coordinator.post("/desk/directives/new", body);

        assertThat(path()).isEqualTo(first);
        assertThat(second.text()).contains("đã được lập nghĩa vụ");
    }

    @Test
    void a_unit_above_follows_for_itself_what_a_unit_below_follows() {
        drafted("508/SNV-CCHC", "");
        String below = path();
        String document = coordinator
                .page()
                .expectFirst(".confirm-head a[href^=/desk/documents/]")
                .attr("href")
                .replaceFirst(".*/", "");
        Visitor above = signedIn(province.person(Role.COORDINATOR, top));
        above.get("/desk/directives/new?document=" + document);
        above.submit("main form", Map.of());

        assertThat(URI.create(above.page().location()).getPath())
                .endsWith("/confirm")
                .isNotEqualTo(below);
    }

    @Test
    void pressing_twice_adds_or_splits_once() {
        Document page = drafted();
        String card = page.expectFirst(DATED).id();
        int before = page.select(".proposal").size();
        String base = path().replace("/confirm", "");
        String split = body(page, "#" + card + " form[action$=/copy]");
        coordinator.post(base + "/obligations/" + card.substring(1) + "/copy", split);
        page = coordinator.post(base + "/obligations/" + card.substring(1) + "/copy", split);
        assertThat(page.select(".proposal")).hasSize(before + 1);

        String press = "press=" + page.expectFirst("#add input[name=press]").val() + "&_csrf="
                + page.expectFirst("#add input[name=_csrf]").val();
        coordinator.post(base + "/obligations", press + "&what=Viec+moi&dates=30/9/2020");
        page = coordinator.post(base + "/obligations", press + "&what=Viec+moi&dates=30/9/2020");
        assertThat(page.select(".proposal")).hasSize(before + 2);
        page = coordinator.post(base + "/obligations", press + "&what=Viec+khac&dates=30/9/2020");
        assertThat(page.select(".proposal")).as("gone back and written anew").hasSize(before + 3);
    }

    @Test
    void a_preview_of_another_day_of_issue_is_not_confirmed() {
        String card = drafted().expectFirst(DATED).id();
        String confirm = path();
        keepAndPreview(card);
        Visitor colleague = signedIn(province.person(Role.COORDINATOR, home));
        colleague.get(confirm);
        colleague.submit("form[action$=/facts]", Map.of("issuedOn", "2020-10-01"));

        Document refused = coordinator.submit("form[action$=/confirm]", Map.of());

        assertThat(coordinator.status()).isEqualTo(409);
        assertThat(refused.expectFirst("[role=alert]").text()).contains("CHƯA giao nhiệm vụ nào");
        assertThat(duties(card)).isZero();
    }

    @Test
    void what_nobody_can_mean_is_said_at_the_card() {
        String card = drafted().expectFirst(DATED).id();
        Map<String, Map<String, String>> slips = Map.of(
                "chỉ theo dõi được tối đa 5 năm", Map.of("untilOn", "2030-12-31"),
                "kỳ hạn, vượt mức 400", Map.of("rhythms", "FREQ=DAILY", "untilOn", "2022-12-31"),
                "nằm ngoài khoảng từ 01/01/1990", Map.of("untilOn", "9999-12-31"),
                "không còn trong danh bạ", Map.of("target", "u999999999"),
                "không còn trong danh bạ. Hãy", Map.of("target", "g0"),
                "tối đa 300", Map.of("what", "x".repeat(301)),
                "không thuộc tỉnh", Map.of("target", "u" + province.department("Sở tỉnh khác", province.top())));
        slips.forEach((sentence, fields) -> {
            Document page = coordinator.submit("#" + card + " form.autosave", fields);
            assertThat(coordinator.status()).as(sentence).isEqualTo(422);
            assertThat(page.expectFirst("#" + card + " [role=alert]").text()).contains(sentence);
            coordinator.get(path().replaceFirst("/obligations/.*", "/confirm"));
        });
    }

    @Test
    void the_preview_names_the_units_once_and_not_every_date() {
        String card = drafted().expectFirst(DATED).id();
        coordinator.submit(
                "#" + card + " form.autosave", Map.of("rhythms", "thứ Sáu hằng tuần", "untilOn", "2023-12-31"));
        coordinator.submit("#" + card + " form[action$=/copy]", Map.of());

        Document preview = keepAndPreview(card);

        assertThat(preview.text())
                .containsPattern("3 đơn vị, như nghĩa vụ số \\d")
                .contains("kỳ nữa, kỳ cuối 29/12/2023");
        assertThat(preview.select("td:contains(Sở Tài chính)")).hasSize(1);
        assertThat(preview.select("td li").size()).isLessThan(60);
    }

    /** What a browser would send for the form as it stands. */
    private static String body(Document page, String form) {
        return ((FormElement) page.expectFirst(form))
                .formData().stream()
                        .map(field -> field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    @Test
    void confirming_twice_gives_the_duties_once() {
        String card = drafted().expectFirst(DATED).id();
        keepAndPreview(card);
        Visitor again = coordinator;
        String form = again.page().location();
        coordinator.submit("form[action$=/confirm]", Map.of());

        coordinator.get(URI.create(form).getPath());

        assertThat(coordinator.page().location()).contains("/desk/board/directives/");
        assertThat(duties(card)).isEqualTo(9);
    }

    @Test
    void an_obligation_without_units_stands_in_the_way_of_confirming() {
        drafted();
        coordinator.submit("#add form", Map.of("what", "Việc không rõ ai làm", "dates", "30/9/2020"));

        Document preview = coordinator.get(path().replace("/confirm", "/preview"));

        assertThat(preview.text()).contains("Chưa gắn đơn vị thực hiện").contains("Chưa xác nhận được");
        assertThat(preview.select("form[action$=/confirm] button")).isEmpty();
    }

    @Test
    void who_edits_what_a_colleague_has_just_changed_is_told_and_nothing_is_lost() {
        String card = drafted().expectFirst(DATED).id();
        Visitor colleague = signedIn(province.person(Role.COORDINATOR, home));
        colleague.get(path());
        coordinator.submit("#" + card + " form.autosave", Map.of("what", "Việc của tôi"));

        Document refused = colleague.submit("#" + card + " form.autosave", Map.of("what", "Việc của đồng nghiệp"));

        assertThat(colleague.status()).isEqualTo(409);
        assertThat(refused.expectFirst("#" + card + " [role=alert]").text()).contains("CHƯA được ghi");
        assertThat(refused.expectFirst("#" + card + " h3").text()).isEqualTo("Việc của tôi");
        assertThat(refused.expectFirst("#" + card + " input[name=what]").val()).isEqualTo("Việc của đồng nghiệp");
        Document taken = colleague.submit("#" + card + " form.autosave", Map.of());
        assertThat(taken.expectFirst("#" + card + " h3").text()).isEqualTo("Việc của đồng nghiệp");
    }

    @Test
    void a_preview_that_is_no_longer_true_is_not_confirmed() {
        String card = drafted().expectFirst(DATED).id();
        String confirm = path();
        keepAndPreview(card);
        Visitor colleague = signedIn(province.person(Role.COORDINATOR, home));
        colleague.get(confirm);
        colleague.submit("#" + card + " form.autosave", Map.of("rhythms", "hằng năm, ngày 25/11"));

        Document refused = coordinator.submit("form[action$=/confirm]", Map.of());

        assertThat(coordinator.status()).isEqualTo(409);
        assertThat(refused.expectFirst("[role=alert]").text()).contains("CHƯA giao nhiệm vụ nào");
        assertThat(duties(card)).isZero();
        assertThat(coordinator.submit("form[action$=/confirm]", Map.of()).text())
                .contains("Đã giao 3 nhiệm vụ");
    }

    @Test
    void the_directive_that_it_urges_is_offered_and_the_chain_shown() {
        drafted("501/SNV-CCHC", "");
        Document page = drafted(
                "502/SNV-CCHC", "Ngày 04/8/2020, Sở Nội vụ đã ban hành Công văn số 501/SNV-CCHC về chế độ báo cáo.\n");
        String earlier =
                page.expectFirst("select[name=follows] option[value~=\\d]").val();

        Document linked = coordinator.submit("form[action$=/follow]", Map.of("follows", earlier));

        assertThat(linked.select("ol.chain li").eachText()).hasSize(2);
        assertThat(linked.expectFirst("ol.chain").text())
                .contains("501/SNV-CCHC")
                .contains("502/SNV-CCHC");
    }

    @Test
    void one_document_becomes_one_directive_of_a_unit() {
        drafted();
        String confirm = path();
        Document again = coordinator.get(coordinator
                .page()
                .expectFirst("a[href^=/desk/documents/]:not([href=/desk/documents])")
                .attr("href"));
        coordinator.get(again.expectFirst("a[href^=/desk/directives/new]").attr("href"));
        assertThat(path()).isEqualTo(confirm);
    }

    @Test
    void strangers_find_nothing_there() {
        String card = drafted().expectFirst(DATED).id();
        String confirm = path();
        String base = confirm.replace("/confirm", "");
        Visitor neighbour = signedIn(province.person(Role.COORDINATOR, finance));
        Visitor officer = signedIn(province.person(Role.OFFICER, home));

        for (Visitor stranger : List.of(neighbour, officer)) {
            for (String path : List.of(confirm, base + "/preview")) {
                stranger.get(path);
                assertThat(stranger.status()).as(path).isEqualTo(404);
            }
        }
        Visitor other = signedIn(province.person(Role.COORDINATOR, finance));
        other.get("/desk/documents");
        String token = other.page().expectFirst("input[name=_csrf]").val();
        for (String path : List.of(
                base + "/obligations/" + card.substring(1),
                base + "/obligations",
                base + "/bulk?dated=true&keep=true",
                base + "/follow",
                base + "/discard",
                base + "/confirm?on=2020-08-04")) {
            other.post(path, "_csrf=" + token + "&what=x&action=keep");
            assertThat(other.status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_obligation_is_not_reached_through_another_directive() {
        String card = drafted("503/SNV-CCHC", "").expectFirst(DATED).id();
        drafted("504/SNV-CCHC", "");
        String token = coordinator.page().expectFirst("input[name=_csrf]").val();

        coordinator.post(
                path().replace("/confirm", "/obligations/" + card.substring(1)), "_csrf=" + token + "&action=drop");

        assertThat(coordinator.status()).isEqualTo(404);
    }

    @Test
    void hostile_words_of_a_directive_are_shown_as_words() {
        Document page = drafted("505/SNV-CCHC", "<script>alert(1)</script> <img src=x onerror=alert(1)>\n");
        assertThat(page.select("main script, main img")).isEmpty();
        assertThat(page.expectFirst(".source .document").wholeText()).contains("<script>alert(1)</script>");
    }

    private Visitor signedIn(Officer officer) {
        return new Visitor(port).signIn(officer.getUsername(), Province.PASSWORD);
    }

    private Document drafted() {
        return drafted("500/SNV-CCHC", "");
    }

    /** Uploads a directive and goes on to its proposals. */
    private Document drafted(String number, String body) {
        coordinator.get("/desk/documents/new");
        Document document = coordinator.submitFile(
                "main form", Map.of("notSecret", "true"), "file", "van-ban.txt", text(number, body));
        coordinator.get(document.expectFirst("a[href^=/desk/directives/new]").attr("href"));
        return coordinator.submit("main form", Map.of());
    }

    private static byte[] text(String number, String body) {
        return """
                TỈNH HẬU GIANG
                SỞ NỘI VỤ

                Số: %s

                Hậu Giang, ngày 04 tháng 8 năm 2020

                V/v báo cáo công tác dân vận chính quyền

                Kính gửi: Các sở, ban, ngành tỉnh

                %s
                Sở Nội vụ đề nghị các sở, ban, ngành tỉnh thực hiện nghiêm túc việc công khai các thủ tục hành chính.

                Định kỳ, hàng quý (ngày 10 của tháng cuối quý), năm (ngày 25 tháng 11) các sở, ban, ngành tỉnh báo cáo kết quả thực hiện về Sở Nội vụ.

                Trân trọng./.

                Nơi nhận:
                - Như trên;
                - Lưu: VT, CCHC.

                GIÁM ĐỐC

                Trần Thị Bình
                """.formatted(number, body).getBytes(StandardCharsets.UTF_8);
    }

    private Document keepAndPreview(String card) {
        if (coordinator.page().select("#" + card + " button[value=keep]").size() > 0) {
            press(card, "keep");
        }
        return coordinator.get(path().replace("/confirm", "/preview"));
    }

    private void press(String card, String action) {
        coordinator.submit("#" + card + " form.decide", Map.of("action", action));
    }

    private String path() {
        return URI.create(coordinator.page().location()).getPath();
    }

    private long duties(String card) {
        return jdbc.sql("SELECT count(*) FROM duties.duty WHERE obligation_id = ?")
                .param(Long.valueOf(card.substring(1)))
                .query(Long.class)
                .single();
    }
}
