package vn.nhipcau.consultation;

import java.time.Duration;
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
        return open(OPENS, List.of(FIRST_CUT_OFF, CLOSES), unit());
    }

    /** For pages, which know no other time than the clock's: open now, for 20 days more. */
    Consultation openNow() {
        return openNow(unit());
    }

    Consultation openNow(long organisation) {
        Instant now = Instant.now();
        return open(
                now.minus(Duration.ofDays(1)),
                List.of(now.plus(Duration.ofDays(10)), now.plus(Duration.ofDays(20))),
                organisation);
    }

    Consultation open(Instant opens, List<Instant> cutOffs) {
        return open(opens, cutOffs, unit());
    }

    Consultation open(Instant opens, List<Instant> cutOffs, long organisation) {
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

    /** A unit of its own. */
    long unit() {
        return jdbc.sql("""
                        WITH unit AS (
                            INSERT INTO directory.organisation (code, line, valid)
                            VALUES ('thu.' || gen_random_uuid(), 'state', '[2010-01-01,)') RETURNING id)
                        INSERT INTO directory.organisation_name (organisation_id, name, kind, valid)
                        SELECT id, 'Ban Dân vận thử ' || id, 'khac', '[2010-01-01,)' FROM unit RETURNING organisation_id
                        """).query(Long.class).single();
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
