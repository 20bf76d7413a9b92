package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObligationsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3/2026.                          | 2026-03-15
            Sở Nội vụ báo cáo UBND tỉnh chậm nhất ngày 15 tháng 3 năm 2026.            | 2026-03-15
            Sở Nội vụ hoàn thành việc rà soát trong tháng 6/2026.                      | 2026-06-30
            Sở Nội vụ hoàn thành việc rà soát trong Quý I/2026.                        | 2026-03-31
            Sở Nội vụ hoàn thành việc rà soát trong năm 2026.                          | 2026-12-31
            Sở Nội vụ hoàn thành việc rà soát trong 6 tháng đầu năm 2026.              | 2026-06-30
            Sở Nội vụ tổ chức tập huấn từ tháng 3/2026 đến tháng 5/2026.               | 2026-05-31
            Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3.                               | 2026-03-15
            Sở Nội vụ báo cáo UBND tỉnh trước ngày 05/01.                              | 2027-01-05
            Sở Nội vụ nộp hồ sơ trước 17 giờ 00 ngày 20/4/2026.                        | 2026-04-20
            """)
    void aPrintedLimitIsTheDayItEnds(String sentence, LocalDate due) {
        Obligation duty = Texts.onlyDated(sentence);
        assertThat(duty.due()).containsExactly(due);
        assertThat(duty.who()).containsExactly("Sở Nội vụ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sở Nội vụ báo cáo trước ngày 15/12 hằng năm.                        | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15
            Sở Nội vụ báo cáo trước ngày 25 hằng tháng.                         | FREQ=MONTHLY;BYMONTHDAY=25
            Sở Nội vụ định kỳ hằng tháng gửi báo cáo về UBND tỉnh.              | FREQ=MONTHLY
            Sở Nội vụ định kỳ hằng quý báo cáo UBND tỉnh.                       | FREQ=YEARLY;BYMONTH=3,6,9,12
            Sở Nội vụ định kỳ 6 tháng báo cáo UBND tỉnh.                        | FREQ=YEARLY;BYMONTH=6,12
            Hằng tuần, Sở Nội vụ tổng hợp kết quả.                              | FREQ=WEEKLY
            Sở Nội vụ gửi báo cáo vào thứ Sáu hằng tuần.                        | FREQ=WEEKLY;BYDAY=FR
            Sở Nội vụ sao lưu dữ liệu 01 lần/ngày.                              | FREQ=DAILY
            Sở Nội vụ thay đổi mật khẩu tối thiểu 03 tháng/lần.                 | FREQ=YEARLY;BYMONTH=3,6,9,12
            """)
    void aRhythmIsARuleOfRfc5545(String sentence, String rule) {
        assertThat(Texts.onlyDated(sentence).rrule()).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sở Nội vụ trả lời trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản. | P5BD after nhận được văn bản
            Sở Nội vụ gửi kế hoạch trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này. | P10D after nhận Kế hoạch này
            Sở Nội vụ khắc phục trong 24 giờ kể từ khi nhận được thông báo.             | P24H after nhận được thông báo
            Sở Nội vụ niêm yết kết quả tại trụ sở trong thời gian 30 ngày.               | P30D after niêm yết
            Sở Nội vụ hỗ trợ kỹ thuật không quá 24h00 kể từ khi nhận được thông báo.     | P24H after nhận được thông báo
            Trường hợp bảo trì, nâng cấp hệ thống, Sở Nội vụ thông báo tối thiểu trước 05 ngày làm việc. | P5BD before bảo trì, nâng cấp hệ thống
            Sở Nội vụ theo dõi và có biện pháp phòng bệnh trong vòng 14 ngày.            | P14D
            """)
    void aLimitThatRunsFromAnEventNamesTheEvent(String sentence, String relative) {
        Obligation duty = Texts.onlyDated(sentence);
        assertThat(duty.relative()).isEqualTo(relative);
        assertThat(duty.due()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kế hoạch này có hiệu lực kể từ ngày 01/3/2026.
            Sở Nội vụ thực hiện Quyết định số 12/QĐ-UBND ngày 05/6/2026 của UBND tỉnh.
            Sở Nội vụ triển khai Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030.
            Sở Nội vụ thường xuyên theo dõi việc thực hiện.
            Kinh phí được bố trí trong dự toán ngân sách hằng năm của các cơ quan.
            Sở Nội vụ tuyên truyền cuộc bầu cử nhiệm kỳ 2026 - 2031.
            """)
    void datesOfLawAndNamesOfPlansAreNoLimits(String sentence) {
        assertThat(Texts.dated(sentence)).isEmpty();
    }

    @Test
    void aHeadingThatNamesUnitsGivesThemTheItemsBelow() {
        List<Obligation> dated = Texts.dated("""
                III. TỔ CHỨC THỰC HIỆN

                1. Sở Tài chính

                - Bố trí kinh phí; báo cáo UBND tỉnh trước ngày 01/6/2026.

                2. Các sở, ban, ngành tỉnh; UBND các xã, phường:

                a) Xây dựng kế hoạch, gửi về Sở Nội vụ trước ngày 28/02/2026.
                """);
        assertThat(dated)
                .extracting(Obligation::who)
                .containsExactly(List.of("Sở Tài chính"), List.of("Các sở, ban, ngành tỉnh", "UBND các xã, phường"));
        assertThat(dated).extracting(Obligation::clause).containsExactly("III.1", "III.2.a");
        assertThat(dated.get(1).to()).isEqualTo("Sở Nội vụ");
    }

    @Test
    void theLeadAndThoseWhoWorkWithItAreToldApart() {
        Obligation duty = Texts.onlyDated(
                "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát, hoàn thành trước ngày 30/6/2026.");
        assertThat(duty.lead()).containsExactly("Sở Xây dựng");
        assertThat(duty.with()).containsExactly("Sở Tài chính");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chậm nhất là 17 giờ 00 ngày 01 tháng 02 năm 2026, người ứng cử phải hoàn thành việc nộp hồ sơ.       | người ứng cử
            Thời hạn để người ứng cử hoàn thành việc nộp hồ sơ chậm nhất là ngày 01/02/2026.                     | người ứng cử
            Đối với phản ánh, kiến nghị về thủ tục, các cơ quan chuyên môn phải trả lời trước ngày 01/02/2026. | các cơ quan chuyên môn
            """)
    void personsAndGroupsAreReadBehindTheTimeOrTheCase(String sentence, String who) {
        assertThat(Texts.onlyDated(sentence).who()).containsExactly(who);
    }

    @Test
    void aBodyDirectedWithAListDoesWhatTheListSays() {
        Obligation duty = Texts.onlyDated("""
                2. Chỉ đạo Cổng Thông tin điện tử tỉnh (thuộc Văn phòng UBND tỉnh) thực hiện.

                a) Sao lưu dữ liệu định kỳ 01 tuần/lần;
                """);
        assertThat(duty.who()).containsExactly("Cổng Thông tin điện tử tỉnh");
        assertThat(duty.rrule()).containsExactly("FREQ=WEEKLY");
    }

    @Test
    void aStepIsDueAtTheEndOfThePeriodBelowItsHeading() {
        Obligation step = Texts.onlyDated("""
                BƯỚC HAI

                Các cơ quan, tổ chức giới thiệu người ứng cử

                (Từ ngày 15/01/2026 đến ngày 25/01/2026)
                """);
        assertThat(step.clause()).isEqualTo("Bước hai");
        assertThat(step.due()).containsExactly(LocalDate.of(2026, 1, 25));
    }

    @Test
    void aLimitToldByALengthAndByItsDayIsOne() {
        Obligation duty = Texts.onlyDated(
                "Sở Nội vụ tổ chức tiếp xúc cử tri và kết thúc trước thời điểm bắt đầu bỏ phiếu 24h (trước 07h00 ngày 14/3/2026).");
        assertThat(duty.due()).containsExactly(LocalDate.of(2026, 3, 14));
        assertThat(duty.relative()).isEqualTo("P24H before thời điểm bắt đầu bỏ phiếu");
    }

    @Test
    void theOneWhoActsMayStandBehindTheTime() {
        Obligation duty = Texts.onlyDated(
                "Trong thời hạn 03 ngày làm việc kể từ ngày nhận được kiến nghị, Văn phòng UBND tỉnh phải chuyển đến cơ quan có thẩm quyền.");
        assertThat(duty.who()).containsExactly("Văn phòng UBND tỉnh");
    }

    @Test
    void aListUnderAnIntroductionBindsThoseIntroduced() {
        List<Obligation> dated = Texts.dated("""
                Thực hiện Quyết định số 01/QĐ-TTg ngày 02/01/2026, UBND tỉnh yêu cầu các sở, ban, ngành tỉnh:

                1. Báo cáo kết quả thực hiện trước ngày 15/02/2026.

                2. Cử 01 công chức làm đầu mối trước ngày 20/01/2026.
                """);
        assertThat(dated)
                .extracting(Obligation::who)
                .containsExactly(List.of("các sở, ban, ngành tỉnh"), List.of("các sở, ban, ngành tỉnh"));
    }

    @Test
    void targetsHaveTheYearOfTheirHeading() {
        assertThat(Texts.dated("""
                II. MỤC TIÊU

                1. Mục tiêu đến hết năm 2026

                - 100% hồ sơ được số hóa.

                - Trên 80% người dân hài lòng.

                2. Mục tiêu đến năm 2030

                - Hoàn thành kho dữ liệu dùng chung.
                """))
                .extracting(Obligation::due)
                .containsExactly(
                        List.of(LocalDate.of(2026, 12, 31)),
                        List.of(LocalDate.of(2026, 12, 31)),
                        List.of(LocalDate.of(2030, 12, 31)));
    }

    @Test
    void linesOfTimeAndLeadBelongToTheItemAbove() {
        Obligation duty = Texts.onlyDated("""
                1. Ban hành kế hoạch tuyên truyền

                - Thời gian hoàn thành: Quý IV/2025 và Quý I/2026;

                - Đơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch

                - Đơn vị phối hợp: Các sở, ban, ngành tỉnh.
                """);
        assertThat(duty.due()).containsExactly(LocalDate.of(2026, 3, 31));
        assertThat(duty.clause()).isEqualTo("1");
        assertThat(duty.lead()).containsExactly("Sở Văn hóa, Thể thao và Du lịch");
        assertThat(duty.with()).containsExactly("Các sở, ban, ngành tỉnh");
    }

    @Test
    void eachRowOfATableWithBarsIsADuty() {
        List<Obligation> dated = Texts.dated("""
                I. NHIỆM VỤ

                | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
                | 1 | Xây dựng kho dữ liệu | Sở Khoa học và Công nghệ | Các sở, ban, ngành | Quý II/2026 |
                | 2 | Tập huấn kỹ năng số | Sở Nội vụ | UBND cấp xã | Tháng 9/2026 |
                """);
        assertThat(dated)
                .extracting(Obligation::who)
                .containsExactly(List.of("Sở Khoa học và Công nghệ"), List.of("Sở Nội vụ"));
        assertThat(dated)
                .extracting(Obligation::due)
                .containsExactly(List.of(LocalDate.of(2026, 6, 30)), List.of(LocalDate.of(2026, 9, 30)));
        assertThat(dated.getFirst().what()).isEqualTo("Xây dựng kho dữ liệu");
    }

    @Test
    void eachRowOfATableFlattenedToOneCellALineIsADuty() {
        String text = Texts.plan("I. NHIỆM VỤ") + """

                PHỤ LỤC

                DANH MỤC NHIỆM VỤ

                TT

                Nội dung

                Cơ quan chủ trì

                Cơ quan phối hợp

                Thời gian thực hiện

                1

                Khảo sát hiện trạng

                Sở Xây dựng

                Sở Tài chính

                Quý IV/2025- Quý II/2026

                2

                Công bố kết quả

                Sở Nội vụ

                Hàng năm
                """;
        List<Obligation> dated = DirectiveReader.read(text).obligations().stream()
                .filter(Obligation::dated)
                .toList();
        assertThat(dated).extracting(Obligation::due).containsExactly(List.of(LocalDate.of(2026, 6, 30)), List.of());
        assertThat(dated.get(1).rrule()).containsExactly("FREQ=YEARLY");
        assertThat(dated.get(1).lead()).containsExactly("Sở Nội vụ");
    }

    @Test
    void aSentenceBrokenInTheMiddleOfANumberIsOneSentence() {
        Reading reading = DirectiveReader.read(Texts.plan("""
                Thực hiện Chỉ thị số 30-
                CT/TW của Bộ
                Chính trị, Sở Nội vụ báo cáo kết quả về UBND tỉnh trước ngày 15/
                3/2026.
                """));
        assertThat(reading.citations()).extracting(Citation::number).containsExactly("30-CT/TW");
    }

    @Test
    void theSameUnitIsListedOnce() {
        assertThat(DirectiveReader.read(Texts.plan("""
                1. UBND các xã, phường

                - Xây dựng kế hoạch thực hiện.

                2. Sở Nội vụ

                - Hướng dẫn nghiệp vụ.

                Yêu cầu Giám đốc Sở Nội vụ, Chủ tịch UBND các xã, phường nghiêm túc thực hiện.
                """)).assigned())
                .containsExactly("UBND các xã, phường", "Sở Nội vụ");
    }
}
