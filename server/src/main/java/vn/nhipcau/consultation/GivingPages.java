package vn.nhipcau.consultation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.web.Refusal;

/** Takes an opinion from the people's form. What cannot be taken comes back as it was written, with the reason. */
@Controller
class GivingPages {
    private final Consultations consultations;
    private final Opinions opinions;
    private final OpinionFiles files;
    private final Identities identities;
    private final IntakeLimits limits;
    private final ReadingPages reading;
    private final Clock clock;

    GivingPages(
            Consultations consultations,
            Opinions opinions,
            OpinionFiles files,
            Identities identities,
            IntakeLimits limits,
            ReadingPages reading,
            Clock clock) {
        this.consultations = consultations;
        this.opinions = opinions;
        this.files = files;
        this.identities = identities;
        this.limits = limits;
        this.reading = reading;
        this.clock = clock;
    }

    @PostMapping("/public/consultations/{slug}/opinions")
    String give(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String stance,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal @Nullable Officer officer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        OpinionForm form = new OpinionForm(
                clause.isEmpty() ? null : clause,
                stance,
                // Forms send CR LF whatever was typed; the giver's copy of the words has LF.
                text.replace("\r\n", "\n"),
                key,
                new Identities.Giver(name.strip(), contact.strip()),
                consent);
        try {
            return "redirect:/public/receipts/" + take(slug, form, file, officer, request, response) + "?given";
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            boolean another = refusal.code().equals("IDEMPOTENCY_KEY_REUSED");
            reading.show(slug, another || key.isEmpty() ? form.withNewKey() : form, 1, model);
            model.addAttribute("refusal", another ? another() : refusal);
            return "consultation/clause";
        }
    }

    private String take(
            String slug,
            OpinionForm form,
            @Nullable MultipartFile file,
            @Nullable Officer officer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        Consultation consultation = consultations.visible(slug);
        if (consultation.participation() == Participation.SIGNED_IN && officer == null) {
            throw Refusal.forbidden(
                    "SIGN_IN_TO_TAKE_PART",
                    "Đợt này chỉ lấy ý kiến của cán bộ có tài khoản. Hãy đăng nhập rồi gửi lại.",
                    "Only officers with an account take part here. Sign in and send it again.");
        }
        Stance stance = Stance.of(form.stance()).orElseThrow(GivingPages::noStance);
        Identities.check(form.giver(), form.consent());
        slow(request, response, slug);
        Hash attachment = file == null || file.isEmpty() ? null : keep(consultation, file);
        Receipt receipt = opinions.accept(
                        new NewOpinion(slug, form.clause(), Channel.WEB, stance, form.text(), attachment, form.key()),
                        now)
                .receipt();
        if (form.giver().told()) {
            identities.keep(consultation, receipt.index(), form.giver(), now);
        }
        return receipt.id();
    }

    private Hash keep(Consultation consultation, MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        return files.keep(consultation.id(), name == null ? "" : name, file);
    }

    private void slow(HttpServletRequest request, HttpServletResponse response, String slug) {
        Optional<Long> wait = limits.wait(request.getRemoteAddr(), slug);
        if (wait.isPresent()) {
            response.setHeader("Retry-After", wait.get().toString());
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_OPINIONS",
                    "Đang có quá nhiều ý kiến gửi đến cùng lúc. Hãy giữ trang này và bấm gửi lại sau " + wait.get()
                            + " giây: ý kiến không bị ghi hai lần.",
                    "Too many opinions are coming in. Keep this page and press send again in " + wait.get()
                            + " seconds: it will not be recorded twice.");
        }
    }

    private static Refusal noStance() {
        return Refusal.invalid(
                "STANCE_MISSING",
                "Hãy chọn một thái độ: đồng ý, đồng ý có ý kiến thêm, không đồng ý hoặc ý kiến khác.",
                "Choose where you stand: agree, agree with changes, disagree or other.");
    }

    private static Refusal another() {
        return Refusal.invalid(
                "IDEMPOTENCY_KEY_REUSED",
                "Ý kiến gửi từ trang này lần trước đã được ghi nhận. Nội dung dưới đây khác với lần đó: bấm gửi lần nữa để gửi thành một ý kiến mới.",
                "What this page sent before is recorded. The words below differ from it: press send once more to give them as another opinion.");
    }
}
