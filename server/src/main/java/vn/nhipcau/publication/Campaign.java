package vn.nhipcau.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Language;

/**
 * A document that units must post on their web sites (đợt đăng tải).
 *
 * @param ownerId the coordinating unit
 * @param title heading of the page that units post
 * @param summary a sentence or two below it
 * @param textSha256 of the text that is looked for
 * @param untilOn last day on which it must be there
 * @param budget requests to one site in one look
 * @param open whether everybody may see how far it is
 * @param roundAt sites not looked at since then are due
 */
public record Campaign(
        long id,
        long documentId,
        @Nullable Long directiveId,
        long ownerId,
        String ownerName,
        String title,
        String summary,
        String textSha256,
        LocalDate fromOn,
        int days,
        LocalDate untilOn,
        int everyHours,
        int budget,
        boolean open,
        CampaignState state,
        int round,
        @Nullable Instant roundAt) {

    /** “mỗi ngày”, “mỗi 6 giờ”. */
    String rhythm(Language language) {
        if (everyHours % 24 != 0) {
            return language.t("mỗi " + everyHours + " giờ", "every " + everyHours + " hours");
        }
        int day = everyHours / 24;
        return day == 1
                ? language.t("mỗi ngày", "every day")
                : language.t("mỗi " + day + " ngày", "every " + day + " days");
    }
}
