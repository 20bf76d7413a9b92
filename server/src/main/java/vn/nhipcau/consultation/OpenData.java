package vn.nhipcau.consultation;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Shell;

/**
 * What everybody may take along. A group of few by a way that few use, on a clause and with a stance, could be recognised by
 * who knows the place: such groups are put together until none is small.
 */
@Component
class OpenData {
    static final int SMALLEST_GROUP = 5;

    private static final int AT_ONCE = 1_000;
    private static final String OTHER_CHANNELS = "other";

    private final OpinionList list;

    OpenData(OpinionList list) {
        this.list = list;
    }

    record Cell(int batch, String clause, String channel, String stance, long opinions) {}

    /** Batch, clause and stance stay exact; small channels are put together, and with the next larger one if need be. */
    static List<Cell> suppressed(List<Figures.Figure> figures) {
        record Group(int batch, String clause, Stance stance) {}
        Map<Group, List<Figures.Figure>> groups = new LinkedHashMap<>();
        for (Figures.Figure figure : figures) {
            groups.computeIfAbsent(
                            new Group(figure.batch(), Objects.requireNonNullElse(figure.clause(), ""), figure.stance()),
                            group -> new ArrayList<>())
                    .add(figure);
        }
        List<Cell> cells = new ArrayList<>();
        groups.forEach((group, channels) -> {
            channels.sort(Comparator.comparingLong(Figures.Figure::opinions));
            long together = 0;
            boolean small = false;
            for (Figures.Figure figure : channels) {
                // The group of small ones must not be small itself, nor follow from the others and the sum.
                if (figure.opinions() < SMALLEST_GROUP || (small && together < SMALLEST_GROUP)) {
                    together += figure.opinions();
                    small = true;
                } else {
                    cells.add(new Cell(
                            group.batch(),
                            group.clause(),
                            figure.channel().word(),
                            group.stance().word(),
                            figure.opinions()));
                }
            }
            if (small) {
                cells.add(new Cell(
                        group.batch(),
                        group.clause(),
                        OTHER_CHANNELS,
                        group.stance().word(),
                        together));
            }
        });
        return cells;
    }

    static void figures(List<Figures.Figure> figures, Appendable out) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(
                out,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader("batch", "clause", "channel", "stance", "opinions")
                        .get())) {
            for (Cell cell : suppressed(figures)) {
                csv.printRecord(cell.batch(), cell.clause(), cell.channel(), cell.stance(), cell.opinions());
            }
        }
    }

    /** Neither channel nor hour; of a hidden opinion its ground instead of its words. */
    void opinions(int consultation, Appendable out) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(
                out,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader("entry", "batch", "clause", "stance", "day", "hidden", "text")
                        .get())) {
            List<OpinionList.Row> rows = list.after(consultation, -1, AT_ONCE);
            while (!rows.isEmpty()) {
                for (OpinionList.Row row : rows) {
                    csv.printRecord(
                            row.entry(),
                            row.batch(),
                            row.clause(),
                            row.stance().word(),
                            LocalDate.ofInstant(row.acceptedAt(), Shell.ZONE),
                            row.hidden(),
                            row.hidden() == null && row.text() != null ? OpinionSheet.harmless(row.text()) : "");
                }
                rows = list.after(consultation, rows.getLast().entry(), AT_ONCE);
            }
        }
    }
}
