package vn.nhipcau.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.documents.DocumentFile;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.OfficialDocument;
import vn.nhipcau.duties.Directive;
import vn.nhipcau.duties.Directives;
import vn.nhipcau.duties.Obligation;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** From a document or a directive to a campaign: everything is filled in, a person looks over it and presses once. */
@Controller
class NewCampaignPage {
    private final Campaigns campaigns;
    private final Directives directives;
    private final Documents documents;
    private final Groups groups;
    private final Clock clock;

    NewCampaignPage(Campaigns campaigns, Directives directives, Documents documents, Groups groups, Clock clock) {
        this.campaigns = campaigns;
        this.directives = directives;
        this.documents = documents;
        this.groups = groups;
        this.clock = clock;
    }

    /** A way to say who must post. @param value of the form's field */
    record Choice(String value, String name, long units) {}

    /** What stands in the form. */
    record Form(
            OfficialDocument document,
            @Nullable Directive directive,
            String title,
            String summary,
            List<DocumentFile> files,
            List<Long> chosen,
            List<Choice> whom,
            LocalDate fromOn) {}

    @GetMapping("/desk/publication/new")
    String form(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable Long document,
            @RequestParam(required = false) @Nullable Long directive,
            Model model) {
        LocalDate today = today();
        List<Organisation> owners = directives.owners(officer, today);
        if (owners.isEmpty()) {
            throw Refusal.forbidden(
                    "NOT_COORDINATOR",
                    "Chỉ người có vai trò Điều phối mới lập được đợt đăng tải. Hãy nhờ điều phối viên của đơn vị.",
                    "Only coordinators make campaigns. Ask the coordinator of your unit.");
        }
        Directive followed = directive(document, directive, officer, today);
        Long registered = document != null ? document : followed == null ? null : followed.documentId();
        if (registered == null) {
            throw Refusal.invalid(
                    "NO_DOCUMENT",
                    "Văn bản chỉ đạo này chưa gắn với văn bản trong sổ. Hãy vào sổ văn bản kèm tài liệu phải đăng trước.",
                    "This directive has no registered document. Register it, with what must be posted, first.");
        }
        OfficialDocument official = documents.get(registered, officer, today);
        long owner = followed == null ? owners.getFirst().id() : followed.ownerId();
        List<DocumentFile> files = documents.files(registered);
        // A letter that has something posted carries it as an attachment.
        List<Long> attached = files.stream()
                .filter(file -> !file.original())
                .map(DocumentFile::id)
                .toList();
        model.addAttribute(
                "form",
                new Form(
                        official,
                        followed,
                        title(official, followed),
                        summary(official, followed),
                        files,
                        attached.isEmpty()
                                ? files.stream().map(DocumentFile::id).limit(1).toList()
                                : attached,
                        whom(owner, followed, officer, today),
                        today));
        model.addAttribute("owners", owners);
        model.addAttribute("owner", owner);
        return "publication/new";
    }

    private @Nullable Directive directive(
            @Nullable Long document, @Nullable Long directive, Officer officer, LocalDate today) {
        if (directive != null) {
            return directives.directive(directive, officer, today);
        }
        return document == null
                ? null
                : directives.ofDocument(document, officer, today).stream()
                        .filter(one -> one.state() != Directive.State.DRAFT)
                        .findFirst()
                        .orElse(null);
    }

    private static String title(OfficialDocument document, @Nullable Directive directive) {
        String subject = document.header().subject();
        return directive != null ? directive.title() : subject != null ? subject : document.title();
    }

    private static String summary(OfficialDocument document, @Nullable Directive directive) {
        String number = directive != null && !directive.number().isBlank()
                ? directive.number()
                : document.header().number();
        String issuer =
                directive != null ? directive.issuer() : document.header().issuer();
        return number == null
                ? ""
                : "Thực hiện văn bản số " + number + (issuer == null || issuer.isBlank() ? "" : " của " + issuer) + ".";
    }

    private List<Choice> whom(long owner, @Nullable Directive directive, Officer officer, LocalDate today) {
        List<Choice> choices = new ArrayList<>();
        if (directive != null) {
            Map<Boolean, List<Choice>> byKind = new LinkedHashMap<>();
            for (Obligation obligation : directives.obligations(directive.id(), officer, today)) {
                if (obligation.duties() > 0) {
                    boolean posting = obligation.content().evidence() == EvidenceKind.PUBLICATION;
                    byKind.computeIfAbsent(posting, kind -> new ArrayList<>())
                            .add(new Choice(
                                    "obligation:" + obligation.id(),
                                    obligation.content().what(),
                                    obligation.duties()));
                }
            }
            choices.addAll(byKind.getOrDefault(true, List.of()));
            choices.addAll(byKind.getOrDefault(false, List.of()));
        }
        for (Group group : groups.list(owner, today)) {
            choices.add(new Choice(
                    "group:" + group.id(),
                    group.name(),
                    groups.members(group.id(), today).size()));
        }
        return choices;
    }

    @PostMapping("/desk/publication/new")
    String make(
            @AuthenticationPrincipal Officer officer,
            @RequestParam long document,
            @RequestParam(required = false) @Nullable Long directive,
            @RequestParam long owner,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(required = false) @Nullable List<Long> file,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(required = false) @Nullable LocalDate fromOn,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "0") int everyHours,
            @RequestParam(defaultValue = "0") int budget,
            @RequestParam(defaultValue = "false") boolean open,
            Language language,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        LocalDate today = today();
        Directive followed = directive == null ? null : directives.directive(directive, officer, today);
        long id = campaigns.make(
                new CampaignDraft(
                        document,
                        followed == null ? null : followed.id(),
                        owner,
                        title,
                        summary,
                        file == null ? List.of() : file,
                        whom(whom),
                        fromOn == null ? today : fromOn,
                        days,
                        everyHours,
                        budget,
                        open),
                officer,
                now);
        Notices.done(
                redirect,
                language.t(
                        "Đã lập đợt đăng tải. Hãy xem lại danh sách đơn vị rồi bấm “Bắt đầu kiểm tra”.",
                        "The campaign is made. Look over its units, then press “Start”."));
        return "redirect:/desk/publication/" + id;
    }

    private static CampaignDraft.Whom whom(String written) {
        String[] parts = written.split(":");
        if (parts.length == 2 && parts[1].matches("\\d{1,18}")) {
            long id = Long.parseLong(parts[1]);
            if (parts[0].equals("obligation")) {
                return new CampaignDraft.Whom.Obligation(id);
            }
            if (parts[0].equals("group")) {
                return new CampaignDraft.Whom.Group(id);
            }
        }
        throw Refusal.invalid(
                "WHOM_MISSING",
                "Hãy chọn các đơn vị phải đăng: theo nghĩa vụ của văn bản hoặc theo nhóm.",
                "Choose who must post: by an obligation of the directive, or by a group.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }
}
