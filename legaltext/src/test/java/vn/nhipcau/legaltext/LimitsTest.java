package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and rhythms in the many wordings of administrative Vietnamese. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gửi văn bản góp ý chậm nhất 16h00 ngày 15/01/2026.                         | 2026-01-15
            Báo cáo trước 18 giờ 00 phút chiều thứ Ba, ngày 20 tháng 01 năm 2026.      | 2026-01-20
            Hội nghị tổ chức vào lúc 14 giờ 00, thứ Ba, ngày 20/01/2026.               | 2026-01-20
            Hoàn thành trước 30/4.                                                     | 2026-04-30
            Hoàn thành trước thời điểm 01/7/2026.                                      | 2026-07-01
            UBND các xã hoàn thành trước khi kết thúc quý II/2026.                     | 2026-06-30
            Tổng kết trong tuần thứ hai của tháng 3/2026.                              | 2026-03-14
            Hội thi diễn ra trong 02 ngày 19-20/5/2026.                                | 2026-05-20
            Sở Y tế tổ chức các lớp tập huấn từ tháng 3 đến tháng 5/2026.              | 2026-05-31
            Từ nay đến 31/12/2026, các đơn vị tập trung rà soát.                       | 2026-12-31
            Duy trì đến hết năm 2026.                                                  | 2026-12-31
            Ban hành Kế hoạch trong năm 2026.                                          | 2026-12-31
            Sở Nội vụ tổng kết vào cuối năm 2026.                                      | 2026-12-31
            Báo cáo UBND tỉnh tại phiên họp thường kỳ tháng 02/2026.                   | 2026-02-28
            Mục tiêu ít nhất 50% xã, phường không có ma túy vào năm 2030.              | 2030-12-31
            """)
    void aLimitIsReadWhateverStandsBetweenItsWordAndItsDay(String sentence, LocalDate due) {
        assertThat(Texts.onlyDated(sentence).due()).containsExactly(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sở Tài chính báo cáo UBND tỉnh trước ngày 20 tháng cuối quý.        | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20
            Cập nhật số liệu trước ngày 15 tháng đầu tiên của quý sau.          | FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15
            Sở Tài chính rà soát, điều chỉnh vào tháng 11 hằng năm.             | FREQ=YEARLY;BYMONTH=11
            Quý I hằng năm, Sở Nội vụ trình UBND tỉnh kế hoạch đào tạo.         | FREQ=YEARLY;BYMONTH=3
            Báo cáo nhanh 02 lần/ngày (lúc 6 giờ và 17 giờ) về Ban Chỉ huy.     | FREQ=DAILY
            Giám sát ít nhất 01 cuộc/năm.                                       | FREQ=YEARLY
            Sở Y tế tổ chức diễn tập 02 năm một lần.                            | FREQ=YEARLY;INTERVAL=2
            Nộp hồ sơ từ ngày 20 đến ngày 25 hằng tháng.                        | FREQ=MONTHLY;BYMONTHDAY=25
            Tổng vệ sinh môi trường vào sáng thứ Bảy hằng tuần.                 | FREQ=WEEKLY;BYDAY=SA
            Sở Nội vụ lập dự toán kinh phí hằng năm theo quy định.              | FREQ=YEARLY
            """)
    void aRhythmNeedsNoWordOfRegularity(String sentence, String rule) {
        Obligation duty = Texts.onlyDated(sentence);
        assertThat(duty.rrule()).containsExactly(rule);
        assertThat(duty.due()).isEmpty();
    }

    @Test
    void eachReportHasTheDayThatStandsBesideIt() {
        assertThat(Texts.onlyDated("Báo cáo hằng tháng trước ngày 22, quý trước ngày 22 của tháng cuối quý,"
                                + " năm trước ngày 10/12.")
                        .rrule())
                .containsExactly(
                        "FREQ=MONTHLY;BYMONTHDAY=22",
                        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=22",
                        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10");
        assertThat(Texts.onlyDated("Báo cáo gửi trước ngày 15/6 và 15/12 hằng năm.")
                        .rrule())
                .containsExactly("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15");
    }

    @Test
    void theDayUntilWhichIsCountedIsNotTheDayOfTheReport() {
        assertThat(Texts.onlyDated("Báo cáo 6 tháng (số liệu tính đến ngày 14/6) gửi trước ngày 18/6 hằng năm.")
                        .rrule())
                .containsExactly("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gửi biên bản về Ban Thường trực ngay sau khi kết thúc hội nghị 01 ngày.       | P1D after kết thúc hội nghị
            Thông báo cho các đơn vị trước ít nhất 24 giờ khi tạm dừng hệ thống.          | P24H before tạm dừng hệ thống
            Thời gian lấy ý kiến: 30 ngày, kể từ ngày đăng tải.                           | P30D after đăng tải
            Giai đoạn khẩn cấp (0-48 giờ): Tổ chức lực lượng tiếp cận các vùng ngập sâu.  | P48H
            Gửi danh sách trong vòng 05 ngày làm việc kể từ ngày Quy chế có hiệu lực.     | P5BD after Quy chế có hiệu lực
            """)
    void aLengthCountsFromItsEventWhereverThatStands(String sentence, String relative) {
        assertThat(Texts.onlyDated(sentence).relative()).isEqualTo(relative);
    }

    @Test
    void anHourOfTheClockIsNoLength() {
        assertThat(Texts.dated("Sở Nội vụ gửi báo cáo trước 17 giờ cùng ngày.")).isEmpty();
    }

    @Test
    void aPlannedDayAndItsLatestDayAreOneEntry() {
        assertThat(Texts.onlyDated("- Thời gian: Dự kiến ngày 05/02/2026 (chậm nhất ngày 10/02/2026).")
                        .due())
                .containsExactly(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 10));
    }

    @Test
    void daysOfOneWorkOverSeveralPartsOfASentenceAreOneEntry() {
        assertThat(Texts.onlyDated("Phấn đấu đạt 20% xã, phường “không ma túy” trong năm 2026; đến năm 2030 đạt 50%.")
                        .due())
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2030, 12, 31));
    }

    @Test
    void phasesOfAPlanAreDueAtTheirEnd() {
        assertThat(Texts.dated("""
                1. Đợt 1: Trong tháng 02/2026

                - Tuyên truyền Luật Bầu cử.

                2. Đợt 2: Từ tháng 3 đến ngày bầu cử 15/3/2026

                - Tuyên truyền cao điểm.
                """))
                .extracting(Obligation::due)
                .containsExactly(List.of(LocalDate.of(2026, 2, 28)), List.of(LocalDate.of(2026, 3, 15)));
    }

    @Test
    void theYearAloneAboveTargetsIsNoTarget() {
        assertThat(Texts.dated("""
                2. Mục tiêu cụ thể

                a) Đến năm 2027:

                - 70% hồ sơ được số hóa.

                b) Đến năm 2030:

                - 90% hồ sơ được số hóa.
                """))
                .extracting(Obligation::due)
                .containsExactly(List.of(LocalDate.of(2027, 12, 31)), List.of(LocalDate.of(2030, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quyết định này có hiệu lực từ ngày 01/02/2026.",
                "Trong năm 2025, Sở Nội vụ đã tổ chức 12 lớp tập huấn.",
                "Triển khai Chương trình phát triển đô thị giai đoạn 2026 - 2030 trên địa bàn tỉnh.",
                "Kinh phí được giao trong kế hoạch hằng năm theo phân cấp."
            })
    void whatOnlyNamesATimeSetsNoLimit(String sentence) {
        assertThat(Texts.dated(sentence)).isEmpty();
    }
}
