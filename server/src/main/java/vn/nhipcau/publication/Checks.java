package vn.nhipcau.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.StoredFile;
import vn.nhipcau.duties.Observations;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Writes what looks and people say of a unit's posting, and what follows from it. */
@Component
class Checks {
    static final String WARC = "application/warc";

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Chain chain;
    private final Observations observations;

    Checks(JdbcClient jdbc, Campaigns campaigns, Chain chain, Observations observations) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.chain = chain;
        this.observations = observations;
    }

    /**
     * A look that has ended.
     *
     * @param missing sections of the document that were not found
     * @param differences where the site reads otherwise
     * @param memory for the next one
     * @param warc what was kept during this look; null: nothing
     */
    record Look(
            Instant startedAt,
            String site,
            Verdict verdict,
            List<String> missing,
            List<SiteCheck.Differs> differences,
            String memory,
            SiteCheck.@Nullable Warc warc) {}

    /**
     * Records the look, unless another worker has the site by now.
     *
     * @return whether it was recorded
     */
    @Transactional
    public boolean record(Schedule.Claim claim, Look look, Instant now) {
        Row before = lock(claim).orElse(null);
        if (before == null) {
            return false;
        }
        Campaign campaign = campaigns.find(claim.campaignId());
        Verdict verdict = look.verdict();
        Standing standing = Standing.of(verdict);
        SiteCheck.Warc warc = look.warc();
        long id = insert(claim, look, standing, now);
        boolean full = standing == Standing.FULL;
        Instant confirmAt = Standing.confirmAt(verdict);
        jdbc.sql("""
                        UPDATE publication.posting SET machine = :machine, missed = :missed,
                            full_first = CASE WHEN :full THEN coalesce(full_first, :now) ELSE full_first END,
                            full_last = CASE WHEN :full THEN :now ELSE full_last END,
                            check_id = :check, audited_at = :started, memory = :memory, due_at = :due,
                            not_before = NULL, lease_until = NULL, leased_by = NULL,
                            since = CASE WHEN overruled IS NULL AND machine <> :machine THEN :now ELSE since END
                        WHERE campaign_id = :campaign AND unit_id = :unit
                        """)
                .param("machine", standing.name())
                .param("missed", standing == Standing.MISSED ? verdict.absence().checks() : 0)
                .param("full", full)
                .param("now", Timestamp.from(now))
                .param("started", Timestamp.from(look.startedAt()))
                .param("check", id)
                .param("memory", clean(look.memory()))
                // Somebody may have asked for another look while this one was under way.
                .param(
                        "due",
                        before.dueAt() != null && before.dueAt().isAfter(look.startedAt())
                                ? timestamp(before.dueAt())
                                : timestamp(confirmAt))
                .param("campaign", claim.campaignId())
                .param("unit", claim.unitId())
                .update();
        if (before.overruled() == null && before.machine() != standing) {
            changed(claim.campaignId(), claim.unitId(), standing, now);
        }
        chain.add(campaign, content(claim, look, standing, id, now));
        if (full && before.machine() != Standing.FULL && before.dutyId() != null) {
            settle(before.dutyId(), campaign, verdict, warc, now);
        }
        return true;
    }

    private record Row(
            Standing machine,
            @Nullable Standing overruled,
            @Nullable Instant dueAt,
            @Nullable Long dutyId) {}

    private Optional<Row> lock(Schedule.Claim claim) {
        return jdbc.sql("""
                        SELECT * FROM publication.posting WHERE campaign_id = ? AND unit_id = ? AND leased_by = ? FOR UPDATE
                        """)
                .params(claim.campaignId(), claim.unitId(), claim.worker())
                .query((row, number) -> {
                    long duty = row.getLong("duty_id");
                    return new Row(
                            Standing.valueOf(row.getString("machine")),
                            standing(row.getString("overruled")),
                            Posting.instant(row, "due_at"),
                            duty == 0 ? null : duty);
                })
                .optional();
    }

    private static @Nullable Standing standing(@Nullable String name) {
        return name == null ? null : Standing.valueOf(name);
    }

    private long insert(Schedule.Claim claim, Look look, Standing standing, Instant now) {
        Verdict verdict = look.verdict();
        SiteCheck.Warc warc = look.warc();
        List<String> differences = look.differences().stream()
                .flatMap(difference -> difference.fields().stream())
                .toList();
        return jdbc.sql("""
                        INSERT INTO publication.site_check (campaign_id, unit_id, round, started_at, at, site, standing,
                            coverage, found_at, first_seen, posted, reason, passage, missing, differences, requests, bytes,
                            warc_name, warc_offset, warc_sha256, warc_size)
                        VALUES (:campaign, :unit, :round, :started, :now, :site, :standing, :coverage, :found, :first,
                            :posted, :reason, :passage, :missing, :differences, :requests, :bytes, :warcName, :warcOffset,
                            :warcSha, :warcSize)
                        RETURNING id
                        """)
                .param("campaign", claim.campaignId())
                .param("unit", claim.unitId())
                .param("round", claim.round())
                .param("started", Timestamp.from(look.startedAt()))
                .param("now", Timestamp.from(now))
                .param("site", clean(look.site()))
                .param("standing", standing.name())
                .param("coverage", verdict.coverage())
                .param("found", clean(verdict.where()))
                .param("first", timestamp(verdict.firstSeen()))
                .param("posted", verdict.posted() == null ? null : clean(verdict.posted()))
                .param("reason", clean(verdict.reason()))
                .param("passage", clean(verdict.passage()))
                .param("missing", clean(look.missing()))
                .param("differences", clean(differences))
                .param("requests", verdict.requests())
                .param("bytes", verdict.bytes())
                .param("warcName", warc == null ? null : warc.name())
                .param("warcOffset", warc == null ? null : warc.offset())
                .param("warcSha", warc == null ? null : warc.sha256())
                .param("warcSize", warc == null ? null : warc.size())
                .query(Long.class)
                .single();
    }

    /** PostgreSQL holds every character but this one, and foreign pages hold that too. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String[] clean(List<String> texts) {
        return texts.stream().map(Checks::clean).toArray(String[]::new);
    }

    private static Map<String, Object> content(
            Schedule.Claim claim, Look look, Standing standing, long id, Instant now) {
        Verdict verdict = look.verdict();
        SiteCheck.Warc warc = look.warc();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "verdict");
        content.put("check", id);
        content.put("unit", claim.unitId());
        content.put("unitName", verdict.site().unit());
        content.put("site", look.site());
        content.put("at", now.toString());
        content.put("verdict", verdict.kind().code());
        content.put("standing", standing.name());
        content.put("coverage", verdict.coverage());
        content.put("where", verdict.where());
        content.put("reason", verdict.reason());
        content.put("passage", verdict.passage());
        if (warc != null) {
            content.put("warcSha256", warc.sha256());
            content.put("warcOffset", warc.offset());
        }
        return content;
    }

    private void settle(long duty, Campaign campaign, Verdict verdict, SiteCheck.@Nullable Warc warc, Instant now) {
        Instant first = verdict.firstSeen() == null ? now : verdict.firstSeen();
        observations.seen(
                duty,
                new Observations.Seen(
                        "Kiểm tra tự động thấy đăng đủ “" + campaign.title() + "”"
                                + (verdict.posted() == null ? "" : "; trang ghi ngày đăng " + clean(verdict.posted()))
                                + ".",
                        first.isAfter(now) ? now : first,
                        verdict.where().stream().limit(5).toList(),
                        warc == null
                                ? List.of()
                                : List.of(new Observations.Kept(
                                        warc.name(), WARC, new StoredFile(warc.sha256(), warc.size())))),
                now);
    }

    /** Notes that the unit has no site to look at, in place of a look. */
    @Transactional
    public void noSite(Schedule.Claim claim, Instant now) {
        Row before = lock(claim).orElse(null);
        if (before == null) {
            return;
        }
        jdbc.sql("""
                        UPDATE publication.posting SET machine = 'NO_SITE', audited_at = :now, due_at = NULL, not_before = NULL,
                            lease_until = NULL, leased_by = NULL,
                            since = CASE WHEN overruled IS NULL AND machine <> 'NO_SITE' THEN :now ELSE since END
                        WHERE campaign_id = :campaign AND unit_id = :unit
                        """)
                .param("now", Timestamp.from(now))
                .param("campaign", claim.campaignId())
                .param("unit", claim.unitId())
                .update();
        if (before.overruled() == null && before.machine() != Standing.NO_SITE) {
            changed(claim.campaignId(), claim.unitId(), Standing.NO_SITE, now);
        }
    }

    private void changed(long campaign, long unit, Standing standing, Instant now) {
        jdbc.sql("INSERT INTO publication.standing_change (campaign_id, unit_id, at, standing) VALUES (?, ?, ?, ?)")
                .params(campaign, unit, Timestamp.from(now), standing.name())
                .update();
    }

    /** A person's word on a unit. @param standing null: gives the word back to the machine */
    record Overruling(@Nullable Standing standing, String reason, Instant at, String person) {}

    /** The last one first. */
    List<Overruling> overrulings(long campaign, long unit) {
        return jdbc.sql("SELECT * FROM publication.overruling WHERE campaign_id = ? AND unit_id = ? ORDER BY id DESC")
                .params(campaign, unit)
                .query((row, number) -> new Overruling(
                        standing(row.getString("standing")),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("person_name")))
                .list();
    }

    /** Puts a person's word before the machine's, until a later one takes its place. Duties are not touched by it. */
    @Transactional
    public void overrule(
            long campaignId, long unit, @Nullable Standing standing, String reason, Officer officer, Instant now) {
        Campaign campaign = campaigns.toChange(campaignId, officer, now);
        if (reason.isBlank()) {
            throw Refusal.invalid(
                    "REASON_MISSING",
                    "Hãy ghi căn cứ của kết luận; căn cứ được lưu và hiện trên trang của đơn vị.",
                    "Say on what ground; it is kept and shown on the unit's page.");
        }
        if (standing == Standing.MISSED || standing == Standing.UNCHECKED) {
            throw Refusal.invalid(
                    "NOT_A_CONCLUSION",
                    "“" + standing.vietnamese() + "” không phải là một kết luận. Hãy chọn kết luận khác.",
                    "“" + standing.english() + "” is not a conclusion. Choose another.");
        }
        Posting posting = posting(campaignId, unit, now);
        if (standing == null && !posting.overruled()) {
            throw Refusal.conflict(
                    "NOT_OVERRULED",
                    "Kết luận hiện tại là của kiểm tra tự động, không có gì để bỏ.",
                    "The conclusion is the machine's own; there is nothing to take back.");
        }
        Standing next = standing == null ? posting.machine() : standing;
        jdbc.sql("""
                        INSERT INTO publication.overruling (campaign_id, unit_id, standing, reason, at, person_id, person_name)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        campaignId,
                        unit,
                        standing == null ? null : standing.name(),
                        reason.strip(),
                        Timestamp.from(now),
                        officer.id(),
                        officer.name())
                .update();
        jdbc.sql("UPDATE publication.posting SET overruled = ?, since = ? WHERE campaign_id = ? AND unit_id = ?")
                .params(standing == null ? null : standing.name(), Timestamp.from(now), campaignId, unit)
                .update();
        if (next != posting.standing()) {
            changed(campaignId, unit, next, now);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "overruling");
        content.put("unit", unit);
        content.put("unitName", posting.unitName());
        content.put("standing", standing == null ? "" : standing.name());
        content.put("reason", reason.strip());
        content.put("at", now.toString());
        content.put("person", officer.id());
        chain.add(campaign, content);
    }

    Posting posting(long campaign, long unit, Instant now) {
        return jdbc.sql(Posting.SELECT + " WHERE p.campaign_id = :campaign AND p.unit_id = :unit")
                .param("now", Timestamp.from(now))
                .param("campaign", campaign)
                .param("unit", unit)
                .query(Posting::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The looks at one unit's site, the last one first. */
    List<SiteCheck> history(long campaign, long unit, int most) {
        return jdbc.sql("""
                        SELECT * FROM publication.site_check WHERE campaign_id = ? AND unit_id = ? ORDER BY id DESC LIMIT ?
                        """).params(campaign, unit, most).query(SiteCheck::row).list();
    }

    SiteCheck check(long id) {
        return jdbc.sql("SELECT * FROM publication.site_check WHERE id = ?")
                .param(id)
                .query(SiteCheck::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The earlier look at the same site that kept the archive of that name, the last one that speaks of it. */
    Optional<SiteCheck> withArchive(long campaign, long unit, String name) {
        return jdbc.sql("""
                        SELECT * FROM publication.site_check
                        WHERE campaign_id = ? AND unit_id = ? AND warc_name = ? ORDER BY id DESC LIMIT 1
                        """).params(campaign, unit, name).query(SiteCheck::row).optional();
    }

    String memory(long campaign, long unit) {
        return jdbc.sql("SELECT coalesce(memory, '') FROM publication.posting WHERE campaign_id = ? AND unit_id = ?")
                .params(campaign, unit)
                .query(String.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** The day by Viet Nam's clock. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Shell.ZONE);
    }
}
