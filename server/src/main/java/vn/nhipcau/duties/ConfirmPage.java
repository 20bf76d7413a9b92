package vn.nhipcau.duties;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Where the coordinator goes through what was read in a directive. Each proposal is a form of its own that saves itself;
 * with script only the part that changed is put in place of the old.
 */
@Controller
@RequestMapping("/desk/directives/{id}")
class ConfirmPage {
    private final Directives directives;
    private final Proposals proposals;
    private final ProposalEdits edits;
    private final Clock clock;

    ConfirmPage(Directives directives, Proposals proposals, ProposalEdits edits, Clock clock) {
        this.directives = directives;
        this.proposals = proposals;
        this.edits = edits;
        this.clock = clock;
    }

    @GetMapping
    String directive(@PathVariable long id) {
        return "redirect:/desk/directives/" + id + "/confirm";
    }

    @GetMapping("/confirm")
    String page(@AuthenticationPrincipal Officer officer, @PathVariable long id, Language language, Model model) {
        Instant now = clock.instant();
        Directive directive = directives.directive(id, officer, LocalDate.ofInstant(now, Shell.ZONE));
        if (directive.state() != Directive.State.DRAFT) {
            return board(id);
        }
        model.addAttribute("view", proposals.view(id, null, officer, language, now));
        return "duties/confirm";
    }

    static String board(long id) {
        return "redirect:/desk/board/directives/" + id;
    }

    /**
     * @param action {@code save}, {@code keep}, {@code drop}, {@code bind-g12} to map the group or unit of that key, or {@code find} to look up units and groups by the words in
     *     {@code search} without storing anything
     */
    @PostMapping("/obligations/{obligation}")
    String decide(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long obligation,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String search,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Language language,
            Model model,
            HttpServletResponse response) {
        Instant now = clock.instant();
        ProposalForm form = ProposalForm.sent(fields);
        if ("find".equals(action)) {
            edits.obligation(id, obligation, officer, now);
            return again(
                    id, new Proposals.Typed(obligation, form, null, search), officer, language, model, response, 200);
        }
        ProposalEdits.Decision decision = switch (action) {
            case "keep" -> new ProposalEdits.Decision.Keep();
            case "drop" -> new ProposalEdits.Decision.Drop();
            default ->
                action.matches("bind-[gu]\\d{1,18}")
                        ? new ProposalEdits.Decision.Bind(
                                Addressees.target(action.substring("bind-".length()), Target.Part.LEAD))
                        : new ProposalEdits.Decision.Change(form);
        };
        try {
            edits.decide(id, obligation, decision, seen, officer, now);
        } catch (Refusal refusal) {
            if (!shownInPlace(refusal)) {
                throw refusal;
            }
            ProposalForm shown = decision instanceof ProposalEdits.Decision.Change
                    ? form
                    : ProposalForm.of(
                            edits.obligation(id, obligation, officer, now).content());
            // htmx puts only good answers into the page; the sentence inside says what went wrong.
            int status = htmx == null ? refusal.status().value() : 200;
            return again(
                    id,
                    new Proposals.Typed(obligation, shown, refusal.sentence(language), null),
                    officer,
                    language,
                    model,
                    response,
                    status);
        }
        if (decision instanceof ProposalEdits.Decision.Change && !search.isBlank()) {
            // Enter in the search box sends the form as a whole: saved, and what was looked for is shown.
            ProposalForm saved = ProposalForm.of(
                    edits.obligation(id, obligation, officer, now).content());
            return again(
                    id, new Proposals.Typed(obligation, saved, null, search), officer, language, model, response, 200);
        }
        return "redirect:/desk/directives/" + id + "/confirm#o" + obligation;
    }

    /** What the person can mend on the page itself. */
    private static boolean shownInPlace(Refusal refusal) {
        return switch (refusal.code()) {
            case "STALE_PROPOSAL",
                    "FIELD_WRONG",
                    "WHAT_MISSING",
                    "DATE_OUT_OF_RANGE",
                    "UNTIL_TOO_FAR",
                    "TOO_MANY_PERIODS",
                    "TARGET_UNKNOWN",
                    "OUT_OF_REACH" -> true;
            default -> false;
        };
    }

    private String again(
            long id,
            Proposals.Typed typed,
            Officer officer,
            Language language,
            Model model,
            HttpServletResponse response,
            int status) {
        response.setStatus(status);
        model.addAttribute("view", proposals.view(id, typed, officer, language, clock.instant()));
        return "duties/confirm";
    }

