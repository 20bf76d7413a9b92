package vn.nhipcau.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Shell;

/** How far a campaign is: counted from its rows when asked. */
@Component
class Coverage {
    /** As many points as a line on a page can show. */
    private static final int MOST_DAYS = 45;

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Posting> rows(PostingFilter filter, int skip, int size, Instant now) {
        return asked(
                        Posting.SELECT + filter.where() + " ORDER BY "
                                + filter.sort().sql() + " LIMIT :size OFFSET :skip",
                        filter,
                        now)
                .param("order", PostingFilter.order())
                .param("size", size)
                .param("skip", skip)
                .query(Posting::row)
                .list();
    }

    long count(PostingFilter filter, Instant now) {
        return asked("SELECT count(*) FROM publication.posting p" + filter.where(), filter, now)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, PostingFilter filter, Instant now) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("campaign", filter.campaignId())
                .param(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .param("block", filter.block())
                .param("text", filter.text().strip());
    }

    /** By group of units, by name. */
    Map<String, Tally> byBlock(long campaign) {
        Map<String, Tally> blocks = new TreeMap<>();
        jdbc.sql("""
                        SELECT block, standing, count(*) AS units FROM publication.posting WHERE campaign_id = ?
                        GROUP BY block, standing
                        """).param(campaign).query(row -> {
            blocks.computeIfAbsent(row.getString("block"), block -> new Tally())
                    .add(Standing.valueOf(row.getString("standing")), row.getInt("units"));
        });
        return blocks;
    }

    static Tally sum(Map<String, Tally> blocks) {
        Tally sum = new Tally();
        blocks.values().forEach(sum::add);
        return sum;
    }

    /**
     * How far the present round is.
     *
     * @param looked units looked at since it began
     * @param running units being looked at now
     */
    record Round(int looked, int running, int units) {
        boolean done() {
            return looked >= units;
        }
    }

    Round round(Campaign campaign, Instant now) {
        Instant began = campaign.roundAt() == null ? Instant.MAX : campaign.roundAt();
        Timestamp since = began == Instant.MAX ? null : Timestamp.from(began);
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE audited_at >= :since::timestamptz) AS looked,
                            count(*) FILTER (WHERE lease_until > :now) AS running, count(*) AS units
                        FROM publication.posting WHERE campaign_id = :campaign
                        """)
                .param("since", since)
                .param("now", Timestamp.from(now))
                .param("campaign", campaign.id())
                .query((row, number) -> new Round(row.getInt("looked"), row.getInt("running"), row.getInt("units")))
                .single();
    }

    /**
     * How things stood at the end of a day.
     *
     * @param full units of each group that showed it in full
     * @param unknown units that could not be looked at, or were not yet
     */
    record Day(LocalDate on, Map<String, Integer> full, int allFull, int unknown) {}

    /** Day by day from the first look to today or the campaign's last day; in longer steps where there are many. */
    List<Day> days(Campaign campaign, Instant now) {
        record Change(long unit, Instant at, Standing standing) {}
        Map<Long, String> blocks = new HashMap<>();
        jdbc.sql("SELECT unit_id, block FROM publication.posting WHERE campaign_id = ?")
                .param(campaign.id())
                .query(row -> {
                    blocks.put(row.getLong("unit_id"), row.getString("block"));
                });
        List<Change> changes = jdbc.sql(
                        "SELECT unit_id, at, standing FROM publication.standing_change WHERE campaign_id = ? ORDER BY at")
                .param(campaign.id())
                .query((row, number) -> new Change(
                        row.getLong("unit_id"),
                        row.getTimestamp("at").toInstant(),
                        Standing.valueOf(row.getString("standing"))))
                .list();
        if (changes.isEmpty()) {
            return List.of();
        }
        LocalDate first = Checks.day(changes.getFirst().at());
        LocalDate today = Checks.day(now);
        LocalDate last = today.isAfter(campaign.untilOn()) ? campaign.untilOn() : today;
        long span = Math.max(0, first.until(last, ChronoUnit.DAYS));
        long step = 1 + span / MOST_DAYS;
        List<Day> days = new ArrayList<>();
        Map<Long, Standing> stand = new HashMap<>();
        int next = 0;
        // Counted back from the last day, so that the line ends with what the figures beside it say.
        for (long back = span / step * step; back >= 0; back -= step) {
            LocalDate day = last.minusDays(back);
            Instant end = day.plusDays(1).atStartOfDay(Shell.ZONE).toInstant();
            while (next < changes.size() && changes.get(next).at().isBefore(end)) {
                Change change = changes.get(next++);
                stand.put(change.unit(), change.standing());
            }
            Map<String, Integer> full = new TreeMap<>();
            blocks.forEach((unit, block) -> full.merge(block, stand.get(unit) == Standing.FULL ? 1 : 0, Integer::sum));
            int unknown = (int) blocks.keySet().stream()
                    .filter(unit -> stand.getOrDefault(unit, Standing.UNCHECKED).unknown())
                    .count();
            days.add(new Day(
                    day,
                    full,
                    full.values().stream().mapToInt(Integer::intValue).sum(),
                    unknown));
        }
        return days;
    }

    /** What the units of these posts must put up, the open ones first. */
    List<Own> own(Rights rights, Instant now) {
        return jdbc.sql("""
                        SELECT p.*, p.lease_until > :now AS running, c.coverage, c.found_at, c.reason,
                            m.title, m.until_on, m.state
                        FROM publication.posting p JOIN publication.campaign m ON m.id = p.campaign_id
                        LEFT JOIN publication.site_check c ON c.id = p.check_id
                        WHERE p.unit_id = ANY (:units) AND m.state <> 'DRAFT'
                        ORDER BY m.state = 'ENDED', array_position(:order, p.standing), m.id DESC, p.unit_name LIMIT 200
                        """)
                .param("now", Timestamp.from(now))
                .param("units", Rights.array(rights.answersFor()))
                .param("order", PostingFilter.order())
                .query((row, number) -> new Own(
                        Posting.row(row, number),
                        row.getString("title"),
                        row.getObject("until_on", LocalDate.class),
                        CampaignState.valueOf(row.getString("state"))))
                .list();
    }

    /** What one of the officer's own units must post. */
    record Own(Posting posting, String title, LocalDate untilOn, CampaignState state) {}
}
