package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.legaltext.files.WordDocument.cell;
import static vn.nhipcau.legaltext.files.WordDocument.left;
import static vn.nhipcau.legaltext.files.WordDocument.run;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What Word keeps apart from the text that it prints. */
class WordTest {
    @Test
    void numbersGoOnWhereAListGoesOnAndBeginAnewUnderANewHeading() throws UnreadableFile {
        assertThat(text(new WordDocument()
                        .numbered(1, 0, "Một", "")
                        .numbered(1, 1, "Một một", "")
                        .numbered(1, 1, "Một hai", "")
                        .numbered(1, 2, "a", "")
                        .paragraph("Xen giữa")
                        .numbered(1, 2, "b", "")
                        .numbered(1, 4, "nhiều cấp", "")
                        .numbered(1, 0, "Hai", "")
                        .numbered(1, 1, "Hai một", "")
                        .numbered(2, 0, "Danh sách khác", "")))
                .isEqualTo("""
                        I. Một
                        1. Một một
                        2. Một hai
                        a) a
                        Xen giữa
                        b) b
                        2.1. nhiều cấp
                        II. Hai
                        1. Hai một
                        I. Danh sách khác""");
    }

    @Test
    void aStyleNumbersItsParagraphs() throws UnreadableFile {
        String styled = "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>" + run("Mục đích", "") + "</w:p>";
        String without = "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                + run("Không số", "") + "</w:p>";
        assertThat(text(new WordDocument().xml(styled + without + styled)))
                .isEqualTo("I. Mục đích\nKhông số\nII. Mục đích");
    }

    @Test
    void changesAreReadAsAcceptedAndHiddenTextIsNot() throws UnreadableFile {
        assertThat(text(new WordDocument()
                        .xml("<w:p><w:del w:id=\"1\"><w:r><w:delText>Cũ </w:delText></w:r></w:del><w:ins w:id=\"2\">"
                                + run("Mới ", "") + "</w:ins>" + run("ẩn", "<w:vanish/>") + run("rồi", "") + "</w:p>")))
                .isEqualTo("Mới rồi");
    }

    @Test
    void capitalsMadeByTheFontArePrinted() throws UnreadableFile {
        assertThat(text(new WordDocument()
                        .xml(left("kế hoạch", "<w:caps/>") + left("thường", "<w:caps w:val=\"0\"/>"))))
                .isEqualTo("KẾ HOẠCH\nthường");
    }

    @Test
    void fieldsShowTheirResultOnly() throws UnreadableFile {
        assertThat(text(new WordDocument()
                        .xml("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"x\""
                                + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                + run("sonoivu@tinh.gov.vn", "")
                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")))
                .isEqualTo("sonoivu@tinh.gov.vn");
    }

    @Test
    void aTextBoxIsReadOnce() throws UnreadableFile {
        String box = "<w:txbxContent>" + left("HỎA TỐC", "") + "</w:txbxContent>";
        assertThat(text(new WordDocument()
                        .xml("<w:p><w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice>" + box
                                + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>"
                                + run("Công điện", "") + "</w:p>")))
                .isEqualTo("HỎA TỐC\nCông điện");
    }

    @Test
    void tabsHyphensAndBreaksAreCharacters() throws UnreadableFile {
        assertThat(text(new WordDocument()
                        .xml("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"5000\"/></w:tabs></w:pPr>"
                                + run("Số: 05", "") + "<w:r><w:noBreakHyphen/></w:r>" + run("HD/BTG", "")
                                + "<w:r><w:tab/></w:r>" + run("Cà Mau, ngày 01", "")
                                + "<w:r><w:br/></w:r>" + run("dòng hai", "") + "</w:p>")))
                .isEqualTo("Số: 05-HD/BTG    Cà Mau, ngày 01\ndòng hai");
    }

    @Test
    void aMinutesTableOfSignaturesIsReadColumnByColumn() throws UnreadableFile {
        assertThat(text(new WordDocument().beside(List.<String[]>of(new String[] {
                    left("THƯ KÝ", "") + left("Lê A", ""), left("CHỦ TRÌ", "") + left("Trần B", "")
                }))))
                .isEqualTo("THƯ KÝ\nLê A\nCHỦ TRÌ\nTrần B");
    }

    @Test
    void aTableInATableKeepsItsRows() throws UnreadableFile {
        String inner = "<w:tbl><w:tr>" + cell(1, "", left("TT", "")) + cell(1, "", left("Việc", "")) + "</w:tr><w:tr>"
                + cell(1, "", left("1", "")) + cell(1, "", left("Rà soát", "")) + "</w:tr><w:tr>"
                + cell(1, "", left("2", "")) + cell(1, "", left("Báo cáo", "")) + "</w:tr></w:tbl>";
        assertThat(text(new WordDocument().table("", List.<String[]>of(new String[] {inner + left("", "")}), 9000)))
                .isEqualTo("TT | Việc\n1 | Rà soát\n2 | Báo cáo");
    }

    private static String text(WordDocument document) throws UnreadableFile {
        byte[] content = document.bytes();
        return Parser.text(FileType.of(content), content);
    }
}
