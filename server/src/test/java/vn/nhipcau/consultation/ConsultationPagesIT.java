package vn.nhipcau.consultation;

import static vn.nhipcau.consultation.Eventually.eventually;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/** The consultation's pages in a real browser: readable by everybody, on a telephone too. */
@ServerTest
class ConsultationPagesIT {
    private static final String PASSWORD = "mat-khau-dai-cua-dieu-phoi";

    @LocalServerPort
    int port;

    @Autowired
    TestConsultations tests;

    @Autowired
    Consultations consultations;

    @Autowired
    Opinions opinions;

    @Autowired
    Answers answers;

    @Autowired
    Hidings hidings;

    @Autowired
    People people;

    private String user;
    private Consultation consultation;
    private Receipt receipt;

    private void prepare() {
        long unit = tests.unit();
        user = "dp-" + UUID.randomUUID();
        long person = people.add(user, "Nguyễn Thị Điều Phối", PASSWORD, List.of(new Post(Role.COORDINATOR, unit)));
        consultation = tests.openNow(unit);
        consultations.showOpinions(consultation.id(), true);
        String letter =
                "Chúng tôi đề nghị giữ nguyên bến đò cũ vì bà con %s đi chợ và đưa con em đến trường đều qua đó.";
        for (String village : List.of("ấp Một", "ấp Hai", "ấp Ba")) {
            receipt = give(Stance.OTHER, letter.formatted(village));
        }
        Receipt rude = give(Stance.DISAGREE, "Nội dung xúc phạm.");
        give(Stance.AGREE, "");
        Instant now = Instant.now();
        eventually(() -> Assertions.assertThat(new Visitor(port)
                        .get("/public/consultations/" + consultation.slug() + "/clauses/phan-1")
                        .text())
                .contains("(5)"));
        hidings.hide(consultation.id(), rude.index(), HidingGround.DEFAMATION, "", person, now);
        long answer = answers.write(
                consultation.id(),
                new Answers.NewAnswer(
                        "phan-1", "Giữ bến đò", Answer.Outcome.PARTLY, "Giữ bến đò đến khi có cầu.", List.of()),
                person,
                now);
        answers.publish(consultation.id(), answer, now);
        answers.write(
                consultation.id(),
                new Answers.NewAnswer(null, "Nháp", Answer.Outcome.TAKEN, "Đang soạn.", List.of()),
                person,
                now);
    }

    private Receipt give(Stance stance, String text) {
        String key = UUID.randomUUID().toString();
        return opinions.accept(
                        new NewOpinion(consultation.slug(), "phan-1", Channel.WEB, stance, text, null, key),
                        Instant.now())
                .receipt();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void every_page_is_accessible_and_fits_the_screen(int width) {
        prepare();
        SoftAssertions softly = new SoftAssertions();
        String slug = "/public/consultations/" + consultation.slug();
        try (Page page = Browser.open(width, 900)) {
            for (String path : List.of(
                    "/public/consultations",
                    slug,
                    slug + "/clauses/phan-1",
                    slug + "/whole",
                    slug + "/figures",
                    "/public/receipts",
                    "/public/receipts?code=sai",
                    "/public/receipts/" + receipt.id())) {
                look(page, path, width, softly);
            }
        }
        String desk = "/desk/consultations/" + consultation.slug();
        List<String> made = fileAtTheDesk(desk);
        try (Page page = Browser.open(width, 900)) {
            page.navigate(home() + "/sign-in");
            page.fill("form.stack input[name=user]", user);
            page.fill("form.stack input[name=password]", PASSWORD);
            page.click("form.stack button");
            for (String path : List.of(
                    "/desk/consultations",
                    desk,
                    desk + "/opinions",
                    desk + "/opinions/" + receipt.index(),
                    desk + "/answers",
                    desk + "/answers?entries=" + receipt.index(),
                    desk + "/paper",
                    desk + "/parcels",
                    "/desk/consultations/new",
                    "/desk/consultations/new?version=" + consultation.slug())) {
                look(page, path, width, softly);
            }
            for (String path : made) {
                look(page, path, width, softly);
            }
        }
        softly.assertAll();
    }

    /** A paper form, a hub's figures, a draft and a new version; where each is looked at. */
    private List<String> fileAtTheDesk(String desk) {
        Visitor visitor = new Visitor(port).signIn(user, PASSWORD);
        visitor.get(desk + "/paper");
        visitor.submitFile(
                "form.card.stack", Map.of("slip", "P-7", "stance", "agree"), "scan", "phieu.png", new byte[] {1});
        String paper = visitor.page().select("a:contains(P-7)").attr("href");
        visitor.get(desk + "/parcels");
        visitor.submitFile(
                "form:has(input[value=HUB])",
                Map.of("title", "Số liệu chi hội", "figures", "true"),
                "table",
                "so-lieu.csv",
                "Mã điều,Thái độ,Số người\nphan-1,Đồng ý,120\n".getBytes(StandardCharsets.UTF_8));
        String parcel = path(visitor);
        visitor.get("/desk/consultations/new");
        visitor.submitFile(
                "form[action=/desk/consultations/new]",
                Map.of("notSecret", "true"),
                "file",
                "quy-che.txt",
                "Điều 1. Phạm vi\nToàn tỉnh.\nĐiều 2. Đối tượng\nMọi cơ quan.".getBytes(StandardCharsets.UTF_8));
        String draft = path(visitor);
        String edit = visitor.page().select("a[href*=edit]").attr("href");
        visitor.get("/desk/consultations/new?version=" + consultation.slug());
        visitor.submitFile(
                "form[action=/desk/consultations/new]",
                Map.of("notSecret", "true"),
                "file",
                "ban-2.txt",
                "PHẦN THỨ NHẤT\nĐánh giá kết quả, hạn chế.\nPHẦN THỨ BA\nTổ chức.".getBytes(StandardCharsets.UTF_8));
        return List.of(paper, parcel, draft, edit, path(visitor));
    }

    private static String path(Visitor visitor) {
        return java.net.URI.create(visitor.page().location()).getPath();
    }

    @Test
    void a_draft_of_an_opinion_survives_the_closing_of_the_page_and_goes_when_it_is_sent() {
        consultation = tests.openNow();
        String clause = home() + "/public/consultations/" + consultation.slug() + "/clauses/phan-2";
        try (Page page = Browser.open(360, 800)) {
            page.navigate(clause);
            page.check("input[value=other]");
            page.fill("textarea", "Đang viết dở");
            String key = page.inputValue("input[name=key]");
            page.navigate("about:blank");
            page.navigate(clause);
            Assertions.assertThat(page.inputValue("textarea")).isEqualTo("Đang viết dở");
            Assertions.assertThat(page.isChecked("input[value=other]")).isTrue();
            Assertions.assertThat(page.inputValue("input[name=key]")).isEqualTo(key);
            page.click("form[data-draft] button.primary");
            Assertions.assertThat(page.textContent(".given")).isEqualTo("Đang viết dở");
            page.navigate(clause);
            Assertions.assertThat(page.inputValue("textarea")).isEmpty();
            Assertions.assertThat(page.inputValue("input[name=key]")).isNotEqualTo(key);
        }
    }

    private void look(Page page, String path, int width, SoftAssertions softly) {
        page.navigate(home() + path);
        String name = path.replaceAll("thu-[0-9a-f-]{36}", "x").replaceAll("[^a-z0-9.-]+", "_") + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "consultation" + name))
                .setFullPage(true));
        softly.assertThat(Browser.violations(page)).as(path).isEmpty();
        softly.assertThat(Browser.overflow(page)).as(path + " overflows").isLessThanOrEqualTo(0);
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
