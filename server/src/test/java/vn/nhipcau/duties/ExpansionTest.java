package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nhipcau.duties.Province.at;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;
import static vn.nhipcau.duties.Province.rhythms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Refusal;

@ServerTest
class ExpansionTest {
    private static final Instant NOW = at("2020-04-07T09:00:00");

    @Autowired
    Province province;

    @Autowired
    Directives directives;

    @Autowired
    Groups groups;

    @Autowired
    Boards boards;

    long home;
    long owner;
    Officer coordinator;

    @BeforeEach
    void aProvince() {
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        coordinator = province.person(Role.COORDINATOR, owner);
    }

    @Test
    void three_rhythms_become_one_duty_a_unit_and_period() {
        long health = province.department("Sở Y tế", home);
        long id = province.directive(
                coordinator,
                owner,
                "2020-04-06",
                NOW,
                obligation(
                        "Báo cáo công tác dân vận",
                        rhythms(
                                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10",
                                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10",
                                "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25"),
                        lead(health)));

        assertThat(rows(id))
                .extracting(Duty::period, Duty::dueAt)
                .containsExactlyInAnyOrder(
                        tuple("Quý II/2020", at("2020-06-10T23:59:59.999999")),
                        tuple("6 tháng đầu năm 2020", at("2020-06-10T23:59:59.999999")),
                        tuple("Quý III/2020", at("2020-09-10T23:59:59.999999")),
                        tuple("Năm 2020", at("2020-11-25T23:59:59.999999")),
                        tuple("Quý IV/2020", at("2020-12-10T23:59:59.999999")));
    }

