package vn.nhipcau.consultation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** The opinions one by one: found, read, hidden from the public, taken along as a table. */
@Controller
@RequestMapping("/desk/consultations/{slug}")
class OpinionPages {
    private static final int PAGE = 30;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Consultations consultations;
    private final DeskAccess access;
    private final OpinionList list;
    private final OpinionSheet sheet;
    private final Hidings hidings;
    private final OpinionFiles files;
    private final Answers answers;
    private final Clock clock;

    OpinionPages(
            Consultations consultations,
            DeskAccess access,
            OpinionList list,
            OpinionSheet sheet,
            Hidings hidings,
            OpinionFiles files,
            Answers answers,
            Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.list = list;
        this.sheet = sheet;
        this.hidings = hidings;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/opinions")
    String list(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Consultation consultation = handled(slug, officer);
        OpinionFilter filter = OpinionFilter.read(query);
        Paging paging = Paging.of(
                page,
                PAGE,
                list.count(consultation.id(), filter),
                "/desk/consultations/" + slug + "/opinions" + filter.query());
        model.addAttribute("consultation", consultation);
        model.addAttribute("rights", access.rights(consultation, officer, today()));
        model.addAttribute("clauses", consultations.clauses(consultation.id()));
        model.addAttribute("batches", consultations.batches(consultation.id()));
        model.addAttribute("filter", filter);
        model.addAttribute("paging", paging);
        model.addAttribute("rows", list.page(consultation.id(), filter, (paging.number() - 1) * PAGE, PAGE));
        return "consultation/opinions";
    }

    @GetMapping("/opinions.xlsx")
    void xlsx(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        Consultation consultation = handled(slug, officer);
        attachment(response, XLSX, "y-kien-" + slug + ".xlsx");
        sheet.xlsx(consultation.id(), OpinionFilter.read(query), response.getOutputStream());
    }

    @GetMapping("/opinions.csv")
    void csv(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        Consultation consultation = handled(slug, officer);
        attachment(response, "text/csv;charset=UTF-8", "y-kien-" + slug + ".csv");
        sheet.csv(consultation.id(), OpinionFilter.read(query), response.getOutputStream());
    }

    private static void attachment(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping("/opinions/{entry}")
    String opinion(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long entry,
            Model model) {
        Consultation consultation = handled(slug, officer);
        OpinionList.Row row = list.get(consultation.id(), entry);
        model.addAttribute("consultation", consultation);
        model.addAttribute("rights", access.rights(consultation, officer, today()));
        model.addAttribute("opinion", row);
        model.addAttribute(
                "file",
                row.attachment() == null
                        ? null
                        : files.find(consultation.id(), row.attachment()).orElse(null));
        model.addAttribute("hidings", hidings.of(consultation.id(), entry));
        model.addAttribute("answers", answers.published(consultation.id(), row.clause(), entry));
        return "consultation/opinion";
    }

    /** Always as a download: what others sent must not run in the reader's browser as ours. */
    @GetMapping("/opinions/{entry}/file")
    ResponseEntity<InputStreamResource> file(
            @AuthenticationPrincipal Officer officer, @PathVariable String slug, @PathVariable long entry)
            throws IOException {
        Consultation consultation = handled(slug, officer);
        OpinionList.Row row = list.get(consultation.id(), entry);
        if (row.attachment() == null) {
            throw Refusal.notFound();
        }
        OpinionFiles.Kept file = files.find(consultation.id(), row.attachment()).orElseThrow(Refusal::notFound);
        return download(file, files);
    }

    static ResponseEntity<InputStreamResource> download(OpinionFiles.Kept file, OpinionFiles files) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(file)));
    }

    @PostMapping("/opinions/{entry}/hide")
    String hide(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long entry,
            @RequestParam HidingGround ground,
            @RequestParam(defaultValue = "") String note,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = run(slug, officer);
        list.get(consultation.id(), entry);
        hidings.hide(consultation.id(), entry, ground, note, officer.id(), clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã ẩn khỏi công chúng, ghi rõ lý do. Ý kiến vẫn được giữ và được đếm.",
                        "Hidden from the public with its ground. The opinion is kept and counted."));
        return "redirect:/desk/consultations/" + slug + "/opinions/" + entry;
    }

    @PostMapping("/opinions/{entry}/unhide")
    String unhide(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long entry,
            @RequestParam(defaultValue = "") String why,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = run(slug, officer);
        hidings.undo(consultation.id(), entry, why, officer.id(), clock.instant());
        Notices.done(redirect, language.t("Đã hiện lại ý kiến.", "The opinion is shown again."));
        return "redirect:/desk/consultations/" + slug + "/opinions/" + entry;
    }

    /** An answer to the opinions that were ticked; its words are written on the page of answers. */
    @PostMapping("/opinions/answer")
    String answer(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(required = false) List<Long> entry,
            Language language,
            RedirectAttributes redirect) {
        run(slug, officer);
        if (entry == null || entry.isEmpty()) {
            Notices.failed(redirect, language.t("Hãy đánh dấu ít nhất một ý kiến.", "Tick at least one opinion."));
            return "redirect:/desk/consultations/" + slug + "/opinions";
        }
        redirect.addAttribute(
                "entries",
                entry.stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "," + b)
                        .orElse(""));
        return "redirect:/desk/consultations/" + slug + "/answers";
    }

    private Consultation handled(String slug, Officer officer) {
        return access.handled(slug, officer, today());
    }

    private Consultation run(String slug, Officer officer) {
        return access.run(slug, officer, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }
}
