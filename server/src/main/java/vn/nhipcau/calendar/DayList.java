package vn.nhipcau.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.nhipcau.web.FormulaGuard;
import vn.nhipcau.web.Language;

/**
 * A year's days off as a table: day, kind, name, basis. Read from CSV as Excel saves it, with commas or semicolons; every row
 * that is wrong is named and nothing is taken unless all are right.
 */
record DayList(List<DayOff> days, List<String> faults) {
    static final List<String> COLUMNS = List.of("Ngày", "Loại", "Tên", "Căn cứ");

    private static final String OFF = "nghỉ";
    private static final String WORKING = "làm bù";
    private static final int LONGEST = 366;
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("[d/M/uuuu][uuuu-MM-dd]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    static DayList read(byte[] file, int year, Language language) {
        String text = Normalizer.normalize(new String(file, StandardCharsets.UTF_8), Normalizer.Form.NFC);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        String firstLine = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(firstLine.contains(";") ? ';' : ',')
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<DayOff> days = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : rows) {
                boolean heading = row.getRecordNumber() == 1 && row.get(0).equalsIgnoreCase(COLUMNS.getFirst());
                if (!heading && days.size() <= LONGEST) {
                    readRow(row, year, seen, days, faults, language);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            faults.add(language.t("Tệp không phải bảng CSV: ", "Not a CSV table: ") + e.getMessage());
        }
        if (days.isEmpty() && faults.isEmpty()) {
            faults.add(language.t("Tệp không có dòng nào", "The file has no rows"));
        }
        return new DayList(days, faults);
    }

    private static void readRow(
            CSVRecord row, int year, Set<LocalDate> seen, List<DayOff> days, List<String> faults, Language language) {
        String place = language.t("Dòng ", "Row ") + row.getRecordNumber() + ": ";
        if (row.size() < COLUMNS.size() || row.stream().limit(COLUMNS.size()).anyMatch(String::isEmpty)) {
            faults.add(place
                    + language.t(
                            "cần đủ bốn cột Ngày, Loại, Tên, Căn cứ", "needs four columns: day, kind, name, basis"));
            return;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(row.get(0), DATE);
        } catch (DateTimeException e) {
            faults.add(place + "“" + row.get(0) + "” "
                    + language.t("không phải ngày (dd/MM/yyyy)", "is not a date (dd/MM/yyyy)"));
            return;
        }
        DayOff.Kind kind = switch (row.get(1).toLowerCase(Locale.ROOT)) {
            case OFF, "off" -> DayOff.Kind.OFF;
            case WORKING, "working" -> DayOff.Kind.WORKING;
            default -> null;
        };
        if (kind == null) {
            faults.add(place + "“" + row.get(1) + "” "
                    + language.t("phải là “nghỉ” hoặc “làm bù”", "must be “nghỉ” or “làm bù”"));
        } else if (day.getYear() != year) {
            faults.add(place + row.get(0) + " " + language.t("không thuộc năm " + year, "is not in " + year));
        } else if (!seen.add(day)) {
            faults.add(place + row.get(0) + " " + language.t("có hai lần", "stands twice"));
        } else if (kind == DayOff.Kind.WORKING && !WorkingDays.isWeekend(day)) {
            faults.add(place + row.get(0) + " "
                    + language.t(
                            "là ngày làm bù nhưng không phải thứ Bảy, Chủ nhật", "is worked but is no weekend day"));
        } else {
            days.add(new DayOff(day, kind, FormulaGuard.armed(row.get(2)), FormulaGuard.armed(row.get(3))));
        }
    }

    /** As {@link #read} takes it back, and as Excel set to Vietnamese opens it: a mark for the encoding, semicolons. */
    static String write(List<DayOff> days) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try {
            var printer = CSVFormat.EXCEL.builder().setDelimiter(';').get().print(text);
            printer.printRecord(COLUMNS);
            for (DayOff day : days) {
                printer.printRecord(
                        Dates.written(day.day()),
                        day.kind() == DayOff.Kind.OFF ? OFF : WORKING,
                        FormulaGuard.disarmed(day.name()),
                        FormulaGuard.disarmed(day.basis()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
