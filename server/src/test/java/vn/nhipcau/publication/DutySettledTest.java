package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.nhipcau.ServerTest;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.duties.Act;
import vn.nhipcau.duties.Boards;
import vn.nhipcau.duties.DirectiveDraft;
import vn.nhipcau.duties.Directives;
import vn.nhipcau.duties.Due;
import vn.nhipcau.duties.Duties;
import vn.nhipcau.duties.Duty;
import vn.nhipcau.duties.DutyEvent;
import vn.nhipcau.duties.DutyFilter;
import vn.nhipcau.duties.DutyState;
import vn.nhipcau.duties.Evidence;
import vn.nhipcau.duties.ObligationDraft;
import vn.nhipcau.duties.Submission;
import vn.nhipcau.duties.Submissions;
import vn.nhipcau.duties.Target;
import vn.nhipcau.legaltext.EvidenceKind;

/** What a verdict does to the unit's duty. */
@ServerTest
class DutySettledTest {
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
    Directives directives;

    @Autowired
    Duties duties;

    @Autowired
    Submissions submissions;

    @Autowired
    Boards boards;

    LoopbackSites web;
    LoopbackSites.Site site;
    long owner;
    long unit;
    Officer coordinator;
    Officer officer;

    @BeforeEach
    void oneUnitWithItsSite() {
        web = new LoopbackSites();
        long home = province.top();
        owner = province.department("Sở Nội vụ", home);
        unit = province.department("Sở Y tế thử", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        officer = province.person(Role.OFFICER, unit);
        site = web.site("yte-" + Long.toString(System.nanoTime(), 36));
        province.site(unit, site.address());
    }

    @AfterEach
    void close() {
        web.close();
    }

    /** The one duty, given some days ago, due so many days from now. */
    private long duty(int due) {
        Instant given = Instant.now().minusSeconds(9 * 86_400L);
        LocalDate today = Checks.day(Instant.now());
        long directive = directives.draft(
                new DirectiveDraft(
                        null,
                        owner,
                        "1/CV-THU",
                        "Đăng tải dự thảo",
                        "Sở Nội vụ",
                        today.minusDays(10),
                        null,
                        List.of(new ObligationDraft(
                                "",
                                "Đề nghị các đơn vị đăng tải tài liệu.",
                                null,
                                "Đăng tải tài liệu",
                                List.of("Các đơn vị"),
                                List.of(),
                                List.of(),
                                EvidenceKind.PUBLICATION,
                                "",
                                null,
                                List.of(),
                                List.of(new Due(new DueRule.Fixed(List.of(today.plusDays(due))))),
                                ObligationDraft.END_OF_DAY,
                                null,
                                List.of(new Target.Unit(unit, Target.Part.LEAD)),
                                1))),
                coordinator,
                given);
        directives
                .obligations(directive, coordinator, today)
                .forEach(obligation -> directives.keep(obligation.id(), coordinator, given));
        directives.confirm(directive, today.minusDays(9), coordinator, given);
        return boards.open(coordinator, Instant.now())
                .rows(DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(directive), 0, 1)
                .getFirst()
                .id();
    }

    private Duty read(long duty) {
        return duties.duty(duty, coordinator, Instant.now());
    }

    private long campaign(long duty) {
        Instant now = Instant.now();
        long document = province.document(coordinator, owner, now);
        CampaignDraft draft = province.draft(
                document, owner, new CampaignDraft.Whom.Obligation(read(duty).obligationId()), now);
        long campaign = campaigns.make(draft, coordinator, now);
        campaigns.act(campaign, CampaignState.Event.START, coordinator, now);
        await(campaign);
        return campaign;
    }

    private void again(long campaign) {
        campaigns.checkAll(campaign, coordinator, Instant.now());
        await(campaign);
    }

    private void await(long campaign) {
        Province.await(() -> {
            Coverage.Round round = coverage.round(campaigns.find(campaign), Instant.now());
            return round.done() && round.running() == 0;
        });
    }

    private Standing standing(long campaign) {
        return checks.posting(campaign, unit, Instant.now()).standing();
    }

    @Test
    void posted_in_full_and_in_time_the_duty_is_done_with_link_and_archive_and_nobody_handed_it_in() {
        long duty = duty(3);
        long campaign = campaign(duty);
        assertThat(standing(campaign)).isEqualTo(Standing.NOT_FOUND);
        assertThat(read(duty).state()).isEqualTo(DutyState.NOT_RECEIVED);

        site.article("/tin/7", Province.TITLE, Province.draft());
        again(campaign);

        assertThat(standing(campaign)).isEqualTo(Standing.FULL);
        assertThat(read(duty).state()).isEqualTo(DutyState.ACCEPTED);
        Submission handedIn =
                submissions.submissions(read(duty), coordinator, Instant.now()).getFirst();
        assertThat(handedIn.person()).isEqualTo("Kiểm tra tự động");
        assertThat(handedIn.evidence())
                .anySatisfy(evidence -> assertThat(evidence.url()).endsWith("/tin/7"))
                .anySatisfy(evidence -> assertThat(evidence.name()).endsWith(".warc.gz"));
        Evidence archive =
                handedIn.evidence().stream().filter(Evidence::file).findFirst().orElseThrow();
        assertThat(archive.sha256())
                .isEqualTo(checks.history(campaign, unit, 1).getFirst().warc().sha256());
        assertThat(duties.acts(read(duty), coordinator, Instant.now()))
                .extracting(Act::event)
                .containsExactly(DutyEvent.SUBMIT, DutyEvent.ACCEPT);
    }

    @Test
    void a_part_or_another_version_closes_nothing() {
        long duty = duty(3);
        site.article("/tin/7", Province.TITLE, Province.firstPart(2));
        long campaign = campaign(duty);
        assertThat(standing(campaign)).isEqualTo(Standing.PARTIAL);
        assertThat(read(duty).state()).isEqualTo(DutyState.NOT_RECEIVED);
    }

    @Test
    void found_after_the_due_day_it_waits_for_a_person_since_the_look_may_be_late_and_not_the_unit() {
        long duty = duty(-2);
        site.article("/tin/7", Province.TITLE, Province.draft());
        campaign(duty);
        assertThat(read(duty).state()).isEqualTo(DutyState.SUBMITTED);
    }

    @Test
    void what_the_unit_handed_in_itself_is_checked_and_accepted() {
        long duty = duty(3);
        submissions.submit(
                duty,
                new Submissions.Parcel("Đã đăng", null, List.of(), List.of(site.address() + "tin/7")),
                officer,
                Instant.now());
        site.article("/tin/7", Province.TITLE, Province.draft());
        campaign(duty);
        assertThat(read(duty).state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(submissions.submissions(read(duty), coordinator, Instant.now()))
                .hasSize(1);
    }

    @Test
    void what_a_reviewer_reopened_is_not_closed_again_by_the_next_look() {
        long duty = duty(3);
        site.article("/tin/7", Province.TITLE, Province.draft());
        long campaign = campaign(duty);
        judge(duty, DutyEvent.REOPEN, "Xem lại nội dung");
        judge(duty, DutyEvent.RETURN, "Chưa đăng tệp đính kèm");
        again(campaign);
        assertThat(standing(campaign)).isEqualTo(Standing.FULL);
        assertThat(read(duty).state()).isEqualTo(DutyState.RETURNED);
    }

    private void judge(long duty, DutyEvent event, String reason) {
        duties.judge(duty, event, read(duty).seen(), reason, coordinator, Instant.now());
    }

    @Test
    void what_was_taken_down_is_first_missed_and_the_duty_stays_as_it_was_decided() {
        long duty = duty(3);
        site.article("/tin/7", Province.TITLE, Province.draft());
        long campaign = campaign(duty);
        site.without("/tin/7");
        again(campaign);
        Posting posting = checks.posting(campaign, unit, Instant.now());
        assertThat(posting.standing()).isEqualTo(Standing.MISSED);
        assertThat(posting.missed()).isEqualTo(1);
        again(campaign);
        again(campaign);
        assertThat(checks.posting(campaign, unit, Instant.now()).missed())
                .as("looks within six hours count once")
                .isEqualTo(1);
        site.article("/tin/7", Province.TITLE, Province.draft());
        again(campaign);
        assertThat(standing(campaign)).isEqualTo(Standing.FULL);
        assertThat(read(duty).state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(checks.history(campaign, unit, 10)).as("every look is kept").hasSize(5);
    }
}
