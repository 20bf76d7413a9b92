package vn.nhipcau.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Shell;

/** The units of a campaign as a spreadsheet. */
@Component
class CampaignSheet {
    private static final String[] HEAD = {
        "Đơn vị",
        "Nhóm",
        "Kết luận",
        "Từ lúc",
        "Do người kết luận",
        "Kiểm tra tự động",
        "Phần nội dung thấy",
        "Nơi đăng",
        "Lý do",
        "Thấy đăng đủ lần đầu",
        "Thấy đăng đủ lần cuối",
        "Kiểm tra lần cuối"
    };

    /** Above the rows: which campaign, as of when, the head of the table. */
    private static final int FIRST_ROW = 4;

    private static final int PORTION = 500;

    private final Coverage coverage;

    CampaignSheet(Coverage coverage) {
        this.coverage = coverage;
    }

    void write(OutputStream out, Campaign campaign, PostingFilter filter, Instant now) throws IOException {
        Workbook book = new Workbook(out, "NhipCau", "1.0");
        Worksheet sheet = book.newWorksheet("Đăng tải");
        sheet.value(0, 0, campaign.title());
        sheet.value(1, 0, "Số liệu tính đến");
        time(sheet, 1, 1, now);
        for (int column = 0; column < HEAD.length; column++) {
            sheet.value(FIRST_ROW - 1, column, HEAD[column]);
            sheet.style(FIRST_ROW - 1, column).bold().set();
        }
        int row = FIRST_ROW;
        List<Posting> portion = coverage.rows(filter, 0, PORTION, now);
        while (!portion.isEmpty()) {
            for (Posting posting : portion) {
                write(sheet, row++, posting);
            }
            sheet.flush();
            portion = coverage.rows(filter, row - FIRST_ROW, PORTION, now);
        }
        book.finish();
    }

    private static void write(Worksheet sheet, int row, Posting posting) {
        int column = 0;
        sheet.value(row, column++, posting.unitName());
        sheet.value(row, column++, posting.block());
        sheet.value(row, column++, posting.standing().vietnamese());
        time(sheet, row, column++, posting.since());
        sheet.value(row, column++, posting.overruled() ? "x" : "");
        sheet.value(row, column++, posting.machine().vietnamese());
        if (posting.checkId() != null) {
            sheet.value(row, column, posting.coverage());
            sheet.style(row, column).format("0%").set();
        }
        column++;
        sheet.value(row, column++, String.join("\n", posting.foundAt()));
        sheet.value(row, column++, posting.reason());
        time(sheet, row, column++, posting.fullFirst());
        time(sheet, row, column++, posting.fullLast());
        time(sheet, row, column, posting.auditedAt());
    }

    private static void time(Worksheet sheet, int row, int column, @Nullable Instant time) {
        if (time != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, Shell.ZONE));
            sheet.style(row, column).format("hh:mm dd/mm/yyyy").set();
        }
    }
}
