package vn.nhipcau.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.vitext.Difference;
import vn.nhipcau.vitext.Original;

/**
 * One look at one unit's site. It is never changed.
 *
 * @param site where it started
 * @param standing what it came to, in the light of the earlier looks
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

    /** Where the site reads otherwise, with the document's words around it. */
    record Differs(String section, String before, String original, String found, String after) {
        static final int FIELDS = 5;

        static Differs of(Difference difference, Original document) {
            int from = Math.max(0, difference.from() - AROUND);
            int to = Math.min(document.size(), difference.to() + AROUND);
            return new Differs(
                    difference.section(),
                    document.words(from, difference.from()),
                    difference.original(),
                    difference.found(),
                    document.words(difference.to(), to));
        }

        List<String> fields() {
            return List.of(section, before, original, found, after);
        }

        static List<Differs> read(String[] written) {
            List<Differs> differences = new ArrayList<>();
            for (int i = 0; i + FIELDS <= written.length; i += FIELDS) {
                differences.add(
                        new Differs(written[i], written[i + 1], written[i + 2], written[i + 3], written[i + 4]));
            }
            return differences;
        }
    }

    /** Words of the document shown before and after. */
    private static final int AROUND = 8;

    /** @param offset of the first record that proves the verdict */
    record Warc(String name, long offset, String sha256, long size) {}

    String percent() {
        return Math.round(coverage * 100) + " %";
    }

    static SiteCheck row(ResultSet row, int number) throws SQLException {
        String sha256 = row.getString("warc_sha256");
        return new SiteCheck(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getLong("unit_id"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("site"),
                Standing.valueOf(row.getString("standing")),
                row.getDouble("coverage"),
                List.of((String[]) row.getArray("found_at").getArray()),
                Posting.instant(row, "first_seen"),
                row.getString("posted"),
                row.getString("reason"),
                row.getString("passage"),
                List.of((String[]) row.getArray("missing").getArray()),
                Differs.read((String[]) row.getArray("differences").getArray()),
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
