package vn.nhipcau.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its maker wants it.
 *
 * @param files of the document that must be posted, together one text
 * @param whom exactly one of the two kinds
 */
public record CampaignDraft(
        long documentId,
        @Nullable Long directiveId,
        long ownerId,
        String title,
        String summary,
        List<Long> files,
        Whom whom,
        LocalDate fromOn,
        int days,
        int everyHours,
        int budget,
        boolean open) {

    public static final int USUAL_DAYS = 30;
    public static final int USUAL_HOURS = 24;
    public static final int USUAL_BUDGET = 300;

    /** Who must post. */
    public sealed interface Whom {
        /** Those whose duties an obligation has become. */
        record Obligation(long id) implements Whom {}

        /** The members of a group on the first day. */
        record Group(long id) implements Whom {}
    }
}
