package vn.nhipcau.duties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.documents.DocumentAction;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.OfficialDocument;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** From a registered document to the draft of a directive, with what was read in it as proposals. */
@Controller
@RequestMapping("/desk/directives/new")
class NewDirectivePage {
    private final Directives directives;
    private final Documents documents;
    private final Addressees addressees;
    private final Clock clock;

    NewDirectivePage(Directives directives, Documents documents, Addressees addressees, Clock clock) {
        this.directives = directives;
        this.documents = documents;
        this.addressees = addressees;
        this.clock = clock;
    }

    /** The way here from a document's page. */
    @Configuration(proxyBeanMethods = false)
    static class FromDocument {
        @Bean
        DocumentAction giveDuties() {
            return new DocumentAction(
                    "Lập nghĩa vụ từ văn bản", "Turn into obligations", "/desk/directives/new?document={id}");
        }
    }

    @GetMapping
    String form(@AuthenticationPrincipal Officer officer, @RequestParam long document, Model model) {
        LocalDate today = today();
        OfficialDocument registered = documents.get(document, officer, today);
        List<Organisation> owners = owners(officer, today);
        List<Organisation> free = owners.stream()
                .filter(owner -> directives
                        .ofDocument(document, owner.id(), officer, today)
                        .isEmpty())
                .toList();
        if (free.isEmpty()) {
            return "redirect:/desk/directives/"
                    + directives.ofDocument(document, officer, today).getFirst().id() + "/confirm";
        }
        List<vn.nhipcau.legaltext.Obligation> read =
                documents.reading(document).map(Reading::obligations).orElse(List.of());
        model.addAttribute("document", registered);
        model.addAttribute("owners", free);
        model.addAttribute("proposals", read.size());
        model.addAttribute(
                "dated",
                read.stream().filter(vn.nhipcau.legaltext.Obligation::dated).count());
        return "duties/confirm-new";
    }

    @PostMapping
    String create(
            @AuthenticationPrincipal Officer officer,
            @RequestParam long document,
            @RequestParam long owner,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(required = false) @Nullable LocalDate issuedOn,
            Language language,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        LocalDate today = today();
        documents.get(document, officer, today);
        if (issuedOn == null) {
            throw Refusal.invalid(
                    "ISSUED_ON_MISSING",
                    "Hãy ghi ngày ban hành: thời hạn và danh sách đơn vị được tính theo ngày này.",
                    "Give the date of issue: time limits and the list of units follow from it.");
        }
        Addressees.Lookup lookup = addressees.lookup(owner, issuedOn, List.of());
        List<ObligationDraft> proposals = documents
                .reading(document)
                .map(reading -> reading.obligations().stream()
                        .map(read -> ObligationDraft.of(read).withTargets(lookup.certain(read)))
                        .toList())
                .orElse(List.of());
        try {
            long id = directives.draft(
                    new DirectiveDraft(document, owner, number, title, issuer, issuedOn, null, proposals),
                    officer,
                    now);
            return "redirect:/desk/directives/" + id + "/confirm";
        } catch (Refusal refusal) {
            if (!"ALREADY_TAKEN_IN".equals(refusal.code())) {
                throw refusal;
            }
            // The other press of a double click, or a colleague, came first.
            Directive known =
                    directives.ofDocument(document, owner, officer, today).orElseThrow(() -> refusal);
            return known(known.id(), language, redirect);
        }
    }

    private static String known(long directive, Language language, RedirectAttributes redirect) {
        Notices.done(
                redirect,
                language.t(
                        "Văn bản này đã được lập nghĩa vụ; dưới đây là bản đang có.",
                        "This document was turned into obligations already; here they are."));
        return "redirect:/desk/directives/" + directive + "/confirm";
    }

    private List<Organisation> owners(Officer officer, LocalDate today) {
        List<Organisation> owners = directives.owners(officer, today);
        if (owners.isEmpty()) {
            throw Refusal.forbidden(
                    "NOT_COORDINATOR",
                    "Chỉ người có vai trò Điều phối mới lập được nghĩa vụ từ văn bản. Hãy nhờ điều phối viên của đơn vị.",
                    "Only coordinators turn documents into obligations. Ask the coordinator of your unit.");
        }
        return owners;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }
}
