package vn.nhipcau.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.EvidenceKind;

/**
 * One directive of the demonstration: which file, who coordinates it, and what the coordinator made of its clauses.
 *
 * @param file in {@code examples/directives/}
 * @param owner code of the coordinating unit
 * @param filedAt when it was taken in, Viet Nam's time
 * @param number,title,issuer,issuedOn typed by hand where the file does not say
 * @param follows file of the directive that this one urges
 * @param decisions what becomes of the proposals; one without a decision is dropped
 */
record Story(
        String file,
        String owner,
        LocalDateTime filedAt,
        String number,
        String title,
        String issuer,
        LocalDate issuedOn,
        @Nullable String follows,
        List<Decision> decisions) {

    /**
     * @param passage words of the clause
     * @param groups names of the groups that it binds
     * @param due days that the coordinator sets where the clause names none, or names them elsewhere
     * @param rhythms recurrences, likewise
     */
    record Decision(
            String passage,
            String what,
            EvidenceKind evidence,
            List<String> groups,
            List<LocalDate> due,
            List<String> rhythms) {}

    /** Attached to 1171/STTTT-TTBCXB: what the units were to post. The text is invented. */
    static final String DRAFT = "1171-tom-tat-du-thao.txt";

    static final String DRAFT_TITLE =
            "Lấy ý kiến Nhân dân về dự thảo Báo cáo chính trị trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV";

    /** As the draft calls itself. */
    static final String DRAFT_NAME =
            "Dự thảo Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh Hậu Giang khóa XIII trình Đại hội đại biểu Đảng bộ tỉnh"
                    + " lần thứ XIV, nhiệm kỳ 2020 - 2025";

    /** File in {@code demo/} that came with the directive. */
    @Nullable
    String attachment() {
        return file.startsWith("1171-") ? DRAFT : null;
    }

    private static final String DEPARTMENTS = "Các sở, ban, ngành tỉnh";
    private static final String DISTRICTS = "Ủy ban nhân dân các huyện, thị xã, thành phố";

    static List<Story> all() {
        List<Story> stories = new ArrayList<>();
        stories.add(new Story(
                "19-KH-UBND.txt",
                "tam.tv.snv",
                LocalDateTime.of(2020, 4, 8, 9, 30),
                "19/KH-UBND",
                "Thực hiện công tác dân vận chính quyền trên địa bàn tỉnh năm 2020",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                LocalDate.of(2020, 4, 6),
                null,
                List.of(
                        new Decision(
                                "xây dựng kế hoạch cụ thể để thực hiện công tác dân vận chính quyền phù hợp với tình hình thực tế tại đơn vị",
                                "Xây dựng kế hoạch dân vận chính quyền của đơn vị",
                                EvidenceKind.PLAN,
                                List.of(DEPARTMENTS),
                                List.of(LocalDate.of(2020, 5, 15)),
                                List.of()),
                        new Decision(
                                "có trách nhiệm xây dựng kế hoạch cụ thể",
                                "Xây dựng kế hoạch dân vận chính quyền của địa phương",
                                EvidenceKind.PLAN,
                                List.of(DISTRICTS),
                                List.of(LocalDate.of(2020, 5, 15)),
                                List.of()),
                        new Decision(
                                "Định kỳ, hàng quý",
                                "Báo cáo kết quả thực hiện công tác dân vận chính quyền",
                                EvidenceKind.REPORT,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(),
                                List.of(
                                        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10",
                                        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10",
                                        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25")))));
        stories.add(new Story(
                "1171-STTTT-TTBCXB.txt",
                "tam.hg.stttt",
                LocalDateTime.of(2020, 8, 4, 15, 0),
                "1171/STTTT-TTBCXB",
                "Đăng tải tài liệu lấy ý kiến Nhân dân về dự thảo Báo cáo chính trị trên Website các sở, ban, ngành và các địa phương",
                "Sở Thông tin và Truyền thông tỉnh Hậu Giang",
                LocalDate.of(2020, 8, 4),
                null,
                List.of(
                        new Decision(
                                "đề nghị các đơn vị khẩn trương đăng tải",
                                "Đăng tải tài liệu lấy ý kiến Nhân dân trên Website của đơn vị",
                                EvidenceKind.PUBLICATION,
                                List.of("Ban Biên tập Website các sở, ban, ngành và các địa phương"),
                                List.of(LocalDate.of(2020, 8, 10)),
                                List.of()),
                        new Decision(
                                "Thời gian chậm nhất nhận báo cáo tổng hợp ý kiến",
                                "Gửi báo cáo tổng hợp ý kiến",
                                EvidenceKind.OPINIONS,
                                List.of(
                                        DEPARTMENTS,
                                        DISTRICTS,
                                        "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội cấp tỉnh"),
                                List.of(LocalDate.of(2020, 8, 10), LocalDate.of(2020, 9, 10)),
                                List.of()))));
        stories.add(new Story(
                "thong-tin-CV-4078-SNV-CCHC.txt",
                "tam.hcm.snv",
                LocalDateTime.of(2020, 9, 21, 10, 0),
                "4078/SNV-CCHC",
                "Đẩy mạnh thông tin, tuyên truyền cải cách hành chính",
                "Sở Nội vụ Thành phố Hồ Chí Minh",
                LocalDate.of(2020, 9, 21),
                null,
                List.of(new Decision(
                        "Cung cấp thông tin, viết tin, bài",
                        "Viết tin, bài về cải cách hành chính, không quá 03 trang A4",
                        EvidenceKind.ARTICLE,
                        List.of("Các sở, ban, ngành thành phố", "Ủy ban nhân dân các quận, huyện"),
                        List.of(LocalDate.of(2020, 10, 15)),
                        List.of()))));
        stories.add(new Story(
                "57-SNV-CCHC.txt",
                "tam.tv.snv",
                LocalDateTime.of(2021, 3, 1, 14, 0),
                "57/SNV-CCHC",
                "Thực hiện công tác dân vận chính quyền Quý I năm 2021 (văn bản minh họa)",
                "Sở Nội vụ tỉnh Trà Vinh",
                LocalDate.of(2021, 3, 1),
                "19-KH-UBND.txt",
                List.of(
                        new Decision(
                                "Báo cáo kết quả thực hiện công tác dân vận chính quyền Quý I",
                                "Báo cáo công tác dân vận chính quyền Quý I năm 2021",
                                EvidenceKind.REPORT,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(LocalDate.of(2021, 3, 10)),
                                List.of()),
                        new Decision(
                                "Đăng tải Kế hoạch dân vận chính quyền",
                                "Đăng tải kế hoạch dân vận chính quyền năm 2021 trên trang thông tin điện tử",
                                EvidenceKind.PUBLICATION,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(LocalDate.of(2021, 3, 18)),
                                List.of()),
                        new Decision(
                                "Mỗi đơn vị viết 01 tin, bài",
                                "Viết tin, bài về mô hình “Dân vận khéo”, không quá 03 trang A4",
                                EvidenceKind.ARTICLE,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(LocalDate.of(2021, 3, 16)),
                                List.of()),
                        new Decision(
                                "Báo cáo kết quả trả lời kiến nghị",
                                "Báo cáo kết quả trả lời kiến nghị",
                                EvidenceKind.ANSWER,
                                List.of(DISTRICTS),
                                List.of(),
                                List.of("FREQ=MONTHLY;BYMONTHDAY=25")))));
        stories.add(new Story(
                "tin-bai-KH-44-UBND.txt",
                "tam.hg.snv",
                LocalDateTime.of(2021, 3, 12, 16, 0),
                "44/KH-UBND",
                "Tuyên truyền cải cách hành chính năm 2021",
                "Ủy ban nhân dân tỉnh Hậu Giang",
                LocalDate.of(2021, 3, 12),
                null,
                List.of(
                        new Decision(
                                "mỗi huyện tổ chức Hội thi ở cấp huyện",
                                "Tổ chức Hội thi tuyên truyền cải cách hành chính cấp huyện",
                                EvidenceKind.CONTEST,
                                List.of(DISTRICTS),
                                List.of(LocalDate.of(2021, 5, 31)),
                                List.of()),
                        new Decision(
                                "chủ động xây dựng kế hoạch và tổ chức thực hiện",
                                "Xây dựng kế hoạch tuyên truyền cải cách hành chính năm 2021",
                                EvidenceKind.PLAN,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(LocalDate.of(2021, 3, 26)),
                                List.of()),
                        new Decision(
                                "thời gian thực hiện từ quý I/2021 đến quý IV/2021",
                                "Báo cáo kết quả tuyên truyền cải cách hành chính",
                                EvidenceKind.REPORT,
                                List.of(DEPARTMENTS, DISTRICTS),
                                List.of(),
                                List.of("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20")))));
        return List.copyOf(stories);
    }
}
