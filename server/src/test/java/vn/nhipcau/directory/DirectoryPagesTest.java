package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;

@ServerTest
class DirectoryPagesTest {
    private static final String PASSWORD = "cau-van-de-nho-nhat";
    private static final LocalDate START = LocalDate.of(2004, 1, 1);

    @LocalServerPort
    int port;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Organisations organisations;

    @Autowired
    Groups groups;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private long province;
    private long department;
    private long district;
    private long elsewhere;

    @BeforeEach
    void twoProvinces() {
        province = found("Tỉnh P " + mark, "tinh", null);
        department = found("Sở Nội vụ " + mark, "so", province);
        district = found("UBND huyện Q " + mark, "ubnd-huyen", province);
        elsewhere = found("Tỉnh Khác " + mark, "tinh", null);
    }

    @Test
    void everybody_signed_in_reads_the_directory_as_of_a_day() {
        reorganisations.rename(department, "Sở Nội vụ mới " + mark, null, on(LocalDate.of(2025, 3, 1)));
        Visitor reader = signedIn("doc", Role.READER, district);

        Document list = reader.get("/desk/directory?text=so+noi+vu+" + mark + "&day=2025-02-28");
        assertThat(list.select("tbody th").eachText()).containsExactly("Sở Nội vụ " + mark);
        list = reader.get("/desk/directory?text=so+noi+vu+moi+" + mark + "&day=2025-03-01");
        assertThat(list.select("tbody th").eachText()).containsExactly("Sở Nội vụ mới " + mark);
        assertThat(reader.get("/desk/directory?text=khong-co-" + mark).text()).contains("Không có đơn vị nào phù hợp");
        Document unit = reader.get("/desk/directory/units/" + department);
        assertThat(unit.text()).contains("Sở Nội vụ " + mark, "Đổi tên", "28/02/2025");
        assertThat(unit.text()).doesNotContain("Ghi nhận thay đổi");
        assertThat(reader.get("/desk/directory/tree?under=" + province).text()).contains("UBND huyện Q " + mark);
        assertThat(reader.get("/desk/directory/acts").text()).contains("Nhật ký danh bạ");
        reader.get("/desk/directory/units/999999999");
        assertThat(reader.status()).isEqualTo(404);
    }

    @Test
    void only_administrators_find_the_doors_of_change_and_only_within_their_reach() {
        long group = groups.save(
                new Group(0, elsewhere, "Nhóm " + mark, Set.of("so"), Set.of(), false, List.of(), Set.of(), Set.of()));
        long stranger = people.add("la-" + mark, "Lạ", PASSWORD, List.of(new Post(Role.OFFICER, elsewhere)));
        Visitor officer = signedIn("can-bo", Role.COORDINATOR, province);
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        String csrf = csrf(admin.get("/desk/directory/import"));
        String officersCsrf = csrf(officer.get("/desk/account"));

        for (String path : List.of(
                "/desk/directory/units/" + elsewhere + "/acts/rename",
                "/desk/directory/groups/" + group + "/edit",
                "/desk/directory/accounts/" + stranger)) {
            admin.get(path);
            assertThat(admin.status()).as("outside: " + path).isIn(403, 404);
        }
        for (String path : List.of(
                "/desk/directory/units/" + province + "/acts/rename",
                "/desk/directory/groups/new",
                "/desk/directory/import",
                "/desk/directory/import/" + UUID.randomUUID(),
                "/desk/directory/accounts",
                "/desk/directory/accounts/new",
                "/desk/directory/accounts/" + stranger)) {
            officer.get(path);
            assertThat(officer.status()).as("no administrator: " + path).isIn(403, 404);
        }
        for (String path : List.of(
                "/desk/directory/units/" + elsewhere + "/acts/close",
                "/desk/directory/groups/" + group + "/edit",
                "/desk/directory/groups/" + group + "/delete",
                "/desk/directory/accounts/" + stranger + "/password",
                "/desk/directory/accounts/" + stranger + "/active",
                "/desk/directory/accounts/" + stranger + "/posts",
                "/desk/directory/accounts/" + stranger + "/posts/remove",
                "/desk/directory/import/" + UUID.randomUUID())) {
            String fields = "&on=2025-01-01&reason=x&active=false&unit=" + elsewhere + "&role=ADMIN&name=x&username=x";
            admin.post(path, "_csrf=" + csrf + fields);
            assertThat(admin.status()).as("outside: POST " + path).isIn(403, 404);
            officer.post(path, "_csrf=" + officersCsrf + fields);
            assertThat(officer.status()).as("no administrator: POST " + path).isIn(403, 404);
        }
        officer.post("/desk/directory/groups/new", "_csrf=" + officersCsrf + "&name=x&kinds=so&under=x");
        assertThat(officer.status()).isEqualTo(403);
        officer.post(
                "/desk/directory/accounts/new", "_csrf=" + officersCsrf + "&name=x&username=xyz&unit=x&role=ADMIN");
        assertThat(officer.status()).isEqualTo(403);
        assertThat(organisations.find(elsewhere, LocalDate.of(2025, 1, 1))).isPresent();
        assertThat(groups.find(group)).isPresent();
    }

