package vn.nhipcau.consultation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Typing paper in, and comparing what was typed with the paper. */
@Controller
@RequestMapping("/desk/consultations/{slug}/paper")
class PaperPages {
    private static final int PAGE = 30;

    private final Consultations consultations;
    private final DeskAccess access;
    private final PaperForms forms;
    private final OpinionFiles files;
    private final Clock clock;

    PaperPages(Consultations consultations, DeskAccess access, PaperForms forms, OpinionFiles files, Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.forms = forms;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Consultation consultation = handled(slug, officer);
        Paging paging = Paging.of(page, PAGE, forms.count(consultation.id()), "/desk/consultations/" + slug + "/paper");
        model.addAttribute("consultation", consultation);
        model.addAttribute("clauses", consultations.clauses(consultation.id()));
        model.addAttribute("open", consultation.takesOpinions(clock.instant()));
        model.addAttribute("person", officer.id());
        model.addAttribute("paging", paging);
        model.addAttribute("unchecked", forms.unchecked(consultation.id()));
        model.addAttribute("forms", forms.page(consultation.id(), (paging.number() - 1) * PAGE, PAGE));
        return "consultation/paper";
    }

    @PostMapping
    String type(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String slip,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String stance,
            @RequestParam(defaultValue = "") String text,
            @RequestParam MultipartFile scan,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        Consultation consultation = handled(slug, officer);
        String name = scan.getOriginalFilename();
        Hash kept = scan.isEmpty() ? null : files.keep(consultation.id(), name == null ? "" : name, scan);
        forms.type(
                consultation.id(),
                new PaperForms.Typed(slip, anchor(consultation, clause), stance(stance), lines(text), kept),
                officer.id(),
                clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã nhập phiếu. Phiếu được tính sau khi một người khác đối chiếu với ảnh quét.",
                        "Typed in. It counts once somebody else has compared it with the scan."));
        return back(slug);
    }

    @GetMapping("/{id}")
    String form(
            @AuthenticationPrincipal Officer officer, @PathVariable String slug, @PathVariable long id, Model model) {
        Consultation consultation = handled(slug, officer);
        PaperForms.Form form = forms.get(consultation.id(), id);
        model.addAttribute("consultation", consultation);
        model.addAttribute("clauses", consultations.clauses(consultation.id()));
        model.addAttribute("form", form);
        model.addAttribute("mayCheck", form.mayBeCheckedBy(officer.id()));
        model.addAttribute(
                "file",
                form.scan() == null
                        ? null
                        : files.find(consultation.id(), form.scan()).orElse(null));
        return "consultation/paper-form";
    }

    @GetMapping("/{id}/scan")
    ResponseEntity<InputStreamResource> scan(
            @AuthenticationPrincipal Officer officer, @PathVariable String slug, @PathVariable long id)
            throws IOException {
        Consultation consultation = handled(slug, officer);
        Hash scan = forms.get(consultation.id(), id).scan();
        if (scan == null) {
            throw Refusal.notFound();
        }
        return OpinionPages.download(files.find(consultation.id(), scan).orElseThrow(Refusal::notFound), files);
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        Receipt receipt = forms.confirm(handled(slug, officer), id, officer.id(), clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã đối chiếu, phiếu thành ý kiến số " + receipt.index() + ". Mã biên nhận: " + receipt.id(),
                        "Checked: it is opinion number " + receipt.index() + ". Receipt: " + receipt.id()));
        return back(slug);
    }

    @PostMapping("/{id}/send-back")
    String sendBack(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Language language,
            RedirectAttributes redirect) {
        forms.sendBack(handled(slug, officer).id(), id, why, officer.id(), clock.instant());
        Notices.done(redirect, language.t("Đã trả lại để gõ lại.", "Sent back to be typed again."));
        return back(slug);
    }

    @PostMapping("/{id}/correct")
    String correct(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String stance,
            @RequestParam(defaultValue = "") String text,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = handled(slug, officer);
        forms.correct(consultation.id(), id, anchor(consultation, clause), stance(stance), lines(text), officer.id());
        Notices.done(redirect, language.t("Đã gõ lại, chờ đối chiếu.", "Typed again, to be compared."));
        return back(slug);
    }

    /** The second person confirms what can become an opinion; so the clause is looked up now. */
    private @Nullable String anchor(Consultation consultation, String clause) {
        if (clause.isEmpty()) {
            return null;
        }
        return consultations.clauses(consultation.id()).stream()
                .map(Clause::anchor)
                .filter(clause::equals)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Stance stance(String word) {
        return Stance.of(word)
                .orElseThrow(() -> Refusal.invalid(
                        "STANCE_MISSING", "Hãy chọn thái độ ghi trên phiếu.", "Choose the stance on the form."));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private Consultation handled(String slug, Officer officer) {
        return access.handled(slug, officer, LocalDate.ofInstant(clock.instant(), Shell.ZONE));
    }

    private static String back(String slug) {
        return "redirect:/desk/consultations/" + slug + "/paper";
    }
}
