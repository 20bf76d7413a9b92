package vn.nhipcau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcau.web.Language;

class DayListTest {
    @Test
    void no_cell_is_a_formula_and_all_come_back_as_they_were() {
        List<DayOff> days = List.of(
                new DayOff(LocalDate.of(2021, 3, 25), DayOff.Kind.OFF, "=HYPERLINK(\"http://example.vn\")", "@SUM(1)"),
                new DayOff(LocalDate.of(2021, 3, 27), DayOff.Kind.WORKING, "Làm bù", "-1+1"));

        String table = DayList.write(days);

        assertThat(table.lines().skip(1))
                .allSatisfy(row -> assertThat(row.split(";"))
                        .noneMatch(cell -> cell.replace("\"", "").matches("[=+@-].*")));
        assertThat(DayList.read(table.getBytes(StandardCharsets.UTF_8), 2021, Language.VI))
                .isEqualTo(new DayList(days, List.of()));
    }
}
