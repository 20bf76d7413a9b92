package vn.nhipcau.consultation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the holder of a receipt is shown beside it.
 *
 * @param text exactly as it was committed to; empty after erasure
 * @param heading of its clause, in the latest version of the draft
 * @param hidden whether it is hidden from the public
 * @param named whether a name or contact is kept with it
 */
record GivenOpinion(
        Consultation consultation,
        @Nullable String text,
        int batch,
        @Nullable String heading,
        OpinionFiles.@Nullable Kept file,
        @Nullable HidingGround hidden,
        boolean named,
        List<Answer> answers) {

    @Component
    static class GivenOpinions {
        private final JdbcClient jdbc;
        private final Consultations consultations;
        private final OpinionFiles files;
        private final Identities identities;
        private final Answers answers;

        GivenOpinions(
                JdbcClient jdbc,
                Consultations consultations,
                OpinionFiles files,
                Identities identities,
                Answers answers) {
            this.jdbc = jdbc;
            this.consultations = consultations;
            this.files = files;
            this.identities = identities;
            this.answers = answers;
        }

        GivenOpinion of(Receipt receipt) {
            record Row(
                    @Nullable String text,
                    int batch,
                    @Nullable String ground) {}
            Consultation consultation = consultations.visible(receipt.consultation());
            int id = consultation.id();
            Row row = jdbc.sql("""
                            SELECT o.text, o.batch, h.ground FROM consultation.opinion o
                                LEFT JOIN consultation.hiding h
                                    ON h.consultation = o.consultation AND h.entry = o.entry AND h.undone_at IS NULL
                            WHERE o.consultation = ? AND o.entry = ?
                            """)
                    .params(id, receipt.index())
                    .query((found, number) ->
                            new Row(found.getString("text"), found.getInt("batch"), found.getString("ground")))
                    .single();
            return new GivenOpinion(
                    consultation,
                    row.text(),
                    row.batch(),
                    heading(id, receipt.clause()),
                    Optional.ofNullable(receipt.attachment())
                            .flatMap(file -> files.find(id, file))
                            .orElse(null),
                    row.ground() == null ? null : HidingGround.valueOf(row.ground()),
                    identities.has(id, receipt.index()),
                    answers.published(id, receipt.clause(), receipt.index()));
        }

        /** A clause that the latest version has no more is found in the last one that had it. */
        private @Nullable String heading(int consultation, @Nullable String anchor) {
            return anchor == null
                    ? null
                    : jdbc.sql("""
                                    SELECT t.heading FROM consultation.clause_text t JOIN consultation.clause c ON c.id = t.clause
                                    WHERE t.consultation = ? AND c.anchor = ? ORDER BY t.version DESC LIMIT 1
                                    """)
                            .params(consultation, anchor)
                            .query(String.class)
                            .optional()
                            .orElse(anchor);
        }
    }
}
