package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directive to be taken in. @param ownerId the coordinating unit; the officer must coordinate for it */
public record DirectiveDraft(
        @Nullable Long documentId,
        long ownerId,
        String number,
        String title,
        String issuer,
        LocalDate issuedOn,
        @Nullable Long followsId,
        List<ObligationDraft> obligations) {
    public DirectiveDraft {
        obligations = List.copyOf(obligations);
    }
}
