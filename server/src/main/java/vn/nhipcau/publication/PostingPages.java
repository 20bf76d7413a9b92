package vn.nhipcau.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;

/** One unit in a campaign: what it must post, what we see, the looks and their proof. */
@Controller
@RequestMapping("/desk/publication/{id}/units/{unit}")
class PostingPages {
    private static final Logger log = LoggerFactory.getLogger(PostingPages.class);
    private static final int MOST_CHECKS = 60;

    private final Campaigns campaigns;
    private final Checks checks;
    private final Reports reports;
    private final Proof proof;
    private final Documents documents;
    private final Organisations organisations;
    private final AuditWorker worker;
    private final Rights.Of rights;
    private final Clock clock;

    PostingPages(
            Campaigns campaigns,
            Checks checks,
            Reports reports,
            Proof proof,
            Documents documents,
            Organisations organisations,
            AuditWorker worker,
            Rights.Of rights,
            Clock clock) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.reports = reports;
        this.proof = proof;
        this.documents = documents;
        this.organisations = organisations;
        this.worker = worker;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping
    String unit(@AuthenticationPrincipal Officer officer, @PathVariable long id, @PathVariable long unit, Model model) {
        Instant now = clock.instant();
        Campaign campaign = campaigns.campaign(id, unit, officer, Checks.day(now));
        Rights own = rights.officer(officer, Checks.day(now));
        model.addAttribute("campaign", campaign);
        model.addAttribute("posting", checks.posting(id, unit, now));
        model.addAttribute("kit", PostingKit.of(campaign, campaigns.text(id)));
        model.addAttribute("files", campaigns.files(campaign));
        model.addAttribute("readable", documents.visible(campaign.documentId(), officer, Checks.day(now)));
        model.addAttribute("sites", organisations.sites(unit, Checks.day(now)));
        model.addAttribute("reported", reports.of(id, unit));
        model.addAttribute("checks", checks.history(id, unit, MOST_CHECKS));
        model.addAttribute("overrulings", checks.overrulings(id, unit));
        model.addAttribute("runs", own.runs(campaign));
        model.addAttribute("whole", own.sees(campaign));
        model.addAttribute("reports", own.reports(unit) || own.runs(campaign));
        model.addAttribute(
                "conclusions",
                Arrays.stream(Standing.values())
                        .filter(one -> one != Standing.MISSED && one != Standing.UNCHECKED)
                        .toList());
        return "publication/unit";
    }

    @PostMapping("/report")
    String report(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam(defaultValue = "") String address,
            Language language,
            RedirectAttributes redirect) {
        reports.report(id, unit, address, officer, clock.instant());
        worker.wake();
        Notices.done(
                redirect,
                language.t(
                        "Đã nhận địa chỉ. Hệ thống kiểm tra địa chỉ này trước; tải lại trang sau ít phút để xem kết quả.",
                        "The address is taken and will be looked at first; reload in a few minutes."));
        return back(id, unit);
    }

    @PostMapping("/check")
    String check(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long unit,
            Language language,
            RedirectAttributes redirect) {
        campaigns.check(id, unit, officer, clock.instant());
        worker.wake();
        Notices.done(
                redirect,
                language.t(
                        "Đang kiểm tra trang của đơn vị. Tải lại trang để xem kết quả.",
                        "The site is being looked at. Reload to see the result."));
        return back(id, unit);
    }

    @PostMapping("/overrule")
    String overrule(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        checks.overrule(id, unit, standing, reason, officer, clock.instant());
        Notices.done(
                redirect,
                standing == null
                        ? language.t(
                                "Đã bỏ kết luận của người; kết luận của kiểm tra tự động có hiệu lực trở lại.",
                                "Taken back; the machine's conclusion holds again.")
                        : language.t(
                                "Đã ghi kết luận “" + standing.vietnamese() + "” cùng căn cứ.",
                                "Recorded “" + standing.english() + "” with its ground."));
        return back(id, unit);
    }

    /** The passage of the document beside the page's own words. */
    @GetMapping("/checks/{check}")
    String proof(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable long check,
            Model model)
            throws IOException {
        Instant now = clock.instant();
        Campaign campaign = campaigns.campaign(id, unit, officer, Checks.day(now));
        SiteCheck looked = check(id, unit, check);
        Proof.Shown shown = null;
        if (looked.warc() != null) {
            try {
                shown = proof.read(looked.warc());
            } catch (IOException | Refusal e) {
                // The page says that the archive cannot be shown, and the download tells more.
                log.warn("Không đọc được tệp lưu của lần kiểm tra {}: {}", check, e.toString());
            }
        }
        boolean text = shown != null && !shown.text().isEmpty();
        model.addAttribute("campaign", campaign);
        model.addAttribute("posting", checks.posting(id, unit, now));
        model.addAttribute("check", looked);
        model.addAttribute("shown", shown);
        model.addAttribute("original", SideBySide.in(campaigns.text(id), looked.passage()));
        model.addAttribute("source", text ? SideBySide.in(shown.text(), looked.passage()) : null);
        return "publication/proof";
    }

    @GetMapping("/checks/{check}/warc")
    ResponseEntity<InputStreamResource> archive(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long unit,
            @PathVariable long check)
            throws IOException {
        campaigns.campaign(id, unit, officer, Checks.day(clock.instant()));
        SiteCheck.Warc warc = check(id, unit, check).warc();
        if (warc == null) {
            throw Refusal.notFound();
        }
        InputStream bytes = proof.open(warc);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(warc.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(warc.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(bytes));
    }

    private SiteCheck check(long campaign, long unit, long check) {
        SiteCheck looked = checks.check(check);
        if (looked.campaignId() != campaign || looked.unitId() != unit) {
            throw Refusal.notFound();
        }
        return looked;
    }

    private static String back(long id, long unit) {
        return "redirect:/desk/publication/" + id + "/units/" + unit;
    }
}
