package vn.nhipcau.publication;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Addresses at which units say that they posted. */
@Component
class Reports {
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Rights.Of rights;

    Reports(JdbcClient jdbc, Campaigns campaigns, Organisations organisations, Rights.Of rights) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.rights = rights;
    }

    record Reported(String url, Instant at, String person) {}

    /** The last one first. */
    List<Reported> of(long campaign, long unit) {
        return jdbc.sql("""
                        SELECT url, at, person_name FROM publication.reported WHERE campaign_id = ? AND unit_id = ?
                        ORDER BY id DESC LIMIT ?
                        """)
                .params(campaign, unit, MOST)
                .query((row, number) -> new Reported(
                        row.getString("url"), row.getTimestamp("at").toInstant(), row.getString("person_name")))
                .list();
    }

    /**
     * Takes an address from the unit, or from who coordinates; the site is looked at soon, there first. It must be on the
     * unit's own site: what stands on another's shows nothing about this one.
     */
    @Transactional
    public void report(long campaignId, long unit, String address, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Campaign campaign = campaigns.campaign(campaignId, unit, officer, today);
        Rights own = rights.officer(officer, today);
        if (!own.reports(unit) && !own.runs(campaign)) {
            throw Refusal.forbidden(
                    "NOT_YOUR_UNIT",
                    "Chỉ cán bộ của đơn vị này hoặc bên điều phối báo được địa chỉ. Hãy nhờ người có vai trò đó.",
                    "Only the unit's own officers and the coordinator report its address.");
        }
        if (campaign.state() == CampaignState.ENDED) {
            throw Refusal.conflict(
                    "CAMPAIGN_ENDED",
                    "Đợt đăng tải này đã kết thúc nên không nhận thêm địa chỉ. Hãy liên hệ bên điều phối.",
                    "The campaign has ended and takes no more addresses. Ask its coordinator.");
        }
        String url = address.strip();
        String host = host(url);
        if (host == null || url.length() > 2000) {
            throw Refusal.invalid(
                    "LINK_INVALID",
                    "“" + url + "” không phải địa chỉ trang web. Địa chỉ phải bắt đầu bằng https:// hoặc http://.",
                    "“" + url + "” is not a web address. It must begin with https:// or http://.");
        }
        List<String> sites = organisations.sites(unit, today);
        if (sites.stream().noneMatch(site -> belongs(url, site))) {
            throw Refusal.invalid(
                    "NOT_OWN_SITE",
                    sites.isEmpty()
                            ? "Danh bạ chưa có trang thông tin điện tử của đơn vị. Hãy đề nghị quản trị thêm địa chỉ trang"
                                    + " vào danh bạ rồi báo lại."
                            : "Địa chỉ phải nằm trên trang của đơn vị (" + String.join(", ", sites)
                                    + "). Nếu đơn vị đã đổi trang, hãy đề nghị quản trị cập nhật danh bạ.",
                    sites.isEmpty()
                            ? "The directory has no site of the unit. Ask an administrator to add it, then report again."
                            : "The address must be on the unit's own site (" + String.join(", ", sites)
                                    + "). If that has changed, ask an administrator to correct the directory.");
        }
        jdbc.sql("""
                        INSERT INTO publication.reported (campaign_id, unit_id, url, at, person_id, person_name)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(campaignId, unit, url, Timestamp.from(now), officer.id(), officer.name())
                .update();
        // Looked at as soon as the campaign runs; the last look's answer must not stand in the way.
        jdbc.sql("""
                        UPDATE publication.posting SET due_at = ?, not_before = NULL WHERE campaign_id = ? AND unit_id = ?
                        """).params(Timestamp.from(now), campaignId, unit).update();
    }

    static @Nullable String host(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return !web || uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** On the same host, or one below it; where the unit's site is a part of a larger one, in that part. */
    private static boolean belongs(String url, String site) {
        String host = host(url);
        String own = host(site);
        if (host == null || own == null) {
            return false;
        }
        String bare = own.startsWith("www.") ? own.substring(4) : own;
        return host.endsWith("." + bare)
                || host.equals(bare)
                        && folder(URI.create(url).getPath())
                                .startsWith(folder(URI.create(site).getPath()));
    }

    private static String folder(@Nullable String path) {
        return path == null || path.isEmpty() ? "/" : path.endsWith("/") ? path : path + "/";
    }
}
