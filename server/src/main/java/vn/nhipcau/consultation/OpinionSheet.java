package vn.nhipcau.consultation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Shell;

/** Opinions as a table file for officers, written while they are read. */
@Component
class OpinionSheet {
    private static final String[] HEAD = {
        "Số trong sổ",
        "Đợt",
        "Mã điều",
        "Điều khoản",
        "Thái độ",
        "Kênh",
        "Ngày nhận",
        "Nội dung",
        "Ẩn vì",
        "Số ý kiến gần giống"
    };

    private static final int FLUSH = 1_000;
    /** Rows of a sheet of Excel, its head among them. */
    private static final int MOST_ROWS = 1_048_576;

    /** What a cell of Excel holds at most. */
    private static final int LONGEST_CELL = 32_767;

    private final OpinionList list;

    OpinionSheet(OpinionList list) {
        this.list = list;
    }

    void xlsx(int consultation, OpinionFilter filter, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "NhipCau", "1.0");
        Sheets sheets = new Sheets(book);
        try {
            list.each(consultation, filter, sheets::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        book.finish();
    }

    /** Begins another sheet where one is full. */
    private static final class Sheets {
        private final Workbook book;
        private Worksheet sheet;
        private int number = 1;
        private int row = 1;

        Sheets(Workbook book) {
            this.book = book;
            this.sheet = begin(book, number);
        }

        void add(OpinionList.Row opinion) {
            if (row == MOST_ROWS) {
                sheet = begin(book, ++number);
                row = 1;
            }
            Object[] cells = cells(opinion);
            for (int column = 0; column < cells.length; column++) {
                write(sheet, row, column, cells[column]);
            }
            row++;
            if (row % FLUSH == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Worksheet begin(Workbook book, int number) {
        Worksheet sheet = book.newWorksheet("Ý kiến " + number);
        for (int column = 0; column < HEAD.length; column++) {
            sheet.value(0, column, HEAD[column]);
            sheet.style(0, column).bold().set();
        }
        return sheet;
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/mm/yyyy").set();
            }
            default -> {
                String text = cell.toString();
                // In its place: the table of shared strings would hold all texts in memory until the end.
                sheet.inlineString(row, column, text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
            }
        }
    }

    /** With the mark by which Excel knows UTF-8. */
    void csv(int consultation, OpinionFilter filter, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.DEFAULT.builder().setHeader(HEAD).get());
        list.each(consultation, filter, opinion -> {
            try {
                Object[] cells = cells(opinion);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cells[i] instanceof String text ? harmless(text) : cells[i];
                }
                printer.printRecord(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    /** A spreadsheet would take what begins like this for a formula and run it on the officer's machine. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The day only: the minute, with the log at hand, could tell who it was. */
    private static Object[] cells(OpinionList.Row row) {
        return new Object[] {
            row.entry(),
            row.batch(),
            row.clause() == null ? "" : row.clause(),
            row.heading() == null ? "Cả dự thảo" : row.heading(),
            row.stance().vietnamese(),
            row.channel().vietnamese(),
            LocalDate.ofInstant(row.acceptedAt(), Shell.ZONE),
            row.text() == null ? "" : row.text(),
            row.hidden() == null ? "" : row.hidden().vietnamese(),
            row.alike()
        };
    }
}
