package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

/** Who may go where. */
@ServerTest
class StrangersTest {
    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("publicationProvince")
    Province province;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Coverage coverage;

    @Autowired
    Checks checks;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    LoopbackSites web;
    long home;
    long owner;
    long unit;
    long document;
    long campaign;
    long check;
    Officer coordinator;

    @BeforeEach
    void oneCampaign() {
        web = new LoopbackSites();
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        unit = province.department("Sở Kín thử nghiệm", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        province.site(
                unit,
                web.site("kin-" + Long.toString(System.nanoTime(), 36))
                        .article("/tin/7", Province.TITLE, Province.draft())
                        .address());
        Instant now = Instant.now();
        document = province.document(coordinator, owner, now);
        CampaignDraft open = province.draft(
                document, owner, new CampaignDraft.Whom.Group(province.group(home, "Nhóm kín", List.of(unit))), now);
        campaign = campaigns.make(
                new CampaignDraft(
                        open.documentId(),
                        null,
                        owner,
                        "Bí danh của đợt đăng tải",
                        "",
                        open.files(),
                        open.whom(),
                        open.fromOn(),
                        30,
                        24,
                        60,
                        false),
                coordinator,
                now);
        campaigns.act(campaign, CampaignState.Event.START, coordinator, now);
        Province.await(() -> {
            Coverage.Round round = coverage.round(campaigns.find(campaign), Instant.now());
            return round.done() && round.running() == 0;
        });
        check = checks.history(campaign, unit, 1).getFirst().id();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private Visitor visit(Role role, long at) {
        return new Visitor(port).signIn(province.person(role, at).getUsername(), Province.PASSWORD);
    }

    @Test
    void an_officer_or_coordinator_of_another_unit_gets_403_or_404_on_every_route() {
        List<Visitor> strangers = List.of(
                visit(Role.OFFICER, province.department("Sở Tài chính", home)),
                visit(Role.COORDINATOR, province.department("Sở Tư pháp", home)));
        SoftAssertions softly = new SoftAssertions();
        int tried = 0;
        for (var entry : routes.getHandlerMethods().entrySet()) {
            HandlerMethod handler = entry.getValue();
            if (!handler.getBeanType().getPackageName().equals("vn.nhipcau.publication")) {
                continue;
            }
            for (String pattern : entry.getKey().getPatternValues()) {
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    String path = pattern.replace("{id}", Long.toString(campaign))
                            .replace("{unit}", Long.toString(unit))
                            .replace("{check}", Long.toString(check));
                    for (Visitor stranger : strangers) {
                        tried++;
                        if (method == RequestMethod.GET) {
                            stranger.get(path + "?" + fields(handler));
                        } else {
                            String token = stranger.get("/desk")
                                    .expectFirst("input[name=_csrf]")
                                    .attr("value");
                            stranger.post(path, fields(handler) + "_csrf=" + token);
                        }
                        if (!pattern.equals("/desk/publication") && !pattern.equals("/public/publication")) {
                            softly.assertThat(stranger.status())
                                    .as(method + " " + path)
                                    .isIn(403, 404);
                        }
                        softly.assertThat(stranger.page().text())
                                .as(method + " " + path)
                                .doesNotContain("Bí danh của đợt", "Sở Kín thử nghiệm");
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(tried).isGreaterThan(30);
        assertThat(campaigns.find(campaign).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(checks.overrulings(campaign, unit)).isEmpty();
    }

    /** A right value for everything that the handler asks for, so that nothing but the right to do it is missing. */
    private String fields(HandlerMethod handler) {
        StringBuilder fields = new StringBuilder();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && parameter.getParameterType() != java.util.Map.class) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                String name = parameter.getParameterName();
                if (!"directive".equals(name)) {
                    fields.append(name)
                            .append('=')
                            .append(sample(name, parameter.getParameterType()))
                            .append('&');
                }
            }
        }
        return fields.toString();
    }

    private String sample(String name, Class<?> type) {
        return switch (name) {
            case "document" -> Long.toString(document);
            case "owner" -> Long.toString(owner);
            case "whom" -> "group:1";
            case "days", "everyHours", "budget" -> "20";
            case "standing" -> "FULL";
            case "event" -> "STOP";
            case "page", "file" -> "1";
            default -> type == boolean.class ? "true" : type == LocalDate.class ? "2026-08-05" : "thu";
        };
    }

    @Test
    void the_unit_itself_sees_its_own_part_and_neither_the_others_nor_the_coordinators_tools() {
        Visitor own = visit(Role.OFFICER, unit);
        assertThat(own.get("/desk/publication/" + campaign + "/units/" + unit).text())
                .contains("Sở Kín thử nghiệm", "Báo địa chỉ bài đăng")
                .doesNotContain("Kết luận khác kiểm tra tự động");
        assertThat(own.get("/desk/publication/" + campaign + "/units/" + unit + "/checks/" + check)
                        .text())
                .contains("Bằng chứng");
        own.get("/desk/publication/" + campaign);
        assertThat(own.status()).isEqualTo(404);
    }

    @Test
    void a_leader_of_the_province_sees_the_campaign_and_changes_nothing() {
        Visitor leader = visit(Role.LEADER, home);
        assertThat(leader.get("/desk/publication/" + campaign)
                        .select("form[method=post]:not([action^=/desk/sign-out])"))
                .filteredOn(form -> form.attr("action").startsWith("/desk/publication"))
                .isEmpty();
        assertThat(leader.status()).isEqualTo(200);
        String token = leader.get("/desk").expectFirst("input[name=_csrf]").attr("value");
        leader.post("/desk/publication/" + campaign + "/act", "event=STOP&_csrf=" + token);
        assertThat(leader.status()).isEqualTo(403);
    }

    @Test
    void a_private_campaign_and_a_look_of_another_campaign_do_not_exist() {
        Visitor anybody = new Visitor(port);
        anybody.get("/public/publication/" + campaign);
        assertThat(anybody.status()).isEqualTo(404);
        Visitor desk = new Visitor(port).signIn(coordinator.getUsername(), Province.PASSWORD);
        desk.get("/desk/publication/" + campaign + "/units/" + owner + "/checks/" + check);
        assertThat(desk.status()).isEqualTo(404);
    }
}
