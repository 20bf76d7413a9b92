package vn.nhipcau.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.MenuEntry;
import vn.nhipcau.web.Named;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** A year at a glance, for everyone; the days off are changed by administrators. */
@Controller
class CalendarPage {
    /**
     * Who administers the topmost unit: the calendar holds for all, and one below may not move the others' deadlines. The
     * name in Spring Security; the directory, which gives it, stands above this module.
     */
    private static final String ADMIN = "TOP_ADMIN";

    private static final int FIRST_YEAR = 1968;
    private static final int LONGEST_TEXT = 300;

    private final DaysOff daysOff;
    private final Clock clock;

    CalendarPage(DaysOff daysOff, Clock clock) {
        this.daysOff = daysOff;
        this.clock = clock;
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry calendarMenu() {
            return new MenuEntry("Lịch làm việc", "Calendar", "/desk/calendar", 80, Set.of());
        }
    }

    @GetMapping("/desk/calendar")
    String thisYear(@RequestParam(required = false) @Nullable Integer year) {
        return "redirect:/desk/calendar/"
                + (year == null ? LocalDate.now(clock.withZone(Shell.ZONE)).getYear() : checked(year));
    }

    @GetMapping("/desk/calendar/{year}")
    String year(@PathVariable int year, HttpServletRequest request, @ModelAttribute("page") Shell page, Model model) {
        DaysOff.Year shown = daysOff.year(checked(year));
        model.addAttribute("year", YearView.of(shown, page.today()));
        model.addAttribute("changes", daysOff.changes(year));
        model.addAttribute("admin", request.isUserInRole(ADMIN));
        return "calendar/year";
    }

    /** Open to all: holidays are no secret, and a calendar program cannot sign in. */
    @GetMapping("/public/calendar/{year}.ics")
    ResponseEntity<byte[]> calendarFile(@PathVariable int year) {
        DaysOff.Year shown = daysOff.year(checked(year));
        Instant stamp = shown.at() == null
                ? LocalDate.of(year, 1, 1).atStartOfDay(Shell.ZONE).toInstant()
                : shown.at();
        return file(
                CalendarFile.of("Lịch nghỉ năm " + year, shown.days(), stamp),
                "text/calendar;charset=UTF-8",
                "lich-nghi-" + year + ".ics");
    }

    @GetMapping("/desk/calendar/{year}.csv")
    ResponseEntity<byte[]> table(@PathVariable int year) {
        return file(
                DayList.write(daysOff.year(checked(year)).days()),
                "text/csv;charset=UTF-8",
                "lich-nghi-" + year + ".csv");
    }

    private static ResponseEntity<byte[]> file(String content, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/desk/calendar/{year}/settle")
    String settle(
            @PathVariable int year,
            HttpServletRequest request,
            Authentication who,
            Language language,
            RedirectAttributes redirect) {
        mayChange(request);
        daysOff.settle(checked(year), name(who), clock.instant());
        Notices.done(
                redirect,
                language.t("Đã chốt lịch nghỉ năm " + year + ".", "The days off of " + year + " are settled."));
        return back(year);
    }

    @PostMapping("/desk/calendar/{year}/days")
    String put(
            @PathVariable int year,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam DayOff.Kind kind,
            @RequestParam String name,
            @RequestParam String basis,
            HttpServletRequest request,
            Authentication who,
            Language language,
            RedirectAttributes redirect) {
        mayChange(request);
        inYear(day, year);
        daysOff.put(new DayOff(day, kind, text(name), text(basis)), name(who), clock.instant());
        Notices.done(redirect, language.t("Đã ghi ngày ", "Written: ") + Dates.written(day) + ".");
        return back(year);
    }

    @PostMapping("/desk/calendar/{year}/days/{day}/remove")
    String remove(
            @PathVariable int year,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            HttpServletRequest request,
            Authentication who,
            Language language,
            RedirectAttributes redirect) {
        mayChange(request);
        inYear(day, year);
        daysOff.remove(day, name(who), clock.instant());
        Notices.done(redirect, language.t("Đã bỏ ngày ", "Removed: ") + Dates.written(day) + ".");
        return back(year);
    }

    @PostMapping("/desk/calendar/{year}/swaps")
    String swap(
            @PathVariable int year,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate off,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate worked,
            @RequestParam String basis,
            HttpServletRequest request,
            Authentication who,
            Language language,
            RedirectAttributes redirect) {
        mayChange(request);
        inYear(off, year);
        checked(worked.getYear());
        daysOff.swap(off, worked, text(basis), name(who), clock.instant());
        Notices.done(
                redirect,
                language.t("Đã hoán đổi ", "Swapped ") + Dates.written(off) + language.t(" với ", " for ")
                        + Dates.written(worked) + ".");
        return back(year);
    }

    @PostMapping("/desk/calendar/{year}/list")
    String replace(
            @PathVariable int year,
            @RequestParam MultipartFile list,
            HttpServletRequest request,
            Authentication who,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        mayChange(request);
        DayList read = DayList.read(list.getBytes(), checked(year), language);
        if (read.faults().isEmpty()) {
            daysOff.replace(year, read.days(), name(who), clock.instant());
            Notices.done(
                    redirect,
                    language.t(
                            "Đã nhập " + read.days().size() + " ngày cho năm " + year + ".",
                            read.days().size() + " days taken for " + year + "."));
        } else {
            Notices.failed(
                    redirect,
                    language.t("Chưa nhập dòng nào, vì tệp có chỗ sai.", "Nothing was taken: the file has faults."));
            redirect.addFlashAttribute("faults", List.copyOf(read.faults()));
        }
        return back(year);
    }

    private static void mayChange(HttpServletRequest request) {
        if (!request.isUserInRole(ADMIN)) {
            throw Refusal.forbidden(
                    "CALENDAR_ADMIN_ONLY",
                    "Chỉ quản trị viên của cơ quan cấp cao nhất được sửa lịch nghỉ. Hãy báo quản trị viên nếu thấy lịch sai.",
                    "Only an administrator of the topmost unit may change the calendar. Tell one if something is wrong.");
        }
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LunarCalendar.LAST_YEAR) {
            throw Refusal.notFound();
        }
        return year;
    }

    private static void inYear(LocalDate day, int year) {
        if (day.getYear() != checked(year)) {
            throw Refusal.invalid(
                    "DAY_NOT_IN_YEAR",
                    "Ngày " + Dates.written(day) + " không thuộc năm " + year + ". Hãy mở đúng năm rồi ghi.",
                    Dates.written(day) + " is not in " + year + ". Open the right year first.");
        }
    }

    private static String text(String written) {
        String stripped = written.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT) {
            throw Refusal.invalid(
                    "DAY_TEXT_INVALID",
                    "Tên ngày và căn cứ không được để trống, mỗi mục tối đa " + LONGEST_TEXT + " ký tự.",
                    "Name and basis are needed, each of at most " + LONGEST_TEXT + " characters.");
        }
        return stripped;
    }

    private static String name(Authentication who) {
        return who.getPrincipal() instanceof Named named ? named.name() : who.getName();
    }

    private static String back(int year) {
        return "redirect:/desk/calendar/" + year;
    }
}
