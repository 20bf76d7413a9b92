package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole documents of the kinds that the seeds lack. */
class DocumentKindsTest {
    @Test
    void a_telegram_orders_the_chairmen_and_ministries_it_is_sent_to() {
        Reading read = read("cong-dien.txt");
        assertThat(read.header().type()).isEqualTo(DocumentType.CONG_DIEN);
        assertThat(read.header().issuer()).isEqualTo("Thủ tướng Chính phủ");
        assertThat(dues(read)).containsExactly("2025-09-25", "2025-09-30");
        assertThat(read.assigned())
                .containsExactly(
                        "Ủy ban nhân dân các tỉnh Nghệ An, Hà Tĩnh, Thanh Hóa",
                        "Bộ Nông nghiệp và Môi trường",
                        "Văn phòng Chính phủ");
    }

    @Test
    void a_letter_with_a_table_gives_a_duty_for_each_row_and_each_numbered_sentence() {
        Reading read = read("cong-van.txt");
        assertThat(read.header().subject())
                .isEqualTo("báo cáo kết quả cải cách hành chính quý III và xây dựng kế hoạch năm 2026");
        assertThat(read.header().addressees())
                .containsExactly(
                        "Các sở, ban, ngành tỉnh",
                        "Ủy ban nhân dân các xã, phường",
                        "Trung tâm Phục vụ hành chính công tỉnh");
        assertThat(dues(read)).containsExactly("2025-09-20", "2025-09-25", "2025-10-31", "2025-11-15");
        assertThat(rules(read)).containsExactly("FREQ=MONTHLY;BYMONTHDAY=25");
        assertThat(read.assigned()).contains("Sở Nội vụ", "Sở Khoa học và Công nghệ", "Đoàn Thanh niên");
    }

    @Test
    void a_plan_of_a_commune_keeps_targets_tasks_and_the_table_of_its_annex_apart() {
        Reading read = read("ke-hoach-xa.txt");
        assertThat(read.header().issuer()).isEqualTo("Ủy ban nhân dân xã Hòa Tiến");
        assertThat(dues(read)).containsExactly("2026-06-30", "2026-08-31", "2026-12-31");
        assertThat(rules(read)).containsExactly("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20");
        assertThat(read.obligations()).anySatisfy(row -> {
            assertThat(row.clause()).endsWith(".2");
            assertThat(row.who()).containsExactly("Văn phòng HĐND và UBND xã");
            assertThat(row.due()).containsExactly(LocalDate.of(2026, 12, 31));
        });
        assertThat(read.assigned())
                .containsExactlyInAnyOrder(
                        "Phòng Văn hóa - Xã hội",
                        "Trung tâm Phục vụ hành chính công xã",
                        "Công an xã",
                        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
                        "các tổ chức chính trị - xã hội",
                        "các thôn",
                        "Phòng Kinh tế",
                        "Văn phòng HĐND và UBND xã");
    }

    @Test
    void a_notice_of_conclusions_set_at_a_fixed_width_names_whom_each_order_is_for() {
        Reading read = read("thong-bao-ket-luan.txt");
        assertThat(read.header().issuer()).isEqualTo("Văn phòng Ủy ban nhân dân tỉnh Sông Lam");
        assertThat(dues(read)).containsExactly("2026-02-28", "2026-04-30", "2026-12-31");
        assertThat(rules(read)).containsExactly("FREQ=WEEKLY;BYDAY=FR");
        assertThat(read.obligations())
                .anyMatch(duty -> "P5BD after nhận được hồ sơ của địa phương".equals(duty.relative()));
        assertThat(read.assigned())
                .containsExactly(
                        "Sở Tài chính",
                        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
                        "Ủy ban nhân dân các xã, phường",
                        "Sở Nông nghiệp và Môi trường",
                        "Sở Công Thương");
    }

    @Test
    void an_invitation_holds_the_day_of_the_meeting_and_what_is_to_be_prepared() {
        Reading read = read("giay-moi.txt");
        assertThat(read.header().type()).isEqualTo(DocumentType.GIAY_MOI);
        assertThat(dues(read)).containsExactly("2026-03-16", "2026-03-18");
        assertThat(read.assigned()).containsExactly("Công an tỉnh", "Văn phòng Sở");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cong-dien.txt", "cong-van.txt", "ke-hoach-xa.txt", "thong-bao-ket-luan.txt", "giay-moi.txt"})
    void decomposed_letters_read_the_same(String name) {
        Reading composed = read(name);
        Reading decomposed = DirectiveReader.read(Normalizer.normalize(Texts.invented(name), Normalizer.Form.NFD));
        assertThat(decomposed.assigned()).isEqualTo(composed.assigned());
        assertThat(dues(decomposed)).isEqualTo(dues(composed));
        assertThat(decomposed.header().subject()).isEqualTo(composed.header().subject());
    }

    private static Reading read(String name) {
        return DirectiveReader.read(Texts.invented(name));
    }

    private static Set<String> dues(Reading read) {
        Set<String> days = new TreeSet<>();
        read.obligations().forEach(duty -> duty.due().forEach(day -> days.add(day.toString())));
        return days;
    }

    private static List<String> rules(Reading read) {
        return read.obligations().stream()
                .flatMap(duty -> duty.rrule().stream())
                .toList();
    }
}
