package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
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
import vn.nhipcau.web.Shell;

/** Over HTTP, as people go. */
@ServerTest
class DutyJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Submissions submissions;

    @Autowired
    Duties duties;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    long home;
    long owner;
    long health;
    Officer coordinator;
    Officer officer;
    long directive;
    long overdue;
    long soon;

    @BeforeEach
    void aDirectiveWithOneDutyOverdueAndOneDueTomorrow() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        health = province.department("Sở Y tế thử nghiệm", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        officer = province.person(Role.OFFICER, health);
        directive = province.directive(
                coordinator,
                owner,
                today.minusDays(10).toString(),
                now.minus(9, ChronoUnit.DAYS),
                obligation(
                        "Đăng tải dự thảo báo cáo",
                        Province.on(
                                today.minusDays(2).toString(), today.plusDays(1).toString()),
                        lead(health)));
        overdue = province.duties(directive).get(0);
        soon = province.duties(directive).get(1);
    }

    private Visitor visit(Officer who) {
        return new Visitor(port).signIn(who.getUsername(), Province.PASSWORD);
    }

    @Test
    void a_unit_hands_in_and_the_coordinator_accepts_and_the_board_changes() {
        Visitor unit = visit(officer);
        assertThat(unit.get("/desk/my-duties").text()).contains("Đăng tải dự thảo báo cáo", "Quá hạn 2 ngày");
        unit.get("/desk/duties/" + soon);
        unit.submit("form[data-event=RECEIVE]", Map.of());
        assertThat(unit.page().text()).contains("Đã ghi. Trạng thái bây giờ: Đã nhận.");
        unit.submitFile(
                "form#submit",
                Map.of("note", "Đã đăng", "links", "https://syt.example.vn/tin/1", "notSecret", "true"),
                "files",
                "Ảnh chụp.txt",
                "Minh chứng".getBytes(StandardCharsets.UTF_8));
        assertThat(unit.page().text()).contains("Đã nộp bản 1", "Ảnh chụp.txt", "SHA-256");
        String file = unit.page().expectFirst("a[href*=/evidence/]").attr("href");
        assertThat(unit.download(file).body()).isEqualTo("Minh chứng".getBytes(StandardCharsets.UTF_8));

        Visitor desk = visit(coordinator);
        assertThat(desk.get("/desk/board").text()).contains("1/2 đã nộp");
        desk.get("/desk/board/directives/" + directive + "?slice=to-review");
        desk.submit(
                "form#accept",
                Map.of("duty", desk.page().expectFirst("input[name=duty]").val()));
        assertThat(desk.page().text()).contains("Đã duyệt 1 nhiệm vụ: 1 đạt, 0 đạt trễ");
        desk.get("/desk/duties/" + soon);
        assertThat(desk.page().text()).contains("Không còn ai phải làm gì");
        assertThat(desk.get("/desk/reminders").text()).contains("Sở Y tế thử nghiệm");
        assertThat(desk.page().expectFirst("textarea").text()).contains("ĐÃ QUÁ HẠN 2 ngày");
    }

    @Test
    void a_late_submission_is_contested_and_the_mark_lifted() {
        Visitor unit = visit(officer);
        unit.get("/desk/duties/" + overdue);
        assertThat(unit.page().text()).contains("bản nộp sẽ được ghi là trễ");
        unit.submit("form#submit", Map.of("links", "https://syt.example.vn/tin/2", "notSecret", "true"));
        Visitor desk = visit(coordinator);
        desk.get("/desk/duties/" + overdue);
        desk.submit("form[action$=/accept]", Map.of());
        assertThat(desk.page().text()).contains("Đạt trễ");
        unit.get("/desk/duties/" + overdue);
        unit.submit(
                "form[action$=/contest]",
                Map.of(
                        "doneAt",
                        LocalDate.ofInstant(Instant.now(), Shell.ZONE).minusDays(3) + "T09:00",
                        "reason",
                        "Đã đăng từ trước, nhập trễ"));
        assertThat(unit.page().text()).contains("Đạt trễ, đang xem lại", "Chờ kiểm tra: Sở Nội vụ");
        desk.get("/desk/duties/" + overdue);
        desk.submit("form[data-event=LIFT_LATE]", Map.of("reason", "Đã đối chiếu"));
        assertThat(desk.page().text()).contains("Trạng thái bây giờ: Đạt.");
    }

    @Test
    void who_accepts_a_version_that_is_no_longer_the_newest_is_shown_the_newest() {
        handIn("https://syt.example.vn/ban-1");
        Visitor desk = visit(coordinator);
        desk.get("/desk/board/directives/" + directive + "?slice=to-review");
        String ticked = desk.page().expectFirst("input[name=duty]").val();
        Visitor reviewer = visit(coordinator);
        reviewer.get("/desk/duties/" + soon);
        submissions.recall(soon, "Nhầm", officer, Instant.now());
        handIn("https://syt.example.vn/ban-2");

        Document page = reviewer.submit("form[action$=/accept]", Map.of());
        assertThat(reviewer.status()).isEqualTo(409);
        assertThat(page.expectFirst("[role=alert]").text()).contains("CHƯA ghi gì");
        assertThat(page.text()).contains("https://syt.example.vn/ban-2");
        Document list = desk.submit("form#accept", Map.of("duty", ticked));
        assertThat(desk.status()).isEqualTo(409);
        assertThat(list.expectFirst("[role=alert]").text()).contains("CHƯA ghi gì");
        assertThat(duties.duty(soon, officer, Instant.now()).state()).isEqualTo(DutyState.SUBMITTED);

        reviewer.submit("form[action$=/accept]", Map.of());
        assertThat(reviewer.page().text()).contains("Trạng thái bây giờ: Đạt.");
    }

    private void handIn(String link) {
        submissions.submit(soon, new Submissions.Parcel("", null, List.of(), List.of(link)), officer, Instant.now());
    }

    @Test
    void a_unit_asks_for_more_time_and_the_coordinator_agrees_with_one_press() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), Shell.ZONE);
        Visitor unit = visit(officer);
        unit.get("/desk/duties/" + soon);
        unit.submit("#ask form", Map.of("until", today.plusDays(7) + "T23:59", "reason", "Chờ số liệu thống kê"));
        assertThat(unit.page().text()).contains("Đã gửi đề nghị gia hạn", "chờ bên điều phối trả lời");
        assertThat(unit.page().select("#ask")).isEmpty();

        Visitor desk = visit(coordinator);
        assertThat(desk.get("/desk/board").text()).contains("1 đề nghị gia hạn đang chờ trả lời");
        desk.get("/desk/board/duties?slice=asked");
        assertThat(desk.page().select("table.cards tbody tr")).hasSize(1);
        desk.get("/desk/duties/" + soon);
        assertThat(desk.page().expectFirst("#asked").text()).contains("Chờ số liệu thống kê", "hết ngày");
        desk.submit("#grant", Map.of());
        assertThat(desk.page().text()).contains("Đã gia hạn");
        assertThat(duties.duty(soon, officer, Instant.now()).dueAt())
                .isEqualTo(today.plusDays(7)
                        .atTime(ObligationDraft.END_OF_DAY)
                        .atZone(Shell.ZONE)
                        .toInstant());
        assertThat(desk.get("/desk/board").text()).doesNotContain("đề nghị gia hạn đang chờ");
    }

    @Test
    void a_page_of_the_matrix_that_is_not_there_shows_the_last() {
        Visitor desk = visit(coordinator);
        for (String page : List.of("99", "2147483647", "-5")) {
            assertThat(desk.get("/desk/board/directives/" + directive + "/matrix?page=" + page)
                            .text())
                    .contains("Sở Y tế thử nghiệm");
            assertThat(desk.status()).isEqualTo(200);
        }
    }

    @Test
    void a_way_back_with_braces_in_it_is_no_pattern() {
        Visitor desk = visit(coordinator);
        String token = desk.get("/desk/board").expectFirst("input[name=_csrf]").val();
        desk.post("/desk/board/accept", "back=%2Fdesk%2Fboard%3Fq%3D%7Bx%7D&_csrf=" + token);
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.page().text()).contains("Hãy đánh dấu ít nhất một");
    }

    @Test
    void times_that_cannot_be_meant_are_refused_with_a_sentence() {
        Visitor desk = visit(coordinator);
        String token = desk.get("/desk/board").expectFirst("input[name=_csrf]").val();
        for (String time : List.of("%2B999999999-12-31T23:59", "9999-12-31T10:00", "-5000-01-01T00:00")) {
            desk.post("/desk/duties/" + soon + "/extend", "dueAt=" + time + "&reason=x&_csrf=" + token);
            assertThat(desk.status()).as(time).isEqualTo(422);
            assertThat(desk.page().text()).contains("nằm ngoài khoảng");
        }
        Visitor unit = visit(officer);
        unit.get("/desk/duties/" + soon);
        unit.submit("form#submit", Map.of("links", "https://a.vn", "notSecret", "true", "doneAt", "0001-01-01T00:00"));
        assertThat(unit.status()).isEqualTo(422);
    }

    @Test
    void a_note_as_long_as_a_book_is_refused_with_a_sentence_of_its_own() {
        Visitor unit = visit(officer);
        Map.of(20_001, "Ghi chú dài 20001 ký tự", 3_000_000, "Phần chữ gửi lên quá dài")
                .forEach((length, sentence) -> {
                    unit.get("/desk/duties/" + soon);
                    unit.submitFile(
                            "form#submit",
                            Map.of("note", "x".repeat(length), "notSecret", "true"),
                            "files",
                            "a.txt",
                            new byte[] {'a'});
                    assertThat(unit.status()).as(sentence).isBetween(400, 499);
                    assertThat(unit.page().text()).contains(sentence);
                });
    }

    @Test
    void why_it_was_sent_back_stands_at_the_top_for_the_unit() {
        handIn("https://syt.example.vn/ban-1");
        Visitor desk = visit(coordinator);
        desk.get("/desk/duties/" + soon);
        desk.submit("form[data-event=RETURN]", Map.of("reason", "Thiếu phụ lục số liệu"));
        Visitor unit = visit(officer);
        assertThat(unit.get("/desk/duties/" + soon).expectFirst(".notice").text())
                .contains("Bị trả lại vì", "Thiếu phụ lục số liệu");
        assertThat(unit.page().text()).contains("Minh chứng phải nộp");
    }

    @Test
    void nothing_is_said_to_be_handed_in_when_it_was_refused() {
        Visitor unit = visit(officer);
        unit.get("/desk/duties/" + soon);
        unit.submit("form#submit", Map.of("links", "", "notSecret", "true"));
        assertThat(unit.status()).isEqualTo(422);
        assertThat(unit.page().expectFirst("[role=alert]").text()).contains("ít nhất một tệp");
        assertThat(unit.page().text()).doesNotContain("Đã nộp");
        unit.get("/desk/duties/" + soon);
        unit.submit("form#submit", Map.of("links", "https://example.vn/1", "note", "Đã đăng ngày 5/8"));
        assertThat(unit.page().expectFirst("#submit [name=note]").text()).isEqualTo("Đã đăng ngày 5/8");
        assertThat(unit.page().expectFirst("#submit [name=links]").text()).isEqualTo("https://example.vn/1");
        assertThat(unit.page().text()).contains("bí mật nhà nước");
        assertThat(duties.duty(soon, officer, Instant.now()).state()).isEqualTo(DutyState.NOT_RECEIVED);
    }

    @Test
    void a_unit_that_was_forgotten_is_added_for_the_periods_to_come() {
        province.department("Sở Tư pháp bổ sung", home);
        Visitor desk = visit(coordinator);
        desk.get("/desk/board/directives/" + directive);
        desk.get(desk.page().expectFirst("a[href$=/add-unit]").attr("href"));
        desk.submit("form[method=get]", Map.of("q", "tu phap bo sung"));
        String unit = desk.page().expectFirst("input[name=unit]").attr("value");
        desk.submit("form[action$=/add-unit][method=post]", Map.of("unit", unit, "reason", "Bổ sung theo đề nghị"));
        assertThat(desk.page().text()).contains("Đã giao thêm 1 nhiệm vụ", "Sở Tư pháp bổ sung: Bổ sung theo đề nghị");
    }

    @Test
    void the_public_sees_counts_of_open_directives_only() {
        Visitor anybody = new Visitor(port);
        anybody.get("/public/directives/" + directive);
        assertThat(anybody.status()).isEqualTo(404);
        Visitor desk = visit(coordinator);
        desk.get("/desk/board/directives/" + directive);
        desk.submit("form[action$=/open]", Map.of("open", "true"));

        assertThat(anybody.get("/public/directives/" + directive).text())
                .contains("0/2 đã nộp")
                .doesNotContain("Sở Y tế thử nghiệm");
        assertThat(anybody.status()).isEqualTo(200);
        assertThat(anybody.get("/").text()).contains("Kế hoạch thử nghiệm");
        desk.get("/desk/board/directives/" + directive);
        desk.submit("form[action$=/open]", Map.of("open", "true", "namesLate", "true"));
        assertThat(anybody.get("/public/directives/" + directive).text()).contains("Sở Y tế thử nghiệm");
    }

    @Test
    void a_leader_sees_how_far_things_are_and_no_evidence() {
        submissions.submit(
                soon,
                new Submissions.Parcel("Ghi chú riêng", null, List.of(), List.of("https://example.vn/rieng")),
                officer,
                Instant.now());
        Visitor leader = visit(province.person(Role.LEADER, home));
        assertThat(leader.get("/desk/overview").text()).contains("Sở Y tế thử nghiệm", "1/2 đã nộp");
        assertThat(leader.get("/desk/duties/" + soon).text())
                .contains("Đã nộp")
                .doesNotContain("Ghi chú riêng", "example.vn/rieng");
    }

    @Test
    void the_spreadsheet_and_the_matrix_open() {
        Visitor desk = visit(coordinator);
        var sheet = desk.download("/desk/board/directives/" + directive + ".xlsx?slice=overdue");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Content-Disposition").orElse("")).contains("nhiem-vu.xlsx");
        assertThat(new String(sheet.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(desk.download("/desk/board/duties.xlsx").statusCode()).isEqualTo(200);
        assertThat(desk.get("/desk/board/directives/" + directive + "/matrix").text())
                .contains("Sở Y tế thử nghiệm");
    }

    @Test
    void every_number_on_the_board_leads_to_as_many_rows() {
        Visitor desk = visit(coordinator);
        Map<String, String> figures = new LinkedHashMap<>();
        desk.get("/desk/board")
                .select("a.figure")
                .forEach(link -> figures.put(
                        link.attr("href"), link.expectFirst("b").text().replaceFirst("/.*", "")));
        assertThat(figures).hasSize(11);
        SoftAssertions softly = new SoftAssertions();
        figures.forEach((href, number) -> softly.assertThat(
                        desk.get(href).select("table.cards tbody tr").size())
                .as(href)
                .isEqualTo(Integer.parseInt(number)));
        softly.assertAll();
    }

    /** Every route of the module that names a thing answers a stranger as if the thing did not exist. */
    @Test
    void an_officer_of_another_unit_gets_403_or_404_on_every_route() {
        submissions.submit(
                soon,
                new Submissions.Parcel(
                        "Ghi chú riêng",
                        null,
                        List.of(new Submissions.Upload(
                                "bao-cao.txt",
                                "text/plain",
                                () -> new ByteArrayInputStream("riêng".getBytes(StandardCharsets.UTF_8)))),
                        List.of()),
                officer,
                Instant.now());
        List<Visitor> strangers = List.of(
                visit(province.person(Role.OFFICER, province.department("Sở Tài chính", home))),
                visit(province.person(Role.COORDINATOR, province.department("Sở Tư pháp", home))));
        List<Route> doors = routes.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals("vn.nhipcau.duties"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method, pattern, entry.getValue()))))
                .filter(route -> route.pattern().startsWith("/desk/"))
                .toList();
        assertThat(doors).hasSizeGreaterThan(15);
        SoftAssertions softly = new SoftAssertions();
        for (Route route : doors) {
            for (String path : paths(route.pattern())) {
                for (Visitor stranger : strangers) {
                    if (route.method() == RequestMethod.GET) {
                        stranger.get(path + "?" + fields(route.handler()));
                    } else {
                        String token = stranger.get("/desk")
                                .expectFirst("input[name=_csrf]")
                                .attr("value");
                        stranger.post(path, fields(route.handler()) + "_csrf=" + token);
                    }
                    if (route.pattern().contains("{id}") || route.method() == RequestMethod.POST) {
                        softly.assertThat(stranger.status())
                                .as(route.method() + " " + path)
                                .isIn(403, 404);
                    }
                    softly.assertThat(stranger.page().text())
                            .as(route.method() + " " + path)
                            .doesNotContain("Sở Y tế thử nghiệm", "Ghi chú riêng");
                }
            }
        }
        softly.assertAll();
        assertThat(duties.duty(soon, officer, Instant.now()).state()).isEqualTo(DutyState.SUBMITTED);
    }

    private record Route(RequestMethod method, String pattern, HandlerMethod handler) {}

    /** A right value for everything that the handler asks for, so that nothing but the right to do it is missing. */
    private String fields(HandlerMethod handler) {
        StringBuilder fields = new StringBuilder();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                fields.append(parameter.getParameterName())
                        .append('=')
                        .append(sample(parameter))
                        .append('&');
            }
        }
        return fields.toString();
    }

    private String sample(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type == LocalDate.class) {
            return "2020-08-05";
        }
        if (type == LocalDateTime.class) {
            return "2020-08-05T09:00";
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == Instant.class) {
            return "2020-08-05T02:00:00Z";
        }
        if (type == UUID.class) {
            return "00000000-0000-4000-8000-000000000000";
        }
        if (type == String.class) {
            return "thu";
        }
        // Numbers, alone or several: of the duty where a duty is meant, else of a unit.
        return Long.toString("duty".equals(parameter.getParameterName()) ? soon : owner);
    }

    private List<String> paths(String pattern) {
        List<String> doors =
                pattern.contains("{door") ? List.of("board", "review", "my-duties", "overview") : List.of("");
        boolean ofDuty = pattern.startsWith("/desk/duties/");
        boolean ofObligation = pattern.contains("/obligations/{id}");
        long obligation = duties.duty(soon, officer, Instant.now()).obligationId();
        long evidence = submissions
                .submissions(duties.duty(soon, officer, Instant.now()), officer, Instant.now())
                .getFirst()
                .evidence()
                .getFirst()
                .id();
        return doors.stream()
                .map(door -> pattern.replaceFirst("\\{door[^}]*}", door)
                        .replace("{id}", Long.toString(ofDuty ? soon : ofObligation ? obligation : directive))
                        .replace("{obligation}", Long.toString(obligation))
                        .replace("{evidence}", Long.toString(evidence)))
                .distinct()
                .collect(Collectors.toList());
    }
}
