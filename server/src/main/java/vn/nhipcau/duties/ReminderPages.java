package vn.nhipcau.duties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Shell;

/** “Ai cần nhắc hôm nay”: the doers, with a text for each, and the checks that wait too long. */
@Controller
class ReminderPages {
    private static final int PAGE = 20;

    private final DutyReminders reminders;
    private final Directives directives;
    private final Clock clock;

    ReminderPages(DutyReminders reminders, Directives directives, Clock clock) {
        this.reminders = reminders;
        this.directives = directives;
        this.clock = clock;
    }

    @GetMapping("/desk/reminders")
    String reminders(
            @AuthenticationPrincipal Officer officer,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Instant now = clock.instant();
        DutyFilter.View view = DutyFilter.View.behind("board", officer);
        String directive = query.getOrDefault("directive", "");
        DutyFilter filter =
                DutyFilter.read(view, directive.matches("\\d{1,18}") ? Long.valueOf(directive) : null, query);
        Paging paging = Paging.of(
                page,
                PAGE,
                reminders.countUnits(filter, officer, now),
                "/desk/reminders" + filter.query("directive", filter.directiveId()));
        model.addAttribute("filter", filter);
        model.addAttribute("paging", paging);
        model.addAttribute("units", reminders.units(filter, (paging.number() - 1) * PAGE, PAGE, officer, now));
        model.addAttribute("reviews", reminders.reviews(view, PAGE, officer, now));
        model.addAttribute(
                "from",
                directives.owners(officer, LocalDate.ofInstant(now, Shell.ZONE)).stream()
                        .map(Organisation::label)
                        .collect(Collectors.joining(", ")));
        return "duties/reminders";
    }
}
