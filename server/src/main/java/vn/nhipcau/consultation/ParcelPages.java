package vn.nhipcau.consultation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Files of opinions, what hubs gathered, minutes of meetings: filed as drafts, released by a coordinator. */
@Controller
@RequestMapping("/desk/consultations/{slug}/parcels")
class ParcelPages {
    private static final int ROWS_SHOWN = 100;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Consultations consultations;
    private final DeskAccess access;
    private final ChannelRules rules;
    private final Parcels parcels;
    private final Overlaps overlaps;
    private final ParcelTemplate template;
    private final Clock clock;

    ParcelPages(
            Consultations consultations,
            DeskAccess access,
            ChannelRules rules,
            Parcels parcels,
            Overlaps overlaps,
            ParcelTemplate template,
            Clock clock) {
        this.consultations = consultations;
        this.access = access;
        this.rules = rules;
        this.parcels = parcels;
        this.overlaps = overlaps;
        this.template = template;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Officer officer, @PathVariable String slug, Model model) {
        Consultation consultation = consultations.visible(slug);
        boolean handles = access.rights(consultation, officer, today()).handles();
        if (!handles && access.hubs(officer, today()).isEmpty()) {
            throw Refusal.notFound();
        }
        fill(consultation, officer, model);
        return "consultation/parcels";
    }

    private void fill(Consultation consultation, Officer officer, Model model) {
        Instant now = clock.instant();
        boolean handles = access.rights(consultation, officer, today()).handles();
        model.addAttribute("consultation", consultation);
        model.addAttribute("handles", handles);
        model.addAttribute("open", consultation.takesOpinions(now));
        model.addAttribute("hubs", access.hubs(officer, today()));
        model.addAttribute("takesHubs", rules.takes(consultation.id(), Channel.HUB));
        model.addAttribute(
                "parcels",
                parcels.of(consultation.id()).stream()
                        .filter(parcel -> handles || access.worksFor(parcel.organisationId(), officer, today()))
                        .toList());
    }

    @GetMapping("/template.xlsx")
    void template(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean figures,
            HttpServletResponse response)
            throws IOException {
        Consultation consultation = consultations.visible(slug);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(figures ? "mau-so-lieu.xlsx" : "mau-y-kien.xlsx")
                        .build()
                        .toString());
        template.write(consultations.clauses(consultation.id()), figures, response.getOutputStream());
    }

    @PostMapping
    String file(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @RequestParam Channel channel,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean figures,
            @RequestParam(required = false) @Nullable LocalDate heldOn,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Integer heads,
            @RequestParam(required = false) @Nullable MultipartFile table,
            HttpServletResponse response,
            Language language,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        Consultation consultation = consultations.visible(slug);
        long organisation = filer(consultation, channel, unit, officer);
        if (!rules.takes(consultation.id(), channel)) {
            throw Refusal.conflict(
                    "CHANNEL_CLOSED",
                    "Đợt này không nhận ý kiến qua kênh này.",
                    "This consultation does not take opinions by this channel.");
        }
        boolean empty = table == null || table.isEmpty();
        if (empty && channel != Channel.MINUTES) {
            throw Refusal.invalid("FILE_MISSING", "Hãy chọn tệp XLSX hoặc CSV.", "Choose an XLSX or CSV file.");
        }
        OpinionRows rows = empty
                ? new OpinionRows(List.of(), List.of())
                : OpinionRows.read(table.getBytes(), consultations.clauses(consultation.id()), figures);
        if (!rows.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            fill(consultation, officer, model);
            model.addAttribute("faults", rows.faults());
            model.addAttribute("right", rows.rows().size());
            return "consultation/parcels";
        }
        long id = parcels.file(
                consultation.id(),
                new Parcels.NewParcel(channel, organisation, title, null, heldOn, place, heads),
                rows.rows(),
                officer.id(),
                clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã lưu bản nháp " + rows.rows().size() + " dòng. Hãy xem lại rồi trình.",
                        "Saved as a draft of " + rows.rows().size() + " rows. Look through it, then release it."));
        return to(slug, id);
    }

    /** Files and minutes are filed by who handles the opinions, hubs' batches by anybody who works for the hub. */
    private long filer(Consultation consultation, Channel channel, @Nullable Long unit, Officer officer) {
        if (channel == Channel.HUB) {
            if (unit == null || !access.worksFor(unit, officer, today())) {
                throw Refusal.notFound();
            }
            return unit;
        }
        boolean other = channel != Channel.FILE && channel != Channel.MINUTES;
        if (other || !access.rights(consultation, officer, today()).handles()) {
            throw Refusal.notFound();
        }
        return consultation.organisationId();
    }

    @GetMapping("/{id}")
    String parcel(
            @AuthenticationPrincipal Officer officer, @PathVariable String slug, @PathVariable long id, Model model) {
        Consultation consultation = consultations.visible(slug);
        Parcel parcel = mine(consultation, id, officer);
        model.addAttribute("consultation", consultation);
        model.addAttribute("parcel", parcel);
        model.addAttribute("mayRelease", mayRelease(parcel, officer));
        model.addAttribute("overlaps", overlaps.of(parcel));
        model.addAttribute("rows", parcels.rows(id, ROWS_SHOWN));
        model.addAttribute("claims", parcels.claims(id));
        return "consultation/parcel";
    }

    @PostMapping("/{id}/release")
    String release(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        Consultation consultation = consultations.visible(slug);
        Parcel parcel = mine(consultation, id, officer);
        if (!mayRelease(parcel, officer)) {
            throw Refusal.forbidden(
                    "COORDINATORS_RELEASE",
                    "Chỉ điều phối viên của đơn vị mới trình được. Hãy nhờ điều phối viên xem lại và trình.",
                    "Only the unit's coordinator releases it. Ask the coordinator to look through it.");
        }
        parcels.release(consultation, parcel, officer.id(), clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã trình: " + parcel.opinions() + " ý kiến vào sổ, " + parcel.claimed()
                                + " lượt người ghi riêng, không tính là ý kiến.",
                        "Released: " + parcel.opinions() + " opinions are in the log; " + parcel.claimed()
                                + " claimed heads are kept apart and are no opinions."));
        return to(slug, id);
    }

    @PostMapping("/{id}/discard")
    String discard(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String slug,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        parcels.discard(mine(consultations.visible(slug), id, officer));
        Notices.done(redirect, language.t("Đã bỏ bản nháp.", "The draft is thrown away."));
        return "redirect:/desk/consultations/" + slug + "/parcels";
    }

    private Parcel mine(Consultation consultation, long id, Officer officer) {
        Parcel parcel = parcels.get(consultation.id(), id);
        boolean sees = access.rights(consultation, officer, today()).handles()
                || access.worksFor(parcel.organisationId(), officer, today());
        if (!sees) {
            throw Refusal.notFound();
        }
        return parcel;
    }

    private boolean mayRelease(Parcel parcel, Officer officer) {
        return access.coordinates(parcel.organisationId(), officer, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }

    private static String to(String slug, long id) {
        return "redirect:/desk/consultations/" + slug + "/parcels/" + id;
    }
}
