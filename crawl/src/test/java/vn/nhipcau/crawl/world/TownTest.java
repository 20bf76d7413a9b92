package vn.nhipcau.crawl.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcau.crawl.audit.Verdict;

/** A small town of each kind; the figures are measured by {@code bench/run audit}. */
class TownTest {
    @Test
    void units_are_judged_rightly_on_portals_and_a_document_that_were_kept_for_measuring() throws Exception {
        try (Town town = Town.of("thidua-daihoi14-nghean", Town.Kinds.UNSEEN, 50, 60, 3);
                Exam exam = new Exam()) {
            List<Exam.Mark> first = exam.take(town, Exam.FAST);
            List<Exam.Mark> wrong = first.stream().filter(mark -> !mark.right()).toList();
            assertThat(wrong).as(Exam.matrix(first)).hasSizeLessThanOrEqualTo(1);
            assertThat(Exam.accused(first)).isZero();

            List<Exam.Mark> second = exam.take(town, Exam.FAST);
            assertThat(second).extracting(mark -> mark.verdict().kind()).hasSameSizeAs(first);
            assertThat(bytes(second, "liferay") + bytes(second, "viettel"))
                    .isLessThan((bytes(first, "liferay") + bytes(first, "viettel")) / 10);
            assertThat(second)
                    .filteredOn(mark -> mark.mode() == Mode.PAGE)
                    .allMatch(mark -> mark.verdict().kind() == Verdict.Kind.FULL
                            && !mark.verdict().where().isEmpty());
        }
    }

    @Test
    void portals_of_other_habits_hide_nothing() throws Exception {
        try (Town town = Town.of("chukyso-dongthap", Town.Kinds.FRESH, 50, 60, 5);
                Exam exam = new Exam()) {
            List<Exam.Mark> marks = exam.take(town, Exam.FAST);
            assertThat(marks.stream().filter(mark -> !mark.right()))
                    .as(Exam.matrix(marks))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(Exam.accused(marks)).isZero();
        }
    }

    private static long bytes(List<Exam.Mark> marks, String family) {
        return marks.stream()
                .filter(mark -> mark.family().equals(family))
                .mapToLong(mark -> mark.verdict().bytes())
                .sum();
    }
}
