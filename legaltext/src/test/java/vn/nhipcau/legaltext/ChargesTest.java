package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is charged, in the shapes that plans, regulations, telegrams and conclusions share. */
class ChargesTest {
    private static List<String> assigned(String body) {
        return DirectiveReader.read(Texts.plan(body)).assigned();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Đối với các hộ chưa đồng thuận, giao UBND phường Kinh Bắc vận động, xong trong tháng 02/2026.    | UBND phường Kinh Bắc
            Mỗi tháng một lần, Ban Chỉ đạo họp giao ban kiểm điểm tiến độ.                                   | Ban Chỉ đạo
            Bước 1: Từ ngày 17/01/2026 đến ngày 25/01/2026, Ban Công tác Mặt trận tổ chức hội nghị.          | Ban Công tác Mặt trận
            Biên bản hội nghị: Các cơ quan, đơn vị gửi về Sở Nội vụ trước ngày 25/01/2026.                   | Các cơ quan, đơn vị
            Trường hợp các cơ quan nhà nước đang dùng chữ ký cũ thì phải chuyển đổi trước ngày 31/12/2026.   | các cơ quan nhà nước
            Quản trị viên hệ thống có trách nhiệm sao lưu dữ liệu hằng tuần.                                 | Quản trị viên hệ thống
            Người sử dụng phải thay đổi mật khẩu định kỳ ít nhất 03 tháng một lần.                           | Người sử dụng
            UBND các xã: Tân Yên, Phúc Hòa hoàn thành chi trả trước 28/2/2026.                               | UBND các xã
            Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo cụ thể hóa Chỉ thị, hoàn thành trong quý I/2026.           | Đảng ủy Ủy ban nhân dân tỉnh
            """)
    void theSubjectIsFoundWhereverTheSentencePutsIt(String sentence, String who) {
        assertThat(Texts.onlyDated(sentence).who()).containsExactly(who);
    }

    @Test
    void aListOverSemicolonsIsOneSubject() {
        assertThat(Texts.onlyDated(
                                "Yêu cầu Chủ tịch UBND các xã, phường; Giám đốc các sở, ngành khẩn trương triển khai,"
                                        + " báo cáo trước 17h00 ngày 15/01/2026.")
                        .who())
                .containsExactly("Chủ tịch UBND các xã, phường", "Giám đốc các sở, ngành");
    }

    @Test
    void whereWorkIsSharedOutAnItemBeginsWithItsName() {
        assertThat(assigned("""
                IV. PHÂN CÔNG NHIỆM VỤ

                1. Đồng chí Trần Văn Bình, Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung.

                2. Sở Tài chính: Cân đối, bố trí kinh phí.

                3. Đề nghị các doanh nghiệp viễn thông (VNPT, Viettel, MobiFone và doanh nghiệp khác): Bảo đảm liên lạc.

                4. Doanh nghiệp, cộng đồng, tổ chức, cá nhân: Quan tâm ủng hộ.
                """))
                .containsExactly(
                        "Đồng chí Trần Văn Bình, Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban",
                        "Sở Tài chính",
                        "các doanh nghiệp viễn thông",
                        "VNPT",
                        "Viettel",
                        "MobiFone",
                        "Doanh nghiệp, cộng đồng, tổ chức, cá nhân");
    }

    @Test
    void thoseWhoAreInspectedAreGivenNoWork() {
        assertThat(assigned("""
                II. ĐỐI TƯỢNG GIÁM SÁT

                1. Đoàn công tác của tỉnh tiến hành giám sát đối với:

                - Thường trực Hội đồng nhân dân xã Tân An.

                - Các cơ quan, tổ chức, cá nhân có liên quan.
                """)).doesNotContain("Thường trực Hội đồng nhân dân xã Tân An");
    }

    @Test
    void partnersListedBelowTheLeadLeaveTheWorkWithIt() {
        assertThat(assigned("""
                III. TỔ CHỨC THỰC HIỆN

                1. Công an tỉnh

                a) Chủ trì, phối hợp với:

                - Sở Xây dựng tổ chức rà soát cơ sở vật chất.
                """)).containsExactly("Công an tỉnh");
    }

    @Test
    void whoeverAHeadingOfResponsibilityNamesIsListed() {
        assertThat(assigned("""
                Điều 18. Trách nhiệm của cán bộ, công chức được cấp chứng thư chữ ký số

                1. Bảo quản an toàn thiết bị.
                """)).containsExactly("cán bộ, công chức được cấp chứng thư chữ ký số");
    }

    @Test
    void oneBodyNamedAtTwoLengthsIsListedOnce() {
        assertThat(assigned("""
                1. Văn thư cơ quan có trách nhiệm bảo quản con dấu.

                2. Văn thư thực hiện ký số văn bản đi.
                """)).hasSize(1);
    }
}