    @Test
    void batches_become_one_duty_each() {
        long health = province.department("Sở Y tế", home);
        long id = province.directive(
                coordinator,
                owner,
                "2020-08-04",
                NOW,
                obligation("Báo cáo tổng hợp ý kiến", on("2020-08-10", "2020-09-10"), lead(health)));

        assertThat(rows(id))
                .extracting(Duty::period)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Đợt 1"),
                        second -> assertThat(second).startsWith("Đợt 2"));
    }

    @Test
    void a_duty_without_a_date_stands_and_is_never_late() {
        long health = province.department("Sở Y tế", home);
        long id = province.directive(
                coordinator,
                owner,
                "2020-04-06",
                NOW,
                obligation("Phân công cán bộ phụ trách", List.of(), lead(health)));

        assertThat(rows(id)).singleElement().satisfies(duty -> {
            assertThat(duty.dueAt()).isNull();
            assertThat(duty.overdue(at("2030-01-01T00:00:00"))).isFalse();
        });
    }

    @Test
    void working_days_run_from_the_day_it_is_given() {
        long health = province.department("Sở Y tế", home);
        List<Due> fiveWorkingDays =
                vn.nhipcau.calendar.DueRule.of(List.of(), List.of(), "P5BD after nhận văn bản").stream()
                        .map(Due::new)
                        .toList();
        long id = province.directive(
                coordinator, owner, "2020-04-06", NOW, obligation("Gửi kế hoạch", fiveWorkingDays, lead(health)));

        // Given on Tuesday 07/04/2020.
        assertThat(rows(id)).singleElement().extracting(Duty::dueAt).isEqualTo(at("2020-04-14T23:59:59.999999"));
    }

    @Test
    void a_unit_named_twice_has_one_duty_and_leads() {
        long health = province.department("Sở Y tế", home);
        long id = province.directive(
                coordinator,
                owner,
                "2020-04-06",
                NOW,
                obligation(
                        "Gửi kế hoạch",
                        on("2020-05-01"),
                        new Target.Unit(health, Target.Part.WITH),
                        new Target.Unit(health, Target.Part.LEAD)));

        assertThat(rows(id)).singleElement().extracting(Duty::part).isEqualTo(Target.Part.LEAD);
    }

    @Test
    void a_unit_that_does_not_exist_on_the_day_gets_nothing_and_stops_the_confirmation() {
        long later = province.unit("Sở Mới", "so", home, "2020-05-01", null);
        long id = province.draft(
                coordinator, owner, "2020-04-06", NOW, obligation("Gửi kế hoạch", on("2020-05-01"), lead(later)));

        assertThat(directives
                        .preview(id, LocalDate.parse("2020-04-07"), coordinator, NOW)
                        .lines())
                .singleElement()
                .extracting(Expansion.Line::problem)
                .isEqualTo("NO_UNIT");
        assertThatThrownBy(() -> directives.confirm(id, LocalDate.parse("2020-04-07"), coordinator, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOT_CONFIRMABLE");
    }

    @Test
    void a_groups_members_are_those_of_the_day_and_later_units_get_nothing() {
        long health = province.department("Sở Y tế", home);
        long later = province.unit("Sở Mới", "so", home, "2020-05-01", null);
        long all = groups.save(new Group(
                0, home, "Các sở, ban, ngành tỉnh", Set.of("so"), Set.of(), false, List.of(), Set.of(), Set.of()));
        long id = province.directive(
                coordinator,
                owner,
                "2020-04-06",
                NOW,
                obligation("Gửi kế hoạch", on("2020-06-01"), new Target.Group(all, Target.Part.LEAD)));

        assertThat(rows(id))
                .extracting(Duty::unitId)
                .containsExactlyInAnyOrder(owner, health)
                .doesNotContain(later);
        assertThat(rows(id)).extracting(Duty::block).containsOnly("Các sở, ban, ngành tỉnh");
    }

    @Test
    void a_unit_added_later_gets_only_the_periods_to_come() {
        long health = province.department("Sở Y tế", home);
        long transport = province.department("Sở Giao thông vận tải", home);
        long id = province.directive(
                coordinator,
                owner,
                "2020-04-06",
                NOW,
                obligation("Báo cáo quý", rhythms("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10"), lead(health)));
        long obligation = directives
                .obligations(id, coordinator, LocalDate.parse("2020-07-01"))
                .getFirst()
                .id();

        directives.addUnit(
                obligation,
                transport,
                Target.Part.LEAD,
                "Bổ sung theo đề nghị",
                coordinator,
                at("2020-07-01T08:00:00"));

        assertThat(rows(id))
                .filteredOn(duty -> duty.unitId() == transport)
                .extracting(Duty::period)
                .containsExactly("Quý III/2020", "Quý IV/2020");
    }

    @Test
    void a_confirmed_directive_is_frozen() {
        long health = province.department("Sở Y tế", home);
        long id = province.directive(
                coordinator, owner, "2020-04-06", NOW, obligation("Gửi kế hoạch", on("2020-05-01"), lead(health)));
        Obligation obligation = directives
                .obligations(id, coordinator, LocalDate.parse("2020-04-07"))
                .getFirst();

        assertThatThrownBy(() -> directives.change(obligation.id(), obligation.content(), coordinator, NOW))
                .hasMessageContaining("ALREADY_CONFIRMED");
        assertThatThrownBy(() -> directives.confirm(id, LocalDate.parse("2020-04-07"), coordinator, NOW))
                .hasMessageContaining("ALREADY_CONFIRMED");
    }

    @Test
    void what_is_stored_of_an_obligation_is_what_is_read_back() {
        long health = province.department("Sở Y tế", home);
        List<Due> dues = List.of(
                on("2020-08-10", "2020-09-10").getFirst(),
                rhythms("FREQ=MONTHLY;BYMONTHDAY=-1").getFirst(),
                new Due(
                        vn.nhipcau.calendar.DueRule.of(List.of(), List.of(), "P5BD after nhận văn bản")
                                .getFirst(),
                        LocalDate.parse("2020-08-01"),
                        LocalDate.parse("2020-07-31")));
        ObligationDraft content = obligation("Báo cáo", dues, lead(health));
        long id = province.draft(coordinator, owner, "2020-04-06", NOW, content);

        assertThat(directives.obligations(id, coordinator, LocalDate.parse("2020-04-07")))
                .singleElement()
                .extracting(Obligation::content)
                .isEqualTo(content);
    }

    @Test
    void another_units_coordinator_does_not_find_the_directive() {
        Officer foreign = province.person(Role.COORDINATOR, province.department("Sở Y tế", home));
        long id = province.draft(coordinator, owner, "2020-04-06", NOW);

        assertThatThrownBy(() -> directives.directive(id, foreign, LocalDate.parse("2020-04-07")))
                .hasMessageContaining("NOT_FOUND");
    }

    private List<Duty> rows(long directive) {
        return boards.open(coordinator, NOW)
                .rows(
                        DutyFilter.of(DutyFilter.View.COORDINATOR)
                                .ofDirective(directive)
                                .sortedBy(DutyFilter.Sort.DUE),
                        0,
                        100);
    }
}
