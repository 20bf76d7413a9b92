package vn.nhipcau.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Groups: who belongs to them on a day, their rules, and a place to try what a printed name would be taken for. */
@Controller
@RequestMapping("/desk/directory/groups")
class GroupPages {
    private final Groups groups;
    private final Organisations organisations;
    private final UnitPicker picker;
    private final AdminScope scope;
    private final Clock clock;

    GroupPages(Groups groups, Organisations organisations, UnitPicker picker, AdminScope scope, Clock clock) {
        this.groups = groups;
        this.organisations = organisations;
        this.picker = picker;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long province,
            @RequestParam(defaultValue = "") String printed,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        LocalDate on = day == null ? today() : day;
        List<Organisation> provinces = organisations.children(null, on);
        Long chosen = province == null ? own(officer, on, provinces) : province;
        List<Group> found = chosen == null ? List.of() : groups.list(chosen, on);
        model.addAttribute(
                "groups", found.stream().map(group -> view(group, on)).toList());
        model.addAttribute("provinces", provinces);
        model.addAttribute("province", chosen);
        model.addAttribute("on", on);
        model.addAttribute("printed", printed);
        model.addAttribute(
                "match", printed.isBlank() || chosen == null ? null : groups.match(printed.strip(), on, chosen));
        model.addAttribute("admin", officer.has(Role.ADMIN));
        return "directory/groups";
    }

    /** The viewer's own province, else the first. */
    private @Nullable Long own(Officer officer, LocalDate on, List<Organisation> provinces) {
        return officer.posts().stream()
                .flatMap(post ->
                        organisations.chain(post.organisationId(), on).stream().limit(1))
                .map(Organisation::id)
                .findFirst()
                .orElse(provinces.isEmpty() ? null : provinces.getFirst().id());
    }

    @GetMapping("/{id}")
    String group(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate day,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        LocalDate on = day == null ? today() : day;
        Group group = groups.find(id).orElseThrow(Refusal::notFound);
        model.addAttribute("view", view(group, on));
        model.addAttribute("included", organisations.known(group.included(), on));
        model.addAttribute("excluded", organisations.known(group.excluded(), on));
        model.addAttribute(
                "kinds",
                organisations.kinds().stream()
                        .filter(kind -> group.kinds().contains(kind.slug()))
                        .toList());
        model.addAttribute("on", on);
        model.addAttribute("admin", officer.has(Role.ADMIN));
        model.addAttribute("editable", officer.has(Role.ADMIN) && scope.reaches(officer, group.underId(), today()));
        return "directory/group";
    }

    private GroupView view(Group group, LocalDate on) {
        return new GroupView(
                group, organisations.known(group.underId(), on).orElseThrow(), groups.members(group.id(), on));
    }

    @GetMapping("/new")
    String add(@AuthenticationPrincipal Officer officer, Model model) {
        AdminScope.requireAdmin(officer);
        String under = officer.organisationsAs(Role.ADMIN).stream()
                .findFirst()
                .flatMap(id -> organisations.known(id, today()))
                .map(Organisation::code)
                .orElse("");
        return form(0, new GroupForm(null, under, List.of(), List.of(), null, null, null, null), null, officer, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, @AuthenticationPrincipal Officer officer, Model model) {
        Group group = editable(id, officer);
        return form(
                id,
                new GroupForm(
                        group.name(),
                        organisations
                                .known(group.underId(), today())
                                .orElseThrow()
                                .code(),
                        List.copyOf(group.kinds()),
                        group.lines().stream().map(Line::slug).toList(),
                        group.withSite() ? "yes" : null,
                        String.join("\n", group.aliases()),
                        codes(group.included()),
                        codes(group.excluded())),
                null,
                officer,
                model);
    }

    @PostMapping({"/new", "/{id}/edit"})
    String save(
            @PathVariable(required = false) @Nullable Long id,
            @ModelAttribute GroupForm form,
            @AuthenticationPrincipal Officer officer,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AdminScope.requireAdmin(officer);
        if (id != null) {
            editable(id, officer);
        }
        long group = id == null ? 0 : id;
        try {
            long under = picker.pickEver(ActForm.text(form.under()), today()).id();
            scope.require(officer, Set.of(under), today(), today());
            long saved = groups.save(new Group(
                    group,
                    under,
                    ActForm.text(form.name()),
                    form.kinds() == null ? Set.of() : new LinkedHashSet<>(form.kinds()),
                    form.lines() == null
                            ? Set.of()
                            : form.lines().stream().map(Line::ofSlug).collect(Collectors.toSet()),
                    form.withSite() != null,
                    GroupForm.items(form.aliases()),
                    picked(form.included()),
                    picked(form.excluded())));
            Notices.done(redirect, language.t("Đã lưu nhóm.", "The group is saved."));
            return "redirect:/desk/directory/groups/" + saved;
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return form(group, form, refusal.sentence(language), officer, model);
        }
    }

    @PostMapping("/{id}/delete")
    String delete(
            @PathVariable long id,
            @AuthenticationPrincipal Officer officer,
            Language language,
            RedirectAttributes redirect) {
        editable(id, officer);
        groups.delete(id);
        Notices.done(
                redirect,
                language.t(
                        "Đã xóa nhóm. Nhiệm vụ đã giao không thay đổi.",
                        "The group is deleted. Duties already given stay as they are."));
        return "redirect:/desk/directory/groups";
    }

    private Group editable(long id, Officer officer) {
        Group group = groups.find(id).orElseThrow(Refusal::notFound);
        scope.require(officer, Set.of(group.underId()), today(), today());
        return group;
    }

    private Set<Long> picked(@Nullable String lines) {
        Set<Long> ids = new HashSet<>();
        GroupForm.items(lines)
                .forEach(line -> ids.add(picker.pickEver(line, today()).id()));
        return ids;
    }

    private String codes(Collection<Long> ids) {
        return organisations.known(ids, today()).stream()
                .map(unit -> unit.code() + " – " + unit.name())
                .collect(Collectors.joining("\n"));
    }

    private String form(long id, GroupForm form, @Nullable String error, Officer officer, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        model.addAttribute("kinds", organisations.kinds());
        model.addAttribute("suggestions", picker.suggestions(officer, today()));
        return "directory/group-form";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Shell.ZONE));
    }
}
