package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/** Each test has a year to itself. */
@ServerTest
class CalendarPageTest {
    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    DaysOff daysOff;

    @Autowired
    JdbcClient jdbc;

    private long unit;

    @BeforeEach
    void a_unit() {
        unit = jdbc.sql(
                        "INSERT INTO directory.organisation (code, line, valid) VALUES ('lich.' || gen_random_uuid(), 'state', '[2000-01-01,)') RETURNING id")
                .query(Long.class)
                .single();
    }

    private Visitor signedIn(Role role) {
        String user = "lich-" + UUID.randomUUID();
        people.add(user, "Trần Văn Lịch", "mat-khau-lich", List.of(new Post(role, unit)));
        return new Visitor(port).signIn(user, "mat-khau-lich");
    }

    @Test
    void who_administers_a_lower_unit_does_not_move_the_days_of_all() {
        long above = unit;
        a_unit();
        jdbc.sql("INSERT INTO directory.organisation_parent VALUES (?, ?, '[2000-01-01,)')")
                .params(unit, above)
                .update();
        assertThat(signedIn(Role.ADMIN).get("/desk/calendar/2026").select("main form"))
                .isEmpty();
        unit = above;
        assertThat(signedIn(Role.ADMIN).get("/desk/calendar/2026").select("main form"))
                .isNotEmpty();
    }

    @Test
    void everyone_signed_in_sees_the_year_and_nobody_else_a_form() {
        Visitor officer = signedIn(Role.OFFICER);
        Document page = officer.get("/desk/calendar/2026");
        assertThat(page.text())
                .contains("Lịch làm việc năm 2026", "Bính Ngọ", "17/02/2026", "12729/VPCP-KGVX", "Đã chốt");
        assertThat(page.select("table.month")).hasSize(12);
        assertThat(page.select("table.month td.off")).hasSizeGreaterThanOrEqualTo(13);
        assertThat(page.select("table.month td.worked")).hasSize(2);
        assertThat(page.select("main form")).isEmpty();
        assertThat(new Visitor(port).get("/desk/calendar/2026").location()).endsWith("/sign-in");
    }

