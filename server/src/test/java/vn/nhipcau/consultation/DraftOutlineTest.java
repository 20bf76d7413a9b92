package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcau.consultation.NewConsultation.NewClause;

class DraftOutlineTest {
    private static final String REPORT = """
            DỰ THẢO BÁO CÁO CHÍNH TRỊ
            PHẦN THỨ NHẤT
            KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT
            I. Kinh tế
            1. Nông nghiệp
            Sản lượng tăng.
            - Lúa: 1,2 triệu tấn.
            2. Công nghiệp
            Phần lớn là chế biến.
            II. Văn hóa
            PHẦN THỨ HAI
            PHƯƠNG HƯỚNG
            I. Mục tiêu
            """;

    @Test
    void a_report_is_cut_by_its_parts_and_numbers() {
        assertThat(DraftOutline.of(REPORT).stream().map(NewClause::anchor))
                .containsExactly(
                        "mo-dau", "phan-1", "phan-1.i", "phan-1.i.1", "phan-1.i.2", "phan-1.ii", "phan-2", "phan-2.i");
    }

    @Test
    void a_name_in_the_line_below_belongs_to_its_part() {
        NewClause part = DraftOutline.of(REPORT).get(1);
        assertThat(part.heading()).isEqualTo("PHẦN THỨ NHẤT. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT");
        assertThat(part.level()).isEqualTo(1);
    }

    @Test
    void dashes_and_sentences_that_begin_like_headings_stay_in_the_text() {
        List<NewClause> clauses = DraftOutline.of(REPORT);
        assertThat(clauses.get(3).text()).isEqualTo("Sản lượng tăng.\n- Lúa: 1,2 triệu tấn.");
        assertThat(clauses.get(4).text()).isEqualTo("Phần lớn là chế biến.");
    }

    @Test
    void numbered_paragraphs_of_an_article_are_not_clauses_of_their_own() {
        List<NewClause> clauses = DraftOutline.of("""
                Chương I. QUY ĐỊNH CHUNG
                Điều 1. Phạm vi điều chỉnh
                1. Quy định này áp dụng trên địa bàn tỉnh.
                2. Không áp dụng với đơn vị quân đội.
                Điều 2. Đối tượng áp dụng
                Theo quy định tại Điều 1 của Quy định này.
                """);
        assertThat(clauses.stream().map(NewClause::anchor)).containsExactly("chuong-i", "dieu-1", "dieu-2");
        assertThat(clauses.get(1).text()).startsWith("1. Quy định này").contains("2. Không áp dụng");
        assertThat(clauses.get(1).level()).isEqualTo(2);
    }

    @Test
    void the_same_number_twice_gets_two_anchors() {
        assertThat(DraftOutline.of("1. Một\na\n1. Một nữa\nb").stream().map(NewClause::anchor))
                .containsExactly("1", "1-2");
    }

    @Test
    void a_long_numbered_paragraph_keeps_its_words_and_gets_a_short_name() {
        String paragraph = "1. " + "Đề nghị các đơn vị thực hiện ".repeat(20).strip();
        NewClause clause = DraftOutline.of(paragraph).getFirst();
        assertThat(clause.text()).isEqualTo(paragraph);
        assertThat(clause.heading()).endsWith("…").hasSizeLessThan(95);
    }

    @Test
    void a_draft_without_any_number_is_one_clause() {
        assertThat(DraftOutline.of("Kính gửi nhân dân.\nXin ý kiến.")).hasSize(1);
    }
}
