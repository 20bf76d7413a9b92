package vn.nhipcau.duties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nhipcau.web.Paging;

/** What the people may see. */
@Controller
class PublicPages {
    private static final int PAGE = 20;
    private static final int NEWEST = 5;

    private final PublicProgress progress;
    private final Clock clock;

    PublicPages(PublicProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("lines", progress.list("", 0, NEWEST, clock.instant()));
        model.addAttribute("total", progress.count(""));
        return "duties/home";
    }

    @GetMapping("/public/directives")
    String directives(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(
                page, PAGE, progress.count(q), "/public/directives?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        model.addAttribute("q", q);
        model.addAttribute("paging", paging);
        model.addAttribute("lines", progress.list(q, (paging.number() - 1) * PAGE, PAGE, clock.instant()));
        return "duties/public-directives";
    }

    @GetMapping("/public/directives/{id}")
    String directive(@PathVariable long id, Model model) {
        Instant now = clock.instant();
        PublicProgress.Line line = progress.directive(id, now);
        model.addAttribute("line", line);
        model.addAttribute("late", progress.lateUnits(line.directive(), now));
        return "duties/public-directive";
    }
}
