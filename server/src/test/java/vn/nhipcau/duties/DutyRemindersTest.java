package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nhipcau.duties.Province.at;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

@ServerTest
class DutyRemindersTest {
    private static final Instant GIVEN = at("2020-08-03T09:00:00");

    @Autowired
    Province province;

    @Autowired
    DutyReminders reminders;

    @Autowired
    Duties duties;

    @Autowired
    Submissions submissions;

    long directive;
    long owner;
    long health;
    Officer coordinator;

    @BeforeEach
    void aDutyDueOnAThursday() {
        long home = province.top();
        owner = province.department("Sở Nội vụ", home);
        health = province.department("Sở Y tế", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        directive = province.directive(
                coordinator, owner, "2020-08-03", GIVEN, obligation("Báo cáo", on("2020-08-13"), lead(health)));
    }

    @Test
    void a_unit_is_reminded_three_days_one_day_and_twelve_hours_before_and_when_it_is_overdue() {
        assertThat(moments(GIVEN, at("2020-08-20T00:00:00")))
                .extracting(DutyReminders.Moment::at, DutyReminders.Moment::overdue)
                .containsExactly(
                        tuple(at("2020-08-10T08:00:00"), false),
                        tuple(at("2020-08-12T08:00:00"), false),
                        tuple(at("2020-08-13T12:00:00"), false),
                        tuple(at("2020-08-13T23:59:59.999999"), true));
    }

    @Test
    void looks_laid_end_to_end_find_each_moment_once() {
        Instant eight = at("2020-08-10T08:00:00");
        assertThat(moments(eight.minusNanos(1000), eight)).hasSize(1);
        assertThat(moments(eight, eight.plusSeconds(3600))).isEmpty();
        assertThat(moments(eight.minusSeconds(3600), eight.minusNanos(1000))).isEmpty();
    }

    @Test
    void who_has_handed_in_is_left_in_peace() {
        Officer officer = province.person(Role.OFFICER, health);
        submissions.submit(
                province.duties(directive).getFirst(),
                new Submissions.Parcel("", null, List.of(), List.of("https://example.vn/1")),
                officer,
                GIVEN);
        assertThat(moments(GIVEN, at("2020-08-20T00:00:00"))).isEmpty();
    }

    @Test
    void the_days_list_names_a_unit_from_its_first_reminder_on() {
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR);
        assertThat(reminders.units(filter, 0, 10, coordinator, at("2020-08-10T07:59:59")))
                .isEmpty();
        assertThat(reminders.units(filter, 0, 10, coordinator, at("2020-08-10T08:00:00")))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.unit()).isEqualTo("Sở Y tế");
                    assertThat(unit.total()).isEqualTo(1);
                    assertThat(unit.overdue()).isZero();
                });
        assertThat(reminders.units(filter, 0, 10, coordinator, at("2020-08-14T00:00:00")))
                .singleElement()
                .extracting(DutyReminders.ToRemind::overdue)
                .isEqualTo(1L);
    }

    @Test
    void the_giver_is_reminded_of_a_check_that_takes_too_long() {
        Officer officer = province.person(Role.OFFICER, health);
        long duty = province.duties(directive).getFirst();
        submissions.submit(
                duty,
                new Submissions.Parcel("", null, List.of(), List.of("https://example.vn/1")),
                officer,
                at("2020-08-10T09:00:00"));

        assertThat(reminders.reviews(DutyFilter.View.COORDINATOR, 10, coordinator, at("2020-08-13T09:00:00")))
                .isEmpty();
        assertThat(reminders.reviews(DutyFilter.View.COORDINATOR, 10, coordinator, at("2020-08-13T09:00:01")))
                .extracting(Duty::id)
                .containsExactly(duty);
    }

    private List<DutyReminders.Moment> moments(Instant from, Instant to) {
        return reminders.between(from, to).stream()
                .filter(moment -> moment.duty().directiveId() == directive)
                .toList();
    }
}
