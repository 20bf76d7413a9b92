package vn.nhipcau.publication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit that must post, as the lists show it.
 *
 * @param standing what holds: a person's word if there is one, else the machine's
 * @param since of the standing
 * @param machine what the machine holds true
 * @param checkId the last look, whose words the row shows
 * @param running whether somebody looks at the site right now
 * @param coverage,foundAt,reason of the last look
 */
record Posting(
        long campaignId,
        long unitId,
        String unitName,
        String block,
        @Nullable Long dutyId,
        Standing standing,
        boolean overruled,
        Standing machine,
        Instant since,
        @Nullable Instant fullFirst,
        @Nullable Instant fullLast,
        int missed,
        @Nullable Long checkId,
        @Nullable Instant auditedAt,
        boolean running,
        double coverage,
        List<String> foundAt,
        String reason) {

    /** One that is about to be made. */
    record New(
            long unitId,
            String unitName,
            String block,
            @Nullable Long dutyId) {}

    /** What {@link #row} reads; {@code :now} is asked for. */
    static final String SELECT = """
            SELECT p.*, p.lease_until > :now AS running, c.coverage, c.found_at, c.reason
            FROM publication.posting p LEFT JOIN publication.site_check c ON c.id = p.check_id
            """;

    /** “87 %”; only of what was seen in part. */
    String percent() {
        return Math.round(coverage * 100) + " %";
    }

    /** Whether the share found says something. */
    boolean partial() {
        return machine == Standing.PARTIAL || machine == Standing.OTHER_VERSION;
    }

    static Posting row(ResultSet row, int number) throws SQLException {
        long check = row.getLong("check_id");
        long duty = row.getLong("duty_id");
        Array found = row.getArray("found_at");
        return new Posting(
                row.getLong("campaign_id"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("block"),
                duty == 0 ? null : duty,
                Standing.valueOf(row.getString("standing")),
                row.getString("overruled") != null,
                Standing.valueOf(row.getString("machine")),
                row.getTimestamp("since").toInstant(),
                instant(row, "full_first"),
                instant(row, "full_last"),
                row.getInt("missed"),
                check == 0 ? null : check,
                instant(row, "audited_at"),
                row.getBoolean("running"),
                row.getDouble("coverage"),
                found == null ? List.of() : List.of((String[]) found.getArray()),
                row.getString("reason") == null ? "" : row.getString("reason"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
