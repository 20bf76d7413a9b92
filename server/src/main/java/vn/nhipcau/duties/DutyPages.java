package vn.nhipcau.duties;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
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
    private final Duties duties;
    private final Submissions submissions;
    private final Documents documents;
    private final List<DutyLink> links;
    private final Clock clock;

    DutyPages(
            Duties duties, Submissions submissions, Documents documents, ObjectProvider<DutyLink> links, Clock clock) {
        this.duties = duties;
        this.submissions = submissions;
        this.documents = documents;
        this.links = links.orderedStream().toList();
        this.clock = clock;
    }

    @GetMapping
    String duty(@AuthenticationPrincipal Officer officer, @PathVariable long id, Model model) {
        Instant now = clock.instant();
        var today = java.time.LocalDate.ofInstant(now, Shell.ZONE);
        Duty duty = duties.duty(id, officer, now);
        Long document = duty.documentId();
        model.addAttribute("duty", duty);
        model.addAttribute("obligation", duties.obligation(duty));
        model.addAttribute(
                "document", document != null && documents.visible(document, officer, today) ? document : null);
        model.addAttribute(
                "links", links.stream().flatMap(link -> link.of(duty).stream()).toList());
        model.addAttribute("possible", duties.possible(duty, officer, now));
        model.addAttribute("acts", duties.acts(duty, officer, now));
        model.addAttribute("submissions", submissions.submissions(duty, officer, now));
        model.addAttribute("successors", duties.successors(duty, today));
        return "duties/duty";
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
                new Submissions.Parcel(note, instant(doneAt), uploads, Arrays.asList(links.split("\\R"))),
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
            @RequestParam(defaultValue = "false") boolean inTime,
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        DutyState state = inTime
                ? duties.acceptAsInTime(id, reason, officer, clock.instant())
                : duties.accept(id, officer, clock.instant());
        said(redirect, language, state);
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
                duties.contest(id, doneAt.atZone(Shell.ZONE).toInstant(), reason, officer, clock.instant()));
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
        duties.extend(id, dueAt.atZone(Shell.ZONE).toInstant(), reason, officer, clock.instant());
        Notices.done(redirect, language.t("Đã gia hạn. Hạn cũ vẫn được lưu.", "Extended. The old due time is kept."));
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
            @RequestParam(defaultValue = "") String reason,
            Language language,
            RedirectAttributes redirect) {
        if (!event.plain()) {
            throw Refusal.notFound();
        }
        said(redirect, language, duties.act(id, event, reason, officer, clock.instant()));
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

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(Shell.ZONE).toInstant();
    }

    private static String back(long id) {
        return "redirect:/desk/duties/" + id;
    }
}
