package vn.nhipcau.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Consultations as officers see them: which there are, and how one stands. */
@Controller
@RequestMapping("/desk/consultations")
class DeskPages {
    private static final int LIKENESS_SHOWN = 10;

    private final Consultations consultations;
    private final DeskAccess access;
    private final Figures figures;
    private final ChannelRules rules;
    private final LikenessGroups likeness;
    private final Preparations preparations;
    private final PaperForms paper;
    private final Parcels parcels;
    private final Clock clock;

    DeskPages(
            Consultations consultations,
            DeskAccess access,
            Figures figures,
            ChannelRules rules,
            LikenessGroups likeness,
            Preparations preparations,
            PaperForms paper,
            Parcels parcels,
            Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.figures = figures;
        this.rules = rules;
        this.likeness = likeness;
        this.preparations = preparations;
        this.paper = paper;
        this.parcels = parcels;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Officer officer, Model model) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        model.addAttribute("own", staged(access.own(officer, today), now));
        model.addAttribute("hubs", staged(access.openToHubs(officer, today, now), now));
        model.addAttribute("opens", !access.runFor(officer, today).isEmpty());
        model.addAttribute("preparations", preparations.unfinished(access.runFor(officer, today)));
        return "consultation/desk-list";
    }

    private Map<Consultation, Stage> staged(List<Consultation> list, Instant now) {
        Map<Consultation, Stage> staged = new LinkedHashMap<>();
        list.forEach(consultation ->
                staged.put(consultation, Stage.of(consultation, consultations.batches(consultation.id()), now)));
        return staged;
    }

    @GetMapping("/{slug}")
    String consultation(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Integer batch,
            @RequestParam(defaultValue = "") String channel,
            Model model) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Consultation consultation = access.seen(slug, officer, today);
        int id = consultation.id();
        List<Batch> batches = consultations.batches(id);
        Figures.Count count = figures.live(id);
        model.addAttribute("consultation", consultation);
        model.addAttribute("rights", access.rights(consultation, officer, today));
        model.addAttribute("batches", batches);
        model.addAttribute("stage", Stage.of(consultation, batches, now));
        model.addAttribute("batch", batch);
        model.addAttribute("channel", channel);
        model.addAttribute("rules", rules.of(id));
        model.addAttribute("count", count);
        model.addAttribute("byChannel", FigureTable.byChannel(count.figures()));
        model.addAttribute(
                "table",
                FigureTable.of(
                        count.figures(),
                        consultations.clauses(id),
                        rules.counted(id),
                        figure -> (batch == null || figure.batch() == batch)
                                && (channel.isEmpty() || figure.channel().word().equals(channel))));
        model.addAttribute("likeness", likeness.largest(id, LIKENESS_SHOWN));
        model.addAttribute("unchecked", paper.unchecked(id));
        model.addAttribute("parcels", parcels.of(id));
        return "consultation/desk-consultation";
    }

    @PostMapping("/{slug}/shown")
    String show(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam boolean shown,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = access.run(slug, officer, LocalDate.ofInstant(clock.instant(), Shell.ZONE));
        consultations.showOpinions(consultation.id(), shown);
        Notices.done(
                redirect,
                shown
                        ? language.t(
                                "Từ bây giờ mọi người đọc được nội dung ý kiến, không kèm tên.",
                                "From now on everybody reads the opinions, without names.")
                        : language.t(
                                "Nội dung ý kiến không còn công bố; số liệu vẫn công khai.",
                                "Opinions are not published any more; the figures are."));
        return "redirect:/desk/consultations/" + slug;
    }

    @PostMapping("/{slug}/channels")
    String channel(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam Channel channel,
            @RequestParam(defaultValue = "false") boolean counted,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = access.run(slug, officer, LocalDate.ofInstant(clock.instant(), Shell.ZONE));
        rules.of(consultation.id()).stream()
                .filter(rule -> rule.channel() == channel)
                .findFirst()
                .ifPresent(rule -> rules.set(consultation.id(), channel, rule.countedBy(), counted));
        Notices.done(redirect, language.t("Đã ghi quy tắc đếm.", "The counting rule is recorded."));
        return "redirect:/desk/consultations/" + slug + "#kenh";
    }
}
