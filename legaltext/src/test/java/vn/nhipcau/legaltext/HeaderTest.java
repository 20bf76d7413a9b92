package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HeaderTest {
    private static Header read(String text) {
        return DirectiveReader.read(text).header();
    }

    private static final String TWO_COLUMNS = """
            UBND TỈNH SÔNG HẬU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
               SỞ NỘI VỤ                     Độc lập - Tự do - Hạnh phúc

            Số: 125/SNV-CCHC              Sông Hậu, ngày 05 tháng 01 năm 2026
            V/v báo cáo kết quả cải cách
            hành chính năm 2025

            Kính gửi:
            - Các sở, ban, ngành tỉnh;
            - UBND các xã, phường.

            Sở Nội vụ đề nghị các cơ quan, đơn vị báo cáo trước ngày 15/01.

            Nơi nhận:                          GIÁM ĐỐC
            - Như trên;
            - Lưu: VT, CCHC.

                                               Nguyễn Văn An
            """;

    @Test
    void twoColumnsOnOneLine() {
        Header header = read(TWO_COLUMNS);
        assertThat(header.number()).isEqualTo("125/SNV-CCHC");
        assertThat(header.type()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(header.date()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(header.place()).isEqualTo("Sông Hậu");
        assertThat(header.issuer()).isEqualTo("Sở Nội vụ tỉnh Sông Hậu");
        assertThat(header.subject()).isEqualTo("báo cáo kết quả cải cách hành chính năm 2025");
        assertThat(header.addressees()).containsExactly("Các sở, ban, ngành tỉnh", "UBND các xã, phường");
        assertThat(header.recipients()).containsExactly("Như trên", "Lưu: VT, CCHC");
        assertThat(header.signer()).isEqualTo(new Header.Signer("Nguyễn Văn An", "GIÁM ĐỐC", null));
    }

    @Test
    void decomposedVietnameseIsComposed() {
        assertThat(read(Normalizer.normalize(TWO_COLUMNS, Normalizer.Form.NFD))).isEqualTo(read(TWO_COLUMNS));
    }

    @Test
    void theIcelandicLetterIsReadAsTheVietnameseOne() {
        assertThat(read(TWO_COLUMNS.replace('Đ', '\u00D0')).signer())
                .isEqualTo(read(TWO_COLUMNS).signer());
    }

    @Test
    void lineEndsOfWindowsAndMarksOfMarkdownChangeNothing() {
        Header header = read(TWO_COLUMNS.replace("\n", "\r\n").replace("GIÁM ĐỐC", "**GIÁM ĐỐC**"));
        assertThat(header.signer()).isEqualTo(new Header.Signer("Nguyễn Văn An", "GIÁM ĐỐC", null));
        assertThat(header.subject()).isEqualTo("báo cáo kết quả cải cách hành chính năm 2025");
    }

    @Test
    void columnsThatRanTogetherWithoutAGap() {
        Header header = read("""
                ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                XÃ ĐÔNG HÒA Độc lập – Tự do – Hạnh phúc
                Số: 45/TTr-UBND Đông Hòa, ngày 7 tháng 5 năm 2026
                TỜ TRÌNH
                Về việc đề nghị phê duyệt danh mục dự án đầu tư công năm 2027 trên địa bàn
                xã Đông Hòa
                Kính gửi: Hội đồng nhân dân xã Đông Hòa.
                Căn cứ Luật Đầu tư công số 58/2024/QH15;
                Nơi nhận: TM. ỦY BAN NHÂN DÂN
                - Như trên; CHỦ TỊCH
                - Lưu: VT.
                Nguyễn Văn Hòa
                """);
        assertThat(header.number()).isEqualTo("45/TTr-UBND");
        assertThat(header.type()).isEqualTo(DocumentType.TO_TRINH);
        assertThat(header.issuer()).isEqualTo("Ủy ban nhân dân xã Đông Hòa");
        assertThat(header.place()).isEqualTo("Đông Hòa");
        assertThat(header.subject())
                .isEqualTo("Về việc đề nghị phê duyệt danh mục dự án đầu tư công năm 2027 trên địa bàn xã Đông Hòa");
        assertThat(header.addressees()).containsExactly("Hội đồng nhân dân xã Đông Hòa");
        assertThat(header.recipients()).containsExactly("Như trên", "Lưu: VT");
        assertThat(header.signer()).isEqualTo(new Header.Signer("Nguyễn Văn Hòa", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"));
    }

    @Test
    void aDraftKeepsItsSymbolAndHasNoDate() {
        Header header = read("""
                | ỦY BAN MTTQ VIỆT NAM

                XÃ ĐÔNG HÒA

                BAN THƯỜNG TRỰC

                | | |

                Số:      /KH-MTTQ-BTT
                | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

                Độc lập - Tự do - Hạnh phúc

                | | |

                Đông Hòa, ngày      tháng 11 năm 2025

                KẾ HOẠCH

                Tổ chức các hội nghị hiệp thương

                và hướng dẫn các thôn giới thiệu người ứng cử

                Căn cứ Luật Bầu cử đại biểu Quốc hội;

                | Nơi nhận:

                - Lưu: MTTQ
                | TM. BAN THƯỜNG TRỰC

                CHỦ TỊCH

                Lan Thị Vân
                """);
        assertThat(header.number()).isEqualTo("/KH-MTTQ-BTT");
        assertThat(header.date()).isNull();
        assertThat(header.place()).isEqualTo("Đông Hòa");
        assertThat(header.issuer()).isEqualTo("Ban Thường trực Ủy ban MTTQ Việt Nam xã Đông Hòa");
        assertThat(header.subject())
                .isEqualTo("Tổ chức các hội nghị hiệp thương và hướng dẫn các thôn giới thiệu người ứng cử");
        assertThat(header.signer()).isEqualTo(new Header.Signer("Lan Thị Vân", "CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC"));
    }

    @Test
    void aPartyLetterheadHasNoColonBehindTheNumber() {
        Header header = read("""
                TỈNH ỦY SÔNG HẬU
                BAN TUYÊN GIÁO VÀ DÂN VẬN
                *
                Số 15-HD/BTGDVTU
                ĐẢNG CỘNG SẢN VIỆT NAM
                Sông Hậu, ngày 10 tháng 3 năm 2026

                HƯỚNG DẪN
                tuyên truyền kỷ niệm các ngày lễ lớn năm 2026
                -----
                Thực hiện Kế hoạch số 30-KH/TU, ngày 05/02/2026 của Ban Thường vụ Tỉnh ủy.
                Nơi nhận:
                - Ban Tuyên giáo và Dân vận Trung ương (để b/c),
                - Lưu.
                K/T TRƯỞNG BAN
                PHÓ TRƯỞNG BAN
                Lê Thị Cúc
                """);
        assertThat(header.number()).isEqualTo("15-HD/BTGDVTU");
        assertThat(header.type()).isEqualTo(DocumentType.HUONG_DAN);
        assertThat(header.issuer()).isEqualTo("Ban Tuyên giáo và Dân vận Tỉnh ủy Sông Hậu");
        assertThat(header.subject()).isEqualTo("tuyên truyền kỷ niệm các ngày lễ lớn năm 2026");
        assertThat(header.signer()).isEqualTo(new Header.Signer("Lê Thị Cúc", "PHÓ TRƯỞNG BAN", "K/T TRƯỞNG BAN"));
    }

    @Test
    void anOfficeOfTheCommitteeNamesTheCommittee() {
        assertThat(read("""
                UBND TỈNH SÔNG HẬU
                VĂN PHÒNG
                Số: 210/TB-VP
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Sông Hậu, ngày 15 tháng 7 năm 2026
                THÔNG BÁO
                Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp giao ban tháng 7
                1. Giao Sở Tài chính rà soát các dự án.
                """).issuer()).isEqualTo("Văn phòng UBND tỉnh Sông Hậu");
    }

    @Test
    void anUrgentTelegramNamesThoseItIsSentTo() {
        Header header = read("""
                ỦY BAN NHÂN DÂN
                TỈNH SÔNG HẬU
                Số: 05/CĐ-UBND
                HỎA TỐC
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Sông Hậu, ngày 21 tháng 9 năm 2026
                CÔNG ĐIỆN
                Về việc tập trung ứng phó bão số 5
                CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
                - Giám đốc các sở, ban, ngành;
                - Chủ tịch UBND các xã, phường.
                Chủ tịch UBND tỉnh yêu cầu:
                1. Sở Xây dựng kiểm tra các công trình.
                """);
        assertThat(header.type()).isEqualTo(DocumentType.CONG_DIEN);
        assertThat(header.urgency()).isEqualTo("HỎA TỐC");
        assertThat(header.subject()).isEqualTo("Về việc tập trung ứng phó bão số 5");
        assertThat(header.addressees()).containsExactly("Giám đốc các sở, ban, ngành", "Chủ tịch UBND các xã, phường");
    }

    @Test
    void aSignatureBeforeTheRecipientsIsRead() {
        assertThat(read("""
                ỦY BAN NHÂN DÂN XÃ ĐÔNG HÒA
                Số: 77/GM-UBND
                Đông Hòa, ngày 02 tháng 6 năm 2026
                GIẤY MỜI
                Họp bàn giải pháp thu ngân sách
                Ủy ban nhân dân xã trân trọng kính mời các ông (bà) trưởng thôn dự họp:
                Địa điểm: Hội trường UBND xã.
                TL. CHỦ TỊCH
                CHÁNH VĂN PHÒNG
                Đỗ Văn Dũng
                Nơi nhận:
                - Như trên;
                - Lưu: VT.
                """).signer()).isEqualTo(new Header.Signer("Đỗ Văn Dũng", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH"));
    }

    @Test
    void aResolutionIsOfTheDayOnWhichItWasAdopted() {
        Header header = read("""
                HỘI ĐỒNG NHÂN DÂN
                TỈNH SÔNG HẬU
                Số: 12/NQ-HĐND
                NGHỊ QUYẾT
                Về việc sắp xếp các đơn vị hành chính
                Điều 1. Sắp xếp các đơn vị hành chính
                Ủy ban nhân dân tỉnh tổ chức thực hiện.
                Nghị quyết này được Hội đồng nhân dân tỉnh khóa X, kỳ họp thứ 5
                thông qua ngày 16 tháng 6 năm 2025.
                """);
        assertThat(header.date()).isEqualTo(LocalDate.of(2025, 6, 16));
    }

    @Test
    void whatIsNotThereIsNotInvented() {
        Header header = read("Đề nghị các đơn vị nộp báo cáo.");
        assertThat(header.number()).isNull();
        assertThat(header.type()).isNull();
        assertThat(header.date()).isNull();
        assertThat(header.issuer()).isNull();
        assertThat(header.signer()).isNull();
        assertThat(header.spans()).isEmpty();
    }
}
