package vn.nhipcau.duties;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Shell;

/** Rows of a list as a spreadsheet, written while they are read. */
@Component
class DutySheet {
    private static final String[] HEAD = {
        "Văn bản",
        "Mục",
        "Việc phải làm",
        "Kỳ",
        "Đơn vị",
        "Đơn vị đang giữ",
        "Khối",
        "Vai trò",
        "Số liệu tính đến",
        "Hạn",
        "Hạn ban đầu",
        "Trạng thái",
        "Số ngày quá hạn",
        "Từ lúc",
        "Nộp lúc",
        "Bên kiểm tra",
        "Xin gia hạn đến"
    };

    /** Above the rows: what is shown, as of when, the head of the table. */
    private static final int FIRST_ROW = 3;

    private static final int FLUSH = 1000;

    private final Boards boards;

    DutySheet(Boards boards) {
        this.boards = boards;
    }

    void write(OutputStream out, DutyFilter filter, String title, Officer officer, Instant now) throws IOException {
        Workbook book = new Workbook(out, "NhipCau", "1.0");
        Worksheet sheet = book.newWorksheet("Nhiệm vụ");
        sheet.value(0, 0, title + " – " + filter.slice().vietnamese());
        sheet.value(1, 0, "Số liệu tính đến");
        time(sheet, 1, 1, now);
        for (int column = 0; column < HEAD.length; column++) {
            sheet.value(FIRST_ROW - 1, column, HEAD[column]);
            sheet.style(FIRST_ROW - 1, column).bold().set();
        }
        int[] row = {FIRST_ROW};
        boards.open(officer, now).eachRow(filter, duty -> {
            write(sheet, row[0]++, duty, now);
            if (row[0] % FLUSH == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        book.finish();
    }

    private static void write(Worksheet sheet, int row, Duty duty, Instant now) {
        int column = 0;
        sheet.value(row, column++, duty.directiveName());
        sheet.value(row, column++, duty.clause());
        sheet.value(row, column++, duty.what());
        sheet.value(row, column++, duty.period());
        sheet.value(row, column++, duty.unitName());
        sheet.value(row, column++, duty.handedOver() ? duty.holderName() : "");
        sheet.value(row, column++, duty.block());
        sheet.value(row, column++, duty.part().vietnamese());
        if (duty.cutOff() != null) {
            sheet.value(row, column, duty.cutOff());
            sheet.style(row, column).format("dd/mm/yyyy").set();
        }
        column++;
        time(sheet, row, column++, duty.dueAt());
        time(sheet, row, column++, duty.extended() ? duty.firstDueAt() : null);
        sheet.value(row, column++, duty.state().vietnamese());
        if (duty.overdue(now)) {
            sheet.value(row, column, duty.daysLate(now));
        }
        column++;
        time(sheet, row, column++, duty.since());
        time(sheet, row, column++, duty.receivedAt());
        sheet.value(row, column++, duty.reviewerName());
        time(sheet, row, column, duty.asked() == null ? null : duty.asked().until());
    }

    /** By the minute: a spreadsheet rounds the last moment of a day up to the next day. */
    private static void time(Worksheet sheet, int row, int column, @Nullable Instant time) {
        if (time != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, Shell.ZONE).truncatedTo(ChronoUnit.MINUTES));
            sheet.style(row, column).format("hh:mm dd/mm/yyyy").set();
        }
    }
}
