package vn.nhipcau.vitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String LETTER =
            "Đề nghị bổ sung vào dự thảo chỉ tiêu về nước sạch cho các xã vùng sâu, vì nhiều hộ dân ở ấp tôi vẫn phải"
                    + " mua nước ngọt vào mùa khô với giá cao, trong khi công trình cấp nước đã xuống cấp từ nhiều năm nay.";

    @Test
    void the_same_words_are_the_same_whatever_their_marks_case_and_punctuation() {
        Likeness typed = of(LETTER);
        Likeness unmarked = of(Fold.plain(LETTER).toUpperCase().replace(",", " ;"));
        assertThat(typed.to(unmarked)).isEqualTo(1);
        assertThat(typed.bands()).isEqualTo(unmarked.bands());
    }

    @Test
    void a_letter_with_the_name_of_the_village_changed_is_nearly_the_same() {
        assertThat(of(LETTER).to(of(LETTER.replace("ấp tôi", "khóm chúng tôi"))))
                .isBetween(0.7, 0.95);
    }

    @Test
    void another_letter_about_the_same_matter_is_not() {
        assertThat(
                        of(LETTER)
                                .to(
                                        of(
                                                "Tôi thấy chỉ tiêu nước sạch trong dự thảo là phù hợp, chỉ mong tỉnh sớm sửa đường ống của xã.")))
                .isLessThan(0.1);
    }

    @Test
    void short_phrases_tell_nothing() {
        assertThat(Likeness.of("Tôi hoàn toàn nhất trí với dự thảo.")).isEmpty();
    }

    @Test
    void nearly_the_same_texts_share_a_band_nearly_always() {
        Random random = new Random(20261122);
        int found = 0;
        for (int round = 0; round < 500; round++) {
            String[] words = random.ints(80, 0, 5_000).mapToObj(i -> "tu" + i).toArray(String[]::new);
            Likeness first = of(String.join(" ", words));
            words[random.nextInt(words.length)] = "khac";
            Likeness second = of(String.join(" ", words));
            found += shares(first, second) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(470);
    }

    private static boolean shares(Likeness first, Likeness second) {
        Set<Long> bands = Arrays.stream(first.bands()).boxed().collect(Collectors.toSet());
        return Arrays.stream(second.bands()).anyMatch(bands::contains);
    }

    private static Likeness of(String text) {
        return Likeness.of(text).orElseThrow();
    }
}
