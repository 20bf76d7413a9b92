package vn.nhipcau.consultation;

import java.time.Instant;
import vn.nhipcau.records.RecordLog;

/**
 * A draft put to the people (đợt lấy ý kiến).
 *
 * @param organisationId collects the opinions and answers them
 * @param closesAt the last batch's cut-off
 * @param opinionsShown whether everybody may read the opinions, without names
 */
public record Consultation(
        int id,
        String slug,
        String title,
        String summary,
        long organisationId,
        Participation participation,
        Instant opensAt,
        Instant closesAt,
        State state,
        boolean opinionsShown,
        RecordLog log) {

    public enum State {
        DRAFT,
        OPEN,
        CLOSED
    }

    public boolean takesOpinions(Instant now) {
        return state == State.OPEN && !now.isBefore(opensAt) && now.isBefore(closesAt);
    }
}
