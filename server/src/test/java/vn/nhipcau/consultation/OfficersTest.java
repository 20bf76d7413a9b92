package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.consultation.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/** What officers do at the desk, over real HTTP. */
@ServerTest
class OfficersTest {
    private static final String PASSWORD = "mat-khau-dai-cua-can-bo";

    @LocalServerPort
    int port;

    @Autowired
    TestConsultations tests;

    @Autowired
    Opinions opinions;

    @Autowired
    Consultations consultations;

    @Autowired
    People people;

    private Visitor officer(Role role, long unit) {
        String user = "cb-" + UUID.randomUUID();
        people.add(user, "Cán bộ " + role.vietnamese(), PASSWORD, List.of(new Post(role, unit)));
        return new Visitor(port).signIn(user, PASSWORD);
    }

    private Receipt give(Consultation consultation, Stance stance, String text) {
        return opinions.accept(
                        new NewOpinion(
                                consultation.slug(),
                                "phan-1",
                                Channel.WEB,
                                stance,
                                text,
                                null,
                                UUID.randomUUID().toString()),
                        Instant.now())
                .receipt();
    }

    private static String desk(Consultation consultation) {
        return "/desk/consultations/" + consultation.slug();
    }

    @Test
    void a_draft_is_uploaded_corrected_and_opened() {
        long unit = tests.unit();
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        coordinator.get("/desk/consultations");
        assertThat(coordinator.page().text()).contains("Chưa có đợt nào");
        coordinator.get("/desk/consultations/new");
        coordinator.submitFile(
                "form[action=/desk/consultations/new]",
                Map.of("notSecret", "true"),
                "file",
                "Dự thảo quy chế.html",
                "<!doctype html><html><body><h1>Điều 1. Phạm vi</h1><p>Áp dụng toàn tỉnh.</p><h1>Điều 2. Đối tượng</h1><p>Mọi cơ quan.</p><h1>Điều 3. Hiệu lực</h1></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.page().text()).contains("Điều 1. Phạm vi", "Điều 3. Hiệu lực");

        coordinator.get(
                coordinator.page().select("a:contains(Sửa, tách)").first().attr("href"));
        coordinator.submit("li.card form.stack", Map.of("heading", "Điều 1. Phạm vi áp dụng"));
        assertThat(coordinator.page().text()).contains("Đã lưu điều vừa sửa", "Phạm vi áp dụng");
        coordinator.submit("li:contains(Điều 3) form[action$=/merge]", Map.of());
        assertThat(coordinator.page().select("#clauses > ol > li")).hasSize(2);

        String slug = "quy-che-" + UUID.randomUUID();
        coordinator.submit("form[action$=/open]", Map.of("slug", slug, "title", "Lấy ý kiến quy chế", "shown", "true"));
        assertThat(coordinator.page().text()).contains("Đã mở đợt lấy ý kiến", "ghi lại, không tính");
        String reading = new Visitor(port).get("/public/consultations/" + slug).text();
        assertThat(reading).contains("Điều 1. Phạm vi áp dụng", "Điều 3. Hiệu lực", "Góp ý điều này");
    }

    @Test
    void a_new_version_shows_its_changes_and_keeps_opinions_on_their_clauses() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        give(consultation, Stance.DISAGREE, "Cần nêu rõ hơn.");
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        coordinator.get("/desk/consultations/new?version=" + consultation.slug());
        coordinator.submitFile(
                "form[action=/desk/consultations/new]",
                Map.of("notSecret", "true"),
                "file",
                "ban-2.txt",
                "PHẦN THỨ NHẤT\nĐánh giá kết quả và hạn chế.\nPHẦN THỨ BA\nTổ chức thực hiện."
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.page().select("ins").text()).contains("và hạn chế");
        coordinator.submit("form[action$=/publish]", Map.of("note", "Bổ sung hạn chế theo ý kiến đợt 1."));
        Visitor citizen = new Visitor(port);
        Document draft = citizen.get("/public/consultations/" + consultation.slug());
        assertThat(draft.text()).contains("Đánh giá kết quả và hạn chế.", "Bổ sung hạn chế theo ý kiến đợt 1.");
        eventually(() -> assertThat(citizen.get("/public/consultations/" + consultation.slug())
                        .select("#phan-1")
                        .text())
                .contains("1 ý kiến"));
        citizen.get("/public/consultations/" + consultation.slug() + "/versions/2");
        assertThat(citizen.page().select("ins").text()).contains("hạn chế");
        assertThat(consultations.clauses(consultation.id(), 1)).hasSize(2);
    }

