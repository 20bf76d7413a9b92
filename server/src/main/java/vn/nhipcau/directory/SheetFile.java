package vn.nhipcau.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.nhipcau.web.FormulaGuard;
import vn.nhipcau.web.Refusal;

/**
 * Tables of text in files that spreadsheet programs write and read: CSV (UTF-8, comma or semicolon or tab) and XLSX.
 */
final class SheetFile {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;

    private static final String BOM = "\uFEFF";

    private SheetFile() {}

    /** @param number as the spreadsheet program counts it: the header stands in 1 */
    record Line(int number, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The lines that are not blank, the header first. */
    static List<Line> read(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw unreadable(
                    "Tệp lớn quá " + MOST_BYTES / 1024 / 1024 + " MB. Hãy tách thành nhiều tệp.",
                    "The file is larger than " + MOST_BYTES / 1024 / 1024 + " MB. Split it.");
        }
        List<Line> lines = content.length > 3 && content[0] == 'P' && content[1] == 'K' ? xlsx(content) : csv(content);
        if (lines.isEmpty()) {
            throw unreadable(
                    "Tệp không có dòng nào. Hãy tải tệp mẫu và điền vào.", "The file is empty. Start from an export.");
        }
        return lines;
    }

    private static List<Line> csv(byte[] content) {
        String text = decode(content);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        List<Line> lines = new ArrayList<>();
        try (var parser = format.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                Line line = new Line(
                        Math.toIntExact(row.getRecordNumber()),
                        row.stream().map(FormulaGuard::armed).toList());
                take(line, lines);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw unreadable(
                    "Không đọc được tệp CSV: có dấu nháy kép mở mà không đóng. Hãy mở bằng Excel, lưu lại dạng “CSV UTF-8” rồi thử lại.",
                    "The CSV file cannot be read: a quotation mark is not closed. Save it again as “CSV UTF-8”.");
        }
        return lines;
    }

    private static String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            return text.startsWith(BOM) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(
                    "Tệp không phải CSV mã UTF-8 hay XLSX. Trong Excel hãy chọn “Lưu thành” rồi “CSV UTF-8” hoặc “Excel (.xlsx)”.",
                    "The file is neither UTF-8 CSV nor XLSX. In Excel choose “Save as”, then “CSV UTF-8” or “Excel (.xlsx)”.");
        }
    }

    /** The one that stands most often in the header. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<Line> xlsx(byte[] content) {
        XlsxLimits.check(content);
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> take(
                    new Line(
                            row.getRowNum(),
                            row.stream().map(SheetFile::text).map(String::strip).toList()),
                    lines));
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader throws whatever its XML parser does on a broken file.
            throw unreadable(
                    "Không đọc được tệp XLSX. Hãy mở bằng Excel, lưu lại dạng “Excel (.xlsx)” không mật khẩu rồi thử lại.",
                    "The XLSX file cannot be read. Save it again as “Excel (.xlsx)” without a password.");
        }
        return lines;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER
                && format != null
                && format.toLowerCase(Locale.ROOT).contains("yy")) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    private static void take(Line line, List<Line> lines) {
        if (line.blank()) {
            return;
        }
        if (lines.size() > MOST_ROWS) {
            throw unreadable(
                    "Tệp có hơn " + MOST_ROWS + " dòng. Hãy tách thành nhiều tệp.",
                    "The file has more than " + MOST_ROWS + " rows. Split it.");
        }
        lines.add(line);
    }

    static Refusal unreadable(String vietnamese, String english) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "FILE_UNREADABLE", vietnamese, english);
    }

    /** With a byte order mark, by which Excel knows UTF-8. */
    static void writeCsv(OutputStream out, List<List<String>> lines, char delimiter) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BOM);
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get());
        for (List<String> line : lines) {
            printer.printRecord(line.stream().map(FormulaGuard::disarmed).toList());
        }
        printer.flush();
    }

    /** @param dates columns that hold ISO dates */
    static void writeXlsx(OutputStream out, String title, List<List<String>> lines, List<Integer> dates)
            throws IOException {
        Workbook book = new Workbook(out, "Nhip Cau", "1.0");
        Worksheet sheet = book.newWorksheet(title);
        sheet.freezePane(0, 1);
        for (int row = 0; row < lines.size(); row++) {
            List<String> cells = lines.get(row);
            for (int column = 0; column < cells.size(); column++) {
                String value = cells.get(column);
                if (row > 0 && dates.contains(column) && !value.isEmpty()) {
                    sheet.value(row, column, LocalDate.parse(value));
                    sheet.style(row, column).format("dd/mm/yyyy").set();
                } else if (!value.isEmpty()) {
                    sheet.value(row, column, value);
                }
            }
        }
        int columns = lines.getFirst().size();
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
        sheet.setAutoFilter(0, 0, columns - 1);
        book.finish();
    }
}
