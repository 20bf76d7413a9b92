package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTitleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    có trách nhiệm báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 25/3/2021 | báo cáo kết quả thực hiện về Sở Nội vụ
                    Theo chức năng, nhiệm vụ được giao, xây dựng kế hoạch để thực hiện đạt hiệu quả | xây dựng kế hoạch
                    Trước ngày 10/3/2021, gửi kế hoạch về Sở Nội vụ. | gửi kế hoạch về Sở Nội vụ
                    Chậm nhất là 17 giờ 00 ngày 01 tháng 2 năm 2026, nộp hồ sơ ứng cử. | nộp hồ sơ ứng cử
                    thực hiện nghiêm phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát”, coi trọng dân | thực hiện nghiêm phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát”
                    (Sở Thông tin và Truyền thông) phối hợp đăng tin, bài (nếu có) | phối hợp đăng tin, bài
                    rà soát chức năng nhiệm vụ quyền hạn tổ chức bộ máy biên chế vị trí việc làm chế độ chính sách cán bộ công chức | rà soát chức năng nhiệm vụ quyền hạn tổ chức bộ máy biên chế vị trí việc làm…
                    khẩn trương | khẩn trương
                    """)
    void the_work_is_named_up_to_the_end_of_its_phrase(String sentence, String title) {
        assertThat(WorkTitle.of(Passage.of(sentence, 0, sentence.length()))).isEqualTo(title);
    }
}
