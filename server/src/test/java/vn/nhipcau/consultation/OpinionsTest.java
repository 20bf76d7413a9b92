package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.ledger.Acceptance;
import vn.nhipcau.ledger.LogProof;
import vn.nhipcau.records.Proofs;
import vn.nhipcau.web.Refusal;

@ServerTest
class OpinionsTest {
    private static final Instant NOW = TestConsultations.NOW;

    @Autowired
    TestConsultations tests;

    @Autowired
    Opinions opinions;

    @Autowired
    Proofs proofs;

    @Test
    void an_accepted_opinion_has_a_receipt_that_the_log_signed() {
        Consultation consultation = tests.open();
        Opinions.Accepted accepted = opinions.accept(opinion(consultation, key()), NOW);
        Receipt receipt = accepted.receipt();
        assertThat(accepted.again()).isFalse();
        assertThat(receipt.acceptedAt()).isEqualTo(NOW.toString());
        assertThat(receipt.signature()
                        .shows(
                                new Acceptance.Promise(receipt.id(), receipt.acceptedAt(), receipt.leaf()),
                                consultation.log().key()))
                .isTrue();
    }

    @Test
    void a_retry_gives_the_same_receipt_and_no_second_opinion() {
        Consultation consultation = tests.open();
        NewOpinion opinion = opinion(consultation, key());
        Receipt first = opinions.accept(opinion, NOW).receipt();
        Opinions.Accepted again = opinions.accept(opinion, NOW.plusSeconds(90));
        assertThat(again.again()).isTrue();
        assertThat(again.receipt()).usingRecursiveComparison().isEqualTo(first);
        assertThat(tests.entries(consultation)).containsExactly(1L);
    }

    @Test
    void a_retry_after_the_end_still_gives_the_receipt() {
        Consultation consultation = tests.open();
        NewOpinion opinion = opinion(consultation, key());
        Receipt first = opinions.accept(opinion, NOW).receipt();
        assertThat(opinions.accept(opinion, TestConsultations.CLOSES).receipt().id())
                .isEqualTo(first.id());
        assertThatThrownBy(() -> opinions.accept(opinion(consultation, key()), TestConsultations.CLOSES))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("CONSULTATION_NOT_OPEN");
    }

    @Test
    void retries_that_race_make_one_opinion() throws Exception {
        Consultation consultation = tests.open();
        List<NewOpinion> racing = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            NewOpinion opinion = opinion(consultation, key());
            for (int retry = 0; retry < 10; retry++) {
                racing.add(opinion);
            }
        }
        List<Receipt> receipts = acceptAll(racing);
        assertThat(receipts.stream().map(Receipt::id).distinct()).hasSize(20);
        assertThat(receipts.stream()
                        .map(receipt -> receipt.id() + receipt.index() + receipt.signature())
                        .distinct())
                .hasSize(20);
        assertThat(tests.entries(consultation)).hasSize(20);
    }

    @Test
    void opinions_that_come_at_once_stand_in_the_log_without_a_gap_and_are_proved() throws Exception {
        Consultation consultation = tests.open();
        List<NewOpinion> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(opinion(consultation, key()));
        }
        List<Receipt> receipts = acceptAll(many);
        assertThat(tests.entries(consultation))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
        Receipt last = receipts.stream()
                .filter(receipt -> receipt.index() == 2_000)
                .findFirst()
                .orElseThrow();
        await(last);
        for (Receipt receipt : receipts.subList(0, 100)) {
            LogProof proof = proofs.of(consultation.log(), receipt.index()).orElseThrow();
            assertThat(proof.proves(receipt.leaf())).isTrue();
            assertThat(opinions.receipt(receipt.code()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(receipt);
        }
    }

    @Test
    void a_key_is_not_taken_for_another_opinion() {
        Consultation consultation = tests.open();
        NewOpinion first = opinion(consultation, key());
        opinions.accept(first, NOW);
        NewOpinion other = new NewOpinion(
                first.consultation(), null, Channel.API, Stance.DISAGREE, first.text(), null, first.idempotencyKey());
        assertThatThrownBy(() -> opinions.accept(other, NOW)).hasMessageContaining("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void two_who_wrote_the_same_have_different_receipts() {
        Consultation consultation = tests.open();
        Receipt one = opinions.accept(opinion(consultation, key()), NOW).receipt();
        Receipt other = opinions.accept(opinion(consultation, key()), NOW).receipt();
        assertThat(one.id().substring(0, 13)).isNotEqualTo(other.id().substring(0, 13));
        assertThat(one.leaf()).isNotEqualTo(other.leaf());
    }

    @Test
    void the_same_key_in_another_consultation_is_another_opinion() {
        String key = key();
        Receipt here = opinions.accept(opinion(tests.open(), key), NOW).receipt();
        Receipt there = opinions.accept(opinion(tests.open(), key), NOW).receipt();
        assertThat(here.id()).isNotEqualTo(there.id());
    }

    @Test
    void what_cannot_be_stored_byte_for_byte_is_refused() {
        Consultation consultation = tests.open();
        for (String text : List.of("a\u0000b", "\ud800", "\udc00\ud800", "x".repeat(Opinions.LONGEST_TEXT + 1), "  ")) {
            assertThatThrownBy(() -> opinions.accept(saying(consultation, text), NOW))
                    .isInstanceOf(Refusal.class);
        }
        String odd = "e\u0323\u0302 \ud83c\uddfb\ud83c\uddf3 \r\n\t\u00a0";
        Receipt receipt = opinions.accept(saying(consultation, odd), NOW).receipt();
        assertThat(opinions.receipt(receipt.code()).orElseThrow().leaf()).isEqualTo(receipt.leaf());
    }

    @Test
    void nobody_speaks_about_a_clause_that_is_not_there() {
        Consultation consultation = tests.open();
        NewOpinion lost = new NewOpinion(consultation.slug(), "phan-9", Channel.API, Stance.AGREE, "", null, key());
        assertThatThrownBy(() -> opinions.accept(lost, NOW)).hasMessageContaining("CLAUSE_UNKNOWN");
    }

    private List<Receipt> acceptAll(List<NewOpinion> many) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Receipt>> calls = new ArrayList<>();
            many.forEach(
                    opinion -> calls.add(() -> opinions.accept(opinion, NOW).receipt()));
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> receipt : threads.invokeAll(calls)) {
                receipts.add(receipt.get());
            }
            return receipts;
        }
    }

    private void await(Receipt receipt) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        Optional<LogProof> proof = Optional.empty();
        while (proof.isEmpty() && Instant.now().isBefore(limit)) {
            Thread.sleep(20);
            proof = proofs.of(receipt.log(), receipt.index());
        }
        assertThat(proof).isPresent();
    }

    private static NewOpinion opinion(Consultation consultation, String key) {
        return TestConsultations.opinion(consultation, key);
    }

    private static NewOpinion saying(Consultation consultation, String text) {
        return new NewOpinion(consultation.slug(), null, Channel.API, Stance.OTHER, text, null, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
