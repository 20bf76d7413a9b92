package vn.nhipcau.crawl.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcau.crawl.audit.Verdict;

/** A small town of each kind; the measured figures come from {@link Accuracy}. */
class TownTest {
    @Test
    void units_are_judged_rightly_on_portals_and_a_document_that_were_kept_for_measuring() throws Exception {
        try (Town town = Town.of("thidua-daihoi14-nghean", true, 50, 60, 3, 0);
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

    private static long bytes(List<Exam.Mark> marks, String family) {
        return marks.stream()
                .filter(mark -> mark.family().equals(family))
                .mapToLong(mark -> mark.verdict().bytes())
                .sum();
    }
}
