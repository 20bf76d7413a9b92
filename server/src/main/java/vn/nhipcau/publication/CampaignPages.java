package vn.nhipcau.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Shell;

/** Campaigns and one campaign: units against verdicts, how it went over time, whom to urge. */
@Controller
@RequestMapping("/desk/publication")
class CampaignPages {
    private static final int PAGE = 50;
    /** For the paragraph of the report, which names units. */
    private static final int MOST_NAMED = 2000;

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Campaigns campaigns;
    private final Coverage coverage;
    private final Chain chain;
    private final CampaignSheet sheet;
    private final AuditWorker worker;
    private final Rights.Of rights;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            Coverage coverage,
            Chain chain,
            CampaignSheet sheet,
            AuditWorker worker,
            Rights.Of rights,
            Clock clock) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.chain = chain;
        this.sheet = sheet;
        this.worker = worker;
        this.rights = rights;
        this.clock = clock;
    }

    /** A campaign as its list shows it. */
    record Line(Campaign campaign, Tally tally) {}

    @GetMapping
    String list(@AuthenticationPrincipal Officer officer, Model model) {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (Campaign campaign : campaigns.list(officer, Checks.day(now))) {
            lines.add(new Line(campaign, Coverage.sum(coverage.byBlock(campaign.id()))));
        }
        model.addAttribute("lines", lines);
        model.addAttribute("own", coverage.own(rights.officer(officer, Checks.day(now)), now));
        model.addAttribute("coordinates", officer.has(Role.COORDINATOR));
        model.addAttribute("oversees", officer.has(Role.LEADER) || officer.has(Role.READER));
        model.addAttribute("officer", officer.has(Role.OFFICER));
        return "publication/list";
    }

    @GetMapping("/{id}")
    String campaign(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Instant now = clock.instant();
        Campaign campaign = campaign(id, officer, now);
        PostingFilter filter = PostingFilter.read(id, query);
        Paging paging = Paging.of(page, PAGE, coverage.count(filter, now), filter.href());
        Map<String, Tally> blocks = coverage.byBlock(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("filter", filter);
        model.addAttribute("blocks", blocks);
        model.addAttribute("tally", Coverage.sum(blocks));
        model.addAttribute("round", coverage.round(campaign, now));
        model.addAttribute("paging", paging);
        model.addAttribute("rows", coverage.rows(filter, (paging.number() - 1) * PAGE, PAGE, now));
        model.addAttribute("runs", rights.officer(officer, Checks.day(now)).runs(campaign));
        model.addAttribute("files", campaigns.files(campaign));
        return "publication/campaign";
    }

    /** How it went over time, the paragraph for the report, the chain of hashes. */
    @GetMapping("/{id}/report")
    String report(@AuthenticationPrincipal Officer officer, @PathVariable long id, Model model, Language language) {
        Instant now = clock.instant();
        Campaign campaign = campaign(id, officer, now);
        Map<String, Tally> blocks = coverage.byBlock(id);
        List<Coverage.Day> days = coverage.days(campaign, now);
        model.addAttribute("campaign", campaign);
        model.addAttribute("blocks", blocks);
        model.addAttribute("tally", Coverage.sum(blocks));
        model.addAttribute("days", days);
        model.addAttribute("chart", CoverageChart.of(days, blocks, language.t("Tất cả đơn vị", "All units")));
        model.addAttribute(
                "paragraph",
                Wording.report(campaign, blocks, coverage.rows(PostingFilter.of(id), 0, MOST_NAMED, now), now));
        model.addAttribute("chain", chain.verify(campaign));
        model.addAttribute("history", campaigns.history(id));
        return "publication/report";
    }

    /** Who must be urged, with the words ready; and whose site could not be looked at. */
    @GetMapping("/{id}/urge")
    String urge(@AuthenticationPrincipal Officer officer, @PathVariable long id, Model model) {
        Instant now = clock.instant();
        Campaign campaign = campaign(id, officer, now);
        List<Posting> all = coverage.rows(PostingFilter.of(id), 0, MOST_NAMED, now);
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "urged",
                all.stream().filter(posting -> posting.standing().urged()).toList());
        model.addAttribute(
                "unclear",
                all.stream()
                        .filter(posting -> posting.standing().unknown() && posting.standing() != Standing.UNCHECKED)
                        .toList());
        return "publication/urge";
    }

    @PostMapping("/{id}/act")
    String act(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam CampaignState.Event event,
            Language language,
            RedirectAttributes redirect) {
        CampaignState state = campaigns.act(id, event, officer, clock.instant());
        worker.wake();
        Notices.done(
                redirect,
                language.t(
                        "Đã ghi. Đợt đăng tải bây giờ: " + state.vietnamese() + ".",
                        "Recorded. The campaign is now: " + state.english() + "."));
        return "redirect:/desk/publication/" + id;
    }

    @PostMapping("/{id}/check")
    String check(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        campaigns.checkAll(id, officer, clock.instant());
        worker.wake();
        Notices.done(
                redirect,
                language.t(
                        "Đang kiểm tra lại trang của tất cả đơn vị. Kết quả hiện dần ở bảng dưới; tải lại trang để xem.",
                        "All sites are being looked at again. Results appear below; reload to see them."));
        return "redirect:/desk/publication/" + id;
    }

    @PostMapping("/{id}/open")
    String open(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean open,
            Language language,
            RedirectAttributes redirect) {
        campaigns.open(id, open, officer, clock.instant());
        Notices.done(
                redirect,
                open
                        ? language.t("Đã công khai kết quả trên cổng.", "Results are public now.")
                        : language.t("Đã thôi công khai kết quả.", "Results are no longer public."));
        return "redirect:/desk/publication/" + id;
    }

    @GetMapping("/{id}/sheet.xlsx")
    void sheet(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        Campaign campaign = campaign(id, officer, now);
        attach(response, SHEET, "dang-tai-" + id + ".xlsx");
        sheet.write(response.getOutputStream(), campaign, PostingFilter.read(id, query), now);
    }

    /** The chain as text, for who keeps or checks it elsewhere. */
    @GetMapping("/{id}/chain.txt")
    void chain(@AuthenticationPrincipal Officer officer, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        Campaign campaign = campaign(id, officer, clock.instant());
        attach(response, "text/plain;charset=UTF-8", "chuoi-bam-" + id + ".txt");
        chain.write(campaign, new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private Campaign campaign(long id, Officer officer, Instant now) {
        return campaigns.campaign(id, officer, LocalDate.ofInstant(now, Shell.ZONE));
    }
}
