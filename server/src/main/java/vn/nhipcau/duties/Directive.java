package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A directive as its coordinating unit follows it.
 *
 * @param documentId in module {@code documents}
 * @param followsId the directive that this one urges
 * @param open whether everybody may see its progress; {@code namesLate}: late units by name
 * @param reviewDays within how many days the reviewer means to answer a submission
 * @param membersOn the day as of which groups were read
 */
public record Directive(
        long id,
        @Nullable Long documentId,
        long ownerId,
        String ownerName,
        String number,
        String title,
        String issuer,
        LocalDate issuedOn,
        @Nullable Long followsId,
        State state,
        boolean open,
        boolean namesLate,
        int reviewDays,
        @Nullable LocalDate membersOn,
        Instant draftedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant closedAt) {

    public enum State {
        DRAFT("Dự thảo", "Draft"),
        CONFIRMED("Đang theo dõi", "Followed"),
        CLOSED("Đã kết thúc", "Closed");

        private final String vietnamese;
        private final String english;

        State(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    /** “1171/STTTT-TTBCXB” or, without a number, the title. */
    public String shortName() {
        return number.isBlank() ? title : number;
    }
}
