package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarningsTest {
    @Test
    void aWholeDocumentHasNone() {
        assertThat(DirectiveReader.read(Texts.plan("Sở Nội vụ báo cáo trước ngày 15/3/2026."))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aLimitBeforeTheDayOfIssueIsDoubtful() {
        assertThat(DirectiveReader.read(Texts.plan("Sở Nội vụ báo cáo trước ngày 15/3/2025."))
                        .warnings())
                .containsExactly("Thời hạn 15/03/2025 sớm hơn ngày ban hành văn bản.");
    }

    @Test
    void aMissingNumberDateAndNameAreTold() {
        String draft = Texts.plan("Sở Nội vụ báo cáo.")
                .replace("Số: 9/KH-UBND", "Số:     /KH-UBND")
                .replace("ngày 10 tháng 01", "ngày     tháng 01")
                .replace("Nguyễn Văn An\n", "");
        assertThat(DirectiveReader.read(draft).warnings())
                .containsExactly(
                        "Văn bản chưa điền số (mới có ký hiệu /KH-UBND).",
                        "Văn bản không có ngày ban hành đầy đủ.",
                        "Không thấy tên người ký.");
    }

    @Test
    void aReportTitledForOneWeekThatTellsOfAnotherIsDoubtful() {
        Reading reading = DirectiveReader.read("""
                PHÒNG VĂN HÓA - XÃ HỘI
                Số: 12/BC-VHXH
                Đông Hòa, ngày 25 tháng 6 năm 2026
                BÁO CÁO CÔNG TÁC TUẦN 02 THÁNG 6 NĂM 2026
                I. TÌNH HÌNH HOẠT ĐỘNG TUẦN 04 THÁNG 6
                - Tiếp tục cập nhật hồ sơ.
                Người báo cáo
                Đặng Văn Bình
                """);
        assertThat(reading.warnings())
                .containsExactly("Kỳ báo cáo không khớp: tên văn bản ghi “tuần 02”, nội dung ghi “tuần 04”.");
    }
}
