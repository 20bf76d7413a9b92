package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.nhipcau.duties.Province.at;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Refusal;

@ServerTest
class ActsTest {
    private static final Instant GIVEN = at("2020-08-05T09:00:00");
    private static final Instant BEFORE = at("2020-08-10T17:00:00");
    private static final Instant LAST_MOMENT = at("2020-08-10T23:59:59.999999");
    private static final Instant AFTER = at("2020-08-11T00:00:00");

    @Autowired
    Province province;

    @Autowired
    Directives directives;

    @Autowired
    Duties duties;

    @Autowired
    Submissions submissions;

    @Autowired
    Boards boards;

    @Autowired
    JdbcClient jdbc;

    long home;
    long owner;
    long health;
    Officer coordinator;
    Officer officer;

    @BeforeEach
    void aProvince() {
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        health = province.department("Sở Y tế", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        officer = province.person(Role.OFFICER, health);
    }

    /** How each state is reached. */
    private static final Map<DutyState, List<DutyEvent>> WAYS = Map.of(
            DutyState.NOT_RECEIVED, List.of(),
            DutyState.RECEIVED, List.of(DutyEvent.RECEIVE),
            DutyState.IN_PROGRESS, List.of(DutyEvent.START),
            DutyState.SUBMITTED, List.of(DutyEvent.SUBMIT),
            DutyState.RETURNED, List.of(DutyEvent.SUBMIT, DutyEvent.RETURN),
            DutyState.ACCEPTED, List.of(DutyEvent.SUBMIT, DutyEvent.ACCEPT),
            DutyState.ACCEPTED_LATE, List.of(DutyEvent.SUBMIT, DutyEvent.ACCEPT_LATE),
            DutyState.LATE_CONTESTED, List.of(DutyEvent.SUBMIT, DutyEvent.ACCEPT_LATE, DutyEvent.CONTEST),
            DutyState.EXEMPTED, List.of(DutyEvent.EXEMPT),
            DutyState.WITHDRAWN, List.of(DutyEvent.WITHDRAW));

    @Test
    void every_event_in_every_state_is_done_or_refused_as_the_table_says() {
        SoftAssertions softly = new SoftAssertions();
        for (DutyState state : DutyState.values()) {
            for (DutyEvent event : DutyEvent.values()) {
                boolean late = WAYS.get(state).contains(DutyEvent.ACCEPT_LATE)
                        || (state == DutyState.SUBMITTED && event == DutyEvent.ACCEPT_LATE);
                // Recalled while the period is open, accepted as late after it: the clock is part of the case.
                String due = late ? "2020-08-05" : "2020-08-10";
                long id = duty(due);
                Instant now = late ? BEFORE : GIVEN;
                WAYS.get(state).forEach(step -> perform(id, step, now));
                softly.assertThat(state(id)).isEqualTo(state);

                Throwable refusal = catchThrowable(() -> perform(id, event, now));

                if (Transitions.after(state, event).isPresent() && !(event == DutyEvent.RECALL && late)) {
                    softly.assertThat(refusal).as(state + " " + event).isNull();
                    softly.assertThat(state(id))
                            .as(state + " " + event)
                            .isEqualTo(Transitions.after(state, event).orElseThrow());
                } else {
                    softly.assertThat(refusal).as(state + " " + event).hasMessageContaining("WRONG_STATE");
                    softly.assertThat(state(id)).as(state + " " + event).isEqualTo(state);
                }
            }
        }
        softly.assertAll();
    }

    private void perform(long id, DutyEvent event, Instant now) {
        switch (event) {
            case SUBMIT -> submit(id, now);
            case RECALL -> submissions.recall(id, "Gửi nhầm tệp", officer, now);
            case ACCEPT, ACCEPT_LATE -> duties.accept(id, coordinator, now);
            case CONTEST -> duties.contest(id, GIVEN, "Đã gửi qua thư điện tử đúng hạn", officer, now);
            case EXTEND -> duties.extend(id, at("2020-09-01T17:00:00"), "Theo đề nghị", coordinator, now);
            case HAND_OVER -> duties.handOver(id, owner, "Chuyển nhiệm vụ", coordinator, now);
            default -> duties.act(id, event, "Lý do", event.by() == DutyEvent.By.UNIT ? officer : coordinator, now);
        }
    }

    @Test
    void the_mover_column_agrees_with_the_states() {
        for (DutyState state : DutyState.values()) {
            long id = duty("2020-08-10");
            boolean late = WAYS.get(state).contains(DutyEvent.ACCEPT_LATE);
            WAYS.get(state).forEach(step -> perform(id, step, late ? AFTER : GIVEN));
            assertThat(jdbc.sql("SELECT mover FROM duties.duty WHERE id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(state.mover().name());
        }
    }

    @Test
    void the_last_moment_of_the_due_day_is_in_time_and_the_next_is_late() {
        long inTime = duty("2020-08-10");
        long late = duty("2020-08-10");
        submit(inTime, LAST_MOMENT);
        submit(late, AFTER);

        assertThat(duties.accept(inTime, coordinator, AFTER)).isEqualTo(DutyState.ACCEPTED);
        assertThat(duties.accept(late, coordinator, AFTER)).isEqualTo(DutyState.ACCEPTED_LATE);
    }

    @Test
    void four_facts_of_time_are_kept_apart() {
        long id = duty("2020-08-10");
        submissions.submit(id, parcel(BEFORE, "Báo cáo"), officer, AFTER);

        Duty duty = duties.duty(id, officer, AFTER);
        Submission submission = submissions.submissions(duty, officer, AFTER).getFirst();
        assertThat(submission.happenedAt()).isEqualTo(BEFORE);
        assertThat(submission.receivedAt()).isEqualTo(AFTER);
        assertThat(submission.dueAt()).isEqualTo(LAST_MOMENT);
        assertThat(duty.cutOff()).isEqualTo(LocalDate.parse("2020-07-31"));
        assertThat(submission.late()).isTrue();
        assertThat(submission.saidInTime()).isTrue();
        Act act = duties.acts(duty, officer, AFTER).getFirst();
        assertThat(act.happenedAt()).isEqualTo(BEFORE);
        assertThat(act.receivedAt()).isEqualTo(AFTER);
    }

    @Test
    void a_late_mark_is_contested_and_lifted_with_a_trace() {
        long id = duty("2020-08-10");
        submit(id, AFTER);
        duties.accept(id, coordinator, AFTER);
        duties.contest(id, BEFORE, "Đã gửi qua trục liên thông lúc 17 giờ", officer, AFTER);
        duties.act(id, DutyEvent.LIFT_LATE, "Đối chiếu nhật ký trục: đúng hạn", coordinator, AFTER);

        Duty duty = duties.duty(id, officer, AFTER);
        assertThat(duty.state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(duties.acts(duty, officer, AFTER))
                .extracting(Act::event)
                .containsExactly(DutyEvent.SUBMIT, DutyEvent.ACCEPT_LATE, DutyEvent.CONTEST, DutyEvent.LIFT_LATE);
        assertThat(duties.acts(duty, officer, AFTER).get(2))
                .extracting(Act::reason, Act::happenedAt)
                .containsExactly("Đã gửi qua trục liên thông lúc 17 giờ", BEFORE);
    }

    @Test
    void what_was_only_entered_late_may_be_accepted_as_in_time_with_a_reason() {
        long id = duty("2020-08-10");
        submissions.submit(id, parcel(BEFORE, "Báo cáo"), officer, AFTER);

        assertThatThrownBy(() -> duties.acceptAsInTime(id, " ", coordinator, AFTER))
                .hasMessageContaining("REASON_MISSING");
        assertThat(duties.acceptAsInTime(id, "Bản giấy đến ngày 10/8", coordinator, AFTER))
                .isEqualTo(DutyState.ACCEPTED);
    }

    @Test
    void an_extension_keeps_the_first_due_time_and_what_came_before_the_new_one_is_in_time() {
        long id = duty("2020-08-10");
        duties.extend(id, at("2020-08-20T17:00:00"), "Thiên tai", coordinator, AFTER);
        submit(id, at("2020-08-20T17:00:00"));

        assertThat(duties.accept(id, coordinator, at("2020-08-21T08:00:00"))).isEqualTo(DutyState.ACCEPTED);
        Duty duty = duties.duty(id, officer, AFTER);
        assertThat(duty.firstDueAt()).isEqualTo(LAST_MOMENT);
        assertThat(duty.extended()).isTrue();
        assertThat(duties.acts(duty, officer, AFTER).getFirst())
                .extracting(Act::oldDueAt, Act::newDueAt)
                .containsExactly(LAST_MOMENT, at("2020-08-20T17:00:00"));
    }

    @Test
    void an_earlier_date_is_no_extension() {
        long id = duty("2020-08-10");
        assertThatThrownBy(() -> duties.extend(id, at("2020-08-09T17:00:00"), "Sớm hơn", coordinator, GIVEN))
                .hasMessageContaining("NOT_LATER");
    }

    @Test
    void a_unit_recalls_its_own_version_only_while_the_period_is_open() {
        long open = duty("2020-08-10");
        submit(open, BEFORE);
        submissions.recall(open, "", officer, LAST_MOMENT);
        Duty recalled = duties.duty(open, officer, LAST_MOMENT);
        assertThat(recalled.state()).isEqualTo(DutyState.IN_PROGRESS);
        assertThat(recalled.submissionId()).isNull();
        assertThat(submissions.submissions(recalled, officer, LAST_MOMENT))
                .singleElement()
                .extracting(Submission::counts)
                .isEqualTo(false);

        long closed = duty("2020-08-10");
        submit(closed, BEFORE);
        assertThatThrownBy(() -> submissions.recall(closed, "", officer, AFTER)).hasMessageContaining("PERIOD_CLOSED");
    }

    @Test
    void versions_follow_each_other_and_none_is_changed() {
        long id = duty("2020-08-10");
        assertThat(submissions.submit(id, parcel(GIVEN, "Bản một"), officer, GIVEN))
                .isEqualTo(1);
        duties.act(id, DutyEvent.RETURN, "Thiếu phụ lục", coordinator, GIVEN);
        assertThat(submissions.submit(id, parcel(BEFORE, "Bản hai"), officer, BEFORE))
                .isEqualTo(2);

        Duty duty = duties.duty(id, officer, BEFORE);
        assertThat(submissions.submissions(duty, officer, BEFORE))
                .extracting(Submission::version)
                .containsExactly(2, 1);
        for (String table : List.of("submission", "evidence", "act", "directive_act")) {
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM duties." + table).update())
                    .hasMessageContaining("never changed");
        }
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE duties.submission SET note = ''").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void what_a_duty_was_given_for_and_to_whom_exists_and_stays() {
        long id = duty("2020-08-10");
        assertThatThrownBy(() -> jdbc.sql("UPDATE duties.duty SET unit_id = unit_id + 1 WHERE id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("stays for ever");
        assertThatThrownBy(() -> jdbc.sql(
                                "DELETE FROM duties.obligation WHERE id = (SELECT obligation_id FROM duties.duty WHERE id = ?)")
                        .param(id)
                        .update())
                .hasMessageContaining("stays for ever");
        for (String unknown : List.of("unit_id", "obligation_id")) {
            assertThatThrownBy(() -> jdbc.sql(copyWith(unknown)).param(id).update())
                    .hasMessageContaining("does not exist");
        }
    }

    /** A second duty like the first, but for a unit or an obligation that there is not. */
    private String copyWith(String unknown) {
        List<String> columns = jdbc.sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'duties' "
                                + "AND table_name = 'duty' AND is_generated = 'NEVER' AND column_name <> 'id'")
                .query(String.class)
                .list();
        return "INSERT INTO duties.duty (" + String.join(", ", columns) + ") SELECT "
                + columns.stream()
                        .map(column -> column.equals(unknown) ? "-1" : column)
                        .collect(Collectors.joining(", "))
                + " FROM duties.duty WHERE id = ?";
    }

    @Test
    void evidence_is_known_by_the_hash_of_its_bytes_and_opened_unchanged() throws IOException {
        long id = duty("2020-08-10");
        submissions.submit(id, parcel(GIVEN, "Báo cáo số 12"), officer, GIVEN);
        Evidence file = submissions
                .submissions(duties.duty(id, officer, GIVEN), officer, GIVEN)
                .getFirst()
                .evidence()
                .getFirst();

        // sha256sum of “Báo cáo số 12” in UTF-8
        assertThat(file.sha256()).isEqualTo(sha256("Báo cáo số 12"));
        assertThat(file.name()).isEqualTo("bao-cao.txt");
        try (var bytes = submissions.open(file.id(), coordinator, GIVEN).bytes()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Báo cáo số 12");
        }
    }

    @Test
    void nothing_handed_in_is_no_submission() {
        long id = duty("2020-08-10");
        assertThatThrownBy(() -> submissions.submit(
                        id, new Submissions.Parcel("Đã làm xong", null, List.of(), List.of(" ")), officer, GIVEN))
                .hasMessageContaining("NO_EVIDENCE");
        assertThatThrownBy(() -> submissions.submit(
                        id,
                        new Submissions.Parcel("", null, List.of(), List.of("javascript:alert(1)")),
                        officer,
                        GIVEN))
                .hasMessageContaining("LINK_INVALID");
        assertThat(state(id)).isEqualTo(DutyState.NOT_RECEIVED);
    }

    @Test
    void a_duty_stays_with_its_unit_and_is_seen_and_done_by_its_successor() {
        long old = province.unit("Sở Thông tin và Truyền thông", "so", home, "2010-01-01", "2020-08-08");
        long heir = province.unit("Sở Khoa học và Công nghệ", "so", home, "2010-01-01", null);
        province.succeeded(old, heir, "2020-08-08");
        Officer heirs = province.person(Role.OFFICER, heir);
        long id = province.duties(province.directive(
                        coordinator, owner, "2020-08-04", GIVEN, obligation("Rà soát", on("2020-08-10"), lead(old))))
                .getFirst();

        assertThatThrownBy(() -> duties.duty(id, heirs, GIVEN)).hasMessageContaining("NOT_FOUND");
        Duty inherited = duties.duty(id, heirs, BEFORE);
        assertThat(inherited.unitName()).isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(duties.successors(inherited, LocalDate.parse("2020-08-10")))
                .extracting(vn.nhipcau.directory.Organisation::id)
                .containsExactly(heir);
        duties.act(id, DutyEvent.RECEIVE, "", heirs, BEFORE);
        duties.handOver(id, heir, "Theo quyết định sắp xếp", coordinator, BEFORE);
        assertThat(duties.duty(id, heirs, BEFORE))
                .extracting(Duty::unitId, Duty::holderId, Duty::holderName)
                .containsExactly(old, heir, "Sở Khoa học và Công nghệ");
    }

    @Test
    void nobody_acts_out_of_turn() {
        long id = duty("2020-08-10");
        Officer foreign = province.person(Role.OFFICER, province.department("Sở Tài chính", home));
        Officer foreignCoordinator = province.person(Role.COORDINATOR, health);
        Officer leader = province.person(Role.LEADER, home);
        Officer admin = province.person(Role.ADMIN, home);
        submit(id, GIVEN);
        Duty duty = duties.duty(id, officer, GIVEN);

        assertThatThrownBy(() -> duties.duty(id, foreign, GIVEN)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> duties.duty(id, admin, GIVEN)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> duties.accept(id, foreignCoordinator, GIVEN)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> duties.accept(id, officer, GIVEN)).hasMessageContaining("NOT_YOUR_ACT");
        assertThatThrownBy(() -> submissions.recall(id, "", coordinator, GIVEN)).hasMessageContaining("NOT_YOUR_ACT");
        assertThat(duties.duty(id, leader, GIVEN).state()).isEqualTo(DutyState.SUBMITTED);
        assertThat(submissions.submissions(duty, leader, GIVEN)).isEmpty();
        assertThat(duties.acts(duty, leader, GIVEN)).isEmpty();
        assertThat(duties.possible(duty, leader, GIVEN)).isEmpty();
        long file = submissions
                .submissions(duty, officer, GIVEN)
                .getFirst()
                .evidence()
                .getFirst()
                .id();
        for (Officer other : List.of(foreign, foreignCoordinator, leader, admin)) {
            assertThatThrownBy(() -> submissions.open(file, other, GIVEN)).hasMessageContaining("NOT_FOUND");
        }
    }

    @Test
    void a_verifying_unit_checks_what_another_coordinates() {
        long press = province.department("Sở Thông tin và Truyền thông", home);
        Officer verifier = province.person(Role.COORDINATOR, press);
        ObligationDraft plain = obligation("Đăng tải dự thảo", on("2020-08-10"), lead(health));
        long id = province.duties(province.directive(
                        coordinator,
                        owner,
                        "2020-08-04",
                        GIVEN,
                        new ObligationDraft(
                                plain.clause(),
                                plain.text(),
                                null,
                                plain.what(),
                                plain.who(),
                                plain.lead(),
                                plain.with(),
                                plain.evidence(),
                                plain.deliverTo(),
                                press,
                                plain.limits(),
                                plain.dues(),
                                plain.dueTime(),
                                null,
                                plain.targets(),
                                1)))
                .getFirst();
        submit(id, GIVEN);

        assertThat(boards.open(verifier, GIVEN)
                        .count(DutyFilter.of(DutyFilter.View.REVIEWER).in(Slice.TO_REVIEW)))
                .isEqualTo(1);
        assertThat(duties.duty(id, verifier, GIVEN).move(GIVEN).who()).isEqualTo("Sở Thông tin và Truyền thông");
        assertThatThrownBy(() -> duties.act(id, DutyEvent.EXEMPT, "Lý do", verifier, GIVEN))
                .hasMessageContaining("NOT_YOUR_ACT");
        assertThat(duties.accept(id, verifier, GIVEN)).isEqualTo(DutyState.ACCEPTED);
    }

    @Test
    void accepting_many_is_all_or_none() {
        long mine = duty("2020-08-10");
        long untouched = duty("2020-08-10");
        submit(mine, GIVEN);

        assertThatThrownBy(() -> duties.acceptAll(List.of(mine, untouched), coordinator, GIVEN))
                .isInstanceOf(Refusal.class);
        assertThat(state(mine)).isEqualTo(DutyState.SUBMITTED);
    }

    private long duty(String due) {
        List<Due> dues = List.of(new Due(on(due).getFirst().rule(), null, LocalDate.parse("2020-07-31")));
        return province.duties(province.directive(
                        coordinator, owner, "2020-08-04", GIVEN, obligation("Báo cáo", dues, lead(health))))
                .getFirst();
    }

    private void submit(long id, Instant now) {
        submissions.submit(id, parcel(now, "Nội dung báo cáo"), officer, now);
    }

    private static Submissions.Parcel parcel(Instant happenedAt, String content) {
        return new Submissions.Parcel(
                "Kính gửi",
                happenedAt,
                List.of(new Submissions.Upload(
                        "C:\\tam\\bao-cao.txt",
                        "text/plain",
                        () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))),
                List.of("https://syt.example.vn/tin/1"));
    }

    private DutyState state(long id) {
        return DutyState.valueOf(jdbc.sql("SELECT state FROM duties.duty WHERE id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
