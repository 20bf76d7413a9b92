package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The four real documents that the product was made for. */
class SeedsTest {
    private final Reading reminder = DirectiveReader.read(Texts.seed("1171-STTTT-TTBCXB.txt"));
    private final Reading yearPlan = DirectiveReader.read(Texts.seed("19-KH-UBND.txt"));
    private final Reading notice = DirectiveReader.read(Texts.seed("thong-tin-CV-4078-SNV-CCHC.txt"));
    private final Reading news = DirectiveReader.read(Texts.seed("tin-bai-KH-44-UBND.txt"));

    private static List<Obligation> dated(Reading reading) {
        return reading.obligations().stream().filter(Obligation::dated).toList();
    }

    private static List<String> numbers(Reading reading) {
        return reading.citations().stream().map(Citation::number).toList();
    }

    @Test
    void theReminderHasItsWholeHeader() {
        Header header = reminder.header();
        assertThat(header.number()).isEqualTo("1171/STTTT-TTBCXB");
        assertThat(header.type()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(header.date()).isEqualTo(LocalDate.of(2020, 8, 4));
        assertThat(header.place()).isEqualTo("Hậu Giang");
        assertThat(header.issuer()).isEqualTo("Sở Thông tin và Truyền thông tỉnh Hậu Giang");
        assertThat(header.subject()).startsWith("đăng tải tài liệu lấy ý kiến Nhân dân");
        assertThat(header.addressees()).containsExactly("Ban Biên tập Website các sở, ban, ngành và các địa phương");
        assertThat(header.recipients()).containsExactly("Như trên", "Lưu: VT, TTBCXB, AP");
        assertThat(header.signer()).isEqualTo(new Header.Signer("Trần Thị Xuân Trang", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"));
        assertThat(header.urgency()).isNull();
    }

    @Test
    void theReminderUrgesAnEarlierLetterAndAGuideOfTheParty() {
        assertThat(numbers(reminder)).containsExactly("1134/STTTT-TTBCXB", "01-HD/BCĐ", "87-HD/BTG");
        Citation letter = reminder.citations().getFirst();
        assertThat(letter.type()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(letter.date()).isEqualTo(LocalDate.of(2020, 7, 28));
        assertThat(letter.issuer()).isEqualTo("Sở Thông tin và Truyền thông Hậu Giang");
        Citation guide = reminder.citations().get(1);
        assertThat(guide.type()).isEqualTo(DocumentType.HUONG_DAN);
        assertThat(guide.date()).isEqualTo(LocalDate.of(2020, 7, 14));
        assertThat(guide.issuer()).isEqualTo("Ban Chỉ đạo 2395 tỉnh Hậu Giang");
    }

    @Test
    void bothBatchesOfTheReminderAreOneDutyWithTwoDates() {
        assertThat(dated(reminder)).singleElement().satisfies(duty -> {
            assertThat(duty.due()).containsExactly(LocalDate.of(2020, 8, 10), LocalDate.of(2020, 9, 10));
            assertThat(duty.evidence()).isEqualTo(EvidenceKind.REPORT);
        });
    }

    @Test
    void theYearPlanHasItsWholeHeaderThoughLinesAreBrokenAndColumnsFlattened() {
        Header header = yearPlan.header();
        assertThat(header.number()).isEqualTo("19/KH-UBND");
        assertThat(header.type()).isEqualTo(DocumentType.KE_HOACH);
        assertThat(header.date()).isEqualTo(LocalDate.of(2020, 4, 6));
        assertThat(header.place()).isEqualTo("Trà Vinh");
        assertThat(header.issuer()).isEqualTo("Ủy ban nhân dân tỉnh Trà Vinh");
        assertThat(header.subject())
                .isEqualTo("THỰC HIỆN CÔNG TÁC DÂN VẬN CHÍNH QUYỀN TRÊN ĐỊA BÀN TỈNH TRÀ VINH NĂM 2020");
        assertThat(header.signer())
                .isEqualTo(new Header.Signer("Lê Văn Hẳn", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"));
        assertThat(header.recipients())
                .contains("UBND cấp huyện", "Lưu: VT, THNV")
                .hasSize(8);
    }

    @Test
    void theYearPlanCitesThirtyFiveDocumentsOnceEach() {
        assertThat(numbers(yearPlan))
                .containsExactlyInAnyOrder(
                        "01-QCPH/UBND-BDVTU",
                        "161-CTr/BCSĐUBND-BDVTU",
                        "553/QĐ-UBND",
                        "457/HD-UBND",
                        "34/2007/PL-UBTVQH11",
                        "290-QĐ/TW",
                        "43-KL/TW",
                        "25-NQ/TW",
                        "49-CT/TW",
                        "114-KL/TW",
                        "16/CT-TTg",
                        "1893-QĐ/TU",
                        "115-KH/TU",
                        "70-KH/TU",
                        "217-QĐ/TW",
                        "218-QĐ/TW",
                        "120-KL/TW",
                        "65-KL/TW",
                        "30-CT/TW",
                        "04/2015/NĐ-CP",
                        "01/2016/TT-BNV",
                        "18-NQ/TW",
                        "19-NQ/TW",
                        "71-KH/TU",
                        "72-KH/TU",
                        "05-ĐA/TU",
                        "638/QĐ-UBND",
                        "10/NQ-CP",
                        "639/QĐ-UBND",
                        "08/NQ-CP",
                        "24/2019/QĐ-UBND",
                        "61/2018/NĐ-CP",
                        "1949/QĐ-UBND",
                        "39/KH-UBND",
                        "17/NQ-CP");
    }

    @Test
    void documentsCitedTogetherShareTheDateThatIsPrintedOnce() {
        assertThat(yearPlan.citations())
                .filteredOn(citation -> List.of("18-NQ/TW", "19-NQ/TW", "217-QĐ/TW", "218-QĐ/TW")
                        .contains(citation.number()))
                .extracting(Citation::date)
                .containsExactlyInAnyOrder(
                        LocalDate.of(2017, 10, 25),
                        LocalDate.of(2017, 10, 25),
                        LocalDate.of(2013, 12, 12),
                        LocalDate.of(2013, 12, 12));
    }

    @Test
    void theYearPlanReportsInThreeRhythms() {
        assertThat(dated(yearPlan)).singleElement().satisfies(duty -> {
            assertThat(duty.rrule())
                    .containsExactly(
                            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10",
                            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10",
                            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25");
            assertThat(duty.who()).containsExactly("các cơ quan, đơn vị", "Ủy ban nhân dân huyện, thị xã, thành phố");
            assertThat(duty.to()).isEqualTo("Sở Nội vụ");
            assertThat(duty.evidence()).isEqualTo(EvidenceKind.REPORT);
        });
    }

    @Test
    void theYearPlanGivesWorkToEachUnitOfItsLastPart() {
        assertThat(yearPlan.assigned())
                .contains("Sở Nội vụ", "Các sở, ban, ngành tỉnh", "Ban Dân vận Tỉnh ủy", "Báo Trà Vinh");
    }

    @Test
    void theNoticeIsReadAsTheLetterItIsAbout() {
        Header header = notice.header();
        assertThat(header.number()).isEqualTo("4078/SNV-CCHC");
        assertThat(header.type()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(header.date()).isNull();
        assertThat(header.issuer()).isEqualTo("Sở Nội vụ");
        assertThat(header.subject()).startsWith("Đẩy mạnh thông tin, tuyên truyền cải cách hành chính");
        assertThat(header.signer()).isNull();
        assertThat(numbers(notice)).containsExactly("4849/BNV-CCHC", "16/VPBCĐCCHC", "07-KH/TBTCPV", "18-CtrHĐ/TU");
    }

    @Test
    void theNoticeLimitsArticlesToThreePagesAndSaysWhereToSendThem() {
        assertThat(notice.obligations())
                .filteredOn(duty -> !duty.limits().isEmpty())
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.limits()).containsExactly("không quá 03 trang giấy A4");
                    assertThat(duty.to()).isEqualTo("Sở Nội vụ, cchc.snv@tphcm.gov.vn");
                    assertThat(duty.evidence()).isEqualTo(EvidenceKind.ARTICLE);
                    assertThat(duty.who()).containsExactly("các cơ quan, đơn vị");
                });
    }

    @Test
    void aNewsItemIsReadAsThePlanItTellsOf() {
        Header header = news.header();
        assertThat(header.number()).isEqualTo("44/KH-UBND");
        assertThat(header.issuer()).isEqualTo("Ủy ban nhân dân tỉnh Hậu Giang");
        assertThat(header.subject()).isEqualTo("tuyên truyền CCHC năm 2021");
        assertThat(news.citations()).isEmpty();
        assertThat(dated(news))
                .extracting(Obligation::due)
                .containsExactly(List.of(LocalDate.of(2021, 12, 31)), List.of(LocalDate.of(2021, 5, 31)));
    }

    @Test
    void everySpanPointsAtWhatWasRead() {
        for (Reading reading : List.of(reminder, yearPlan, notice, news)) {
            for (Citation citation : reading.citations()) {
                assertThat(citation.span().of(reading.text()).replaceAll("\\s", ""))
                        .isEqualTo(citation.number());
            }
            for (Obligation duty : reading.obligations()) {
                String passage = duty.span().of(reading.text()).replaceAll("\\s+", " ");
                assertThat(passage)
                        .contains(duty.text()
                                .substring(0, Math.min(40, duty.text().length())));
            }
            reading.header()
                    .spans()
                    .forEach((field, span) ->
                            assertThat(span.of(reading.text())).as(field).isNotBlank());
        }
    }
}
