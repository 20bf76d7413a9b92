package vn.nhipcau.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at one unit's site. It is never changed.
 *
 * @param site where it started
 * @param kind what this look saw
 * @param standing what held afterwards, with the earlier looks
 * @param posted the day that the page itself names
 * @param passage the longest passage found word for word
 * @param warc the archive that holds the proof; null where there was nothing to keep
 */
record SiteCheck(
        long id,
        long campaignId,
        long unitId,
        Instant startedAt,
        Instant at,
        String site,
        Standing kind,
        Standing standing,
        double coverage,
        List<String> foundAt,
        @Nullable Instant firstSeen,
        @Nullable String posted,
        String reason,
        String passage,
        List<String> missing,
        List<Differs> differences,
        int requests,
        long bytes,
        @Nullable Warc warc) {

    /** Where the site reads otherwise. */
    record Differs(String section, String original, String found) {}

    /** @param offset of the first record that proves the verdict */
    record Warc(String name, long offset, String sha256, long size) {}

    String percent() {
        return Math.round(coverage * 100) + " %";
    }

    static SiteCheck row(ResultSet row, int number) throws SQLException {
        String[] written = (String[]) row.getArray("differences").getArray();
        List<Differs> differences = new ArrayList<>();
        for (int i = 0; i + 2 < written.length; i += 3) {
            differences.add(new Differs(written[i], written[i + 1], written[i + 2]));
        }
        String sha256 = row.getString("warc_sha256");
        return new SiteCheck(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getLong("unit_id"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("site"),
                Standing.valueOf(row.getString("kind")),
                Standing.valueOf(row.getString("standing")),
                row.getDouble("coverage"),
                List.of((String[]) row.getArray("found_at").getArray()),
                Posting.instant(row, "first_seen"),
                row.getString("posted"),
                row.getString("reason"),
                row.getString("passage"),
                List.of((String[]) row.getArray("missing").getArray()),
                differences,
                row.getInt("requests"),
                row.getLong("bytes"),
                sha256 == null
                        ? null
                        : new Warc(
                                row.getString("warc_name"),
                                row.getLong("warc_offset"),
                                sha256,
                                row.getLong("warc_size")));
    }
}
