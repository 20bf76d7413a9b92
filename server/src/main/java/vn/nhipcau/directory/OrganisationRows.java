package vn.nhipcau.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Histories of units as rows of a table: a row says what held of one unit from one day to another. A unit whose name, place
 * or sites changed has several rows with the same code, end to end; successors stand in the row after which they came.
 */
final class OrganisationRows {
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES = Set.of("x", "co", "yes", "true", "1");

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> kindLabels = new LinkedHashMap<>();

    OrganisationRows(List<Kind> kinds) {
        for (Kind kind : kinds) {
            this.kinds.put(plain(kind.slug()), kind.slug());
            this.kinds.put(plain(kind.vietnamese()), kind.slug());
            this.kinds.put(plain(kind.english()), kind.slug());
            kindLabels.put(kind.slug(), kind.vietnamese());
        }
    }

    /** What is wrong in the file, where, and what to do. */
    record RowFault(int row, Column column, String vietnamese, String english) {}

    /**
     * What the rows say.
     *
     * @param rows first row of each unit by the day from which it speaks
     * @param faulty codes of units whose rows could not be understood
     */
    record Reading(
            List<UnitHistory> units,
            Map<String, SortedMap<LocalDate, Integer>> rows,
            Set<String> faulty,
            List<RowFault> faults) {

        /** The row of a unit that speaks about a day; the first one when that is not said. */
        int row(String code, @Nullable LocalDate day) {
            SortedMap<LocalDate, Integer> own = rows.getOrDefault(code, new TreeMap<>());
            if (own.isEmpty()) {
                return 1;
            }
            SortedMap<LocalDate, Integer> before = day == null ? own : own.headMap(day.plusDays(1));
            return day == null || before.isEmpty()
                    ? own.firstEntry().getValue()
                    : before.lastEntry().getValue();
        }
    }

    /** One row, understood as far as it goes. */
    private record Segment(
            int row,
            Span span,
            Line line,
            boolean demo,
            UnitHistory.Naming naming,
            @Nullable String parent,
            Set<String> sites,
            TreeSet<String> successors,
            Succession.@Nullable Form form,
            @Nullable String basis) {}

    Reading read(List<SheetFile.Line> lines) {
        List<RowFault> faults = new ArrayList<>();
        Map<Column, Integer> columns = header(lines.getFirst(), faults);
        if (!faults.isEmpty()) {
            return new Reading(List.of(), Map.of(), Set.of(), faults);
        }
        Map<String, List<Segment>> segments = new LinkedHashMap<>();
        Map<String, SortedMap<LocalDate, Integer>> rows = new LinkedHashMap<>();
        Set<String> faulty = new HashSet<>();
        for (SheetFile.Line line : lines.subList(1, lines.size())) {
            new Row(line, columns, faults)
                    .segment()
                    .ifPresentOrElse(
                            read -> {
                                segments.computeIfAbsent(read.code(), code -> new ArrayList<>())
                                        .add(read.segment());
                                rows.computeIfAbsent(read.code(), code -> new TreeMap<>())
                                        .putIfAbsent(read.segment().span().from(), line.number());
                            },
                            () -> faulty.add(cell(line, columns.get(Column.CODE))));
        }
        List<UnitHistory> units = new ArrayList<>();
        segments.forEach((code, own) -> {
            if (!faulty.contains(code)) {
                history(code, own, faults).ifPresentOrElse(units::add, () -> faulty.add(code));
            }
        });
        faults.sort(Comparator.comparingInt(RowFault::row).thenComparing(RowFault::column));
        return new Reading(units, rows, faulty, faults);
    }