    @PostMapping("/obligations")
    String add(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID press,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        directives.directive(id, officer, LocalDate.ofInstant(now, Shell.ZONE));
        ProposalForm form = ProposalForm.sent(fields);
        if ("find".equals(action)) {
            return again(id, new Proposals.Typed(0, form, null, search), officer, language, model, response, 200);
        }
        try {
            long added = edits.add(id, form, press(press, form), officer, now);
            Notices.done(redirect, language.t("Đã thêm nghĩa vụ.", "The obligation was added."));
            return "redirect:/desk/directives/" + id + "/confirm#o" + added;
        } catch (Refusal refusal) {
            if (!shownInPlace(refusal)) {
                throw refusal;
            }
            return again(
                    id,
                    new Proposals.Typed(0, form, refusal.sentence(language), null),
                    officer,
                    language,
                    model,
                    response,
                    refusal.status().value());
        }
    }

    /** Maps the same group or unit for all that name the same words. */
    @PostMapping("/obligations/{obligation}/bind-alike")
    String bindAlike(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long obligation,
            @RequestParam String target,
            Language language,
            RedirectAttributes redirect) {
        if (!target.matches("[gu]\\d{1,18}")) {
            throw Refusal.notFound();
        }
        int mapped =
                edits.bindAll(id, obligation, Addressees.target(target, Target.Part.LEAD), officer, clock.instant());
        Notices.done(
                redirect,
                language.t("Đã gắn đơn vị cho " + mapped + " nghĩa vụ.", mapped + " obligations were mapped."));
        return "redirect:/desk/directives/" + id + "/confirm#o" + obligation;
    }

    @PostMapping("/obligations/{obligation}/copy")
    String copy(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @PathVariable long obligation,
            @RequestParam(required = false) @Nullable UUID press,
            Language language,
            RedirectAttributes redirect) {
        long copy = edits.copy(id, obligation, press(press, obligation), officer, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã tách thành hai nghĩa vụ giống nhau; hãy sửa từng nghĩa vụ.",
                        "Split into two that say the same; now change each."));
        return "redirect:/desk/directives/" + id + "/confirm#o" + copy;
    }

    /** The same page sent twice with the same words is one press; who went back and wrote something else means that too. */
    private static UUID press(@Nullable UUID page, Object sent) {
        return page == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((page + " " + sent).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/facts")
    String facts(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam LocalDate issuedOn,
            Language language,
            RedirectAttributes redirect) {
        directives.describe(id, number, title, issuer, issuedOn, officer, clock.instant());
        Notices.done(redirect, language.t("Đã lưu thông tin văn bản.", "The facts were saved."));
        return "redirect:/desk/directives/" + id + "/confirm";
    }

    /** Decides on all proposals of one sort that nobody has decided on yet. */
    @PostMapping("/bulk")
    String bulk(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam boolean dated,
            @RequestParam boolean keep,
            Language language,
            RedirectAttributes redirect) {
        int decided = edits.decideAll(
                id, obligation -> obligation.content().dues().isEmpty() != dated, keep, officer, clock.instant());
        Notices.done(
                redirect,
                keep
                        ? language.t("Đã chọn " + decided + " nghĩa vụ.", decided + " obligations were kept.")
                        : language.t(
                                "Đã bỏ " + decided + " đề xuất; có thể chọn lại từng mục.",
                                decided + " proposals were dropped; each can be taken back."));
        return "redirect:/desk/directives/" + id + "/confirm";
    }

    @PostMapping("/follow")
    String follow(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long follows,
            Language language,
            RedirectAttributes redirect) {
        directives.follow(id, follows, officer, clock.instant());
        Notices.done(
                redirect,
                follows == null
                        ? language.t("Đã bỏ liên kết đôn đốc.", "The link was removed.")
                        : language.t("Đã nối với văn bản được đôn đốc.", "Linked to the directive that it urges."));
        return "redirect:/desk/directives/" + id + "/confirm";
    }

    @PostMapping("/discard")
    String discard(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        Directive directive = directives.directive(id, officer, LocalDate.ofInstant(clock.instant(), Shell.ZONE));
        directives.discard(id, officer, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã bỏ bản dự thảo. Văn bản và tệp vẫn ở trong sổ.",
                        "The draft was discarded. The document stays in the register."));
        return directive.documentId() == null
                ? "redirect:/desk/documents"
                : "redirect:/desk/documents/" + directive.documentId();
    }
}