    @Test
    void an_administrator_of_one_unit_does_not_give_posts_or_move_units_beyond_it() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        admin.get("/desk/directory/accounts/new");
        admin.submit(
                "form[action=/desk/directory/accounts/new]",
                Map.of("name", "Nguyễn Văn A", "username", "a." + mark, "unit", code(elsewhere), "role", "ADMIN"));
        assertThat(admin.status()).isEqualTo(403);
        assertThat(admin.page().text()).contains("nằm ngoài phạm vi quản trị");

        admin.get("/desk/directory/units/" + district + "/acts/move");
        admin.submit("form.stack", Map.of("other", code(elsewhere), "on", "2025-01-01", "reason", "thử"));
        assertThat(admin.status()).isEqualTo(403);
        assertThat(organisations.within(district, elsewhere, LocalDate.of(2025, 1, 1)))
                .isFalse();
    }

    @Test
    void an_administrator_records_a_merger_and_everybody_sees_who_holds_the_work() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        admin.get("/desk/directory/units/" + province + "/acts/found");
        admin.submit(
                "form.stack",
                Map.of("name", "Sở Mới " + mark, "kind", "so", "on", "2025-07-01", "reason", "Thành lập"));
        long next = organisations
                .search(
                        new Organisations.Filter("so moi " + mark, null, null, province),
                        LocalDate.of(2025, 7, 1),
                        1,
                        5)
                .rows()
                .getFirst()
                .id();

        admin.get("/desk/directory/units/" + department + "/acts/merge");
        admin.submit(
                "form.stack",
                Map.of("other", "Sở Mới " + mark, "on", "2025-07-01", "basis", "Nghị quyết 9/NQ", "reason", "Sắp xếp"));

        assertThat(admin.page().text()).contains("Đã ghi: Sáp nhập vào đơn vị khác");
        Document unit = admin.get("/desk/directory/units/" + department + "?day=2025-07-01");
        assertThat(unit.text()).contains("Đã kết thúc", "Được kế thừa bởi", "Sở Mới " + mark, "Nghị quyết 9/NQ");
        assertThat(admin.get("/desk/directory/units/" + next).text()).contains("Kế thừa từ", "Sở Nội vụ " + mark);
    }

    @Test
    void a_refused_act_comes_back_as_it_was_filled_in() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        admin.get("/desk/directory/units/" + province + "/acts/close");
        admin.submit("form.stack", Map.of("on", "2025-07-01", "reason", "Nhầm"));

        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().expectFirst("[role=alert]").text()).contains("bị ảnh hưởng");
        assertThat(admin.page().expectFirst("[name=reason]").val()).isEqualTo("Nhầm");
    }

    @Test
    void a_file_is_shown_first_and_only_then_taken_in() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        String header =
                "Mã,Tên,Tên ngắn,Loại,Hệ,Trực thuộc,Từ ngày,Đến ngày,Trang web,Kế thừa bởi,Hình thức,Căn cứ,Minh họa\n";
        String right = header + "N-%s,Sở Mới,,so,Chính quyền,%s,01/01/2020,,,,,,\n".formatted(mark, code(province));
        String wrong = header + "N-%s,Sở Mới,,khong,Chính quyền,%s,01/01/2020,,,,,,\n".formatted(mark, code(province));

        upload(admin, wrong);
        assertThat(admin.page().select("tbody tr").text()).contains("2", "Loại", "Không có loại");
        assertThat(admin.page().select("form[action*=import]")).isEmpty();

        upload(admin, right);
        assertThat(admin.page().text()).contains("Chưa ghi gì");
        assertThat(organisations.findByCode("N-" + mark, LocalDate.of(2025, 1, 1)))
                .isEmpty();
        String draft = admin.page().location();
        Visitor other = signedIn("quan-tri-khac", Role.ADMIN, province);
        other.get(draft.substring(draft.indexOf("/desk")));
        assertThat(other.status()).isEqualTo(404);

        admin.submit("form[action*=import]", Map.of("reason", "Bổ sung"));
        assertThat(admin.page().text()).contains("Đã nhập: thêm 1");
        assertThat(organisations.findByCode("N-" + mark, LocalDate.of(2025, 1, 1)))
                .isPresent();
    }

    @Test
    void groups_are_made_tried_and_changed() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        admin.get("/desk/directory/groups/new");
        admin.submit(
                "form.stack",
                Map.of("name", "Các sở " + mark, "kinds", "so", "under", code(province), "aliases", "Cơ quan " + mark));
        assertThat(admin.page().select("ol.columns li").eachText()).containsExactly("Sở Nội vụ " + mark);

        Document tried = admin.get("/desk/directory/groups?province=" + province + "&printed=co+quan+" + mark);
        assertThat(tried.text()).contains("được hiểu là", "chắc chắn");
        admin.get(tried.expectFirst("tbody a").attr("href"));
        admin.get(admin.page().expectFirst("a[href$=/edit]").attr("href"));
        admin.submit("form.stack", Map.of("excluded", code(department)));
        assertThat(admin.page().text()).contains("Đã lưu nhóm", "không có thành viên nào");
    }

    @Test
    void a_new_person_signs_in_with_the_password_shown_once_and_changes_it() {
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        admin.get("/desk/directory/accounts/new");
        admin.submit(
                "form[action=/desk/directory/accounts/new]",
                Map.of("name", "Trần Thị B", "username", "b." + mark, "unit", code(department), "role", "OFFICER"));
        String password = admin.page().expectFirst(".secret").text();
        assertThat(admin.get("/desk/directory/accounts?text=tran+thi+b").text()).contains("b." + mark);
        Visitor newcomer = new Visitor(port).signIn("b." + mark, password);
        Visitor elsewhereOpen = new Visitor(port).signIn("b." + mark, password);

        newcomer.get("/desk/account");
        change(newcomer, password, "ngan", "ngan");
        assertThat(newcomer.page().text()).contains("ít nhất 10 ký tự");
        change(newcomer, password, "b." + mark + "-dai-hon", "b." + mark + "-dai-hon");
        assertThat(newcomer.page().text()).contains("quá dễ đoán");
        change(newcomer, "sai-mat-khau-cu", "nuoc-noi-ve-bac-lieu", "nuoc-noi-ve-bac-lieu");
        assertThat(newcomer.page().text()).contains("hiện tại chưa đúng");
        change(newcomer, password, "nuoc-noi-ve-bac-lieu", "nuoc-noi-ve-bac-lieu");
        assertThat(newcomer.page().text()).contains("Đã đổi mật khẩu");

        elsewhereOpen.get("/desk/account");
        assertThat(elsewhereOpen.page().location()).contains("/sign-in");
        assertThat(newcomer.get("/desk/account").text()).contains("Trần Thị B");
    }

    @Test
    void a_deactivated_person_is_signed_out_at_once_and_stays_out() {
        Visitor victim = signedIn("bi-khoa", Role.OFFICER, department);
        long id = Objects.requireNonNull((Officer) people.loadUserByUsername("bi-khoa-" + mark))
                .id();
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);

        admin.get("/desk/directory/accounts/" + id);
        admin.submit("form[action$=/active]", Map.of("active", "false"));

        assertThat(admin.page().text()).contains("Đã khóa tài khoản");
        assertThat(victim.get("/desk/account").text()).contains("Phiên làm việc đã kết thúc");
        victim.signIn("bi-khoa-" + mark, PASSWORD);
        assertThat(victim.get("/desk/account").location()).contains("/sign-in");
    }

    @Test
    void new_posts_are_taken_up_by_an_open_session() {
        Visitor person = signedIn("them-vai", Role.READER, department);
        long id = ((Officer) people.loadUserByUsername("them-vai-" + mark)).id();
        person.get("/desk/directory/accounts");
        assertThat(person.status()).isEqualTo(403);
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);

        admin.get("/desk/directory/accounts/" + id);
        admin.submit("form[action$=/posts]", Map.of("unit", code(district), "role", "ADMIN"));

        person.get("/desk/directory/accounts");
        assertThat(person.status()).isEqualTo(200);
    }

    @Test
    void an_account_says_who_did_what_to_it() {
        Visitor admin = signedIn("nguoi-giao", Role.ADMIN, province);
        admin.get("/desk/directory/accounts/new");
        admin.submit(
                "form[action=/desk/directory/accounts/new]",
                Map.of("name", "Lê Văn C", "username", "c." + mark, "unit", code(department), "role", "OFFICER"));
        admin.submit("form[action$=/posts]", Map.of("unit", code(district), "role", "COORDINATOR"));
        admin.submit("form[action$=/posts]", Map.of("unit", code(district), "role", "COORDINATOR"));
        admin.submit("form[action$=/posts/remove]", Map.of());
        admin.submit("form[action$=/active]", Map.of("active", "false"));

        assertThat(admin.page().select("table tbody th").eachText())
                .containsExactly(
                        "Khóa tài khoản", "Thôi giao vai trò", "Giao vai trò", "Giao vai trò", "Lập tài khoản");
        assertThat(admin.page().select("table tbody td:nth-child(3)").eachText())
                .containsOnly("nguoi-giao");
        assertThat(admin.page()
                        .select("table tbody tr:nth-child(3) td")
                        .getFirst()
                        .text())
                .startsWith("Điều phối, ");
        long id = ((Officer) people.loadUserByUsername("c." + mark)).id();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM directory.account_act WHERE person_id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("only ever added");
    }

    @Test
    void nobody_takes_over_an_account_that_may_do_more() {
        long both = people.add(
                "hai-noi-" + mark,
                "Hai Nơi",
                PASSWORD,
                List.of(new Post(Role.OFFICER, department), new Post(Role.ADMIN, elsewhere)));
        Visitor admin = signedIn("quan-tri", Role.ADMIN, province);
        Document account = admin.get("/desk/directory/accounts/" + both);

        assertThat(account.select("form[action$=/password]")).isEmpty();
        admin.post("/desk/directory/accounts/" + both + "/password", "_csrf=" + csrf(account));
        assertThat(admin.status()).isEqualTo(403);
    }

    @Test
    void the_directory_comes_out_as_files() {
        Visitor reader = signedIn("doc", Role.READER, district);

        var csv = reader.download("/desk/directory/export.csv?under=" + province);
        var xlsx = reader.download("/desk/directory/export.xlsx?under=" + province);

        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFMã,Tên")
                .contains("Sở Nội vụ " + mark)
                .doesNotContain("Tỉnh Khác " + mark);
        assertThat(xlsx.body()).startsWith('P', 'K');
    }

    private void change(Visitor visitor, String current, String wanted, String repeated) {
        visitor.submit(
                "form[action=/desk/account]", Map.of("current", current, "wanted", wanted, "repeated", repeated));
    }

    private void upload(Visitor visitor, String file) {
        visitor.get("/desk/directory/import");
        visitor.submitFile(
                "form[action=/desk/directory/import]",
                Map.of(),
                "file",
                "don-vi.csv",
                file.getBytes(StandardCharsets.UTF_8));
    }

    private static String csrf(Document page) {
        return page.expectFirst("input[name=_csrf]").val();
    }

    private Visitor signedIn(String name, Role role, long unit) {
        people.add(name + "-" + mark, name, PASSWORD, List.of(new Post(role, unit)));
        return new Visitor(port).signIn(name + "-" + mark, PASSWORD);
    }

    private String code(long id) {
        return organisations.known(id, START).orElseThrow().code();
    }

    private long found(String name, String kind, @org.jspecify.annotations.Nullable Long parent) {
        return reorganisations.found(new Founding(null, Line.STATE, name, null, kind, parent, true), on(START));
    }

    private static Decision on(LocalDate day) {
        return new Decision(day, null, "thử", null, Instant.EPOCH);
    }
}