    @Test
    void a_year_nobody_settled_shows_the_laws_proposal_and_says_so() {
        Document page = signedIn(Role.READER).get("/desk/calendar/2031");
        assertThat(page.text()).contains("Chưa chốt", "Tết Âm lịch (mùng 1 tháng Giêng)", "23/01/2031");
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2031, 1, 23)))
                .isFalse();
    }

    @Test
    void an_administrator_settles_a_year_and_changes_it_with_a_trace() {
        Visitor admin = signedIn(Role.ADMIN);
        admin.get("/desk/calendar/2032");
        admin.submit("form[action$=/settle]", Map.of());
        assertThat(admin.page().text()).contains("Đã chốt lịch nghỉ năm 2032", "Trần Văn Lịch");

        admin.submit(
                "#day",
                Map.of(
                        "day",
                        "2032-11-24",
                        "kind",
                        "OFF",
                        "name",
                        "Ngày Văn hóa Việt Nam",
                        "basis",
                        "Nghị quyết thử nghiệm"));
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2032, 11, 24)))
                .isFalse();

        admin.submit("#swap", Map.of("off", "2032-04-29", "worked", "2032-04-24", "basis", "Công văn thử nghiệm"));
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2032, 4, 29)))
                .isFalse();
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2032, 4, 24)))
                .isTrue();

        admin.submit("form[action$=/2032-11-24/remove]", Map.of());
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2032, 11, 24)))
                .isTrue();
        assertThat(daysOff.changes(2032))
                .extracting(DaysOff.Change::what)
                .element(0)
                .asString()
                .isEqualTo("Bỏ ngày nghỉ thứ Tư 24/11/2032: Ngày Văn hóa Việt Nam (Nghị quyết thử nghiệm)");
        assertThat(daysOff.changes(2032)).hasSize(5);
    }

    @Test
    void a_worked_day_must_be_a_weekend_day_and_nothing_is_half_done() {
        Visitor admin = signedIn(Role.ADMIN);
        admin.get("/desk/calendar/2033");
        admin.submit("#swap", Map.of("off", "2033-04-29", "worked", "2033-05-04", "basis", "Công văn thử nghiệm"));
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().text()).contains("WORKED_DAY_NOT_A_WEEKEND");
        assertThat(daysOff.year(2033).settled()).isFalse();
        assertThat(daysOff.workingDays().isWorkingDay(LocalDate.of(2033, 4, 29)))
                .isTrue();
    }

    @Test
    void a_list_with_a_fault_is_refused_row_by_row_and_a_right_one_replaces_the_year() {
        Visitor admin = signedIn(Role.ADMIN);
        admin.get("/desk/calendar/2034");
        String wrong = """
                Ngày;Loại;Tên;Căn cứ
                01/01/2034;nghỉ;Tết Dương lịch;Luật
                31/02/2034;nghỉ;Sai ngày;Luật
                03/01/2034;nghi;Sai loại;Luật
                04/01/2034;làm bù;Ngày thường;Luật
                05/01/2035;nghỉ;Sai năm;Luật
                01/01/2034;nghỉ;Hai lần;Luật
                06/01/2034;nghỉ;Thiếu
                """;
        admin.submitFile("#list", Map.of(), "list", "lich.csv", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(admin.page().select("[role=alert] li").eachText())
                .extracting(text -> text.substring(0, 7))
                .containsExactly("Dòng 3:", "Dòng 4:", "Dòng 5:", "Dòng 6:", "Dòng 7:", "Dòng 8:");
        assertThat(daysOff.year(2034).settled()).isFalse();

        byte[] table = admin.download("/desk/calendar/2034.csv").body();
        admin.submitFile("#list", Map.of(), "list", "lich.csv", table);
        assertThat(admin.page().text())
                .contains("Đã nhập " + PublicHolidays.of(2034).size() + " ngày");
        assertThat(daysOff.year(2034).days()).isEqualTo(PublicHolidays.of(2034));
    }

    @Test
    void only_an_administrator_may_change_the_calendar() {
        Visitor officer = signedIn(Role.COORDINATOR);
        String token = officer.get("/desk/calendar/2035").select("[name=_csrf]").attr("value");
        for (String action : List.of(
                "settle",
                "days?day=2035-01-02&kind=OFF&name=x&basis=x",
                "days/2035-01-01/remove",
                "swaps?off=2035-01-02&worked=2035-01-06&basis=x")) {
            officer.post("/desk/calendar/2035/" + action, "_csrf=" + token);
            assertThat(officer.status()).as(action).isEqualTo(403);
        }
        assertThat(daysOff.year(2035).settled()).isFalse();
        assertThat(daysOff.changes(2035)).isEmpty();
    }

    @Test
    void the_calendar_file_is_open_to_all_and_read_by_calendar_programs() throws Exception {
        var response = new Visitor(port).download("/public/calendar/2026.ics");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(new String(response.body(), StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        var events = new CalendarBuilder()
                .build(new ByteArrayInputStream(response.body()))
                .getComponents(Component.VEVENT);
        assertThat(events).hasSameSizeAs(daysOff.year(2026).days());
        assertThat(events.getFirst().getProperty("SUMMARY").orElseThrow().getValue())
                .isEqualTo("Tết Dương lịch");
    }

    @Test
    void what_was_announced_is_in_the_database_for_2020_to_2026() {
        for (int year = 2020; year <= 2026; year++) {
            assertThat(daysOff.year(year).settled()).isTrue();
            assertThat(daysOff.year(year).days()).containsAll(PublicHolidays.of(year));
        }
        WorkingDays days = daysOff.workingDays();
        assertThat(List.of("2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31"))
                .noneMatch(day -> days.isWorkingDay(LocalDate.parse(day)));
        assertThat(List.of("2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"))
                .allMatch(day -> days.isWorkingDay(LocalDate.parse(day)));
    }

    @Test
    void working_days_kept_by_a_task_do_not_change_under_it() {
        WorkingDays kept = daysOff.workingDays();
        LocalDate day = LocalDate.of(2036, 7, 1);
        daysOff.put(new DayOff(day, DayOff.Kind.OFF, "Nghỉ thử", "Thử nghiệm"), "Kiểm thử", Instant.EPOCH);
        assertThat(kept.isWorkingDay(day)).isTrue();
        assertThat(daysOff.workingDays().isWorkingDay(day)).isFalse();
    }

    @Test
    void a_year_out_of_range_is_not_there() {
        Visitor reader = signedIn(Role.READER);
        for (String path : List.of("/desk/calendar/1967", "/desk/calendar/2200", "/desk/calendar/99999")) {
            reader.get(path);
            assertThat(reader.status()).isEqualTo(404);
        }
    }
}
