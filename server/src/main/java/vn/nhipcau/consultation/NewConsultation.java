package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is needed to put a draft to the people.
 *
 * @param slug in addresses: lower-case letters, digits and hyphens
 * @param cutOffs of its batches, in their order; the last one ends the consultation
 * @param channels by which opinions may come; all counted by the organisation until it is said otherwise
 */
public record NewConsultation(
        String slug,
        String title,
        String summary,
        long organisationId,
        Participation participation,
        Instant opensAt,
        List<Instant> cutOffs,
        Set<Channel> channels,
        List<NewClause> clauses) {

    /** @param anchor never changes once opinions may refer to it */
    public record NewClause(String anchor, int level, String heading, String text) {}
}
