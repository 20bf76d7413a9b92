package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.ledger.Acceptance;

@ServerTest
class OpinionsTest {
    @Autowired
    TestConsultations tests;

    @Autowired
    Opinions opinions;

    @Test
    void an_accepted_opinion_has_a_receipt_that_the_log_signed() {
        Consultation consultation = tests.open();
        Opinions.Accepted accepted = opinions.accept(
                TestConsultations.opinion(consultation, UUID.randomUUID().toString()), TestConsultations.NOW);
        Receipt receipt = accepted.receipt();
        assertThat(accepted.again()).isFalse();
        assertThat(receipt.acceptedAt()).isEqualTo("2026-08-05T02:30:15.250Z");
        assertThat(receipt.signature()
                        .shows(
                                new Acceptance.Promise(receipt.id(), receipt.acceptedAt(), receipt.leaf()),
                                consultation.log().key()))
                .isTrue();
    }

    @Test
    void a_retry_gives_the_same_receipt_and_no_second_opinion() {
        Consultation consultation = tests.open();
        NewOpinion opinion =
                TestConsultations.opinion(consultation, UUID.randomUUID().toString());
        Receipt first = opinions.accept(opinion, TestConsultations.NOW).receipt();
        Opinions.Accepted again = opinions.accept(opinion, TestConsultations.NOW.plusSeconds(90));
        assertThat(again.again()).isTrue();
        assertThat(again.receipt()).usingRecursiveComparison().isEqualTo(first);
    }
}
