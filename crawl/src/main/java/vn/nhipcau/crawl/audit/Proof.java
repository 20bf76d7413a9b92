package vn.nhipcau.crawl.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.fetch.Exchange;

/** Puts into the run's evidence what one site's verdict rests on. */
final class Proof {
    private final Evidence evidence;
    private final Web.Visits visits;
    private @Nullable String first;
    private @Nullable String sign;
    private boolean rulesKept;

    Proof(Evidence evidence, Web.Visits visits) {
        this.evidence = evidence;
        this.visits = visits;
    }

    /** Where the first record lies, or null. */
    @Nullable
    String first() {
        return first;
    }

    /** Keeps a page that shows the document, the list that leads to it, and what robots.txt allowed. */
    void keep(Exchange exchange, Frontier.@Nullable Listing listing) throws IOException, InterruptedException {
        String at = evidence.keep(exchange);
        first = first == null ? at : first;
        if (listing != null && listing.kept != null && !listing.keptInEvidence) {
            evidence.keep(listing.kept);
            listing.keptInEvidence = true;
            listing.kept = null;
        }
        if (!rulesKept) {
            rulesKept = true;
            Exchange rules = visits.rules(exchange.url()).exchange();
            if (rules != null) {
                evidence.keep(rules);
            }
        }
    }

    /** Keeps an answer that shows that the document is no longer where it was. */
    void keepSign(Exchange exchange) throws IOException {
        sign = evidence.keep(exchange);
    }

    /** Where such an answer lies, or null. */
    @Nullable
    String sign() {
        return sign;
    }
}
