package vn.nhipcau.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Acts on one unit, for administrators within their reach. */
@Controller
@RequestMapping("/desk/directory/units/{id}/acts/{act}")
class ActPages {
    private final Organisations organisations;
    private final Reorganisations reorganisations;
    private final UnitPicker picker;
    private final AdminScope scope;
    private final Clock clock;

    ActPages(
            Organisations organisations,
            Reorganisations reorganisations,
            UnitPicker picker,
            AdminScope scope,
            Clock clock) {
        this.organisations = organisations;
        this.reorganisations = reorganisations;
        this.picker = picker;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @PathVariable long id, @PathVariable String act, @AuthenticationPrincipal Officer officer, Model model) {
        LocalDate today = today();
        Organisation unit = organisations.known(id, today).orElseThrow(Refusal::notFound);
        scope.require(officer, Set.of(id), today, today);
        return form(unit, type(act), ActForm.about(unit, today, type(act)), null, officer, model);
    }

    @PostMapping
    String act(
            @PathVariable long id,
            @PathVariable String act,
            @ModelAttribute ActForm form,
            @AuthenticationPrincipal Officer officer,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate today = today();
        Organisation unit = organisations.known(id, today).orElseThrow(Refusal::notFound);
        ActForm.Type type = type(act);
        scope.require(officer, Set.of(id), today, today);
        try {
            long shown = act(unit, type, form, officer, today);
            Notices.done(
                    redirect,
                    language.t("Đã ghi: ", "Recorded: ") + language.t(type.vietnamese(), type.english()) + ".");
            return "redirect:/desk/directory/units/" + shown + "?day=" + form.on();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return form(unit, type, form, refusal.sentence(language), officer, model);
        }
    }

    private long act(Organisation unit, ActForm.Type type, ActForm form, Officer officer, LocalDate today) {
        Decision decision = decision(form, officer);
        long id = unit.id();
        switch (type) {
            case FOUND -> {
                scope.require(officer, Set.of(id), decision.on(), today);
                return reorganisations.found(
                        new Founding(
                                form.code(),
                                Line.ofSlug(ActForm.text(form.line())),
                                ActForm.text(form.name()),
                                form.shortName(),
                                ActForm.text(form.kind()),
                                id,
                                false),
                        decision);
            }
            case RENAME -> reorganisations.rename(id, ActForm.text(form.name()), form.shortName(), decision);
            case UPGRADE ->
                reorganisations.upgrade(
                        id, ActForm.text(form.name()), form.shortName(), ActForm.text(form.kind()), decision);
            case MOVE -> {
                long parent = other(form, decision.on());
                scope.require(officer, Set.of(parent), decision.on(), today);
                reorganisations.move(id, parent, decision);
            }
            case MERGE -> {
                Set<Long> ending = new HashSet<>(others(form, decision.on().minusDays(1)));
                ending.add(id);
                long into = other(form, decision.on());
                Set<Long> all = new HashSet<>(ending);
                all.add(into);
                scope.require(officer, all, decision.on().minusDays(1), today);
                reorganisations.merge(ending, into, decision);
            }
            case SPLIT -> {
                Set<Long> successors = new HashSet<>(others(form, decision.on()));
                scope.require(officer, successors, decision.on(), today);
                reorganisations.split(id, successors, "yes".equals(form.ends()), decision);
            }
            case CLOSE -> reorganisations.close(id, decision);
            case SITE -> reorganisations.site(id, ActForm.text(form.url()), true, decision);
            case SITE_END -> reorganisations.site(id, ActForm.text(form.url()), false, decision);
            case CODE -> reorganisations.code(id, ActForm.text(form.code()), decision);
        }
        return id;
    }

    private Decision decision(ActForm form, Officer officer) {
        if (form.on() == null) {
            throw Refusal.invalid("DAY_MISSING", "Hãy chọn ngày có hiệu lực.", "Choose the day from which it holds.");
        }
        if (ActForm.text(form.reason()).isEmpty()) {
            throw Refusal.invalid(
                    "REASON_MISSING",
                    "Hãy ghi lý do trong một câu, để người đọc nhật ký sau này hiểu.",
                    "Give the reason in a sentence, for those who read the log later.");
        }
        String basis = ActForm.text(form.basis());
        return new Decision(
                form.on(), basis.isEmpty() ? null : basis, ActForm.text(form.reason()), officer.id(), clock.instant());
    }

    private long other(ActForm form, LocalDate on) {
        return picker.pick(ActForm.text(form.other()), on).id();
    }

    private List<Long> others(ActForm form, LocalDate on) {
        List<Long> picked = new ArrayList<>();
        Stream.of(ActForm.text(form.others()).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> picked.add(picker.pick(line, on).id()));
        return picked;
    }

    private String form(
            Organisation unit, ActForm.Type type, ActForm form, @Nullable String error, Officer officer, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("type", type);
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        model.addAttribute("kinds", organisations.kinds());
        model.addAttribute("sites", organisations.sites(unit.id(), form.on() == null ? today() : form.on()));
        model.addAttribute("suggestions", picker.suggestions(officer, form.on() == null ? today() : form.on()));
        return "directory/act";
    }

    private static ActForm.Type type(String slug) {
        return Stream.of(ActForm.Type.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Shell.ZONE));
    }
}
