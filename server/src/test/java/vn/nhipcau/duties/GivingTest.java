package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhipcau.duties.Province.at;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;
import static vn.nhipcau.duties.Province.rhythms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.Filing;
import vn.nhipcau.documents.FilingResult;
import vn.nhipcau.documents.Upload;
import vn.nhipcau.web.Refusal;

/** What is given is what was looked at, once, to those whom the unit may command, and not more than anybody can mean. */
@ServerTest
class GivingTest {
    private static final Instant NOW = at("2020-04-07T09:00:00");
    private static final LocalDate ISSUED = LocalDate.parse("2020-04-06");

    @Autowired
    Province province;

    @Autowired
    Directives directives;

    @Autowired
    Documents documents;

    @Autowired
    Groups groups;

    long home;
    long owner;
    long health;
    Officer coordinator;

    @BeforeEach
    void aProvince() {
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        health = province.department("Sở Y tế", home);
        coordinator = province.person(Role.COORDINATOR, owner);
    }

    @Test
    void of_many_who_turn_one_document_into_obligations_at_once_one_does() throws Exception {
        long document = document();
        List<Callable<Long>> presses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            presses.add(() -> directives.draft(
                    new DirectiveDraft(document, owner, "1/KH", "Kế hoạch", "", ISSUED, null, List.of()),
                    coordinator,
                    NOW));
        }
        Set<Long> made = new HashSet<>();
        int refused = 0;
        try (var pool = Executors.newFixedThreadPool(presses.size())) {
            for (Future<Long> press : pool.invokeAll(presses)) {
                try {
                    made.add(press.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Refusal.class).hasMessageContaining("ALREADY_TAKEN_IN");
                    refused++;
                }
            }
        }
        assertThat(made).hasSize(1);
        assertThat(refused).isEqualTo(5);
    }

    private long document() throws IOException {
        byte[] text = "UBND TỈNH\nSố: 1/KH\nKế hoạch công tác dân vận.\n".getBytes(StandardCharsets.UTF_8);
        FilingResult filed = documents.register(
                new Filing(
                        owner,
                        coordinator.id(),
                        true,
                        new Upload("ke-hoach.txt", new ByteArrayResource(text)),
                        List.of()),
                NOW);
        return ((FilingResult.Registered) filed).documentId();
    }

    @Test
    void a_preview_of_other_facts_is_not_confirmed() {
        long id = draft(obligation("Báo cáo quý", rhythms("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10"), lead(health)));
        String seen = directives.plan(id, ISSUED, coordinator, NOW).seen();
        directives.describe(id, "1/KH", "Kế hoạch", "", LocalDate.parse("2020-10-01"), coordinator, NOW);

        assertThatThrownBy(() -> directives.confirm(id, ISSUED, seen, coordinator, NOW))
                .hasMessageContaining("STALE_PREVIEW");
        assertThat(province.duties(id)).isEmpty();
        String newest = directives.plan(id, ISSUED, coordinator, NOW).seen();
        assertThat(directives.confirm(id, ISSUED, newest, coordinator, NOW).duties())
                .isEqualTo(1);
    }

    @Test
    void a_preview_is_true_until_the_days_that_run_from_the_giving_are_others() {
        long id = draft(obligation("Gửi kế hoạch", after("P5BD after nhận văn bản"), lead(health)));
        String seen = directives.plan(id, ISSUED, coordinator, NOW).seen();

        assertThatThrownBy(() -> directives.confirm(id, ISSUED, seen, coordinator, NOW.plus(1, ChronoUnit.DAYS)))
                .hasMessageContaining("STALE_PREVIEW");
        directives.confirm(id, ISSUED, seen, coordinator, NOW.plusSeconds(90));
        assertThat(province.duties(id)).hasSize(1);
    }

    @Test
    void hours_that_run_from_the_giving_do_not_make_the_preview_stale_by_themselves() {
        long id = draft(obligation("Báo cáo nhanh", after("PT4H after nhận văn bản"), lead(health)));
        String seen = directives.plan(id, ISSUED, coordinator, NOW).seen();

        directives.confirm(id, ISSUED, seen, coordinator, NOW.plusSeconds(90));
        assertThat(province.duties(id)).hasSize(1);
    }

    /** The driver changes to binary transfer after some executions on a connection. */
    @Test
    void the_mark_of_what_nobody_has_changed_stays_the_same() {
        ObligationDraft plain = obligation("Gửi kế hoạch", on("2020-05-01"), lead(health));
        for (double confidence : List.of(0.9, 0.55, 1 / 3d)) {
            long id = draft(new ObligationDraft(
                    plain.clause(),
                    plain.text(),
                    null,
                    plain.what(),
                    plain.who(),
                    plain.lead(),
                    plain.with(),
                    plain.evidence(),
                    plain.deliverTo(),
                    null,
                    plain.limits(),
                    plain.dues(),
                    plain.dueTime(),
                    null,
                    plain.targets(),
                    confidence));
            Set<String> marks = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                marks.add(directives.plan(id, ISSUED, coordinator, NOW).seen());
            }
            assertThat(marks).as("confidence " + confidence).hasSize(1);
        }
    }

    @Test
    void who_checks_is_part_of_what_was_previewed() {
        long press = province.department("Sở Thông tin và Truyền thông", home);
        long id = draft(obligation("Gửi kế hoạch", on("2020-05-01"), lead(health)));
        String seen = directives.plan(id, ISSUED, coordinator, NOW).seen();
        Obligation obligation = directives.obligations(id, coordinator, ISSUED).getFirst();
        directives.change(obligation.id(), checkedBy(obligation.content(), press), coordinator, NOW);

        assertThatThrownBy(() -> directives.confirm(id, ISSUED, seen, coordinator, NOW))
                .hasMessageContaining("STALE_PREVIEW");
        assertThat(directives
                        .plan(id, ISSUED, coordinator, NOW)
                        .works()
                        .getFirst()
                        .reviewer()
                        .name())
                .isEqualTo("Sở Thông tin và Truyền thông");
    }

    @Test
    void units_of_another_province_are_refused_wherever_they_are_named() {
        long elsewhere = province.top();
        long foreign = province.department("Sở Nội vụ tỉnh khác", elsewhere);
        long foreignGroup = groups.save(new Group(
                0, elsewhere, "Các sở tỉnh khác", Set.of("so"), Set.of(), false, List.of(), Set.of(), Set.of()));
        long id = draft(obligation("Gửi kế hoạch", on("2020-05-01"), lead(health)));
        Obligation obligation = directives.obligations(id, coordinator, ISSUED).getFirst();

        for (Target target :
                List.of(lead(foreign), lead(elsewhere), new Target.Group(foreignGroup, Target.Part.LEAD))) {
            assertThatThrownBy(() -> directives.map(obligation.id(), List.of(target), coordinator, NOW))
                    .hasMessageContaining("OUT_OF_REACH");
            assertThatThrownBy(() -> directives.change(
                            obligation.id(), obligation.content().withTargets(List.of(target)), coordinator, NOW))
                    .hasMessageContaining("OUT_OF_REACH");
            assertThatThrownBy(() -> directives.add(id, obligation("Việc", on("2020-05-01"), target), coordinator, NOW))
                    .hasMessageContaining("OUT_OF_REACH");
            assertThatThrownBy(() -> draft(obligation("Việc", on("2020-05-01"), target)))
                    .hasMessageContaining("OUT_OF_REACH");
        }
        assertThatThrownBy(() ->
                        directives.change(obligation.id(), checkedBy(obligation.content(), foreign), coordinator, NOW))
                .hasMessageContaining("OUT_OF_REACH");
        directives.confirm(id, ISSUED, coordinator, NOW);
        assertThatThrownBy(() ->
                        directives.addUnit(obligation.id(), foreign, Target.Part.LEAD, "Giao thêm", coordinator, NOW))
                .hasMessageContaining("OUT_OF_REACH");
    }

    @Test
    void a_unit_that_left_the_province_before_the_day_of_the_groups_stops_the_confirmation() {
        long elsewhere = province.top();
        long moved = province.unit("UBND huyện Vị Thủy", "ubnd-huyen", null, "2010-01-01", null);
        province.placed(moved, home, "2010-01-01", "2020-04-10");
        province.placed(moved, elsewhere, "2020-04-10", null);
        long id = draft(obligation("Gửi kế hoạch", on("2020-05-01"), lead(moved)));

        assertThat(problem(id, ISSUED)).isEmpty();
        assertThat(problem(id, LocalDate.parse("2020-04-12"))).isEqualTo("OUT_OF_REACH");
        assertThatThrownBy(() -> directives.confirm(id, LocalDate.parse("2020-04-12"), coordinator, NOW))
                .hasMessageContaining("NOT_CONFIRMABLE");
    }

    @Test
    void a_member_of_another_province_taken_into_a_group_gets_nothing() {
        long foreign = province.department("Sở Nội vụ tỉnh khác", province.top());
        long mixed = groups.save(new Group(
                0, home, "Các sở và bạn", Set.of("so"), Set.of(), false, List.of(), Set.of(foreign), Set.of()));
        long id = draft(obligation("Gửi kế hoạch", on("2020-05-01"), new Target.Group(mixed, Target.Part.LEAD)));

        assertThat(directives
                        .confirm(id, ISSUED, coordinator, NOW)
                        .lines()
                        .getFirst()
                        .units())
                .isEqualTo(2);
    }

    @Test
    void a_unit_follows_what_its_predecessor_could_order() {
        long old = province.unit("Sở Nội vụ cũ", "so", home, "2010-01-01", "2020-04-07");
        long heir = province.unit("Sở Nội vụ mới", "so", province.top(), "2020-04-07", null);
        province.succeeded(old, heir, "2020-04-07");
        Officer heirs = province.person(Role.COORDINATOR, heir);
        long id = province.draft(heirs, heir, "2020-04-06", NOW, obligation("Báo cáo", on("2020-05-01"), lead(health)));

        assertThat(directives.confirm(id, ISSUED, heirs, NOW).duties()).isEqualTo(1);
    }

    @Test
    void what_is_not_in_the_directory_is_refused_with_a_sentence() {
        long id = draft(obligation("Gửi kế hoạch", on("2020-05-01"), lead(health)));
        Obligation obligation = directives.obligations(id, coordinator, ISSUED).getFirst();

        for (Target target : List.of(lead(999_999_999L), new Target.Group(999_999_999L, Target.Part.LEAD))) {
            assertThatThrownBy(() -> directives.map(obligation.id(), List.of(target), coordinator, NOW))
                    .hasMessageContaining("TARGET_UNKNOWN");
        }
        assertThatThrownBy(() -> directives.change(
                        obligation.id(), checkedBy(obligation.content(), 999_999_999L), coordinator, NOW))
                .hasMessageContaining("TARGET_UNKNOWN");
    }

    @Test
    void a_slip_of_the_year_makes_no_million_duties() {
        long id = draft(obligation("Báo cáo", on("2020-05-01"), lead(health)));
        ObligationDraft daily = obligation("Báo cáo ngày", rhythms("FREQ=DAILY"), lead(health));

        assertThatThrownBy(() -> directives.add(id, until(daily, "2025-04-07"), coordinator, NOW))
                .hasMessageContaining("UNTIL_TOO_FAR");
        assertThatThrownBy(() -> directives.add(id, until(daily, "2021-12-31"), coordinator, NOW))
                .hasMessageContaining("TOO_MANY_PERIODS");
        ObligationDraft weekly = obligation("Báo cáo tuần", rhythms("FREQ=WEEKLY;BYDAY=FR"), lead(health));
        directives.add(id, until(weekly, "2025-04-06"), coordinator, NOW);
        assertThat(problem(id, ISSUED)).isEmpty();
        // The bounds hold too when the day of issue is corrected afterwards.
        directives.describe(id, "1/KH", "Kế hoạch", "", LocalDate.parse("2019-04-06"), coordinator, NOW);
        assertThat(directives.preview(id, ISSUED, coordinator, NOW).lines())
                .extracting(Expansion.Line::problem)
                .contains("UNTIL_TOO_FAR");
    }

    @Test
    void more_duties_than_one_confirmation_may_give_are_refused() {
        Target[] units = new Target[130];
        for (int i = 0; i < units.length; i++) {
            units[i] = lead(province.department("Phòng thử " + i, home));
        }
        ObligationDraft often = until(obligation("Báo cáo tuần", rhythms("FREQ=WEEKLY;BYDAY=FR"), units), "2025-04-06");
        long id = draft(often, often, often, often, often, often);

        assertThat(directives.preview(id, ISSUED, coordinator, NOW).duties()).isGreaterThan(Giving.MOST_DUTIES);
        assertThatThrownBy(() -> directives.confirm(id, ISSUED, coordinator, NOW))
                .hasMessageContaining("TOO_MANY_DUTIES");
        assertThat(province.duties(id)).isEmpty();
    }

    @Test
    void dates_that_no_directive_bears_are_refused() {
        for (String day : List.of("1989-12-31", "2200-01-01", "9999-12-31", "0001-01-01")) {
            assertThatThrownBy(() -> province.draft(coordinator, owner, day, NOW))
                    .hasMessageContaining("DATE_OUT_OF_RANGE");
        }
        long id = draft(obligation("Báo cáo", on("2020-05-01"), lead(health)));
        assertThatThrownBy(() -> directives.add(
                        id, obligation("Báo cáo", after("P9000Y after nhận văn bản"), lead(health)), coordinator, NOW))
                .hasMessageContaining("DATE_OUT_OF_RANGE");
        assertThatThrownBy(() -> directives.preview(id, LocalDate.MAX, coordinator, NOW))
                .hasMessageContaining("DATE_OUT_OF_RANGE");
        assertThatThrownBy(() -> directives.describe(id, "", "Kế hoạch", "", LocalDate.MIN, coordinator, NOW))
                .hasMessageContaining("DATE_OUT_OF_RANGE");
    }

    private String problem(long id, LocalDate day) {
        return directives.preview(id, day, coordinator, NOW).lines().getFirst().problem();
    }

    private long draft(ObligationDraft... obligations) {
        return province.draft(coordinator, owner, ISSUED.toString(), NOW, obligations);
    }

    private static List<Due> after(String limit) {
        return vn.nhipcau.calendar.DueRule.of(List.of(), List.of(), limit).stream()
                .map(Due::new)
                .toList();
    }

    private static ObligationDraft checkedBy(ObligationDraft plain, long verifier) {
        return with(plain, verifier, plain.untilOn());
    }

    private static ObligationDraft until(ObligationDraft plain, String day) {
        return with(plain, plain.verifierId(), LocalDate.parse(day));
    }

    private static ObligationDraft with(ObligationDraft plain, Long verifier, LocalDate until) {
        return new ObligationDraft(
                plain.clause(),
                plain.text(),
                null,
                plain.what(),
                plain.who(),
                plain.lead(),
                plain.with(),
                plain.evidence(),
                plain.deliverTo(),
                verifier,
                plain.limits(),
                plain.dues(),
                plain.dueTime(),
                until,
                plain.targets(),
                plain.confidence());
    }
}
