package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Pages drawn character by character, as every writer of PDF does it a little differently. */
class PdfTest {
    private static final float TOP = PDRectangle.A4.getHeight();
    private static final String LONG_LINE =
            "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tỉnh và các địa phương xây dựng kế";

    @Test
    void runningTitlesAndPageNumbersAreLeftOutAndParagraphsGoOnOverPages() throws Exception {
        var pdf = new Drawing();
        for (int page = 1; page <= 3; page++) {
            pdf.page(0).text(85, 40, 12, "CÔNG BÁO/Số " + (100 + page)).text(300, 60, 12, "- " + page + " -");
            pdf.text(page == 1 ? 110 : 85, 100, 12, LONG_LINE).text(85, 780, 12, "abc".charAt(page - 1) + LONG_LINE);
        }
        assertThat(pdf.read())
                .isEqualTo(LONG_LINE + "\na" + LONG_LINE + " " + LONG_LINE + "\nb" + LONG_LINE + " " + LONG_LINE + "\nc"
                        + LONG_LINE);
    }

    @Test
    void headAndFootAreReadColumnByColumnHoweverNearTheyStand() throws Exception {
        assertThat(new Drawing()
                        .page(0)
                        .text(60, 80, 13, "ỦY BAN NHÂN DÂN HUYỆN A")
                        .text(248, 80, 13, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                        .text(330, 97, 13, "Độc lập - Tự do - Hạnh phúc")
                        .text(90, 120, 13, "Số:       /KH-UBND")
                        .text(290, 122, 13, "A, ngày      tháng 4 năm 2026")
                        .text(255, 170, 14, "KẾ HOẠCH")
                        .text(60, 300, 12, "Nơi nhận:")
                        .text(330, 296, 13, "TM. ỦY BAN NHÂN DÂN")
                        .text(60, 315, 11, "- Các phòng, ban chuyên môn thuộc")
                        .text(370, 314, 13, "CHỦ TỊCH")
                        .text(60, 330, 11, "huyện;")
                        .text(60, 345, 11, "- Lưu: VT.")
                        .text(365, 390, 13, "Trần Văn Ba")
                        .read())
                .isEqualTo("""
                        ỦY BAN NHÂN DÂN HUYỆN A
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc
                        Số:    /KH-UBND
                        A, ngày    tháng 4 năm 2026
                        KẾ HOẠCH
                        Nơi nhận:
                        - Các phòng, ban chuyên môn thuộc huyện;
                        - Lưu: VT.
                        TM. ỦY BAN NHÂN DÂN
                        CHỦ TỊCH
                        Trần Văn Ba""");
    }

    @Test
    void aTableGoesOnOverPagesWithItsHeadRepeatedAndItsRowCut() throws Exception {
        var pdf = new Drawing();
        pdf.page(0)
                .grid(700, 730, 760, 790)
                .row(720, "TT", "Việc", "Hạn")
                .row(750, "1", "Rà soát", "15/6")
                .row(780, "2", "Báo cáo kết quả rà", "30/6");
        pdf.page(0)
                .grid(60, 90, 120, 150)
                .row(80, "TT", "Việc", "Hạn")
                .row(110, "", "soát thủ tục", "")
                .row(140, "3", "Kiểm tra", "Quý III");
        assertThat(pdf.read()).isEqualTo("""
                        TT | Việc | Hạn
                        1 | Rà soát | 15/6
                        2 | Báo cáo kết quả rà soát thủ tục | 30/6
                        3 | Kiểm tra | Quý III""");
    }

    @Test
    void aTurnedPageIsReadAsItIsShown() throws Exception {
        var pdf = new Drawing();
        pdf.page(90).grid(100, 130, 160).row(120, "TT", "Việc", "Hạn").row(150, "1", "Rà soát", "15/6");
        pdf.text(60, 200, 12, "Ghi chú: phụ lục này kèm theo Kế hoạch số 19/KH-UBND.");
        assertThat(pdf.read())
                .isEqualTo(
                        "TT | Việc | Hạn\n1 | Rà soát | 15/6\nGhi chú: phụ lục này kèm theo Kế hoạch số 19/KH-UBND.");
    }

    @Test
    void theMarkOfANoteIsNoPartOfANumberButASquareIs() throws Exception {
        assertThat(new Drawing()
                        .page(0)
                        .text(85, 80, 12, LONG_LINE)
                        .text(85, 100, 12, "Quyết định số 12/QĐ-UBND")
                        .more(-5, 7, "1")
                        .more(5, 12, " giao 500 m")
                        .more(-5, 7, "2")
                        .more(5, 12, " đất.")
                        .text(85, 700, 8, "1 Ban hành ngày 01/02/2026 của Ủy ban nhân")
                        .text(85, 712, 8, "dân tỉnh.")
                        .read())
                .isEqualTo(
                        LONG_LINE
                                + " Quyết định số 12/QĐ-UBND giao 500 m2 đất.\n[1] Ban hành ngày 01/02/2026 của Ủy ban nhân dân tỉnh.");
    }

    /** Writes with the one font that PDFBox brings along, from the page's upper left corner as it is shown. */
    private static final class Drawing {
        private static final List<Float> COLUMNS = List.of(60f, 100f, 350f, 530f);

        private final PDDocument document = new PDDocument();
        private final PDFont font;
        private PDPage page = new PDPage();
        private float endX;
        private float endY;

        Drawing() throws IOException {
            try (var in = PDDocument.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                font = PDType0Font.load(document, in);
            }
        }

        Drawing page(int rotation) {
            page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            return this;
        }

        Drawing text(float x, float y, float size, String text) throws IOException {
            try (var content = stream()) {
                content.beginText();
                content.setFont(font, size);
                content.setTextMatrix(Matrix.getTranslateInstance(x, height() - y));
                content.showText(text);
                content.endText();
            }
            endX = x + font.getStringWidth(text) / 1000 * size;
            endY = y;
            return this;
        }

        /** Goes on where the last text ended, this much lower. */
        Drawing more(float down, float size, String text) throws IOException {
            return text(endX, endY + down, size, text);
        }

        /** Ruled rows between these heights. */
        Drawing grid(float... heights) throws IOException {
            try (var content = stream()) {
                for (float y : heights) {
                    content.moveTo(COLUMNS.getFirst(), height() - y);
                    content.lineTo(COLUMNS.getLast(), height() - y);
                }
                for (float x : COLUMNS) {
                    content.moveTo(x, height() - heights[0]);
                    content.lineTo(x, height() - heights[heights.length - 1]);
                }
                content.stroke();
            }
            return this;
        }

        Drawing row(float y, String... cells) throws IOException {
            for (int i = 0; i < cells.length; i++) {
                text(COLUMNS.get(i) + 5, y, 12, cells[i]);
            }
            return this;
        }

        private float height() {
            return page.getRotation() == 90 ? PDRectangle.A4.getWidth() : TOP;
        }

        private PDPageContentStream stream() throws IOException {
            var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
            if (page.getRotation() == 90) {
                content.transform(new Matrix(0, 1, -1, 0, PDRectangle.A4.getWidth(), 0));
            }
            return content;
        }

        String read() throws IOException, UnreadableFile {
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            document.close();
            return Parser.text(FileType.PDF, bytes.toByteArray()).replaceAll("\n+", "\n");
        }
    }
}
