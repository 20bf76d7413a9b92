package vn.nhipcau.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people's form as it was filled in.
 *
 * @param clause anchor; empty: about the whole draft
 * @param stance empty: not chosen yet
 * @param key the opinion's idempotency key: pressing twice, or coming back to the page, sends the same one
 */
record OpinionForm(
        @Nullable String clause, String stance, String text, String key, Identities.Giver giver, boolean consent) {

    static OpinionForm blank(@Nullable String clause) {
        return new OpinionForm(clause, "", "", UUID.randomUUID().toString(), new Identities.Giver("", ""), false);
    }

    /** What the giver wrote is another opinion than the one that has this key. */
    OpinionForm withNewKey() {
        return new OpinionForm(clause, stance, text, UUID.randomUUID().toString(), giver, consent);
    }

    boolean hasStance(Stance asked) {
        return asked.word().equals(stance);
    }
}
