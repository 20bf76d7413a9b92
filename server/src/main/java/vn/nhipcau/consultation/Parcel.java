package vn.nhipcau.consultation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.ledger.Hash;

/**
 * Opinions or figures that come together: a file, what a hub gathered, the minutes of a meeting.
 *
 * @param heldOn of a meeting
 * @param heads who took part in it, as claimed
 * @param opinions how many rows of it are opinions
 * @param taken how many of these are accepted
 * @param claimed how many people its figures claim; never counted as opinions
 * @param batch in which it is shown, from its release on
 */
record Parcel(
        long id,
        int consultation,
        Channel channel,
        long organisationId,
        String organisation,
        String title,
        @Nullable Hash scan,
        @Nullable LocalDate heldOn,
        String place,
        @Nullable Integer heads,
        String madeBy,
        Instant madeAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable Integer batch,
        int opinions,
        int taken,
        long claimed) {

    boolean released() {
        return releasedAt != null;
    }
}
