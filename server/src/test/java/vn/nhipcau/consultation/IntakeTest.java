package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;

@ServerTest
class IntakeTest {
    @Autowired
    TestConsultations tests;

    @Autowired
    ReceiptCodes codes;

    @Autowired
    Intake intake;

    @Test
    void one_that_cannot_be_stored_does_not_take_the_others_with_it() throws Exception {
        Consultation consultation = tests.open();
        List<Callable<Intake.Written>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // PostgreSQL stores no NUL; the door would not have let it in.
            String text = i == 30 ? "a\u0000b" : "Ý kiến " + i;
            calls.add(() -> intake.write(waiting(consultation, text)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Intake.Written>> written = threads.invokeAll(calls);
            assertThatThrownBy(() -> written.get(30).get()).hasMessageContaining("0x00");
            written.remove(30);
            for (Future<Intake.Written> one : written) {
                assertThat(one.get()).isInstanceOf(Intake.Fresh.class);
            }
        }
        assertThat(tests.entries(consultation)).hasSize(59);
    }

    private Intake.Waiting waiting(Consultation consultation, String text) {
        String key = UUID.randomUUID().toString();
        return new Intake.Waiting(
                consultation,
                new NewOpinion(consultation.slug(), null, Channel.API, Stance.OTHER, text, null, key),
                codes.of(consultation.slug(), key),
                null,
                TestConsultations.NOW);
    }
}
