package vn.nhipcau.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the collecting body says to opinions (tiếp thu, giải trình).
 *
 * @param clause anchor; empty: about the whole draft
 * @param about what the opinions say, in a sentence
 * @param opinions how many it answers one by one; 0: all on its clause
 */
record Answer(
        long id,
        @Nullable String clause,
        String about,
        Outcome outcome,
        String text,
        int opinions,
        String writtenBy,
        Instant writtenAt,
        @Nullable Instant publishedAt) {

    enum Outcome {
        TAKEN("Tiếp thu", "Taken up", "good"),
        PARTLY("Tiếp thu một phần", "Taken up in part", "open"),
        EXPLAINED("Giải trình", "Explained", "warn");

        private final String vietnamese;
        private final String english;
        private final String look;

        Outcome(String vietnamese, String english, String look) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.look = look;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String look() {
            return look;
        }
    }
}
