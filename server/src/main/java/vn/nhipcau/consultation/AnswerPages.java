package vn.nhipcau.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.nhipcau.web.Shell;

/** Writes and publishes answers (tiếp thu, giải trình). */
@Controller
@RequestMapping("/desk/consultations/{slug}/answers")
class AnswerPages {
    private final Consultations consultations;
    private final DeskAccess access;
    private final Answers answers;
    private final Clock clock;

    AnswerPages(Consultations consultations, DeskAccess access, Answers answers, Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param entries opinions that a new answer is about */
    @GetMapping
    String answers(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<Long> entries,
            @RequestParam(defaultValue = "") String clause,
            Model model) {
        Consultation consultation = run(slug, officer);
        model.addAttribute("consultation", consultation);
        model.addAttribute("clauses", consultations.clauses(consultation.id()));
        model.addAttribute("answers", answers.all(consultation.id()));
        model.addAttribute("entries", entries);
        model.addAttribute("clause", clause);
        return "consultation/desk-answers";
    }

    @PostMapping
    String write(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String about,
            @RequestParam Answer.Outcome outcome,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<Long> entries,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = run(slug, officer);
        answers.write(
                consultation.id(),
                new Answers.NewAnswer(clause.isEmpty() ? null : clause, about, outcome, text, entries),
                officer.id(),
                clock.instant());
        Notices.done(
                redirect,
                language.t("Đã lưu. Bấm công bố khi đã được duyệt.", "Saved. Publish it once it is approved."));
        return back(slug);
    }

    @PostMapping("/{id}/publish")
    String publish(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        answers.publish(run(slug, officer).id(), id, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã công bố. Người góp ý đọc được trên trang biên nhận.",
                        "Published. Those who gave opinions read it with their receipt."));
        return back(slug);
    }

    @PostMapping("/{id}/discard")
    String discard(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        answers.discard(run(slug, officer).id(), id);
        Notices.done(redirect, language.t("Đã bỏ bản nháp.", "The draft is discarded."));
        return back(slug);
    }

    private Consultation run(String slug, Officer officer) {
        return access.run(slug, officer, LocalDate.ofInstant(clock.instant(), Shell.ZONE));
    }

    private static String back(String slug) {
        return "redirect:/desk/consultations/" + slug + "/answers";
    }
}
