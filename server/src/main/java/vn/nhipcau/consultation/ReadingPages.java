package vn.nhipcau.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** What the people read: consultations, the draft clause by clause, what others said, what was answered. */
@Controller
@RequestMapping("/public/consultations")
class ReadingPages {
    private static final int PAGE = 20;

    private final Consultations consultations;
    private final Figures figures;
    private final ShownOpinions opinions;
    private final Answers answers;
    private final Organisations organisations;
    private final Clock clock;

    ReadingPages(
            Consultations consultations,
            Figures figures,
            ShownOpinions opinions,
            Answers answers,
            Organisations organisations,
            Clock clock) {
        this.consultations = consultations;
        this.figures = figures;
        this.opinions = opinions;
        this.answers = answers;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        Instant now = clock.instant();
        Map<Consultation, Stage> list = new LinkedHashMap<>();
        consultations
                .list()
                .forEach(consultation ->
                        list.put(consultation, Stage.of(consultation, consultations.batches(consultation.id()), now)));
        model.addAttribute("list", list);
        return "consultation/list";
    }

    @GetMapping("/{slug}")
    String consultation(@PathVariable String slug, Model model) {
        Consultation consultation = head(slug, model);
        Figures.Count count = figures.live(consultation.id());
        model.addAttribute("clauses", consultations.clauses(consultation.id()));
        model.addAttribute("count", count);
        model.addAttribute("perClause", opinions.perClause(count));
        model.addAttribute("versions", consultations.versions(consultation.id()));
        model.addAttribute("answers", answers.published(consultation.id()));
        return "consultation/reading";
    }

    @GetMapping("/{slug}/whole")
    String whole(@PathVariable String slug, @RequestParam(defaultValue = "1") int page, Model model) {
        show(slug, OpinionForm.blank(null), page, model);
        return "consultation/clause";
    }

    @GetMapping("/{slug}/clauses/{anchor}")
    String clause(
            @PathVariable String slug,
            @PathVariable String anchor,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        show(slug, OpinionForm.blank(anchor), page, model);
        return "consultation/clause";
    }

    /** The clause that the form is about, or the whole draft, with the form as it is filled in. */
    void show(String slug, OpinionForm form, int page, Model model) {
        Consultation consultation = head(slug, model);
        List<Clause> clauses = consultations.clauses(consultation.id());
        Clause clause = form.clause() == null ? null : find(clauses, form.clause());
        Integer id = clause == null ? null : clause.id();
        model.addAttribute("form", form);
        model.addAttribute("clause", clause);
        model.addAttribute("before", clause == null ? null : neighbour(clauses, clause, -1));
        model.addAttribute("after", clause == null ? null : neighbour(clauses, clause, 1));
        model.addAttribute("answers", answers.published(consultation.id(), id));
        if (consultation.opinionsShown()) {
            Paging paging = Paging.of(page, PAGE, opinions.count(consultation.id(), id), link(slug, clause));
            model.addAttribute("paging", paging);
            model.addAttribute("opinions", opinions.page(consultation.id(), id, (paging.number() - 1) * PAGE, PAGE));
        }
    }

    static String link(String slug, @Nullable Clause clause) {
        return "/public/consultations/" + slug + (clause == null ? "/whole" : "/clauses/" + clause.anchor());
    }

    private static Clause find(List<Clause> clauses, String anchor) {
        return clauses.stream()
                .filter(clause -> clause.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static @Nullable Clause neighbour(List<Clause> clauses, Clause clause, int step) {
        int at = clauses.indexOf(clause) + step;
        return at < 0 || at >= clauses.size() ? null : clauses.get(at);
    }

    private Consultation head(String slug, Model model) {
        Instant now = clock.instant();
        Consultation consultation = consultations.visible(slug);
        List<Batch> batches = consultations.batches(consultation.id());
        model.addAttribute("consultation", consultation);
        model.addAttribute("batches", batches);
        model.addAttribute("stage", Stage.of(consultation, batches, now));
        model.addAttribute(
                "organisation",
                organisations
                        .known(consultation.organisationId(), java.time.LocalDate.ofInstant(now, Shell.ZONE))
                        .map(Organisation::name)
                        .orElse(""));
        return consultation;
    }
}
