package vn.nhipcau.duties;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.OwnPath;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** The rows behind every number, of one directive or of all, as each view shows them. */
@Controller
@RequestMapping("/desk/{door:board|review|my-duties|overview}")
class DutyLists {
    private static final int PAGE = 50;
    private static final Pattern TICKED = Pattern.compile("(\\d{1,18})(?:-([0-9a-f]*))?");
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Boards boards;
    private final Directives directives;
    private final Duties duties;
    private final DutySheet sheet;
    private final Clock clock;

    DutyLists(Boards boards, Directives directives, Duties duties, DutySheet sheet, Clock clock) {
        this.boards = boards;
        this.directives = directives;
        this.duties = duties;
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping("/duties")
    String duties(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        DutyFilter filter = DutyFilter.read(DutyFilter.View.behind(door, officer), null, query);
        rows(filter, page, boards.open(officer, clock.instant()), model);
        model.addAttribute("error", null);
        return "duties/rows";
    }

    @GetMapping("/directives/{id}")
    String directive(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @PathVariable long id,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Instant now = clock.instant();
        DutyFilter.View view = DutyFilter.View.behind(door, officer);
        Board board = boards.open(officer, now);
        Directive directive = board.directive(id, view);
        DutyFilter filter = DutyFilter.read(view, id, query);
        DutyFilter bare = filter.bare();
        boolean coordinates = view == DutyFilter.View.COORDINATOR;
        Map<String, Progress> blocks = board.byBlock(bare);
        List<Board.Column> columns = board.columns(bare);
        rows(filter, page, board, model);
        model.addAttribute("directive", directive);
        model.addAttribute("progress", Progress.sum(blocks.values()));
        model.addAttribute("columns", columns);
        model.addAttribute("blocks", blocks);
        model.addAttribute("choices", Choices.among(blocks.keySet(), columns));
        model.addAttribute(
                "chain",
                coordinates
                        ? directives.chain(id, officer, java.time.LocalDate.ofInstant(now, Shell.ZONE))
                        : List.of());
        model.addAttribute("history", coordinates ? directives.history(id, officer, now) : List.of());
        return "duties/directive";
    }

    private static void rows(DutyFilter filter, int page, Board board, Model model) {
        Paging paging = Paging.of(page, PAGE, board.count(filter), filter.href());
        model.addAttribute("filter", filter);
        model.addAttribute("paging", paging);
        model.addAttribute("rows", board.rows(filter, (paging.number() - 1) * PAGE, PAGE));
    }

    @GetMapping("/directives/{id}/matrix")
    String matrix(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @PathVariable long id,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Instant now = clock.instant();
        DutyFilter.View view = DutyFilter.View.behind(door, officer);
        Board board = boards.open(officer, now);
        model.addAttribute("directive", board.directive(id, view));
        DutyFilter filter = DutyFilter.read(view, id, query);
        Paging paging = Paging.of(page, PAGE, board.matrixUnits(filter), filter.matrixHref());
        model.addAttribute("matrix", board.matrix(filter, (paging.number() - 1) * PAGE, PAGE));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "choices", Choices.among(board.byBlock(filter.bare()).keySet(), board.columns(filter.bare())));
        model.addAttribute("paging", paging);
        return "duties/matrix";
    }

    @GetMapping("/duties.xlsx")
    void sheet(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        DutyFilter.View view = DutyFilter.View.behind(door, officer);
        send(DutyFilter.read(view, null, query), view.vietnamese(), officer, response);
    }

    @GetMapping("/directives/{id}.xlsx")
    void sheet(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @PathVariable long id,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        DutyFilter.View view = DutyFilter.View.behind(door, officer);
        Directive directive = boards.open(officer, clock.instant()).directive(id, view);
        send(DutyFilter.read(view, id, query), directive.shortName(), officer, response);
    }

    private void send(DutyFilter filter, String title, Officer officer, HttpServletResponse response)
            throws IOException {
        response.setContentType(SHEET);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("nhiem-vu.xlsx")
                        .build()
                        .toString());
        sheet.write(response.getOutputStream(), filter, title, officer, clock.instant());
    }

    /**
     * Accepts those that were ticked.
     *
     * @param duty id and mark of each, as {@link #ticked} writes it
     */
    @PostMapping("/accept")
    Object accept(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String door,
            @RequestParam(required = false) List<String> duty,
            @RequestParam(defaultValue = "/desk") String back,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DutyFilter.View view = DutyFilter.View.behind(door, officer);
        Map<Long, String> seen = seen(duty == null ? List.of() : duty);
        if (seen.isEmpty()) {
            Notices.failed(
                    redirect, language.t("Hãy đánh dấu ít nhất một bản nộp để duyệt.", "Tick at least one to accept."));
            return to(back);
        }
        Instant now = clock.instant();
        try {
            int late = duties.acceptAll(seen, officer, now);
            Notices.done(
                    redirect,
                    language.t(
                            "Đã duyệt " + seen.size() + " nhiệm vụ: " + (seen.size() - late) + " đạt, " + late
                                    + " đạt trễ. Có thể mở lại từng nhiệm vụ nếu duyệt nhầm.",
                            "Accepted " + seen.size() + ": " + (seen.size() - late) + " in time, " + late
                                    + " late. Each can be reopened."));
            return to(back);
        } catch (Refusal refusal) {
            if (!"STALE_SUBMISSION".equals(refusal.code())) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            rows(DutyFilter.of(view).in(Slice.TO_REVIEW), 1, boards.open(officer, now), model);
            model.addAttribute("error", refusal.sentence(language));
            return "duties/rows";
        }
    }

    /** A row that is ticked says which version was in it. */
    public static String ticked(Duty duty) {
        return duty.id() + "-" + duty.seen();
    }

    private static Map<Long, String> seen(List<String> ticked) {
        Map<Long, String> seen = new HashMap<>();
        for (String one : ticked) {
            Matcher parts = TICKED.matcher(one);
            if (!parts.matches()) {
                throw Refusal.notFound();
            }
            seen.put(Long.valueOf(parts.group(1)), parts.group(2) == null ? "" : parts.group(2));
        }
        return seen;
    }

    /** Where the list was. Its address is no pattern: what looks like a variable in it stays as it is. */
    private static RedirectView to(String back) {
        RedirectView view =
                new RedirectView(OwnPath.orHome(back).replace("{", "%7B").replace("}", "%7D"));
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
