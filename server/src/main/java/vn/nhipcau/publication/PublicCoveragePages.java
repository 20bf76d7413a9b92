package vn.nhipcau.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Paging;

/** What everybody may see of campaigns that were opened: shares, and where each unit's posting is. Never persons or reasons. */
@Controller
class PublicCoveragePages {
    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Coverage coverage;
    private final Clock clock;

    PublicCoveragePages(Campaigns campaigns, Coverage coverage, Clock clock) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.clock = clock;
    }

    @GetMapping("/public/publication")
    String list(Model model) {
        model.addAttribute(
                "lines",
                campaigns.publicOnes().stream()
                        .map(campaign ->
                                new CampaignPages.Line(campaign, Coverage.sum(coverage.byBlock(campaign.id()))))
                        .toList());
        return "publication/public-list";
    }

    @GetMapping("/public/publication/{id}")
    String campaign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Language language) {
        Instant now = clock.instant();
        Campaign campaign = campaigns.open(id);
        Map<String, Tally> blocks = coverage.byBlock(id);
        List<Coverage.Day> days = coverage.days(campaign, now);
        // Where the people can read it; who has not posted is told to the unit, and counted here.
        PostingFilter filter = PostingFilter.read(id, Map.of("q", q, "sort", PostingFilter.Sort.UNIT.name()))
                .in(Standing.FULL);
        Paging paging = Paging.of(
                page,
                PAGE,
                coverage.count(filter, now),
                "/public/publication/" + id + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        model.addAttribute("campaign", campaign);
        model.addAttribute("blocks", blocks);
        model.addAttribute("tally", Coverage.sum(blocks));
        model.addAttribute("days", days);
        model.addAttribute("chart", CoverageChart.of(days, blocks, language.t("Tất cả đơn vị", "All units")));
        model.addAttribute("q", q);
        model.addAttribute("paging", paging);
        model.addAttribute("rows", coverage.rows(filter, (paging.number() - 1) * PAGE, PAGE, now));
        return "publication/public-campaign";
    }
}
