package vn.nhipcau.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final String TEXT =
            "Phần mở đầu.\n\nTỷ lệ hộ nghèo giảm từ 14,9% xuống còn 3,5%; bảo hiểm y tế bao phủ 90,2% dân số.\nPhần kết.";

    @Test
    void the_passage_is_found_however_it_was_typeset() {
        String onPage = "tỷ lệ hộ nghèo\n giảm từ 14,9 % xuống còn 3,5 %  – bảo hiểm y tế";
        assertThat(SideBySide.in(TEXT, onPage).passage())
                .isEqualTo("Tỷ lệ hộ nghèo giảm từ 14,9% xuống còn 3,5%; bảo hiểm y tế");
        assertThat(SideBySide.in(TEXT, Normalizer.normalize(onPage, Normalizer.Form.NFD))
                        .passage())
                .isEqualTo("Tỷ lệ hộ nghèo giảm từ 14,9% xuống còn 3,5%; bảo hiểm y tế");
        assertThat(SideBySide.in(TEXT, "Ty le ho ngheo giam tu 14,9% xuong con 3,5%")
                        .passage())
                .startsWith("Tỷ lệ hộ nghèo");
    }

    @Test
    void what_stands_around_is_shown_and_nothing_is_lost() {
        SideBySide.Marked marked = SideBySide.in(TEXT, "bảo hiểm y tế bao phủ 90,2% dân số");
        assertThat(marked.before() + marked.passage() + marked.after()).isEqualTo(TEXT.substring(0, TEXT.length() - 1));
    }

    @Test
    void a_passage_that_is_not_there_is_not_marked() {
        assertThat(SideBySide.in(TEXT, "Hội nghị triển khai nhiệm vụ trọng tâm sáu tháng cuối năm")
                        .found())
                .isFalse();
        assertThat(SideBySide.in("", "bất kỳ").found()).isFalse();
        assertThat(SideBySide.in(TEXT, "").found()).isFalse();
    }
}
