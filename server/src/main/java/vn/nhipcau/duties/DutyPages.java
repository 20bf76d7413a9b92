package vn.nhipcau.duties;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** One duty: what the directive says, whose move it is, what was handed in, and the acts that are possible now. */
@Controller
@RequestMapping("/desk/duties/{id}")
class DutyPages {
    private static final String REFUSED = "duty.refused";

    private final Duties duties;
    private final Submissions submissions;
    private final Documents documents;
    private final Clock clock;

    DutyPages(Duties duties, Submissions submissions, Documents documents, Clock clock) {
        this.duties = duties;
        this.submissions = submissions;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The page, also in answer to a form that was not taken: with the reason, with how things are now, and with what was
     * typed. Only files have to be chosen again.
     */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    String duty(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestAttribute(name = REFUSED, required = false) @Nullable Refusal refusal,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String links,
            @RequestParam(defaultValue = "") String doneAt,
            Language language,
            HttpServletResponse response,
            Model model) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Duty duty = duties.duty(id, officer, now);
        Long document = duty.documentId();
        List<Act> acts = duties.acts(duty, officer, now);
        if (refusal != null) {
            response.setStatus(refusal.status().value());
        }
        model.addAttribute("error", refusal == null ? null : refusal.sentence(language));
        model.addAttribute("typed", refusal == null ? Typed.NOTHING : new Typed(note, links, doneAt));
        model.addAttribute("duty", duty);
        model.addAttribute("obligation", duties.obligation(duty));
        model.addAttribute(
                "document", document != null && documents.visible(document, officer, today) ? document : null);
        model.addAttribute("possible", duties.possible(duty, officer, now));
        model.addAttribute("acts", acts);
        model.addAttribute("askedFor", duty.asked() == null ? "" : lastReason(DutyEvent.ASK_EXTENSION, acts));
        model.addAttribute("returnedFor", duty.state() == DutyState.RETURNED ? lastReason(DutyEvent.RETURN, acts) : "");
        model.addAttribute("submissions", submissions.submissions(duty, officer, now));
        model.addAttribute("successors", duties.successors(duty, today));
        model.addAttribute("way", way(duty, duties.rights(duty, officer, now)));
        return "duties/duty";
    }

    /** What an officer typed into the form for handing in. */
    record Typed(String note, String links, String doneAt) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** The list in which the officer works on such duties. */
    private static DutyFilter way(Duty duty, Rights rights) {
        if (rights.owner()) {
            return DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(duty.directiveId());
        }
        return DutyFilter.of(
                rights.reviewer()
                        ? DutyFilter.View.REVIEWER
                        : rights.unit() || rights.former() ? DutyFilter.View.UNIT : DutyFilter.View.OVERSEER);
    }

