package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;

@ServerTest
class BatchesTest {
    // Before those of other tests, whose batches must not be locked with ours.
    private static final Instant OPENS = Instant.parse("2116-08-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2116-08-10T17:00:00Z");
    private static final Instant SECOND = Instant.parse("2116-09-10T17:00:00Z");

    @Autowired
    TestConsultations tests;

    @Autowired
    Opinions opinions;

    @Autowired
    Batches batches;

    @Autowired
    Consultations consultations;

    @Autowired
    Counting counting;

    @Autowired
    Figures figures;

    @Autowired
    OpinionExport export;

    @Autowired
    JdbcClient jdbc;

    @Test
    void figures_of_a_locked_batch_are_frozen_and_can_be_derived_again() {
        Consultation consultation = tests.open(OPENS, List.of(FIRST, SECOND));
        accept(consultation, 3, FIRST.minusSeconds(60));
        batches.lockDue(FIRST.plusSeconds(60));
        String frozen = batches.figures(consultation.id(), 1).orElseThrow();
        assertThat(frozen).contains("\"opinions\":3").contains("agree-with-changes");
        accept(consultation, 2, FIRST.minusSeconds(1));
        accept(consultation, 1, FIRST.plusSeconds(61));
        assertThat(batches.figures(consultation.id(), 1)).contains(frozen);
        assertThat(batches.derivedAgain(consultation.id(), 1)).contains(frozen);
        assertThat(batchesOf(consultation)).containsExactly(1, 1, 1, 2, 2, 2);
    }

    @Test
    void an_opinion_that_vanished_shows() {
        Consultation consultation = tests.open(OPENS, List.of(FIRST, SECOND));
        accept(consultation, 4, FIRST.minusSeconds(60));
        batches.lockDue(FIRST.plusSeconds(60));
        jdbc.sql("DELETE FROM consultation.opinion WHERE consultation = ? AND entry = 2")
                .param(consultation.id())
                .update();
        assertThat(batches.derivedAgain(consultation.id(), 1)).isNotEqualTo(batches.figures(consultation.id(), 1));
    }

    @Test
    void nothing_is_locked_before_its_time_and_what_comes_in_the_last_second_still_counts() {
        Consultation consultation = tests.open(OPENS, List.of(FIRST, SECOND));
        batches.lockDue(FIRST.plusSeconds(5));
        accept(consultation, 1, FIRST.minusMillis(1));
        assertThat(batches.figures(consultation.id(), 1)).isEmpty();
        assertThat(batchesOf(consultation)).containsExactly(1);
    }

    @Test
    void a_consultation_ends_with_its_last_batch() {
        Consultation consultation = tests.open(OPENS, List.of(FIRST));
        batches.lockDue(FIRST.plusSeconds(60));
        assertThat(consultations.find(consultation.slug()).orElseThrow().state())
                .isEqualTo(Consultation.State.CLOSED);
    }

    @Test
    void running_figures_count_every_opinion_once() {
        Consultation consultation = tests.open(OPENS, List.of(FIRST, SECOND));
        accept(consultation, 5, FIRST.minusSeconds(60));
        counting.count();
        counting.count();
        accept(consultation, 2, FIRST.plusSeconds(60));
        counting.count();
        Figures.Count count = figures.live(consultation.id());
        assertThat(count.opinions()).isEqualTo(7);
        assertThat(count.figures())
                .containsExactly(
                        new Figures.Figure(1, "phan-1", Channel.API, Stance.AGREE_WITH_CHANGES, 5),
                        new Figures.Figure(2, "phan-1", Channel.API, Stance.AGREE_WITH_CHANGES, 2));
    }

    @Test
    void a_table_of_opinions_runs_no_formula_on_the_machine_of_its_reader() throws IOException {
        Consultation consultation = tests.open(OPENS, List.of(FIRST, SECOND));
        accept(consultation, 1, OPENS);
        opinions.accept(
                new NewOpinion(
                        consultation.slug(),
                        null,
                        Channel.API,
                        Stance.OTHER,
                        "=HYPERLINK(\"http://x\")",
                        null,
                        UUID.randomUUID().toString()),
                OPENS);
        StringBuilder csv = new StringBuilder();
        export.write(consultation.id(), csv);
        assertThat(csv.toString().lines())
                .containsExactly(
                        "entry,batch,clause,channel,stance,accepted_at,text",
                        "1,1,phan-1,api,agree-with-changes,2116-08-01T00:00:00Z,Đề nghị bổ sung chỉ tiêu về nước sạch cho vùng sâu.",
                        "2,1,,api,other,2116-08-01T00:00:00Z,\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    private void accept(Consultation consultation, int number, Instant now) {
        for (int i = 0; i < number; i++) {
            opinions.accept(
                    TestConsultations.opinion(consultation, UUID.randomUUID().toString()), now);
        }
    }

    private List<Integer> batchesOf(Consultation consultation) {
        return jdbc.sql("SELECT batch FROM consultation.opinion WHERE consultation = ? ORDER BY entry")
                .param(consultation.id())
                .query(Integer.class)
                .list();
    }
}
