package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMarkingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT\nUBND TỈNH",
                "UBND TỈNH\n  TỐI MẬT  \nSố: 1/QĐ",
                "UBND TỈNH\t\tCỘNG HÒA\nTUYỆT MẬT\tĐộc lập",
                "SỞ NỘI VỤ        MẬT\nSố: 1",
                "**[MẬT]**\nSố: 1",
                "Độ mật: Tối mật\nSố: 1"
            })
    void a_stamp_on_a_line_or_in_a_column_of_its_own_is_seen(String top) {
        assertThat(SecretMarking.on(top)).isTrue();
        assertThat(SecretMarking.on(Normalizer.normalize(top, Normalizer.Form.NFD)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "V/v bảo vệ bí\nmật nhà nước",
                "BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
                "Kính gửi: Công ty Mật ong",
                "độ mật được xác định theo quy định"
            })
    void a_text_about_secrets_is_not_secret(String top) {
        assertThat(SecretMarking.on(top)).isFalse();
    }

    @Test
    void a_word_far_below_the_top_is_no_stamp() {
        assertThat(SecretMarking.on("Nội dung\n".repeat(400) + "MẬT\n")).isFalse();
    }
}
