package vn.nhipcau.duties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a duty's history.
 *
 * @param happenedAt when it was done, by the word of who did it; {@code receivedAt} when we learnt of it
 * @param onBehalfOf name of the unit for which the person acted
 * @param version of the submission that it is about
 * @param holder whom it was handed over to
 */
public record Act(
        DutyEvent event,
        DutyState from,
        DutyState to,
        Instant happenedAt,
        Instant receivedAt,
        String person,
        String onBehalfOf,
        String reason,
        @Nullable Integer version,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        @Nullable String holder) {}
