package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

/** Over HTTP as people go, against sites that answer over HTTP. */
@ServerTest
class CampaignJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("publicationProvince")
    Province province;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Coverage coverage;

    @Autowired
    Checks checks;

    LoopbackSites web;
    long home;
    long owner;
    Officer coordinator;
    Officer officer;
    long full;
    long part;
    long other;
    long none;
    long down;
    long forbidden;
    long nowhere;
    LoopbackSites.Site fullSite;
    LoopbackSites.Site noneSite;
    LoopbackSites.Site downSite;
    long group;

    @BeforeEach
    void sevenUnitsOfEachKind() {
        web = new LoopbackSites();
        String tag = Long.toString(System.nanoTime(), 36);
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        full = province.department("Sở Y tế thử", home);
        part = province.department("Sở Tư pháp thử", home);
        other = province.department("Sở Xây dựng thử", home);
        none = province.department("Sở Công Thương thử", home);
        down = province.department("Sở Tài chính thử", home);
        forbidden = province.department("Thanh tra thử", home);
        nowhere = province.department("Ban Dân tộc thử", home);
        officer = province.person(Role.OFFICER, full);
        fullSite = web.site("yte-" + tag).article("/tin/1", Province.TITLE, Province.draft());
        province.site(full, fullSite.address());
        province.site(
                part,
                web.site("tuphap-" + tag)
                        .article("/tin/1", Province.TITLE, Province.firstPart(3))
                        .address());
        province.site(
                other,
                web.site("xaydung-" + tag)
                        .article(
                                "/tin/1",
                                Province.TITLE,
                                Province.draft()
                                        .replaceAll("6,9%", "6,1%")
                                        .replaceAll("51,2 triệu", "49,8 triệu")
                                        .replaceAll("32 xã", "29 xã")
                                        .replaceAll(
                                                "Một là, .*",
                                                "Một là, tập trung hoàn thành các tuyến đường tỉnh đang thi công dở dang.")
                                        .replaceAll("Ba là, .*", "Ba là, nâng cao chất lượng các trường nghề của tỉnh.")
                                        .replaceAll("6.214", "5.987"))
                        .address());
        noneSite = web.site("congthuong-" + tag);
        province.site(none, noneSite.address());
        downSite = web.site("taichinh-" + tag).down(true);
        province.site(down, downSite.address());
        province.site(
                forbidden,
                web.site("thanhtra-" + tag)
                        .robots("User-agent: *\nDisallow: /\n")
                        .article("/tin/1", Province.TITLE, Province.draft())
                        .address());
        group = province.group(home, "Các sở thử", List.of(full, part, other, none, down, forbidden, nowhere));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private Visitor visit(Officer who) {
        return new Visitor(port).signIn(who.getUsername(), Province.PASSWORD);
    }

    private Standing standing(long campaign, long unit) {
        return checks.posting(campaign, unit, Instant.now()).standing();
    }

    private long started() {
        long campaign = province.campaign(coordinator, owner, group, Instant.now());
        campaigns.act(campaign, CampaignState.Event.START, coordinator, Instant.now());
        awaitRound(campaign);
        return campaign;
    }

    private void awaitRound(long campaign) {
        Province.await(() -> {
            Coverage.Round round = coverage.round(campaigns.find(campaign), Instant.now());
            return round.done() && round.running() == 0;
        });
    }

    @Test
    void a_coordinator_makes_a_campaign_from_a_document_and_sees_a_verdict_for_every_unit_with_its_proof() {
        long document = province.document(coordinator, owner, Instant.now());
        Visitor desk = visit(coordinator);
        desk.get("/desk/documents/" + document);
        desk.get(desk.page().expectFirst("a[href^=/desk/publication/new]").attr("href"));
        assertThat(desk.page().select("label:has(input[name=file][checked])").text())
                .as("the attachment is what must be posted")
                .contains("tom-tat-du-thao.txt");
        desk.submit("form[action=/desk/publication/new]", Map.of("whom", "group:" + group, "title", Province.TITLE));
        assertThat(desk.page().text()).contains("Đã lập đợt đăng tải", "Chưa bắt đầu", "0/7");
        long campaign = Long.parseLong(desk.page().location().replaceAll("\\D*\\d+/desk/publication/(\\d+).*", "$1"));
        desk.submit("form[data-event=START]", Map.of());
        awaitRound(campaign);

        Document page = desk.get("/desk/publication/" + campaign);
        assertThat(page.text()).contains("7/7", "1/7");
        assertThat(standing(campaign, full)).isEqualTo(Standing.FULL);
        assertThat(standing(campaign, part)).isEqualTo(Standing.PARTIAL);
        assertThat(standing(campaign, other)).isEqualTo(Standing.OTHER_VERSION);
        assertThat(standing(campaign, none)).isEqualTo(Standing.NOT_FOUND);
        assertThat(standing(campaign, down)).isEqualTo(Standing.UNREACHABLE);
        assertThat(standing(campaign, forbidden)).isEqualTo(Standing.FORBIDDEN);
        assertThat(standing(campaign, nowhere)).isEqualTo(Standing.NO_SITE);
        List<String> units =
                page.select("table.cards tbody th a[href*=/units/]").eachText();
        assertThat(units).as("worst first").hasSize(7).first().isEqualTo("Sở Công Thương thử");
        assertThat(units).last().isEqualTo("Sở Y tế thử");

        desk.get(page.select("tr:contains(Sở Y tế thử) a:contains(Xem bằng chứng)")
                .attr("href"));
        assertThat(desk.page().select("mark")).hasSize(2);
        assertThat(desk.page().select("mark").first().text())
                .isEqualTo(desk.page().select("mark").last().text());
        Element archive = desk.page().expectFirst("a[href$=/warc]");
        var warc = desk.download(archive.attr("href"));
        assertThat(warc.statusCode()).isEqualTo(200);
        assertThat(warc.body()).startsWith(0x1f, 0x8b);
        assertThat(desk.page().text()).contains(sha256(warc.body()));

        desk.get("/desk/publication/" + campaign);
        desk.get(desk.page()
                .select("tr:contains(Sở Xây dựng thử) a:contains(Xem bằng chứng)")
                .attr("href"));
        assertThat(desk.page().select("td:has(del)").text()).contains("Toàn tỉnh có 32 xã đạt chuẩn nông thôn mới");
        assertThat(desk.page().select("ins").text()).contains("29");
        desk.get("/desk/publication/" + campaign);
        desk.get(desk.page()
                .select("tr:contains(Sở Công Thương thử) a:contains(Xem bằng chứng)")
                .attr("href"));
        assertThat(desk.page().text()).contains("Đã xem những địa chỉ nào", noneSite.address());
    }

    @Test
    void numbers_lead_to_as_many_rows_and_the_search_needs_no_diacritics() {
        long campaign = started();
        Visitor desk = visit(coordinator);
        Document page = desk.get("/desk/publication/" + campaign);
        for (Element figure : page.select("a.figure")) {
            assertThat(desk.get(figure.attr("href")).select("table.cards tbody th a[href*=/units/]"))
                    .as(figure.text())
                    .hasSize(Integer.parseInt(figure.expectFirst("b").text().replaceFirst("/.*", "")));
        }
        desk.get("/desk/publication/" + campaign);
        desk.submit("form[role=search]", Map.of("q", "so tu phap"));
        assertThat(desk.page().select("table.cards tbody th a[href*=/units/]").eachText())
                .containsExactly("Sở Tư pháp thử");
    }

    @Test
    void who_could_not_be_looked_at_is_asked_for_help_and_never_urged_to_post() {
        long campaign = started();
        Document page = visit(coordinator).get("/desk/publication/" + campaign + "/urge");
        assertThat(page.select("section.card:has(h2) a").eachText())
                .contains("Sở Công Thương thử", "Sở Tư pháp thử", "Sở Xây dựng thử", "Ban Dân tộc thử")
                .doesNotContain("Sở Tài chính thử", "Thanh tra thử", "Sở Y tế thử");
        assertThat(page.select("section.card:has(h3) textarea").text())
                .contains("Sở Tài chính thử", "Thanh tra thử", "chưa có kết luận")
                .doesNotContain("chưa thấy");
        Document report = visit(coordinator).get("/desk/publication/" + campaign + "/report");
        assertThat(report.expectFirst("#paragraph").text())
                .contains("1/7 đơn vị đã đăng đủ", "14,3 %", "Chưa kiểm tra được 2 đơn vị", "Sở Công Thương thử");
        assertThat(report.text()).contains("nguyên vẹn");
    }

    @Test
    void a_unit_reports_where_it_posted_and_that_address_is_looked_at_first() {
        long campaign = started();
        Officer clerk = province.person(Role.OFFICER, none);
        Visitor unit = visit(clerk);
        assertThat(unit.get("/desk/publication").text()).contains(Province.TITLE, "Chưa thấy đăng");
        unit.get("/desk/publication/" + campaign + "/units/" + none);
        assertThat(unit.page().select("textarea.kit").text())
                .contains("<h2>" + Province.TITLE + "</h2>", "thu nhập bình quân đầu người");
        unit.submit("form[action$=/report]", Map.of("address", fullSite.address() + "tin/1"));
        assertThat(unit.status()).as("another unit's site").isEqualTo(422);

        noneSite.article("/an/sau/42", "Bài 42", Province.draft());
        unit.get("/desk/publication/" + campaign + "/units/" + none);
        unit.submit("form[action$=/report]", Map.of("address", noneSite.address() + "an/sau/42"));
        assertThat(unit.page().text()).contains("Đã nhận địa chỉ");
        Province.await(() -> standing(campaign, none) == Standing.FULL);
        assertThat(unit.get("/desk/publication/" + campaign + "/units/" + none).text())
                .contains("Đăng đủ", "an/sau/42");
    }

    @Test
    void a_person_overrules_with_a_reason_and_a_later_overruling_undoes_it() {
        long campaign = started();
        Visitor desk = visit(coordinator);
        String unit = "/desk/publication/" + campaign + "/units/" + down;
        desk.get(unit);
        desk.submit("form[action$=/overrule]", Map.of("standing", "FULL", "reason", ""));
        assertThat(desk.status()).isEqualTo(422);
        desk.get(unit);
        desk.submit("form[action$=/overrule]", Map.of("standing", "FULL", "reason", "Đã xem trực tiếp lúc trang mở"));
        assertThat(desk.page().text()).contains("do người kết luận", "Đã xem trực tiếp lúc trang mở");
        assertThat(standing(campaign, down)).isEqualTo(Standing.FULL);

        campaigns.checkAll(campaign, coordinator, Instant.now());
        awaitRound(campaign);
        assertThat(standing(campaign, down))
                .as("a later look does not undo a person's word")
                .isEqualTo(Standing.FULL);

        desk.get(unit);
        desk.submit("form[action$=/overrule]", Map.of("standing", "", "reason", "Nhầm đơn vị"));
        assertThat(standing(campaign, down)).isEqualTo(Standing.UNREACHABLE);
        assertThat(desk.get("/desk/publication/" + campaign + "/report").text()).contains("nguyên vẹn");
    }

    @Test
    void the_public_sees_shares_and_where_to_read_it_and_nobody_accused() {
        long campaign = started();
        Visitor anybody = new Visitor(port);
        assertThat(anybody.get("/public/publication/" + campaign).text())
                .contains("1/7", "Sở Y tế thử", "tin/1")
                .doesNotContain("Sở Công Thương thử", "Sở Tài chính thử");
        assertThat(anybody.get("/public/publication").text()).contains(Province.TITLE);
        campaigns.open(campaign, false, coordinator, Instant.now());
        anybody.get("/public/publication/" + campaign);
        assertThat(anybody.status()).isEqualTo(404);
    }

    @Test
    void a_stopped_campaign_looks_at_nothing_until_it_goes_on() {
        long campaign = started();
        campaigns.act(campaign, CampaignState.Event.STOP, coordinator, Instant.now());
        int before = fullSite.asked().size();
        Visitor desk = visit(coordinator);
        desk.get("/desk/publication/" + campaign);
        assertThat(desk.page().select("form[action$=/check]")).isEmpty();
        String token = desk.page().expectFirst("input[name=_csrf]").attr("value");
        desk.post("/desk/publication/" + campaign + "/check", "_csrf=" + token);
        assertThat(desk.status()).isEqualTo(409);
        desk.get("/desk/publication/" + campaign);
        desk.submit("form[data-event=RESUME]", Map.of());
        desk.get("/desk/publication/" + campaign);
        assertThat(fullSite.asked()).hasSize(before);
        desk.submit("form[action$=/check]", Map.of());
        awaitRound(campaign);
        assertThat(fullSite.asked().size()).isGreaterThan(before);
    }

    @Test
    void the_spreadsheet_and_the_chain_can_be_taken_along() {
        long campaign = started();
        Visitor desk = visit(coordinator);
        var sheet = desk.download("/desk/publication/" + campaign + "/sheet.xlsx?standing=FULL");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(new String(sheet.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        String chain = new String(
                desk.download("/desk/publication/" + campaign + "/chain.txt").body(), StandardCharsets.UTF_8);
        List<String> lines = chain.lines().toList();
        assertThat(lines).hasSize(7); // the document, and six sites that could be looked at
        String before = lines.getFirst().substring(0, 64);
        for (String line : lines.subList(1, lines.size())) {
            assertThat(Chain.hash(before, line.substring(65))).isEqualTo(line.substring(0, 64));
            before = line.substring(0, 64);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
