package vn.nhipcau.documents;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Files a document into the registry of the officer's own unit. */
@Controller
@RequestMapping("/desk/documents")
class FilingPages {
    private final Documents documents;
    private final DocumentRows rows;
    private final DocumentList list;
    private final Organisations organisations;
    private final Clock clock;

    FilingPages(Documents documents, DocumentRows rows, DocumentList list, Organisations organisations, Clock clock) {
        this.documents = documents;
        this.rows = rows;
        this.list = list;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute(
                "units", organisations.known(own(officer), LocalDate.ofInstant(clock.instant(), Shell.ZONE)));
        return "documents/new";
    }

    @PostMapping("/new")
    String file(
            @AuthenticationPrincipal Officer officer,
            @RequestParam long unit,
            @RequestParam(defaultValue = "false") boolean notSecret,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable List<MultipartFile> attachments,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        if (!own(officer).contains(unit)) {
            throw Refusal.notFound();
        }
        if (file.isEmpty()) {
            throw noFile();
        }
        List<Upload> attached = attachments == null
                ? List.of()
                : attachments.stream()
                        .filter(attachment -> !attachment.isEmpty())
                        .map(FilingPages::upload)
                        .toList();
        Filing filing = new Filing(unit, officer.id(), notSecret, upload(file), attached);
        return switch (documents.register(filing, clock.instant())) {
            case FilingResult.Registered registered -> registered(registered.documentId(), language, redirect);
            case FilingResult.LooksKnown known -> "redirect:/desk/documents/doubts/" + known.doubt();
        };
    }

    @GetMapping("/doubts/{doubt}")
    String doubt(@AuthenticationPrincipal Officer officer, @PathVariable UUID doubt, Model model) throws IOException {
        model.addAttribute("doubt", doubt);
        model.addAttribute("alike", list.rows(documents.alike(doubt, officer)));
        return "documents/doubt";
    }

    @PostMapping("/doubts/{doubt}")
    String anotherOne(
            @AuthenticationPrincipal Officer officer,
            @PathVariable UUID doubt,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        return registered(documents.registerAfterDoubt(doubt, officer, clock.instant()), language, redirect);
    }

    private String registered(long id, Language language, RedirectAttributes redirect) {
        if (rows.failure(id) == null) {
            Notices.done(
                    redirect,
                    language.t(
                            "Đã vào sổ. Hãy đối chiếu thông tin đã đọc với bản gốc.",
                            "Registered. Compare what was read with the original."));
        } else {
            Notices.failed(
                    redirect,
                    language.t(
                            "Đã vào sổ và giữ tệp gốc, nhưng chưa đọc được nội dung. Hãy nhập thông tin văn bản bằng tay.",
                            "Registered and the original is kept, but it could not be read. Type the facts by hand."));
        }
        return "redirect:/desk/documents/" + id;
    }

    private static java.util.Set<Long> own(Officer officer) {
        if (!officer.has(Role.COORDINATOR)) {
            throw Refusal.forbidden(
                    "COORDINATORS_FILE",
                    "Chỉ người có vai trò Điều phối mới vào sổ văn bản. Hãy nhờ điều phối viên của đơn vị.",
                    "Only coordinators file documents. Ask the coordinator of your unit.");
        }
        return officer.organisationsAs(Role.COORDINATOR);
    }

    static Upload upload(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file);
    }

    static Refusal noFile() {
        return Refusal.invalid(
                "FILE_MISSING",
                "Chưa chọn tệp, hoặc tệp rỗng. Hãy quay lại và chọn tệp văn bản.",
                "No file was chosen, or it is empty. Go back and choose one.");
    }
}
