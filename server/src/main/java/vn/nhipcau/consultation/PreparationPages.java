package vn.nhipcau.consultation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.OfficialDocument;
import vn.nhipcau.documents.ReadableText;
import vn.nhipcau.documents.Upload;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** From a file to a draft cut into clauses, and from that to an open consultation or its next version. */
@Controller
@RequestMapping("/desk/consultations")
class PreparationPages {
    private final Preparations preparations;
    private final Openings openings;
    private final Consultations consultations;
    private final DeskAccess access;
    private final Documents documents;
    private final Clock clock;

    PreparationPages(
            Preparations preparations,
            Openings openings,
            Consultations consultations,
            DeskAccess access,
            Documents documents,
            Clock clock) {
        this.preparations = preparations;
        this.openings = openings;
        this.consultations = consultations;
        this.access = access;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param document of the registry, whose text is taken; version: slug of the consultation that gets a new version */
    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        List<vn.nhipcau.directory.Organisation> units = access.runFor(officer, today());
        if (units.isEmpty()) {
            throw Refusal.notFound();
        }
        model.addAttribute("units", units);
        model.addAttribute("document", document == null ? null : documents.get(document, officer, today()));
        model.addAttribute("consultation", version.isEmpty() ? null : access.run(version, officer, today()));
        return "consultation/new";
    }

    @PostMapping("/new")
    String begin(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "false") boolean notSecret,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Consultation next = version.isEmpty() ? null : access.run(version, officer, today());
        long organisation = next != null ? next.organisationId() : own(unit, officer);
        Instant now = clock.instant();
        if (document != null) {
            OfficialDocument chosen = documents.get(document, officer, today());
            String text = documents
                    .reading(document)
                    .orElseThrow(() -> Refusal.invalid(
                            "DOCUMENT_NOT_READ",
                            "Chưa đọc được chữ trong văn bản này. Hãy tải tệp dự thảo có lớp chữ lên.",
                            "No text could be read from this document. Upload the draft as a file with text."))
                    .text();
            return to(preparations.begin(
                    new Preparations.Source(organisation, document, chosen.title(), null),
                    ReadableText.of(text),
                    next,
                    officer.id(),
                    now));
        }
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid(
                    "FILE_MISSING",
                    "Hãy chọn tệp dự thảo (DOCX, PDF có lớp chữ, HTML).",
                    "Choose the file of the draft (DOCX, PDF with text, HTML).");
        }
        if (!notSecret) {
            throw Refusal.invalid(
                    "NOT_DECLARED",
                    "Hãy xác nhận dự thảo không chứa bí mật nhà nước.",
                    "Declare that the draft holds no State secret.");
        }
        String name = file.getOriginalFilename();
        Upload upload = new Upload(name == null ? "" : name, file);
        Documents.KeptText kept = documents.keepText(upload);
        return to(preparations.begin(
                new Preparations.Source(
                        organisation, null, upload.name(), kept.file().sha256()),
                ReadableText.of(kept.text()),
                next,
                officer.id(),
                now));
    }

    private long own(@Nullable Long unit, Officer officer) {
        if (unit == null || !access.coordinates(unit, officer, today())) {
            throw Refusal.notFound();
        }
        return unit;
    }

    @GetMapping("/preparations/{id}")
    String preparation(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long edit,
            Model model) {
        Preparation preparation = open(id, officer);
        model.addAttribute("preparation", preparation);
        model.addAttribute("edited", edit);
        if (preparation.consultation() != null) {
            Consultation consultation = consultations.visible(preparation.consultation());
            List<Clause> before = consultations.clauses(consultation.id());
            model.addAttribute("consultation", consultation);
            model.addAttribute("before", before);
            model.addAttribute("changes", Change.between(before, preparation.asClauses()));
        } else {
            model.addAttribute("draft", Openings.Draft.proposed(preparation, today()));
        }
        return "consultation/preparation";
    }

    @PostMapping("/preparations/{id}/clauses/{part}")
    String change(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam int level,
            @RequestParam String heading,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String anchor,
            Language language,
            RedirectAttributes redirect) {
        preparations.change(open(id, officer), part, level, heading, text, anchor);
        Notices.done(redirect, language.t("Đã lưu điều vừa sửa.", "The clause is saved."));
        return to(id) + "#c" + part;
    }

    @PostMapping("/preparations/{id}/clauses/{part}/merge")
    String merge(@AuthenticationPrincipal Officer officer, @PathVariable long id, @PathVariable long part) {
        preparations.merge(open(id, officer), part);
        return to(id) + "#clauses";
    }

    @PostMapping("/preparations/{id}/clauses/{part}/split")
    String split(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam int paragraph) {
        preparations.split(open(id, officer), part, paragraph);
        return to(id) + "#c" + part;
    }

    @PostMapping("/preparations/{id}/open")
    String open(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam Participation participation,
            @RequestParam(required = false) @Nullable LocalDate opensOn,
            @RequestParam(required = false) List<LocalDate> cutOff,
            @RequestParam(required = false) Set<Channel> channels,
            @RequestParam(required = false) Set<Channel> counted,
            @RequestParam(defaultValue = "false") boolean shown,
            Language language,
            RedirectAttributes redirect) {
        Preparation preparation = open(id, officer);
        Consultation opened = openings.open(
                preparation,
                new Openings.Draft(
                        slug,
                        title,
                        summary,
                        participation,
                        opensOn,
                        cutOff == null
                                ? List.of()
                                : cutOff.stream()
                                        .filter(java.util.Objects::nonNull)
                                        .toList(),
                        channels == null ? Set.of() : channels,
                        counted == null ? Set.of() : counted,
                        shown),
                clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã mở đợt lấy ý kiến. Nội dung dự thảo đã được ghi vào sổ công khai.",
                        "The consultation is open. The draft is in the public log."));
        return "redirect:/desk/consultations/" + opened.slug();
    }

    @PostMapping("/preparations/{id}/publish")
    String publish(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = openings.revise(open(id, officer), note, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã đăng bản mới. Ý kiến cũ vẫn ở đúng điều của chúng.",
                        "The new version is out. Earlier opinions stay on their clauses."));
        return "redirect:/desk/consultations/" + consultation.slug();
    }

    private Preparation open(long id, Officer officer) {
        Preparation preparation = preparations.get(id);
        if (!access.coordinates(preparation.organisationId(), officer, today())) {
            throw Refusal.notFound();
        }
        return preparation;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }

    private static String to(long id) {
        return "redirect:/desk/consultations/preparations/" + id;
    }
}
