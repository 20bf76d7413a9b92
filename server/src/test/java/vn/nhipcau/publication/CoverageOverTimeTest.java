package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Shell;

/** What holds of each unit at the end of each day. */
@ServerTest
class CoverageOverTimeTest {
    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("publicationProvince")
    Province province;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Coverage coverage;

    @Autowired
    JdbcClient jdbc;

    Officer coordinator;
    long campaign;
    long one;
    long two;
    LocalDate today = Checks.day(Instant.now());

    @BeforeEach
    void twoUnitsWithoutSites() {
        long home = province.top();
        long owner = province.department("Sở Nội vụ", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        one = province.department("Sở Một", home);
        two = province.department("Sở Hai", home);
        campaign =
                province.campaign(coordinator, owner, province.group(home, "Hai sở", List.of(one, two)), Instant.now());
    }

    private void change(long unit, LocalDate day, LocalTime time, Standing standing) {
        jdbc.sql("INSERT INTO publication.standing_change (campaign_id, unit_id, at, standing) VALUES (?, ?, ?, ?)")
                .params(
                        campaign,
                        unit,
                        Timestamp.from(day.atTime(time).atZone(Shell.ZONE).toInstant()),
                        standing.name())
                .update();
    }

    @Test
    void a_day_counts_what_held_at_its_end_and_the_unknown_apart() {
        change(one, today.minusDays(3), LocalTime.of(9, 0), Standing.NOT_FOUND);
        change(two, today.minusDays(3), LocalTime.of(9, 0), Standing.UNREACHABLE);
        change(one, today.minusDays(2), LocalTime.of(23, 59), Standing.FULL);
        change(two, today.minusDays(1), LocalTime.of(0, 1), Standing.FULL);
        change(one, today, LocalTime.of(0, 0), Standing.REMOVED);
        List<Coverage.Day> days = coverage.days(campaigns.find(campaign), Instant.now());
        assertThat(days).extracting(Coverage.Day::on).first().isEqualTo(today.minusDays(3));
        assertThat(days).extracting(Coverage.Day::allFull).containsExactly(0, 1, 2, 1);
        assertThat(days).extracting(Coverage.Day::unknown).containsExactly(1, 1, 0, 0);

        Document report = new Visitor(port)
                .signIn(coordinator.getUsername(), Province.PASSWORD)
                .get("/desk/publication/" + campaign + "/report");
        assertThat(report.select("svg[role=img] polyline")).hasSize(1);
        assertThat(report.select("details table tbody tr")).hasSize(4);
    }

    @Test
    void many_days_are_shown_in_longer_steps_that_end_today() {
        jdbc.sql("UPDATE publication.campaign SET from_on = ?, days = 400 WHERE id = ?")
                .params(today.minusDays(300), campaign)
                .update();
        change(one, today.minusDays(299), LocalTime.NOON, Standing.FULL);
        List<Coverage.Day> days = coverage.days(campaigns.find(campaign), Instant.now());
        assertThat(days.size()).isBetween(20, 60);
        assertThat(days.getLast().on()).isEqualTo(today);
        assertThat(days.getLast().full()).containsValue(1);
    }

    @Test
    void one_day_is_no_line() {
        change(one, today, LocalTime.of(0, 0), Standing.FULL);
        assertThat(CoverageChart.of(coverage.days(campaigns.find(campaign), Instant.now()), Map.of(), "Tất cả"))
                .isNull();
    }
}