    private static Map<Column, Integer> header(SheetFile.Line header, List<RowFault> faults) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int at = 0; at < header.cells().size(); at++) {
            String title = header.cells().get(at);
            if (title.isBlank()) {
                continue;
            }
            Optional<Column> column = Stream.of(Column.values())
                    .filter(known -> plain(known.vietnamese()).equals(plain(title))
                            || plain(known.english()).equals(plain(title)))
                    .findFirst();
            if (column.isEmpty() || found.putIfAbsent(column.get(), at) != null) {
                faults.add(new RowFault(
                        header.number(),
                        column.orElse(Column.CODE),
                        "Cột “" + title + "” không có trong mẫu hoặc bị lặp. Hãy xóa cột này hoặc sửa tiêu đề.",
                        "The column “" + title
                                + "” is not one of ours, or stands twice. Remove it or correct its title."));
            }
        }
        for (Column column : Column.values()) {
            if (column.required() && !found.containsKey(column)) {
                faults.add(new RowFault(
                        header.number(),
                        column,
                        "Thiếu cột “" + column.vietnamese() + "”. Hãy thêm cột này vào dòng tiêu đề.",
                        "The column “" + column.vietnamese() + "” is missing. Add it to the header."));
            }
        }
        return found;
    }

    private static String cell(SheetFile.Line line, @Nullable Integer at) {
        return at == null || at >= line.cells().size()
                ? ""
                : Wording.tidy(line.cells().get(at));
    }

    private record Read(String code, Segment segment) {}

    private final class Row {
        private final SheetFile.Line line;
        private final Map<Column, Integer> columns;
        private final List<RowFault> faults;
        private boolean right = true;

        Row(SheetFile.Line line, Map<Column, Integer> columns, List<RowFault> faults) {
            this.line = line;
            this.columns = columns;
            this.faults = faults;
        }

        Optional<Read> segment() {
            for (Column column : Column.values()) {
                lengths(column);
            }
            Line unitLine = line(text(Column.LINE));
            String kind = kinds.get(plain(text(Column.KIND)));
            if (kind == null && !text(Column.KIND).isEmpty()) {
                fault(
                        Column.KIND,
                        "Không có loại “" + text(Column.KIND) + "”. Hãy dùng một loại trong danh mục ở trang nhập tệp.",
                        "There is no kind “" + text(Column.KIND) + "”. Use one of the list on the import page.");
            }
            LocalDate from = date(Column.FROM);
            LocalDate last = date(Column.UNTIL);
            if (from != null && last != null && last.isBefore(from)) {
                fault(
                        Column.UNTIL,
                        "“Đến ngày” đứng trước “Từ ngày”. Hãy sửa lại một trong hai.",
                        "“Until” is before “From”. Correct one of them.");
            }
            TreeSet<String> successors = new TreeSet<>(items(text(Column.SUCCESSORS), "[\\s,;|]+"));
            Succession.Form form = form(successors, last);
            if (!right || from == null || unitLine == null || kind == null) {
                return Optional.empty();
            }
            return Optional.of(new Read(
                    text(Column.CODE),
                    new Segment(
                            line.number(),
                            new Span(from, last == null ? null : last.plusDays(1)),
                            unitLine,
                            YES.contains(plain(text(Column.DEMO))),
                            new UnitHistory.Naming(text(Column.NAME), orNull(text(Column.SHORT_NAME)), kind),
                            orNull(text(Column.PARENT)),
                            new TreeSet<>(items(text(Column.SITES), "\\s+")),
                            successors,
                            form,
                            orNull(text(Column.BASIS)))));
        }

        private void lengths(Column column) {
            if (column.required() && text(column).isEmpty()) {
                fault(
                        column,
                        "Ô “" + column.vietnamese() + "” đang trống. Hãy điền vào.",
                        "The cell “" + column.vietnamese() + "” is empty. Fill it in.");
            }
            if (text(column).length() > column.limit()) {
                fault(
                        column,
                        "Ô “" + column.vietnamese() + "” dài quá " + column.limit() + " ký tự. Hãy viết gọn lại.",
                        "The cell “" + column.vietnamese() + "” is longer than " + column.limit()
                                + " characters. Shorten it.");
            }
            if (column == Column.CODE && text(column).matches(".*[\\s,;|].*")) {
                fault(
                        column,
                        "Mã không được có dấu cách, dấu phẩy, chấm phẩy hay gạch đứng. Hãy sửa mã.",
                        "A code has no blanks, commas, semicolons or bars. Correct it.");
            }
        }

        private @Nullable Line line(String written) {
            for (Line candidate : Line.values()) {
                if (List.of(plain(candidate.vietnamese()), plain(candidate.english()), candidate.slug())
                        .contains(plain(written))) {
                    return candidate;
                }
            }
            if (!written.isEmpty()) {
                fault(
                        Column.LINE,
                        "Không có hệ “" + written + "”. Hãy ghi “Chính quyền”, “Đảng” hoặc “Mặt trận, đoàn thể”.",
                        "There is no line “" + written + "”. Write “Chính quyền”, “Đảng” or “Mặt trận, đoàn thể”.");
            }
            return null;
        }

        private @Nullable LocalDate date(Column column) {
            String written = text(column);
            if (written.isEmpty()) {
                return null;
            }
            try {
                LocalDate date = written.contains("/") ? LocalDate.parse(written, DAY_FIRST) : LocalDate.parse(written);
                if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // Told below, with what to write.
            }
            fault(
                    column,
                    "“" + written + "” không phải một ngày. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.",
                    "“" + written + "” is not a date. Write day/month/year, e.g. 01/07/2025.");
            return null;
        }

        private Succession.@Nullable Form form(Set<String> successors, @Nullable LocalDate last) {
            String written = text(Column.FORM);
            if (successors.isEmpty()) {
                if (!written.isEmpty()) {
                    fault(
                            Column.FORM,
                            "Có hình thức mà không có đơn vị kế thừa. Hãy ghi mã đơn vị kế thừa, hoặc xóa ô này.",
                            "There is a form but no successor. Give the successor's code, or clear this cell.");
                }
                return null;
            }
            if (last == null) {
                fault(
                        Column.UNTIL,
                        "Có đơn vị kế thừa thì phải ghi “Đến ngày” là ngày cuối trước khi kế thừa.",
                        "With successors, “Until” must say the last day before them.");
            }
            for (Succession.Form candidate : Succession.Form.values()) {
                if (List.of(plain(candidate.vietnamese()), plain(candidate.english()), candidate.slug())
                        .contains(plain(written))) {
                    return candidate;
                }
            }
            fault(
                    Column.FORM,
                    "Không có hình thức “" + written
                            + "”. Hãy ghi “Hợp nhất, sáp nhập”, “Chia, tách”, “Đổi tên” hoặc “Nâng cấp”.",
                    "There is no form “" + written
                            + "”. Write “Hợp nhất, sáp nhập”, “Chia, tách”, “Đổi tên” or “Nâng cấp”.");
            return null;
        }

        private String text(Column column) {
            return cell(line, columns.get(column));
        }

        private void fault(Column column, String vietnamese, String english) {
            right = false;
            faults.add(new RowFault(line.number(), column, vietnamese, english));
        }
    }

    private static Optional<UnitHistory> history(String code, List<Segment> segments, List<RowFault> faults) {
        segments.sort(Comparator.comparing(segment -> segment.span().from()));
        Segment first = segments.getFirst();
        for (int i = 1; i < segments.size(); i++) {
            Segment before = segments.get(i - 1);
            Segment next = segments.get(i);
            if (!next.span().from().equals(before.span().until())) {
                faults.add(new RowFault(
                        next.row(),
                        Column.FROM,
                        "Các dòng cùng mã “" + code + "” phải nối tiếp nhau: dòng " + before.row()
                                + " đến hết "
                                + (before.span().until() == null
                                        ? "không thời hạn"
                                        : "ngày "
                                                + Chart.show(
                                                        before.span().until().minusDays(1)))
                                + ", dòng này từ ngày " + Chart.show(next.span().from())
                                + ". Hãy sửa ngày; nếu là đơn vị khác, hãy dùng mã khác.",
                        "Rows with the same code “" + code + "” must follow each other without gap or overlap; see row "
                                + before.row() + ". Correct the days; for another unit use another code."));
                return Optional.empty();
            }
            if (next.line() != first.line() || next.demo() != first.demo()) {
                faults.add(new RowFault(
                        next.row(),
                        next.line() != first.line() ? Column.LINE : Column.DEMO,
                        "Hệ và cột “Minh họa” của cùng một đơn vị phải giống nhau ở mọi dòng (so với dòng "
                                + first.row() + ").",
                        "Line and “Demo” of one unit must be the same in all its rows (see row " + first.row() + ")."));
                return Optional.empty();
            }
        }
        List<Succession> successions = new ArrayList<>();
        List<Timeline.Period<UnitHistory.Naming>> names = new ArrayList<>();
        List<Timeline.Period<String>> parents = new ArrayList<>();
        SortedMap<String, Timeline<Boolean>> sites = new TreeMap<>();
        for (Segment segment : segments) {
            names.add(new Timeline.Period<>(segment.span(), segment.naming()));
            if (segment.parent() != null) {
                parents.add(new Timeline.Period<>(segment.span(), segment.parent()));
            }
            segment.sites().forEach(url -> sites.merge(url, Timeline.of(segment.span(), true), Timeline::and));
            LocalDate until = segment.span().until();
            if (segment.form() != null && until != null) {
                successions.add(new Succession(until, segment.form(), segment.basis(), segment.successors()));
            }
        }
        return Optional.of(new UnitHistory(
                null,
                code,
                first.line(),
                first.demo(),
                new Span(first.span().from(), segments.getLast().span().until()),
                Timeline.of(names),
                Timeline.of(parents),
                List.copyOf(successions),
                sites));
    }

    static List<String> titles() {
        return Stream.of(Column.values()).map(Column::vietnamese).toList();
    }

    /** The rows that {@link #read} understands as just this history. */
    List<List<String>> write(UnitHistory unit) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(unit.life().from()));
        unit.changes().forEach(starts::add);
        unit.sites().values().forEach(times -> times.changes().forEach(starts::add));
        starts.removeIf(day -> !unit.life().contains(day));
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate from : starts) {
            LocalDate until =
                    Optional.ofNullable(starts.higher(from)).orElse(unit.life().until());
            rows.add(row(unit, from, until));
        }
        return rows;
    }

    private List<String> row(UnitHistory unit, LocalDate from, @Nullable LocalDate until) {
        UnitHistory.Naming naming = unit.names().at(from).orElseThrow();
        Optional<Succession> succession = unit.successions().stream()
                .filter(candidate -> candidate.on().equals(until))
                .findFirst();
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CODE, unit.code());
        cells.put(Column.NAME, naming.name());
        cells.put(Column.SHORT_NAME, naming.shortName() == null ? "" : naming.shortName());
        cells.put(Column.KIND, kindLabels.getOrDefault(naming.kind(), naming.kind()));
        cells.put(Column.LINE, unit.line().vietnamese());
        cells.put(Column.PARENT, unit.parents().at(from).orElse(""));
        cells.put(Column.FROM, from.toString());
        cells.put(Column.UNTIL, until == null ? "" : until.minusDays(1).toString());
        cells.put(
                Column.SITES,
                String.join(
                        " ",
                        unit.sites().entrySet().stream()
                                .filter(site -> site.getValue().at(from).isPresent())
                                .map(Map.Entry::getKey)
                                .toList()));
        cells.put(
                Column.SUCCESSORS,
                succession.map(taken -> String.join(" ", taken.successors())).orElse(""));
        cells.put(
                Column.FORM, succession.map(taken -> taken.form().vietnamese()).orElse(""));
        cells.put(Column.BASIS, succession.map(Succession::basis).orElse(""));
        cells.put(Column.DEMO, unit.demo() ? "x" : "");
        return List.copyOf(cells.values());
    }

    private static List<String> items(String cell, String separator) {
        return Stream.of(cell.split(separator)).filter(item -> !item.isEmpty()).toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String plain(String text) {
        return Wording.fold(Wording.tidy(text)).toLowerCase(Locale.ROOT);
    }
}
