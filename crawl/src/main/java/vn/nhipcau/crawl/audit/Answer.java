package vn.nhipcau.crawl.audit;

import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.crawl.fetch.FetchFailure;
import vn.nhipcau.crawl.fetch.Url;

/** How a visit to an address ended. */
sealed interface Answer {
    /** @param url where it was found in the end */
    record Got(Exchange exchange, Url url) implements Answer {}

    /** The address moved to a host that is not the site's. */
    record Elsewhere(Url url) implements Answer {}

    /** @param blame sentence in Vietnamese */
    record Failed(FetchFailure.Cause cause, String blame) implements Answer {
        boolean isTooLarge() {
            return cause == FetchFailure.Cause.TOO_LARGE;
        }
    }

    /** @param why robots.txt, or the status that forbade it */
    record Forbidden(Url url, String why) implements Answer {}
}
