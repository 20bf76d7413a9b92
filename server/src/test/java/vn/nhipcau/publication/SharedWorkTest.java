package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

/** Several nodes look at sites by one schedule. */
@ServerTest
class SharedWorkTest {
    private static final int UNITS = 40;

    @Autowired
    @Qualifier("publicationProvince")
    Province province;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Coverage coverage;

    @Autowired
    Schedule schedule;

    @Autowired
    SiteLook looks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    LoopbackSites web;
    Officer coordinator;
    long owner;
    long group;
    List<LoopbackSites.Site> sites = new ArrayList<>();

    @BeforeEach
    void manyUnits() {
        web = new LoopbackSites();
        String tag = Long.toString(System.nanoTime(), 36);
        long home = province.top();
        owner = province.department("Sở Nội vụ", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        List<Long> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            long unit = province.department("Đơn vị thử " + i, home);
            LoopbackSites.Site site = web.site("dv" + i + "-" + tag).article("/tin", Province.TITLE, Province.draft());
            province.site(unit, site.address());
            sites.add(site);
            units.add(unit);
        }
        group = province.group(home, "Các đơn vị thử", units);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void two_workers_share_the_sites_and_none_is_looked_at_twice() {
        // The server's own worker is the first.
        AuditWorker second = new AuditWorker(
                schedule,
                campaigns,
                looks,
                new AuditRules(true, List.of(), Duration.ZERO, Duration.ZERO, 8, 8, ""),
                clock);
        second.start();
        try {
            long campaign = province.campaign(coordinator, owner, group, Instant.now());
            campaigns.act(campaign, CampaignState.Event.START, coordinator, Instant.now());
            Province.await(() -> {
                Coverage.Round round = coverage.round(campaigns.find(campaign), Instant.now());
                return round.done() && round.running() == 0;
            });
            assertThat(jdbc.sql("SELECT count(*) FROM publication.site_check WHERE campaign_id = ?")
                            .param(campaign)
                            .query(Long.class)
                            .single())
                    .isEqualTo(UNITS);
            assertThat(coverage.byBlock(campaign).values().iterator().next().full())
                    .isEqualTo(UNITS);
            assertThat(sites)
                    .allSatisfy(
                            site -> assertThat(site.asked()).as(site.address()).containsOnlyOnce("/"));
        } finally {
            second.stop();
        }
    }

    @Test
    void claims_of_several_workers_never_overlap_and_come_back_when_their_worker_is_gone() {
        // Far from now, so that the server's own worker has no part in it.
        long campaign = province.campaign(coordinator, owner, group, Instant.now());
        Instant start = Instant.now().plus(Duration.ofDays(20));
        jdbc.sql("""
                        UPDATE publication.campaign SET state = 'RUNNING', round = 1, round_at = ?, from_on = ?, days = 40
                        WHERE id = ?
                        """)
                .params(Timestamp.from(start), Checks.day(start).minusDays(1), campaign)
                .update();
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            for (Schedule.Claim claim : own(campaign, schedule.claim(UUID.randomUUID(), 15, start))) {
                assertThat(taken.add(claim.unitId())).isTrue();
            }
        }
        assertThat(taken).hasSize(UNITS);
        assertThat(own(campaign, schedule.claim(UUID.randomUUID(), 100, start))).isEmpty();

        Instant later = start.plus(Schedule.LEASE).plusSeconds(1);
        UUID heir = UUID.randomUUID();
        assertThat(own(campaign, schedule.claim(heir, 100, later)))
                .as("whoever had them was killed and renewed nothing")
                .hasSize(UNITS);
        schedule.renew(heir, later.plusSeconds(100));
        assertThat(own(
                        campaign,
                        schedule.claim(
                                UUID.randomUUID(),
                                100,
                                later.plus(Schedule.LEASE).plusSeconds(1))))
                .as("who renews keeps them")
                .isEmpty();
        schedule.release(heir);
        assertThat(own(campaign, schedule.claim(UUID.randomUUID(), 100, later))).hasSize(UNITS);
    }

    private static List<Schedule.Claim> own(long campaign, List<Schedule.Claim> claims) {
        return claims.stream().filter(claim -> claim.campaignId() == campaign).toList();
    }

    @Test
    void a_host_has_one_visitor_and_an_address_has_few() {
        Instant now = Instant.now();
        String tag = UUID.randomUUID().toString();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        assertThat(schedule.enter("a." + tag, tag, one, 2, now)).isTrue();
        assertThat(schedule.enter("a." + tag, tag, two, 2, now)).isFalse();
        assertThat(schedule.enter("b." + tag, tag, two, 2, now)).isTrue();
        assertThat(schedule.enter("c." + tag, tag, two, 2, now)).isFalse();
        schedule.leave("a." + tag, one);
        assertThat(schedule.enter("c." + tag, tag, two, 2, now)).isTrue();
        assertThat(schedule.enter(
                        "b." + tag, tag, one, 2, now.plus(Schedule.LEASE).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void rounds_follow_the_rhythm_and_one_that_nobody_kept_is_not_made_up_for() {
        long campaign = province.campaign(coordinator, owner, group, Instant.now());
        campaigns.act(campaign, CampaignState.Event.START, coordinator, Instant.now());
        campaigns.act(campaign, CampaignState.Event.STOP, coordinator, Instant.now());
        Instant start = campaigns.find(campaign).roundAt();
        campaigns.act(campaign, CampaignState.Event.RESUME, coordinator, Instant.now());
        schedule.turn(start.plus(Duration.ofHours(23)));
        assertThat(campaigns.find(campaign).round()).isEqualTo(1);
        schedule.turn(start.plus(Duration.ofHours(77)));
        assertThat(campaigns.find(campaign).round()).isEqualTo(2);
        assertThat(campaigns.find(campaign).roundAt()).isEqualTo(start.plus(Duration.ofHours(72)));
        campaigns.endOld(start.plus(Duration.ofDays(60)));
        assertThat(campaigns.find(campaign).state()).isEqualTo(CampaignState.ENDED);
    }
}
