package vn.nhipcau.consultation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The spreadsheet that hubs and clerks start from: the columns, and what may stand in them on a sheet of its own. */
@Component
class ParcelTemplate {
    void write(List<Clause> clauses, boolean figures, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "NhipCau", "1.0");
        Worksheet rows = book.newWorksheet(figures ? "Số liệu" : "Ý kiến");
        List<String> head = List.of("Mã điều", "Thái độ", figures ? "Số người" : "Nội dung");
        for (int column = 0; column < head.size(); column++) {
            rows.value(0, column, head.get(column));
            rows.style(0, column).bold().set();
        }
        Worksheet legend = book.newWorksheet("Mã điều và thái độ");
        legend.value(0, 0, "Mã điều");
        legend.value(0, 1, "Điều khoản");
        legend.value(0, 3, "Thái độ");
        legend.value(1, 0, "");
        legend.value(1, 1, "(để trống mã: góp ý cả dự thảo)");
        for (int i = 0; i < clauses.size(); i++) {
            legend.value(i + 2, 0, clauses.get(i).anchor());
            legend.value(i + 2, 1, clauses.get(i).heading());
        }
        for (Stance stance : Stance.values()) {
            legend.value(stance.code(), 3, stance.vietnamese());
        }
        book.finish();
    }
}