    @Test
    void opinions_are_found_without_diacritics_filtered_and_taken_along() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        give(consultation, Stance.DISAGREE, "Đề nghị bổ sung nước sạch.");
        give(consultation, Stance.AGREE, "Nhất trí hoàn toàn.");
        Visitor officer = officer(Role.OFFICER, unit);
        String list = desk(consultation) + "/opinions";
        eventually(() -> assertThat(officer.get(list).text()).contains("nước sạch", "Nhất trí"));
        assertThat(officer.get(list + "?q=nuoc+SACH").select("tbody tr")).hasSize(1);
        assertThat(officer.get(list + "?stance=agree").text())
                .contains("Nhất trí")
                .doesNotContain("nước sạch");
        assertThat(officer.get(list + "?clause=phan-2").text()).contains("Không có ý kiến nào khớp");
        String csv = new String(
                officer.download(desk(consultation) + "/opinions.csv?q=nuoc").body(), StandardCharsets.UTF_8);
        assertThat(csv).contains("nước sạch", "Không đồng ý").doesNotContain("Nhất trí");
        assertThat(officer.download(desk(consultation) + "/opinions.xlsx").body())
                .startsWith('P', 'K');
    }

    @Test
    void a_hidden_opinion_is_kept_counted_and_shown_as_hidden_and_the_undoing_is_recorded() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        consultations.showOpinions(consultation.id(), true);
        Receipt receipt = give(consultation, Stance.OTHER, "Số điện thoại ông B là 0900 000 000.");
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        String opinion = desk(consultation) + "/opinions/" + receipt.index();
        eventually(() -> assertThat(coordinator.get(opinion).text()).contains("0900"));
        coordinator.submit("form[action$=/hide]", Map.of("ground", "PERSONAL_DATA"));
        assertThat(coordinator.page().text()).contains("Đã ẩn khỏi công chúng");

        Visitor citizen = new Visitor(port);
        String clause = "/public/consultations/" + consultation.slug() + "/clauses/phan-1";
        // The count is kept outside the request.
        eventually(() -> assertThat(citizen.get(clause).text())
                .contains("Lộ thông tin cá nhân", "Ý kiến đã gửi (1)")
                .doesNotContain("0900"));
        assertThat(citizen.get("/public/receipts/" + receipt.id()).text()).contains("0900", "đang được ẩn");
        assertThat(new String(
                        citizen.download("/public/consultations/" + consultation.slug() + "/opinions.csv")
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("PERSONAL_DATA")
                .doesNotContain("0900");

        coordinator.get(opinion);
        coordinator.submit("form[action$=/unhide]", Map.of("why", "Người viết xin công khai số của mình."));
        assertThat(coordinator.page().text()).contains("hiện lại: Người viết xin công khai");
        assertThat(citizen.get(clause).text()).contains("0900");
    }

    @Test
    void an_answer_to_chosen_opinions_reaches_their_givers_once_it_is_published() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        Receipt receipt = give(consultation, Stance.DISAGREE, "Chỉ tiêu nước sạch còn thấp.");
        Receipt other = give(consultation, Stance.AGREE, "");
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        String list = desk(consultation) + "/opinions";
        eventually(() -> assertThat(coordinator.get(list).select("tbody tr")).hasSize(2));
        coordinator.submit("form[action$=/opinions/answer]", Map.of("entry", Long.toString(receipt.index())));
        coordinator.submit(
                "form.card.stack",
                Map.of("about", "Nâng chỉ tiêu nước sạch", "outcome", "TAKEN", "text", "Đã nâng lên 98 %."));
        Visitor citizen = new Visitor(port);
        assertThat(citizen.get("/public/receipts/" + receipt.id()).text()).doesNotContain("98 %");
        coordinator.submit("form[action$=/publish]", Map.of());
        assertThat(citizen.get("/public/receipts/" + receipt.id()).text()).contains("Tiếp thu", "Đã nâng lên 98 %.");
        assertThat(citizen.get("/public/receipts/" + other.id()).text()).doesNotContain("98 %");
        assertThat(citizen.get("/public/consultations/" + consultation.slug()).text())
                .contains("Đã nâng lên 98 %.");
    }

    @Test
    void paper_counts_only_when_a_second_person_has_compared_it() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        Visitor clerk = officer(Role.OFFICER, unit);
        Visitor second = officer(Role.OFFICER, unit);
        String paper = desk(consultation) + "/paper";
        clerk.get(paper);
        clerk.submitFile(
                "form.card.stack",
                Map.of("slip", "P-0001", "clause", "phan-2", "stance", "disagree", "text", "Không đồng ý mục này."),
                "scan",
                "phieu.jpg",
                new byte[] {1, 2, 3});
        assertThat(clerk.page().text()).contains("P-0001", "Chờ đối chiếu");
        clerk.get(clerk.page().select("a:contains(P-0001)").attr("href"));
        assertThat(clerk.page().select("form[action$=/confirm]")).isEmpty();
        clerk.get(paper);
        clerk.submitFile(
                "form.card.stack", Map.of("slip", "P-0001", "stance", "agree"), "scan", "phieu.jpg", new byte[] {1, 2, 3
                });
        assertThat(clerk.page().text()).contains("Phiếu số này đã được nhập");

        second.get(paper);
        second.get(second.page().select("a:contains(P-0001)").attr("href"));
        second.submit("form[action$=/send-back]", Map.of("why", "Trên phiếu là Đồng ý."));
        clerk.get(paper);
        clerk.get(clerk.page().select("a:contains(P-0001)").attr("href"));
        clerk.submit("form[action$=/correct]", Map.of("stance", "agree"));
        second.get(paper);
        second.get(second.page().select("a:contains(P-0001)").attr("href"));
        second.submit("form[action$=/confirm]", Map.of());
        assertThat(second.page().text()).contains("Đã đối chiếu, phiếu thành ý kiến số", "Đã tính");
        eventually(() -> assertThat(second.get(desk(consultation) + "?channel=paper")
                        .select("table")
                        .get(1)
                        .text())
                .contains("Đồng ý"));
    }

    @Test
    void a_file_with_a_wrong_row_is_reported_row_by_row_and_nothing_of_it_is_taken() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        String parcels = desk(consultation) + "/parcels";
        String head = "Mã điều,Thái độ,Nội dung\n";
        coordinator.get(parcels);
        coordinator.submitFile(
                "form:has(input[value=FILE])",
                Map.of("title", "Thư góp ý tháng 8"),
                "table",
                "y-kien.csv",
                (head + "phan-1,Đồng ý,\nphan-9,Đồng ý,\nphan-2,Chưa rõ,Nội dung\n").getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select("[role=alert] tbody tr")).hasSize(2);
        assertThat(coordinator.page().text())
                .contains("Không có điều “phan-9”", "Thái độ “Chưa rõ” không đúng", "Chưa có lần gửi nào");

        coordinator.submitFile(
                "form:has(input[value=FILE])",
                Map.of("title", "Thư góp ý tháng 8"),
                "table",
                "y-kien.csv",
                (head + "phan-1,Đồng ý,\nphần thứ hai,ý kiến khác,Cần lộ trình\n,Không đồng ý,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.page().text()).contains("bản nháp 3 dòng");
        coordinator.submit("form[action$=/release]", Map.of());
        assertThat(coordinator.page().text()).contains("3 ý kiến vào sổ", "Đã trình");
        assertThat(tests.entries(consultation)).hasSize(3);
    }

    @Test
    void a_hubs_figures_are_no_opinions_and_are_not_counted_twice() {
        Consultation consultation = tests.openNow();
        long hub = tests.unit();
        Visitor member = officer(Role.OFFICER, hub);
        Visitor coordinator = officer(Role.COORDINATOR, hub);
        String parcels = desk(consultation) + "/parcels";
        assertThat(member.get("/desk/consultations").text()).contains("đầu mối có thể gửi");
        member.get(parcels);
        assertThat(member.page().select("form:has(input[value=FILE])")).isEmpty();
        file(member, "Số liệu chi hội", "Mã điều,Thái độ,Số người\nphan-1,Đồng ý,1.250\n", true);
        assertThat(member.page().select("form[action$=/release]")).isEmpty();
        String parcel = java.net.URI.create(member.page().location()).getPath();
        coordinator.get(parcel);
        coordinator.submit("form[action$=/release]", Map.of());
        assertThat(coordinator.page().text()).contains("0 ý kiến vào sổ, 1250 lượt người ghi riêng");
        assertThat(tests.entries(consultation)).isEmpty();

        coordinator.get(parcels);
        file(coordinator, "Số liệu lần hai", "Mã điều,Thái độ,Số người\nphan-1,Đồng ý,10\n", true);
        coordinator.submit("form[action$=/release]", Map.of());
        assertThat(coordinator.page().text()).contains("HUB_FIGURES_TWICE");

        coordinator.get(parcels);
        file(coordinator, "Ý kiến hội viên", "Mã điều,Thái độ,Nội dung\nphan-1,Đồng ý,\n", false);
        coordinator.submit("form[action$=/release]", Map.of());
        assertThat(coordinator.get(parcel).text()).contains("có thể đếm trùng", "Ý kiến hội viên");
    }

    private static void file(Visitor visitor, String title, String table, boolean figures) {
        visitor.submitFile(
                "form:has(input[value=HUB])",
                Map.of("title", title, "figures", Boolean.toString(figures)),
                "table",
                "bang.csv",
                table.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void minutes_are_recorded_and_their_heads_are_no_opinions() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        coordinator.get(desk(consultation) + "/parcels");
        coordinator.submit(
                "form:has(input[value=MINUTES])",
                Map.of("title", "Họp ấp", "heldOn", LocalDate.of(2026, 8, 1).toString(), "heads", "84"));
        coordinator.submit("form[action$=/release]", Map.of());
        assertThat(coordinator.page().text()).contains("Số người dự (khai)", "84", "Đã trình");
        assertThat(tests.entries(consultation)).isEmpty();
    }

    @Test
    void the_same_letter_from_many_is_shown_as_one_group_and_all_of_it_is_counted() {
        long unit = tests.unit();
        Consultation consultation = tests.openNow(unit);
        String letter =
                "Chúng tôi đề nghị giữ nguyên bến đò cũ vì bà con %s đi chợ và đưa con em đến trường hằng ngày đều qua đó.";
        for (String village : List.of("ấp Một", "ấp Hai", "ấp Ba")) {
            give(consultation, Stance.OTHER, letter.formatted(village));
        }
        give(
                consultation,
                Stance.OTHER,
                "Tôi đề nghị làm cầu thay cho bến đò, vì mùa nước lớn đò ngang rất nguy hiểm cho trẻ em.");
        Visitor coordinator = officer(Role.COORDINATOR, unit);
        eventually(() -> assertThat(coordinator.get(desk(consultation)).text())
                .contains("Ý kiến gần giống nhau", "3 ý kiến: Chúng tôi đề nghị", "4 ý kiến trong sổ"));
        coordinator.get(coordinator.page().select("a[href*=likeness]").attr("href"));
        assertThat(coordinator.page().select("tbody tr")).hasSize(3);
    }

    @Test
    void what_belongs_to_another_unit_does_not_exist() {
        Consultation consultation = tests.openNow();
        Receipt receipt = give(consultation, Stance.AGREE, "");
        Visitor stranger = officer(Role.READER, tests.unit());
        Visitor foreign = officer(Role.COORDINATOR, tests.unit());
        Visitor clerk = officer(Role.OFFICER, consultation.organisationId());
        Visitor reader = officer(Role.READER, consultation.organisationId());
        for (String path : List.of(
                "",
                "/opinions",
                "/opinions/" + receipt.index(),
                "/opinions.csv",
                "/opinions.xlsx",
                "/paper",
                "/answers")) {
            foreign.get(desk(consultation) + path);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            stranger.get(desk(consultation) + path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
        }
        stranger.get(desk(consultation) + "/parcels");
        assertThat(stranger.status()).isEqualTo(404);
        reader.get(desk(consultation));
        assertThat(reader.status()).isEqualTo(200);
        for (String path : List.of("/opinions", "/paper", "/answers")) {
            reader.get(desk(consultation) + path);
            assertThat(reader.status()).as(path).isEqualTo(404);
        }
        clerk.get(desk(consultation) + "/answers");
        assertThat(clerk.status()).isEqualTo(404);
        stranger.get("/desk/consultations/new");
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void nobody_does_by_a_forged_request_what_the_page_does_not_offer() {
        Consultation consultation = tests.openNow();
        Receipt receipt = give(consultation, Stance.AGREE, "");
        Visitor foreign = officer(Role.COORDINATOR, tests.unit());
        Visitor clerk = officer(Role.OFFICER, consultation.organisationId());
        String opinion = desk(consultation) + "/opinions/" + receipt.index();
        for (Visitor visitor : List.of(foreign, clerk)) {
            for (String act : List.of(
                    opinion + "/hide?ground=UNLAWFUL",
                    opinion + "/unhide?why=x",
                    desk(consultation) + "/opinions/answer?entry=" + receipt.index(),
                    desk(consultation) + "/answers?about=a&outcome=TAKEN&text=b",
                    desk(consultation) + "/answers/1/publish",
                    desk(consultation) + "/answers/1/discard",
                    desk(consultation) + "/shown?shown=true",
                    desk(consultation) + "/channels?channel=WEB")) {
                visitor.get("/desk/consultations");
                String csrf = visitor.page().expectFirst("input[name=_csrf]").attr("value");
                visitor.post(act, "_csrf=" + java.net.URLEncoder.encode(csrf, StandardCharsets.UTF_8));
                assertThat(visitor.status()).as(act).isEqualTo(404);
            }
        }
    }
}
