package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationsTest {
    private static List<Citation> in(String body) {
        return DirectiveReader.read(Texts.plan(body)).citations();
    }

    @Test
    void theDayAndTheIssuerMayBeToldBeforeTheNumber() {
        assertThat(in("Ngày 05 tháng 12 năm 2025, Sở Nội vụ đã ban hành Kế hoạch số 44/KH-SNV về tuyên truyền."))
                .singleElement()
                .satisfies(cited -> {
                    assertThat(cited.date()).isEqualTo(LocalDate.of(2025, 12, 5));
                    assertThat(cited.issuer()).isEqualTo("Sở Nội vụ");
                });
    }

    @Test
    void aDayThatOpensASentenceAboutOtherWorkIsNotTheCitations() {
        assertThat(in("Ngày 05/12/2025, Sở Nội vụ họp với các đơn vị về Kế hoạch số 44/KH-UBND."))
                .singleElement()
                .satisfies(cited -> assertThat(cited.date()).isNull());
    }

    @Test
    void aNumberIsOneHoweverItsSignsArePrinted() {
        assertThat(in("""
                Căn cứ Quy định số 296\u2011QĐ/TW; Thông tư số 21/2025/TT - BNV; \
                Nghị quyết liên tịch số 102/2025/NQLT/UBTVQH15-CP- ĐCTUBTWMTTQVN.

                1. Thực hiện Nghị quyết liên tịch số 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN."""))
                .extracting(Citation::number)
                .containsExactlyInAnyOrder("296-QĐ/TW", "21/2025/TT-BNV", "102/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN");
    }
}