    /** What cannot be done now is said on the duty's own page; what is not theirs to see, on the page for that. */
    @ExceptionHandler
    @Nullable
    String refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean mendable = refusal.status() == HttpStatus.CONFLICT
                || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT
                || refusal.status() == HttpStatus.CONTENT_TOO_LARGE;
        if (mendable
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            request.setAttribute(REFUSED, refusal);
            return "forward:/desk/duties/" + path.get("id");
        }
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        response.sendError(refusal.status().value());
        return null;
    }

    private static String lastReason(DutyEvent event, List<Act> acts) {
        return acts.reversed().stream()
                .filter(act -> act.event() == event)
                .findFirst()
                .map(Act::reason)
                .orElse("");
    }

    @PostMapping("/submit")
    String submit(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable LocalDateTime doneAt,
            @RequestParam(defaultValue = "") String links,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean notSecret,
            Language language,
            RedirectAttributes redirect) {
        if (!notSecret) {
            throw Refusal.invalid(
                    "NOT_DECLARED",
                    "Hãy xác nhận minh chứng không chứa bí mật nhà nước; tài liệu mật không được đưa vào hệ thống này.",
                    "Declare that the evidence holds no state secret; secret papers must not enter this system.");
        }
        List<Submissions.Upload> uploads = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                uploads.add(new Submissions.Upload(
                        name,
                        file.getContentType() == null ? "application/octet-stream" : file.getContentType(),
                        file::getInputStream));
            }
        }
        int version = submissions.submit(
                id,
                new Submissions.Parcel(
                        note,
                        Plausible.timeIfAny("Hoàn thành lúc", doneAt),
                        uploads,
                        Arrays.asList(links.split("\\R"))),
                officer,
                clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã nộp bản " + version + ". Bản nộp đã được lưu kèm mã băm SHA-256 và giờ nhận.",
                        "Version " + version + " is handed in, with its SHA-256 and the time of receipt."));
        return back(id);
    }

    @PostMapping("/recall")
    String recall(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        submissions.recall(id, reason, officer, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã rút bản nộp. Bản cũ vẫn được lưu trong lịch sử; hãy nộp bản mới trước hạn.",
                        "Recalled. The old version stays on record; hand in a new one before it is due."));
        return back(id);
    }

    @PostMapping("/accept")
    String accept(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean inTime,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        said(
                redirect,
                language,
                inTime ? duties.acceptAsInTime(id, seen, reason, officer, now) : duties.accept(id, seen, officer, now));
        return back(id);
    }

    @PostMapping("/contest")
    String contest(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam LocalDateTime doneAt,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        said(
                redirect,
                language,
                duties.contest(id, Plausible.time("Thực tế hoàn thành lúc", doneAt), reason, officer, clock.instant()));
        return back(id);
    }

    @PostMapping("/extend")
    String extend(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam LocalDateTime dueAt,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        duties.extend(id, Plausible.dueTime("Hạn mới", dueAt), reason, officer, clock.instant());
        Notices.done(redirect, language.t("Đã gia hạn. Hạn cũ vẫn được lưu.", "Extended. The old due time is kept."));
        return back(id);
    }

    @PostMapping("/ask-extension")
    String askExtension(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam LocalDateTime until,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        duties.askExtension(id, Plausible.dueTime("Xin gia hạn đến", until), reason, officer, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã gửi đề nghị gia hạn. Hạn cũ vẫn tính cho đến khi bên điều phối đồng ý.",
                        "The request was sent. The old due time counts until the coordinator agrees."));
        return back(id);
    }

    @PostMapping("/decline-extension")
    String declineExtension(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam Instant asked,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        duties.declineExtension(id, asked, reason, officer, clock.instant());
        Notices.done(redirect, language.t("Đã trả lời: không đồng ý gia hạn.", "Answered: the extension is declined."));
        return back(id);
    }

    @PostMapping("/hand-over")
    String handOver(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam long to,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        duties.handOver(id, to, reason, officer, clock.instant());
        Notices.done(redirect, language.t("Đã bàn giao nhiệm vụ.", "The duty is handed over."));
        return back(id);
    }

    /** All acts that need nothing but a reason. */
    @PostMapping("/act")
    String act(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam DutyEvent event,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        if (!event.plain()) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        said(
                redirect,
                language,
                event.judges()
                        ? duties.judge(id, event, seen, reason, officer, now)
                        : duties.act(id, event, reason, officer, now));
        return back(id);
    }

    /** Always as a download: what others sent must not run in the reader's browser as ours. */
    @GetMapping("/evidence/{evidence}")
    ResponseEntity<InputStreamResource> evidence(
            @AuthenticationPrincipal Officer officer, @PathVariable long id, @PathVariable long evidence)
            throws IOException {
        duties.duty(id, officer, clock.instant());
        Submissions.Opened opened = submissions.open(evidence, officer, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(opened.evidence().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.evidence().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(opened.bytes()));
    }

    private static void said(RedirectAttributes redirect, Language language, DutyState state) {
        Notices.done(
                redirect,
                language.t(
                        "Đã ghi. Trạng thái bây giờ: " + state.vietnamese() + ".",
                        "Recorded. The state is now: " + state.english() + "."));
    }

    private static String back(long id) {
        return "redirect:/desk/duties/" + id;
    }
}
