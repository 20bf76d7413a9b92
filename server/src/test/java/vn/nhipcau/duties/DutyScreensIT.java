package vn.nhipcau.duties;

import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nhipcau.Browser;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Shell;

/** Every page of the module in a real browser, wide and on a phone: accessible, never wider than the screen. */
@ServerTest
class DutyScreensIT {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Groups groups;

    @Autowired
    Directives directives;

    @Autowired
    Duties duties;

    @Autowired
    Submissions submissions;

    @Test
    void pages_are_accessible_and_fit_a_desk_and_a_phone() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        long home = province.top();
        long owner = province.department("Sở Thông tin và Truyền thông", home);
        Officer coordinator = province.person(Role.COORDINATOR, owner);
        Officer leader = province.person(Role.LEADER, home);
        for (String name : List.of(
                "Sở Y tế",
                "Sở Tài chính",
                "Sở Tư pháp",
                "Sở Giao thông vận tải",
                "Sở Lao động - Thương binh và Xã hội")) {
            province.department(name, home);
        }
        long district = province.unit("UBND thành phố Vị Thanh", "ubnd-huyen", home, "2010-01-01", null);
        province.unit("UBND huyện Long Mỹ", "ubnd-huyen", home, "2010-01-01", null);
        Officer officer = province.person(Role.OFFICER, district);
        Officer everybody = province.person(Role.OFFICER, home);
        long departments = groups.save(group(home, "Ban Biên tập Website các sở, ban, ngành tỉnh", "so"));
        long districts = groups.save(group(home, "UBND các huyện, thị xã, thành phố", "ubnd-huyen"));
        Target[] all = {new Target.Group(departments, Target.Part.LEAD), new Target.Group(districts, Target.Part.LEAD)};
        long first = province.directive(
                coordinator,
                owner,
                today.minusDays(20).toString(),
                now.minus(19, ChronoUnit.DAYS),
                obligation(
                        "Tuyên truyền lấy ý kiến Nhân dân về dự thảo Báo cáo chính trị",
                        on(today.minusDays(12).toString()),
                        all));
        long second = province.directive(
                coordinator,
                owner,
                today.minusDays(10).toString(),
                now.minus(10, ChronoUnit.DAYS),
                obligation(
                        "Đăng tải tài liệu lấy ý kiến trên Website của đơn vị",
                        on(today.minusDays(2).toString()),
                        all),
                obligation(
                        "Báo cáo tổng hợp ý kiến",
                        on(today.plusDays(1).toString(), today.plusDays(31).toString()),
                        all),
                obligation("Phân công cán bộ phụ trách", List.of(), all));
        directives.follow(second, first, coordinator, now);
        directives.open(second, true, true, coordinator, now);
        List<Long> ids = province.duties(second);
        for (int i = 0; i < ids.size(); i += 2) {
            Instant when = now.minus(9 - i % 9, ChronoUnit.DAYS);
            submissions.submit(
                    ids.get(i),
                    new Submissions.Parcel(
                            "Kính gửi Sở, đơn vị đã đăng tải.",
                            when.minusSeconds(3600),
                            List.of(),
                            List.of("https://vithanh.example.vn/tin-tuc/lay-y-kien")),
                    everybody,
                    when);
            if (i % 3 == 0) {
                duties.accept(
                        ids.get(i),
                        duties.duty(ids.get(i), coordinator, when).seen(),
                        coordinator,
                        when.plusSeconds(7200));
            } else if (i % 5 == 0) {
                duties.judge(
                        ids.get(i),
                        DutyEvent.RETURN,
                        duties.duty(ids.get(i), coordinator, when).seen(),
                        "Thiếu ảnh chụp màn hình",
                        coordinator,
                        when.plusSeconds(60));
            }
        }
        long mine = ids.stream()
                .filter(id -> duties.duty(id, coordinator, now).unitId() == district)
                .filter(id -> duties.duty(id, coordinator, now).state().mover() == DutyState.Mover.UNIT)
                .findFirst()
                .orElseThrow();

        long asking = ids.stream()
                .filter(id -> id != mine)
                .filter(id -> duties.duty(id, coordinator, now).unitId() == district)
                .filter(id -> duties.duty(id, coordinator, now).state().mover() == DutyState.Mover.UNIT)
                .filter(id -> duties.duty(id, coordinator, now).dueAt() != null)
                .findFirst()
                .orElseThrow();
        duties.askExtension(
                asking, now.plus(40, ChronoUnit.DAYS), "Mưa lũ chia cắt, chưa họp được các ấp", officer, now);

        SoftAssertions softly = new SoftAssertions();
        look(softly, coordinator, "board", "/desk/board");
        look(softly, coordinator, "directive", "/desk/board/directives/" + second);
        look(softly, coordinator, "matrix", "/desk/board/directives/" + second + "/matrix");
        look(
                softly,
                coordinator,
                "add-unit",
                "/desk/board/obligations/" + duties.duty(mine, coordinator, now).obligationId() + "/add-unit?q=so");
        look(softly, coordinator, "rows", "/desk/board/duties?slice=overdue");
        look(softly, coordinator, "reminders", "/desk/reminders");
        look(softly, coordinator, "check", "/desk/duties/" + ids.get(2));
        look(softly, officer, "mine", "/desk/my-duties");
        look(softly, officer, "ask", "/desk/duties/" + asking);
        look(softly, coordinator, "asked", "/desk/duties/" + asking);
        look(softly, officer, "duty", "/desk/duties/" + mine);
        look(softly, leader, "overview", "/desk/overview");
        look(softly, leader, "home", "/");
        look(softly, leader, "public", "/public/directives/" + second);
        softly.assertAll();
    }

    private static Group group(long home, String name, String kind) {
        return new Group(0, home, name, Set.of(kind), Set.of(), false, List.of(), Set.of(), Set.of());
    }

    private void look(SoftAssertions softly, Officer who, String name, String path) {
        for (int width : new int[] {1280, 360}) {
            try (Page page = Browser.open(width, 900)) {
                page.navigate("http://localhost:" + port + "/sign-in");
                page.fill("input[name=user]", who.getUsername());
                page.fill("input[name=password]", Province.PASSWORD);
                page.click("main button");
                page.navigate("http://localhost:" + port + path);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/" + name + "-" + width + ".png")));
                if (name.equals("mine")) {
                    softly.assertThat(page.locator("table.cards tbody th a")
                                    .first()
                                    .boundingBox()
                                    .y)
                            .as("the first task is on the first screen at " + width)
                            .isLessThan(640);
                }
                softly.assertThat(Browser.violations(page))
                        .as(path + " at " + width)
                        .isEmpty();
                softly.assertThat(Browser.overflow(page))
                        .as(path + " at " + width)
                        .isLessThanOrEqualTo(0);
            }
        }
    }
}
