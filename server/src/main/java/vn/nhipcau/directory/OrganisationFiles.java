package vn.nhipcau.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units with their whole history as CSV or XLSX, out and in. A file is taken in whole or not at all. It speaks for the units
 * that it names: what it says of one replaces what was recorded of it; units that it does not name stay as they are.
 */
@Service
public class OrganisationFiles {
    private static final List<Integer> DATES = List.of(Column.FROM.ordinal(), Column.UNTIL.ordinal());

    private final Organisations organisations;
    private final Charts charts;
    private final ActLog log;

    OrganisationFiles(Organisations organisations, Charts charts, ActLog log) {
        this.organisations = organisations;
        this.charts = charts;
        this.log = log;
    }

    /** Reads and checks; writes nothing. */
    @Transactional(readOnly = true)
    public ImportReport check(byte[] content) {
        return check(content, null);
    }

    /**
     * Reads, checks, and when nothing is wrong stores.
     *
     * @param decision its day is that of the import; the facts have their own days
     */
    @Transactional
    public ImportReport load(byte[] content, Decision decision) {
        return load(content, null, decision);
    }

    /** @param reach only these units may be changed, and new ones stand only below them; null: any */
    ImportReport check(byte[] content, @Nullable Set<Long> reach) {
        return new Trial(content, reach).report();
    }

    @Transactional
    ImportReport load(byte[] content, @Nullable Set<Long> reach, Decision decision) {
        charts.lock();
        Trial trial = new Trial(content, reach);
        ImportReport report = trial.report();
        if (report.right() && !report.changes().isEmpty()) {
            Map<String, Long> ids = charts.save(
                    trial.chart,
                    report.changes().stream().map(ImportReport.Change::code).toList());
            log.add(
                    Act.Kind.IMPORT,
                    decision,
                    null,
                    "Thêm " + report.added() + ", sửa " + report.changed() + " đơn vị",
                    ids.values());
        }
        return report;
    }

    /**
     * All units that ever stood below one, with their histories.
     *
     * @param rootId null: all units
     */
    @Transactional(readOnly = true)
    public void writeCsv(OutputStream out, @Nullable Long rootId, char delimiter) throws IOException {
        SheetFile.writeCsv(out, lines(rootId), delimiter);
    }

    @Transactional(readOnly = true)
    public void writeXlsx(OutputStream out, @Nullable Long rootId) throws IOException {
        SheetFile.writeXlsx(out, "Danh bạ", lines(rootId), DATES);
    }

    private List<List<String>> lines(@Nullable Long rootId) {
        List<Kind> kinds = organisations.kinds();
        Map<String, Integer> order = new HashMap<>();
        kinds.forEach(kind -> order.put(kind.slug(), order.size()));
        OrganisationRows rows = new OrganisationRows(kinds);
        List<List<String>> lines = new ArrayList<>(List.of(OrganisationRows.titles()));
        (rootId == null ? charts.all() : charts.below(rootId))
                .units().stream()
                        .sorted(Comparator.comparingInt((UnitHistory unit) -> order.getOrDefault(
                                        unit.names()
                                                .periods()
                                                .getFirst()
                                                .value()
                                                .kind(),
                                        0))
                                .thenComparing(UnitHistory::code))
                        .forEach(unit -> lines.addAll(rows.write(unit)));
        return lines;
    }

    /** A file laid over the directory as it stands. */
    private final class Trial {
        private final OrganisationRows.Reading reading;
        private final Chart before = charts.all();
        private final Chart chart = before.copy();
        private final List<ImportReport.Change> changes = new ArrayList<>();
        private final Set<String> changed = new LinkedHashSet<>();
        private final @Nullable Set<Long> reach;
        private int unchanged;

        Trial(byte[] content, @Nullable Set<Long> reach) {
            this.reach = reach;
            this.reading = new OrganisationRows(organisations.kinds()).read(SheetFile.read(content));
            reading.units().forEach(this::lay);
        }

