package vn.nhipcau.duties;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Shows what confirming a directive would make, to the last unit and date, and makes exactly that. */
@Controller
@RequestMapping("/desk/directives/{id}")
class PreviewPage {
    /** So that the page stays small; the rhythm in words stands beside them. */
    private static final int TERMS_SHOWN = 24;

    private final Directives directives;
    private final Clock clock;

    PreviewPage(Directives directives, Clock clock) {
        this.directives = directives;
        this.clock = clock;
    }

    /**
     * An obligation in the preview.
     *
     * @param number as on the confirm page
     * @param blocks names of its units by the group through which they come
     * @param sameAs number of an earlier row that has the same units, and shows them
     */
    record Row(
            int number,
            Expander.Work work,
            Expansion.Line line,
            Map<String, List<String>> blocks,
            @Nullable Integer sameAs) {
        List<Term> terms() {
            return work.terms().stream().limit(TERMS_SHOWN).toList();
        }

        int moreTerms() {
            return Math.max(0, work.terms().size() - TERMS_SHOWN);
        }

        long duties() {
            return line.duties();
        }

        String problem(Shell page) {
            return switch (line.problem()) {
                case "" -> "";
                case "NO_TARGET" -> page.t("Chưa gắn đơn vị thực hiện", "No unit is mapped");
                case "NO_UNIT" ->
                    page.t("Ngày này không có đơn vị nào thuộc nhóm đã chọn", "The groups have no member on that day");
                case "OUT_OF_REACH" ->
                    page.t("Không thuộc tỉnh của đơn vị theo dõi: ", "Not of the following unit's province: ")
                            + String.join("; ", work.outside());
                case "NO_DATE" -> page.t("Không còn kỳ hạn nào", "No date is left");
                case "UNTIL_TOO_FAR" ->
                    page.t(
                            "“Nhịp kéo dài đến” quá " + Term.LONGEST.getYears() + " năm kể từ ngày ban hành",
                            "The rhythm ends more than " + Term.LONGEST.getYears() + " years after the day of issue");
                case "TOO_MANY_PERIODS" ->
                    page.t(
                            "Quá " + Term.MOST + " kỳ hạn: hãy chọn nhịp thưa hơn",
                            "More than " + Term.MOST + " dates: choose a slower rhythm");
                default -> line.problem();
            };
        }
    }

    /** @param seen to be sent back with the press of the button */
    record View(Directive directive, LocalDate on, List<Row> rows, List<Integer> undecided, String seen) {
        long duties() {
            return rows.stream().mapToLong(Row::duties).sum();
        }

        long units() {
            return rows.stream()
                    .flatMap(row -> row.work().units().stream())
                    .map(bound -> bound.unit().id())
                    .distinct()
                    .count();
        }

        long problems() {
            return rows.stream().filter(row -> !row.line().problem().isEmpty()).count();
        }

        int past() {
            return rows.stream().mapToInt(row -> row.line().past()).sum();
        }

        boolean tooMany() {
            return duties() > Giving.MOST_DUTIES;
        }

        boolean confirmable() {
            return !rows.isEmpty() && problems() == 0 && !tooMany();
        }
    }

    /** @param on the day of whose units the groups are read; by itself the day of issue */
    @GetMapping("/preview")
    String preview(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            Model model) {
        Instant now = clock.instant();
        Giving.Plan plan = directives.plan(id, on, officer, now);
        if (plan.directive().state() != Directive.State.DRAFT) {
            return ConfirmPage.board(id);
        }
        model.addAttribute("view", view(plan, now));
        model.addAttribute("error", null);
        return "duties/confirm-preview";
    }

    @PostMapping("/confirm")
    String confirm(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String seen,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        try {
            Expansion expansion = directives.confirm(id, on, seen, officer, now);
            Notices.done(
                    redirect,
                    language.t(
                            "Đã giao " + expansion.duties() + " nhiệm vụ.",
                            expansion.duties() + " duties were given."));
            return ConfirmPage.board(id);
        } catch (Refusal refusal) {
            return switch (refusal.code()) {
                case "ALREADY_CONFIRMED" -> {
                    Notices.done(
                            redirect,
                            language.t(
                                    "Văn bản này đã được xác nhận trước đó; không giao thêm lần nữa.",
                                    "This directive was confirmed before; nothing was given twice."));
                    yield ConfirmPage.board(id);
                }
                case "STALE_PREVIEW", "NOT_CONFIRMABLE", "TOO_MANY_DUTIES" -> {
                    response.setStatus(refusal.status().value());
                    model.addAttribute("view", view(directives.plan(id, on, officer, now), now));
                    model.addAttribute("error", refusal.sentence(language));
                    yield "duties/confirm-preview";
                }
                default -> throw refusal;
            };
        }
    }

    private static View view(Giving.Plan plan, Instant now) {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        plan.obligations().forEach(obligation -> numbers.put(obligation.id(), numbers.size() + 1));
        Map<List<Expander.Bound>, Integer> shown = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Expander.Work work : plan.works()) {
            int number = numbers.get(work.obligation().id());
            Integer sameAs = work.units().isEmpty() ? null : shown.putIfAbsent(work.units(), number);
            rows.add(new Row(number, work, work.line(now), sameAs == null ? blocks(work) : Map.of(), sameAs));
        }
        List<Integer> undecided = plan.obligations().stream()
                .filter(obligation -> obligation.status() == Obligation.Status.PROPOSED)
                .map(obligation -> numbers.get(obligation.id()))
                .toList();
        return new View(plan.directive(), plan.membersOn(), rows, undecided, plan.seen());
    }

    private static Map<String, List<String>> blocks(Expander.Work work) {
        return work.units().stream()
                .collect(Collectors.groupingBy(
                        Expander.Bound::block,
                        LinkedHashMap::new,
                        Collectors.mapping(bound -> bound.unit().label(), Collectors.toList())));
    }
}
