package vn.nhipcau.crawl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 25);

    @Test
    void days_are_read_in_every_way_sites_print_them() {
        assertThat(Dates.first("Đăng lúc 08:30 25/12/2025")).isEqualTo(DAY);
        assertThat(Dates.first("(25-12-2025)")).isEqualTo(DAY);
        assertThat(Dates.first("25 / 12 / 2025, lượt xem 2041")).isEqualTo(DAY);
        assertThat(Dates.first("25.12.2025")).isEqualTo(DAY);
        assertThat(Dates.first("2025-12-25T08:00")).isEqualTo(DAY);
        assertThat(Dates.first("Ngày 25 tháng 12 năm 2025")).isEqualTo(DAY);
        assertThat(Dates.first("5/2/2025")).isEqualTo(LocalDate.of(2025, 2, 5));
    }

    @Test
    void what_is_no_day_is_none() {
        assertThat(Dates.first("Kế hoạch năm 2025 số 12/KH-UBND")).isNull();
        assertThat(Dates.first("31/02/2025")).isNull();
        assertThat(Dates.first("125/12/2025")).isNull();
        assertThat(Dates.first("25/12/20251")).isNull();
        assertThat(Dates.first("tháng 12 năm 2025")).isNull();
        assertThat(Dates.first("25/12/1999 và 20")).isNull();
    }

    @Test
    void the_last_of_several_is_found() {
        assertThat(Dates.last("01/01/2024 … ngày 3 tháng 4 năm 2025 … 25/12/2025."))
                .isEqualTo(DAY);
    }

    @Test
    void the_day_of_a_cited_document_is_not_the_day_of_the_link() {
        assertThat(Dates.beside("", "Kế hoạch thực hiện Chỉ thị ngày 25/12/2025 của Thủ tướng về phòng, chống", ""))
                .isNull();
        assertThat(Dates.beside("", "Kế hoạch thực hiện Chỉ thị (25/12/2025)", ""))
                .isEqualTo(DAY);
        assertThat(Dates.beside("25/12/2025 - ", "Kế hoạch", "")).isEqualTo(DAY);
    }
}
