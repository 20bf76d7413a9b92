package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is being cut into clauses.
 *
 * @param consultation slug of the one whose next version this is; empty: a new consultation
 */
record Preparation(
        long id,
        long organisationId,
        @Nullable String consultation,
        @Nullable Long documentId,
        String fileName,
        Instant madeAt,
        boolean finished,
        List<Part> parts) {

    /** A clause as it stands now. */
    record Part(long id, int position, int level, String heading, String text, String anchor) {}

    /** As a clause of a version to be compared with another. */
    List<Clause> asClauses() {
        return parts.stream()
                .map(part -> new Clause(0, part.anchor(), part.position(), part.level(), part.heading(), part.text()))
                .toList();
    }

    List<NewConsultation.NewClause> newClauses() {
        return parts.stream()
                .map(part -> new NewConsultation.NewClause(part.anchor(), part.level(), part.heading(), part.text()))
                .toList();
    }
}
