package vn.nhipcau.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.web.Refusal;

/** Paper: one clerk types it in beside its scan, another compares the two; only then it is an opinion and counts. */
@Component
class PaperForms {

    /** @param slip number printed on the form; empty: it has none */
    record Typed(
            @Nullable String slip,
            @Nullable String clause,
            Stance stance,
            String text,
            @Nullable Hash scan) {}

    record Form(
            long id,
            String slip,
            @Nullable String clause,
            Stance stance,
            String text,
            @Nullable Hash scan,
            long typedById,
            String typedBy,
            Instant typedAt,
            @Nullable String checkedBy,
            @Nullable String returnedWhy,
            @Nullable String receipt) {

        boolean mayBeCheckedBy(long person) {
            return receipt == null && returnedWhy == null && typedById != person;
        }
    }

    private static final String SELECT = """
            SELECT f.*, t.name AS typist, c.name AS checker FROM consultation.paper_form f
                JOIN directory.person t ON t.id = f.typed_by LEFT JOIN directory.person c ON c.id = f.checked_by
            """;

    private final JdbcClient jdbc;
    private final Opinions opinions;

    PaperForms(JdbcClient jdbc, Opinions opinions) {
        this.jdbc = jdbc;
        this.opinions = opinions;
    }

    void type(int consultation, Typed typed, long person, Instant now) {
        if (typed.scan() == null) {
            throw Refusal.invalid(
                    "SCAN_MISSING",
                    "Hãy đính kèm ảnh quét của phiếu: người thứ hai cần ảnh để đối chiếu.",
                    "Attach the scan of the form: the second person compares with it.");
        }
        if (typed.text().isBlank() && typed.stance() != Stance.AGREE && typed.stance() != Stance.DISAGREE) {
            throw Refusal.invalid(
                    "TEXT_MISSING",
                    "Hãy gõ nội dung trên phiếu: chỉ “đồng ý” hoặc “không đồng ý” mới có thể để trống.",
                    "Type the words on the form: only “agree” and “disagree” may go without.");
        }
        String slip = typed.slip() == null || typed.slip().isBlank()
                ? UUID.randomUUID().toString()
                : typed.slip().strip();
        try {
            jdbc.sql("""
                            INSERT INTO consultation.paper_form
                                (consultation, slip, clause, stance, text, scan, typed_by, typed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                            """)
                    .params(Arrays.asList(
                            consultation,
                            slip,
                            typed.clause(),
                            typed.stance().code(),
                            typed.text(),
                            typed.scan().bytes(),
                            person,
                            now.toString()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "SLIP_KNOWN",
                    "Phiếu số này đã được nhập. Hãy so lại số in trên phiếu.",
                    "This form is typed in already. Compare the number printed on it.");
        }
    }

    /** Corrected by the clerk after the second person sent it back. */
    void correct(int consultation, long id, @Nullable String clause, Stance stance, String text, long person) {
        int corrected = jdbc.sql("""
                        UPDATE consultation.paper_form
                        SET clause = ?, stance = ?, text = ?, typed_by = ?, returned_why = NULL, checked_by = NULL, checked_at = NULL
                        WHERE consultation = ? AND id = ? AND receipt IS NULL AND returned_why IS NOT NULL
                        """)
                .params(Arrays.asList(clause, stance.code(), text, person, consultation, id))
                .update();
        if (corrected == 0) {
            throw changed();
        }
    }

    /** Makes it an opinion. The slip is its key: pressed twice, it is one opinion. */
    Receipt confirm(Consultation consultation, long id, long person, Instant now) {
        Form form = checkable(consultation.id(), id, person);
        Receipt receipt = opinions.accept(
                        new NewOpinion(
                                consultation.slug(),
                                form.clause(),
                                Channel.PAPER,
                                form.stance(),
                                form.text(),
                                form.scan(),
                                "paper/" + form.slip()),
                        now)
                .receipt();
        jdbc.sql("""
                        UPDATE consultation.paper_form SET checked_by = ?, checked_at = ?::timestamptz, receipt = ?
                        WHERE id = ? AND receipt IS NULL
                        """).params(person, now.toString(), receipt.id(), id).update();
        return receipt;
    }

    void sendBack(int consultation, long id, String why, long person, Instant now) {
        checkable(consultation, id, person);
        if (why.isBlank()) {
            throw Refusal.invalid(
                    "REASON_MISSING", "Hãy ghi chỗ gõ khác với phiếu.", "Say where it differs from the form.");
        }
        jdbc.sql("""
                        UPDATE consultation.paper_form SET checked_by = ?, checked_at = ?::timestamptz, returned_why = ?
                        WHERE id = ? AND receipt IS NULL
                        """).params(person, now.toString(), why.strip(), id).update();
    }

    private Form checkable(int consultation, long id, long person) {
        Form form = get(consultation, id);
        if (form.typedById() == person) {
            throw Refusal.forbidden(
                    "SECOND_PERSON",
                    "Phiếu do bạn nhập phải do người khác đối chiếu.",
                    "What you typed in is checked by somebody else.");
        }
        if (!form.mayBeCheckedBy(person)) {
            throw changed();
        }
        return form;
    }

    private static Refusal changed() {
        return Refusal.conflict(
                "FORM_CHANGED",
                "Phiếu này vừa được người khác xử lý. Hãy tải lại trang.",
                "Somebody else has just dealt with this form. Reload the page.");
    }

    Form get(int consultation, long id) {
        return jdbc.sql(SELECT + "WHERE f.consultation = ? AND f.id = ?")
                .params(consultation, id)
                .query(PaperForms::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    long unchecked(int consultation) {
        return jdbc.sql("SELECT count(*) FROM consultation.paper_form WHERE consultation = ? AND receipt IS NULL")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    /** What waits for somebody first, then the latest. */
    List<Form> page(int consultation, int skipped, int size) {
        return jdbc.sql(SELECT + """
                        WHERE f.consultation = ? ORDER BY f.receipt IS NOT NULL, f.returned_why IS NULL, f.id DESC
                        OFFSET ? LIMIT ?
                        """)
                .params(consultation, skipped, size)
                .query(PaperForms::row)
                .list();
    }

    long count(int consultation) {
        return jdbc.sql("SELECT count(*) FROM consultation.paper_form WHERE consultation = ?")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    private static Form row(ResultSet row, int number) throws SQLException {
        byte[] scan = row.getBytes("scan");
        return new Form(
                row.getLong("id"),
                row.getString("slip"),
                row.getString("clause"),
                Stance.ofCode(row.getInt("stance")),
                row.getString("text"),
                scan == null ? null : Hash.wrap(scan),
                row.getLong("typed_by"),
                row.getString("typist"),
                row.getTimestamp("typed_at").toInstant(),
                row.getString("checker"),
                row.getString("returned_why"),
                row.getString("receipt"));
    }
}
