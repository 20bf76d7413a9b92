package vn.nhipcau.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what an audited log holds. */
final class Tally implements Consumer<byte[]> {
    private final Map<EntryType, Long> counts = new EnumMap<>(EntryType.class);
    private long others;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    @Override
    public void accept(byte[] bytes) {
        try {
            Entry entry = Entry.parse(bytes);
            counts.merge(entry.type(), 1L, Long::sum);
            first = entry.minute().isBefore(first) ? entry.minute() : first;
            last = entry.minute().isAfter(last) ? entry.minute() : last;
        } catch (IllegalArgumentException e) {
            others++; // The log of something else is audited all the same.
        }
    }

    void print(Report report) {
        counts.forEach(
                (type, count) -> report.good("  " + count + " " + type.vietnamese, "  " + count + " " + type.english));
        if (others > 0) {
            report.caution("  " + others + " mục không thuộc một đợt lấy ý kiến", "  " + others + " other entries");
        }
        if (!counts.isEmpty()) {
            report.good(
                    "  từ " + Report.local(first) + " đến " + Report.local(last), "  from " + first + " to " + last);
        }
    }
}
