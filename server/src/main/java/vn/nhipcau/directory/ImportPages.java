package vn.nhipcau.directory;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Files in: uploaded, checked and shown, and only then confirmed. */
@Controller
@RequestMapping("/desk/directory/import")
class ImportPages {
    private final OrganisationFiles files;
    private final ImportDrafts drafts;
    private final Organisations organisations;
    private final AdminScope scope;
    private final Clock clock;

    ImportPages(
            OrganisationFiles files, ImportDrafts drafts, Organisations organisations, AdminScope scope, Clock clock) {
        this.files = files;
        this.drafts = drafts;
        this.organisations = organisations;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    String upload(@AuthenticationPrincipal Officer officer, Model model) {
        AdminScope.requireAdmin(officer);
        model.addAttribute("kinds", organisations.kinds());
        model.addAttribute("roots", organisations.known(officer.organisationsAs(Role.ADMIN), today()));
        return "directory/import";
    }

    @PostMapping
    String upload(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        AdminScope.requireAdmin(officer);
        if (file.getSize() > SheetFile.MOST_BYTES) {
            Notices.failed(
                    redirect,
                    language.t(
                            "Tệp lớn quá 5 MB. Hãy tách thành nhiều tệp.", "The file is larger than 5 MB. Split it."));
            return "redirect:/desk/directory/import";
        }
        byte[] content = file.getBytes();
        try {
            SheetFile.read(content);
        } catch (Refusal refusal) {
            Notices.failed(redirect, refusal.sentence(language));
            return "redirect:/desk/directory/import";
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return "redirect:/desk/directory/import/" + drafts.keep(officer.id(), name, content, clock.instant());
    }

    @GetMapping("/{id}")
    String preview(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, Model model) {
        AdminScope.requireAdmin(officer);
        ImportDrafts.Draft draft = drafts.find(id, officer.id()).orElseThrow(Refusal::notFound);
        model.addAttribute("id", id.toString());
        model.addAttribute("fileName", draft.fileName());
        model.addAttribute("report", files.check(draft.content(), reach(officer)));
        return "directory/import-preview";
    }

    @PostMapping("/{id}")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        AdminScope.requireAdmin(officer);
        ImportDrafts.Draft draft = drafts.find(id, officer.id()).orElseThrow(Refusal::notFound);
        ImportReport report = files.load(
                draft.content(),
                reach(officer),
                new Decision(
                        today(),
                        basis.isBlank() ? null : basis.strip(),
                        (reason.isBlank() ? "Nhập tệp" : reason.strip()) + " (" + draft.fileName() + ")",
                        officer.id(),
                        clock.instant()));
        if (!report.right()) {
            Notices.failed(
                    redirect,
                    language.t(
                            "Chưa nhập gì: danh bạ đã thay đổi từ lúc kiểm tra. Hãy xem lại các lỗi dưới đây.",
                            "Nothing was imported: the directory has changed since the check. See the faults below."));
            return "redirect:/desk/directory/import/" + id;
        }
        drafts.drop(id);
        Notices.done(
                redirect,
                language.t("Đã nhập: thêm ", "Imported: added ") + report.added()
                        + language.t(", sửa ", ", changed ") + report.changed()
                        + language.t(", giữ nguyên ", ", unchanged ") + report.unchanged() + ".");
        return "redirect:/desk/directory";
    }

    private Set<Long> reach(Officer officer) {
        return scope.reach(officer, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Shell.ZONE));
    }
}
