package vn.nhipcau.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nhipcau.web.MenuEntry;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** The directory as everybody signed in may read it: list, tree, one unit, the log of acts, files out. */
@Controller
@RequestMapping("/desk/directory")
class DirectoryPages {
    private static final int PAGE = 50;

    private final Organisations organisations;
    private final OrganisationFiles files;
    private final UnitViews units;
    private final ActLog log;
    private final AdminScope scope;
    private final Clock clock;

    DirectoryPages(
            Organisations organisations,
            OrganisationFiles files,
            UnitViews units,
            ActLog log,
            AdminScope scope,
            Clock clock) {
        this.organisations = organisations;
        this.files = files;
        this.units = units;
        this.log = log;
        this.scope = scope;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry directoryEntry() {
            return new MenuEntry("Danh bạ", "Directory", "/desk/directory", 70, Set.of());
        }

        @Bean
        MenuEntry accountEntry() {
            return new MenuEntry("Tài khoản", "Account", "/desk/account", 90, Set.of());
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long under,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        LocalDate on = on(day);
        Organisations.Filter filter =
                new Organisations.Filter(text, line.isEmpty() ? null : line(line), kind.isEmpty() ? null : kind, under);
        Organisations.Found found = organisations.search(filter, on, Math.max(1, page), PAGE);
        String link = UriComponentsBuilder.fromPath("/desk/directory")
                .queryParam("text", "{text}")
                .queryParam("day", on)
                .queryParam("line", line)
                .queryParam("kind", kind)
                .queryParam("under", under == null ? "" : under)
                .encode()
                .buildAndExpand(text)
                .toUriString();
        model.addAttribute("rows", found.rows());
        model.addAttribute("paging", Paging.of(page, PAGE, found.total(), link));
        model.addAttribute("filter", filter);
        model.addAttribute("on", on);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "parents",
                organisations
                        .known(
                                found.rows().stream()
                                        .map(Organisation::parentId)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()),
                                on)
                        .stream()
                        .collect(Collectors.toMap(Organisation::id, Organisation::name)));
        model.addAttribute("tops", organisations.children(null, on));
        model.addAttribute("admin", officer.has(Role.ADMIN));
        // As the first start leaves it.
        model.addAttribute(
                "nothingBelow",
                officer.has(Role.ADMIN) && filter.equals(Organisations.Filter.ANY) && found.total() == 1);
        return "directory/units";
    }

    @GetMapping("/tree")
    String tree(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long under,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        LocalDate on = on(day);
        if (under != null && organisations.known(under, on).isEmpty()) {
            throw Refusal.notFound();
        }
        model.addAttribute("on", on);
        model.addAttribute("under", under);
        model.addAttribute("chain", under == null ? List.of() : organisations.chain(under, on));
        model.addAttribute("branches", new Branches(organisations, on).below(under));
        model.addAttribute("admin", officer.has(Role.ADMIN));
        return "directory/tree";
    }

    @GetMapping("/units/{id}")
    String unit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate day,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        LocalDate today = on(null);
        LocalDate on = on(day);
        model.addAttribute("view", units.find(id, on, today).orElseThrow(Refusal::notFound));
        model.addAttribute("on", on);
        model.addAttribute("kinds", kinds());
        model.addAttribute("admin", officer.has(Role.ADMIN));
        model.addAttribute("editable", officer.has(Role.ADMIN) && scope.reaches(officer, id, today));
        return "directory/unit";
    }

    @GetMapping("/acts")
    String acts(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Officer officer, Model model) {
        Paging paging = Paging.of(page, PAGE, log.count(), "/desk/directory/acts");
        model.addAttribute("acts", log.newest(paging.number(), PAGE));
        model.addAttribute("paging", paging);
        model.addAttribute("admin", officer.has(Role.ADMIN));
        return "directory/acts";
    }

    @GetMapping("/export.csv")
    void csv(
            @RequestParam(required = false) @Nullable Long under,
            @RequestParam(defaultValue = "comma") String separator,
            HttpServletResponse response)
            throws IOException {
        attach(response, "text/csv;charset=UTF-8", "danh-ba.csv");
        files.writeCsv(response.getOutputStream(), under, "semicolon".equals(separator) ? ';' : ',');
    }

    @GetMapping("/export.xlsx")
    void xlsx(@RequestParam(required = false) @Nullable Long under, HttpServletResponse response) throws IOException {
        attach(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "danh-ba.xlsx");
        files.writeXlsx(response.getOutputStream(), under);
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private LocalDate on(@Nullable LocalDate asked) {
        return asked == null ? LocalDate.now(clock.withZone(Shell.ZONE)) : asked;
    }

    private Map<String, Kind> kinds() {
        return organisations.kinds().stream()
                .collect(Collectors.toMap(Kind::slug, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Line line(String slug) {
        for (Line line : Line.values()) {
            if (line.slug().equals(slug)) {
                return line;
            }
        }
        throw Refusal.notFound();
    }
}