        private void lay(UnitHistory unit) {
            UnitHistory old = before.find(unit.code()).orElse(null);
            UnitHistory next = old == null ? unit : unit.identified(old.id());
            if (next.equals(old)) {
                unchanged++;
                return;
            }
            chart.put(next);
            changed.add(unit.code());
            changes.add(new ImportReport.Change(
                    unit.code(), unit.lastName(), old == null, old == null ? List.of() : differences(old, next)));
        }

        ImportReport report() {
            List<ImportReport.Fault> faults = new ArrayList<>();
            reading.faults()
                    .forEach(fault -> faults.add(new ImportReport.Fault(
                            fault.row(), fault.column().vietnamese(), fault.vietnamese(), fault.english())));
            for (Fault fault : chart.faults(changed, charts.kinds())) {
                // What a unit with faulty rows seems to do to others will show once its rows are right.
                if (fault.other() == null || !reading.faulty().contains(fault.other())) {
                    faults.add(new ImportReport.Fault(
                            reading.row(fault.unit(), fault.day()),
                            fault.column().vietnamese(),
                            fault.vietnamese(),
                            fault.english()));
                }
            }
            Set<Integer> faulty = faults.stream().map(ImportReport.Fault::row).collect(Collectors.toSet());
            changed.stream()
                    .filter(code -> !mayChange(code))
                    .map(this::outOfReach)
                    .filter(fault -> !faulty.contains(fault.row()))
                    .forEach(faults::add);
            faults.sort(Comparator.comparingInt(ImportReport.Fault::row));
            return new ImportReport(faults, faults.isEmpty() ? changes : List.of(), unchanged);
        }

        private ImportReport.Fault outOfReach(String code) {
            return new ImportReport.Fault(
                    reading.row(code, null),
                    Column.PARENT.vietnamese(),
                    "Đơn vị này, hoặc cấp trên ghi cho nó, nằm ngoài phạm vi quản trị của bạn. Hãy bỏ dòng này, hoặc nhờ quản trị cấp trên nhập.",
                    "This unit, or the parent given for it, is outside what you administer. Leave the row out, or ask an administrator above you.");
        }

        private boolean mayChange(String code) {
            if (reach == null) {
                return true;
            }
            UnitHistory old = before.find(code).orElse(null);
            if (old != null && !reach.contains(old.id())) {
                return false;
            }
            Set<String> oldParents = old == null ? Set.of() : parents(old);
            Set<String> newParents = parents(chart.find(code).orElseThrow());
            return (old != null || !newParents.isEmpty())
                    && newParents.stream()
                            .filter(parent -> !oldParents.contains(parent))
                            .allMatch(parent -> reached(parent, new HashSet<>()));
        }

        private boolean reached(String code, Set<String> way) {
            UnitHistory unit = chart.find(code).orElse(null);
            if (unit == null || !way.add(code)) {
                return false;
            }
            return unit.id() != null
                    ? Objects.requireNonNull(reach).contains(unit.id())
                    : !parents(unit).isEmpty()
                            && parents(unit).stream().allMatch(parent -> reached(parent, new HashSet<>(way)));
        }

        private static Set<String> parents(UnitHistory unit) {
            return unit.parents().periods().stream().map(Timeline.Period::value).collect(Collectors.toSet());
        }

        private static List<String> differences(UnitHistory old, UnitHistory next) {
            List<String> found = new ArrayList<>();
            difference(found, old.names(), next.names(), "Tên, loại");
            difference(found, old.parents(), next.parents(), "Trực thuộc");
            difference(found, old.life(), next.life(), "Thời gian tồn tại");
            difference(found, old.sites(), next.sites(), "Trang web");
            difference(found, old.successions(), next.successions(), "Kế thừa");
            difference(found, old.line(), next.line(), "Hệ");
            difference(found, old.demo(), next.demo(), "Minh họa");
            return found;
        }

        private static void difference(List<String> found, Object old, Object next, String what) {
            if (!old.equals(next)) {
                found.add(what);
            }
        }
    }
}
