package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a consultation for one test. Found by the component scan. */
@Component
class TestConsultations {
    // Far ahead, so that the server's own clock does not lock the batches.
    static final Instant OPENS = Instant.parse("2126-08-01T00:00:00Z");
    static final Instant FIRST_CUT_OFF = Instant.parse("2126-08-10T17:00:00Z");
    static final Instant CLOSES = Instant.parse("2126-09-10T17:00:00Z");
    static final Instant NOW = Instant.parse("2126-08-05T02:30:15.250Z");

    private final JdbcClient jdbc;
    private final Consultations consultations;

    TestConsultations(JdbcClient jdbc, Consultations consultations) {
        this.jdbc = jdbc;
        this.consultations = consultations;
    }

    Consultation open() {
        return open(OPENS, List.of(FIRST_CUT_OFF, CLOSES));
    }

    Consultation open(Instant opens, List<Instant> cutOffs) {
        long organisation = jdbc.sql(
                        "INSERT INTO directory.organisation (code, line, valid) VALUES ('thu.' || gen_random_uuid(), 'state', '[2010-01-01,)') RETURNING id")
                .query(Long.class)
                .single();
        return consultations.open(
                new NewConsultation(
                        "thu-" + UUID.randomUUID(),
                        "Dự thảo Báo cáo chính trị",
                        "",
                        organisation,
                        Participation.ANYONE,
                        opens,
                        cutOffs,
                        EnumSet.allOf(Channel.class),
                        List.of(
                                new NewConsultation.NewClause("phan-1", 1, "Phần thứ nhất", "Đánh giá kết quả."),
                                new NewConsultation.NewClause("phan-2", 1, "Phần thứ hai", "Phương hướng."))),
                opens);
    }

    /** Where its opinions stand in the log. */
    List<Long> entries(Consultation consultation) {
        return jdbc.sql("SELECT entry FROM consultation.opinion WHERE consultation = ? ORDER BY entry")
                .param(consultation.id())
                .query(Long.class)
                .list();
    }

    static NewOpinion opinion(Consultation consultation, String key) {
        return new NewOpinion(
                consultation.slug(),
                "phan-1",
                Channel.API,
                Stance.AGREE_WITH_CHANGES,
                "Đề nghị bổ sung chỉ tiêu về nước sạch cho vùng sâu.",
                null,
                key);
    }
}
