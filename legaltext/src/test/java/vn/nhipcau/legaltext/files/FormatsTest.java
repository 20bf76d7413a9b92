package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "odt", "rtf", "doc"})
    void theSamePlanReadsTheSameInEveryFormat(String ending) throws UnreadableFile {
        assertThat(withoutBlankLines(text(Samples.resource("19-KH-UBND." + ending))))
                .isEqualTo(withoutBlankLines(text(Samples.plan())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "odt", "rtf", "doc"})
    void theSameTaskTableReadsTheSameInEveryFormat(String ending) throws UnreadableFile {
        assertThat(withoutBlankLines(text(Samples.resource("bang-nhiem-vu." + ending))))
                .isEqualTo(withoutBlankLines(text(Samples.taskTable())));
    }

    @Test
    void aWordFileReadsAsItIsPrinted() throws UnreadableFile {
        assertThat(withoutBlankLines(text(Samples.taskTable()))).isEqualTo("""
                        UBND TỈNH HÀ TĨNH
                        SỞ NỘI VỤ
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc
                        Số: 12/SNV-CCHC
                        V/v triển khai nhiệm vụ cải cách hành chính quý II năm 2026 trên địa bàn tỉnh
                        Hà Tĩnh, ngày 03 tháng 4 năm 2026
                        Kính gửi: Các sở, ban, ngành cấp tỉnh.
                        Thực hiện Kế hoạch số 120/KH-UBND của UBND tỉnh về cải cách hành chính năm 2026, Sở Nội vụ đề \
                        nghị các cơ quan, đơn vị thực hiện các nội dung sau:
                        I. NHIỆM VỤ
                        1. Rà soát thủ tục hành chính:
                        a) Thủ tục nội bộ;
                        b) Thủ tục giải quyết cho người dân.
                        2. Tổ chức thực hiện theo bảng phân công dưới đây:
                        TT | Nội dung | Chủ trì | Phối hợp | Thời gian
                        1 | Báo cáo kết quả rà soát thủ tục hành chính nội bộ giữa các cơ quan | Các sở, ban, ngành | Văn \
                        phòng UBND tỉnh | Trước ngày 15/6/2026
                        2 | Cập nhật cơ sở dữ liệu thủ tục hành chính | Sở Khoa học và Công nghệ | Các sở, ban, ngành | \
                        Trước ngày 15/6/2026
                        3 | Kiểm tra công vụ: - Cấp tỉnh; - Cấp xã. | Sở Nội vụ | | Quý III/2026
                        Đề nghị các cơ quan, đơn vị gửi báo cáo về Sở Nội vụ trước ngày 20/6/2026 để tổng hợp./.
                        Nơi nhận:
                        - Như trên;
                        - Lưu: VT, CCHC.
                        GIÁM ĐỐC
                        Nguyễn Văn Mẫu
                        [1] Ban hành ngày 15/01/2026 của UBND tỉnh.""");
    }

    @Test
    void aWebPageReadsAsItIsShown() throws UnreadableFile {
        String page = """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><style>p {}</style></head><body>
                <nav>Trang chủ</nav><p>Kế hoạch&nbsp;số
                   12/KH-UBND</p><ol type="a"><li>Việc một</li><li>Việc hai</li></ol>
                <table><tr><th>TT</th><th>Việc</th><th>Hạn</th></tr>
                <tr><td>1</td><td>Rà soát</td><td rowspan="2">15/6/2026</td></tr>
                <tr><td>2</td><td>Báo <b>cáo</b></td></tr></table>
                <div>Dòng một<br>dòng hai<span style="display: none">ẩn</span></div><script>alert(1)</script>
                """;
        assertThat(text(page.getBytes(StandardCharsets.UTF_8))).isEqualTo("""
                        Kế hoạch số 12/KH-UBND
                        a. Việc một
                        b. Việc hai
                        TT | Việc | Hạn
                        1 | Rà soát | 15/6/2026
                        2 | Báo cáo | 15/6/2026
                        Dòng một
                        dòng hai""");
    }

    @Test
    void theTypeIsToldFromTheBytes() throws UnreadableFile {
        assertThat(FileType.of(Samples.plan())).isEqualTo(FileType.ZIP);
        assertThat(FileType.of(Samples.resource("19-KH-UBND.doc"))).isEqualTo(FileType.OLE);
        assertThat(FileType.of(Samples.resource("19-KH-UBND.rtf"))).isEqualTo(FileType.RTF);
        assertThat(FileType.of(Samples.resource("19-KH-UBND.pdf"))).isEqualTo(FileType.PDF);
        assertThat(FileType.of(Samples.resource("/directives/19-KH-UBND.txt"))).isEqualTo(FileType.TEXT);
        assertThat(FileType.of("\uFEFF\n<!-- Word --><HTML xmlns=\"x\">".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.HTML);
        assertThat(FileType.of(new byte[] {1, 2, 3, 0, 5})).isEqualTo(FileType.UNKNOWN);
        assertThat(FileType.of("MIME-Version: 1.0\nContent-Type: multipart/related".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void textWithAByteOrderMarkIsDecoded(String charset) throws UnreadableFile {
        assertThat(text(("\uFEFF" + SENTENCE).getBytes(Charset.forName(charset))))
                .isEqualTo(SENTENCE);
    }

    @Test
    void textInTheWindowsCodePageForVietnameseIsDecoded() throws UnreadableFile {
        // That code page has the tones as characters of their own, but not the circumflexes.
        String tonesApart = Normalizer.normalize(SENTENCE, Normalizer.Form.NFD)
                .replace("a\u0302", "â")
                .replace("e\u0302", "ê")
                .replace("o\u0302", "ô")
                .replace("a\u0323\u0302", "â\u0323")
                .replace("e\u0323\u0302", "ê\u0323")
                .replace("o\u0323\u0302", "ô\u0323")
                .replace("A\u0302", "Â")
                .replace("O\u0323\u0302", "Ô\u0323")
                .replace("o\u031B", "ơ")
                .replace("u\u031B", "ư")
                .replace("a\u0306", "ă")
                .replace("a\u0323\u0306", "ă\u0323");
        assertThat(text(tonesApart.getBytes(Charset.forName("windows-1258")))).isEqualTo(SENTENCE);
    }

    @Test
    void textInTcvn3IsDecoded() throws UnreadableFile {
        String typed =
                "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc. C¸c së, ban, ngµnh thùc hiÖn kÕ ho¹ch.";
        assertThat(text(typed.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(
                        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Các sở, ban, ngành thực hiện"
                                + " kế hoạch.");
    }

    @Test
    void textInVniIsDecoded() throws UnreadableFile {
        String typed =
                "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc. Caùc sôû, ban, ngaønh thöïc hieän.";
        assertThat(text(typed.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(
                        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Các sở, ban, ngành thực hiện.");
    }

    @Test
    void aWebPageTypedForAnOldFontIsDecodedToo() throws UnreadableFile {
        String page =
                "<html><meta charset=utf-8><p style='font-family:.VnTime'>C¸c së, ban, ngµnh cña tØnh thùc hiÖn</p>";
        assertThat(text(page.getBytes(StandardCharsets.UTF_8))).isEqualTo("Các sở, ban, ngành của tỉnh thực hiện");
    }

    @Test
    void oneBadByteDoesNotLoseALongText() throws UnreadableFile {
        byte[] bytes = (SENTENCE + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        assertThat(text(bytes)).startsWith(SENTENCE);
    }

    @Test
    void letterByLetterTheTextIsNormal() {
        assertThat(PlainText.of("a\u0300\u00A0b\u00ADc\r\nd\u200B\u2028QÐ-UBND"))
                .isEqualTo("à bc\nd\nQĐ-UBND");
        assertThat(PlainText.of("1.\tMục đích")).isEqualTo("1. Mục đích");
        assertThat(PlainText.of(" • Các sở  và ban")).isEqualTo("- Các sở và ban");
        assertThat(PlainText.of("UBND TỈNH\t\tCỘNG HÒA")).isEqualTo("UBND TỈNH    CỘNG HÒA");
        assertThat(PlainText.of("Số:        /KH-MTTQ")).isEqualTo("Số:    /KH-MTTQ");
        assertThat(PlainText.of("\n\na\n\n\n\nb\n")).isEqualTo("a\n\nb");
    }

    private static final String SENTENCE =
            "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện công tác dân vận và báo cáo kết quả năm 2020.";

    private static String text(byte[] content) throws UnreadableFile {
        return Parser.text(FileType.of(content), content);
    }

    private static String withoutBlankLines(String text) {
        return text.replaceAll("\n+", "\n");
    }
}
