package vn.nhipcau.duties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.directory.Role;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.MenuEntry;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Shell;

/** Where each view begins, and the acts on a whole directive. */
@Controller
class BoardPages {
    private static final int SHORT = 20;

    private final Boards boards;
    private final Directives directives;
    private final Organisations organisations;
    private final Clock clock;

    BoardPages(Boards boards, Directives directives, Organisations organisations, Clock clock) {
        this.boards = boards;
        this.directives = directives;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/desk/board")
    String board(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean closed,
            Model model) {
        Instant now = clock.instant();
        DutyFilter filter = DutyFilter.of(DutyFilter.View.behind("board", officer));
        Board board = boards.open(officer, now);
        Map<Long, Progress> progress = board.byDirective(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("q", q);
        model.addAttribute("closed", closed);
        List<Board.DirectiveLine> lines = board.directives(filter.view(), progress, q, closed);
        Progress all = Progress.sum(progress.values());
        model.addAttribute("progress", all);
        model.addAttribute("lines", lines);
        model.addAttribute("elsewhere", q.isBlank() ? all.of(Slice.ALL) - all(lines) : 0);
        model.addAttribute("drafts", directives.drafts(officer, LocalDate.ofInstant(now, Shell.ZONE)));
        model.addAttribute(
                "forOthers", board.count(DutyFilter.of(DutyFilter.View.REVIEWER).in(Slice.TO_REVIEW)));
        return "duties/board";
    }

    private static long all(List<Board.DirectiveLine> lines) {
        return lines.stream().mapToLong(line -> line.progress().of(Slice.ALL)).sum();
    }

    @GetMapping("/desk/my-duties")
    String mine(@AuthenticationPrincipal Officer officer, Model model) {
        Instant now = clock.instant();
        DutyFilter filter =
                DutyFilter.of(DutyFilter.View.behind("my-duties", officer)).sortedBy(DutyFilter.Sort.DUE);
        Board board = boards.open(officer, now);
        Progress progress = board.progress(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("progress", progress);
        model.addAttribute(
                "sections",
                List.of(Slice.SENT_BACK, Slice.OVERDUE, Slice.DUE_SOON, Slice.LATER, Slice.TO_REVIEW).stream()
                        .map(slice ->
                                new BoardSection(slice, board.rows(filter.in(slice), 0, SHORT), progress.of(slice)))
                        .filter(section -> section.total() > 0)
                        .toList());
        return "duties/mine";
    }

    @GetMapping("/desk/overview")
    String overview(@AuthenticationPrincipal Officer officer, Model model) {
        Instant now = clock.instant();
        DutyFilter filter = DutyFilter.of(DutyFilter.View.behind("overview", officer));
        Board board = boards.open(officer, now);
        Board.Shares shares = board.shares(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("progress", Progress.sum(shares.blocks().values()));
        model.addAttribute("lines", board.directives(filter.view(), shares.directives(), "", false));
        model.addAttribute("blocks", shares.blocks());
        model.addAttribute("late", board.lateUnits(filter, SHORT));
        return "duties/overview";
    }

    @PostMapping("/desk/board/directives/{id}/open")
    String open(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean namesLate,
            Language language,
            RedirectAttributes redirect) {
        directives.open(id, open, namesLate, officer, clock.instant());
        Notices.done(
                redirect,
                open
                        ? language.t("Tiến độ đã được công khai.", "Its progress is public now.")
                        : language.t("Tiến độ không còn công khai.", "Its progress is no longer public."));
        return "redirect:/desk/board/directives/" + id;
    }

    @PostMapping("/desk/board/directives/{id}/close")
    String close(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        directives.close(id, officer, clock.instant());
        Notices.done(redirect, language.t("Đã kết thúc theo dõi văn bản.", "The directive is closed."));
        return "redirect:/desk/board/directives/" + id;
    }

    /** Looks for a unit to bind as well. */
    @GetMapping("/desk/board/obligations/{id}/add-unit")
    String chooseUnit(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Shell.ZONE);
        Obligation obligation = directives.obligation(id, officer, today);
        Directive directive = directives.directive(obligation.directiveId(), officer, today);
        List<Organisation> chain = organisations.chain(directive.ownerId(), today);
        model.addAttribute("obligation", obligation);
        model.addAttribute("directive", directive);
        model.addAttribute("q", q);
        model.addAttribute(
                "found",
                q.isBlank()
                        ? null
                        : organisations.search(
                                new Organisations.Filter(
                                        q,
                                        null,
                                        null,
                                        chain.isEmpty()
                                                ? null
                                                : chain.getFirst().id()),
                                today,
                                1,
                                SHORT));
        return "duties/add-unit";
    }

    @PostMapping("/desk/board/obligations/{id}/add-unit")
    String addUnit(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam long unit,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        long directive = directives
                .obligation(id, officer, LocalDate.ofInstant(now, Shell.ZONE))
                .directiveId();
        Expansion added = directives.addUnit(id, unit, Target.Part.LEAD, reason, officer, now);
        Notices.done(
                redirect,
                language.t("Đã giao thêm " + added.duties() + " nhiệm vụ.", added.duties() + " duties given."));
        return "redirect:/desk/board/directives/" + directive;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry boardEntry() {
            return new MenuEntry("Điều phối", "Board", "/desk/board", 10, Set.of(Role.COORDINATOR.authority()));
        }

        @Bean
        MenuEntry mineEntry() {
            return entry(DutyFilter.View.UNIT, 20);
        }

        @Bean
        MenuEntry overviewEntry() {
            return entry(DutyFilter.View.OVERSEER, 5);
        }

        @Bean
        MenuEntry remindersEntry() {
            return new MenuEntry("Nhắc việc", "Reminders", "/desk/reminders", 15, Set.of(Role.COORDINATOR.authority()));
        }

        private static MenuEntry entry(DutyFilter.View view, int order) {
            return new MenuEntry(view.vietnamese(), view.english(), view.path(), order, view.authorities());
        }
    }
}
