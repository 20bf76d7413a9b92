package vn.nhipcau.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All opinions of a consultation as one table, in the order of the log; nothing of who gave them. */
@Service
public class OpinionExport {
    /** Rows held in memory, however many there are. */
    private static final int AT_ONCE = 1_000;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("entry", "batch", "clause", "channel", "stance", "accepted_at", "text")
            .get();

    private final JdbcTemplate jdbc;

    OpinionExport(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(AT_ONCE);
    }

    /** In a transaction, without which the driver would fetch everything at once. */
    @Transactional(readOnly = true)
    public void write(int consultation, Appendable csv) throws IOException {
        try (CSVPrinter rows = new CSVPrinter(csv, FORMAT)) {
            jdbc.query(
                    """
                    SELECT o.*, c.anchor FROM consultation.opinion o LEFT JOIN consultation.clause c ON c.id = o.clause
                    WHERE o.consultation = ? ORDER BY o.entry
                    """,
                    row -> {
                        try {
                            rows.printRecord(
                                    row.getLong("entry"),
                                    row.getInt("batch"),
                                    row.getString("anchor"),
                                    Channel.ofCode(row.getInt("channel")).word(),
                                    Stance.ofCode(row.getInt("stance")).word(),
                                    minute(row.getTimestamp("accepted_at").toInstant()),
                                    harmless(row.getString("text")));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    consultation);
        }
    }

    /** As in the log: the second could tell who it was. */
    private static Instant minute(Instant acceptedAt) {
        return acceptedAt.truncatedTo(ChronoUnit.MINUTES);
    }

    /** A spreadsheet would take what begins like this for a formula and run it on the officer's machine. */
    private static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
