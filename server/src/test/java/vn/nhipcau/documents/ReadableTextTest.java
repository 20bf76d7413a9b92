package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void a_line_broken_inside_a_sentence_is_joined_and_nothing_moves() {
        String text = "về thực hiện\ncông tác dân vận,\nBan Dân vận ngày\n29/5/2015 của";
        assertThat(ReadableText.of(text))
                .isEqualTo("về thực hiện công tác dân vận, Ban Dân vận ngày 29/5/2015 của")
                .hasSameSizeAs(text);
    }

    @Test
    void lists_and_headings_keep_their_lines() {
        String text = "TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\na) Chủ trì\nb) Phối hợp\n- Như trên;\nSố liệu\n2. Sở Tài chính";
        assertThat(ReadableText.of(text)).isEqualTo(text);
    }

    @Test
    void wide_gaps_shrink_to_one_empty_line() {
        assertThat(ReadableText.withoutWideGaps("một\n\n \n\nhai")).isEqualTo("một\n\nhai");
    }
}
