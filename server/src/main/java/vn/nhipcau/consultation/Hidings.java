package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Refusal;

/** Hides opinions from the public, which is the most that an officer can do to one, and shows them again. */
@Component
class Hidings {
    record Hiding(
            HidingGround ground,
            String note,
            String by,
            Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneWhy) {}

    private final JdbcClient jdbc;

    Hidings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hide(int consultation, long entry, HidingGround ground, String note, long person, Instant now) {
        try {
            jdbc.sql("""
                            INSERT INTO consultation.hiding (consultation, entry, ground, note, hidden_by, hidden_at)
                            VALUES (?, ?, ?, ?, ?, ?::timestamptz)
                            """)
                    .params(consultation, entry, ground.name(), note.strip(), person, now.toString())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "HIDDEN_ALREADY",
                    "Ý kiến này đã được ẩn. Hãy tải lại trang.",
                    "This opinion is hidden already. Reload the page.");
        }
    }

    void undo(int consultation, long entry, String why, long person, Instant now) {
        if (why.isBlank()) {
            throw Refusal.invalid(
                    "REASON_MISSING", "Hãy ghi lý do hiện lại ý kiến.", "Say why the opinion is shown again.");
        }
        int undone = jdbc.sql("""
                        UPDATE consultation.hiding SET undone_by = ?, undone_at = ?::timestamptz, undone_why = ?
                        WHERE consultation = ? AND entry = ? AND undone_at IS NULL
                        """)
                .params(person, now.toString(), why.strip(), consultation, entry)
                .update();
        if (undone == 0) {
            throw Refusal.conflict(
                    "NOT_HIDDEN", "Ý kiến này không bị ẩn. Hãy tải lại trang.", "This opinion is not hidden. Reload.");
        }
    }

    /** All that was done with it, the earliest first. */
    List<Hiding> of(int consultation, long entry) {
        return jdbc.sql("""
                        SELECT h.*, p.name AS hider, u.name AS undoer FROM consultation.hiding h
                            JOIN directory.person p ON p.id = h.hidden_by
                            LEFT JOIN directory.person u ON u.id = h.undone_by
                        WHERE h.consultation = ? AND h.entry = ? ORDER BY h.id
                        """)
                .params(consultation, entry)
                .query((row, number) -> new Hiding(
                        HidingGround.valueOf(row.getString("ground")),
                        row.getString("note"),
                        row.getString("hider"),
                        row.getTimestamp("hidden_at").toInstant(),
                        row.getString("undoer"),
                        row.getTimestamp("undone_at") == null
                                ? null
                                : row.getTimestamp("undone_at").toInstant(),
                        row.getString("undone_why")))
                .list();
    }
}
