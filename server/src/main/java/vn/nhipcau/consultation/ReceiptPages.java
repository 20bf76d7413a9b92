package vn.nhipcau.consultation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.Proofs;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Refusal;

/** The receipt: whoever has its code sees it, and nothing else leads to it. */
@Controller
@RequestMapping("/public/receipts")
class ReceiptPages {
    private final Opinions opinions;
    private final GivenOpinion.GivenOpinions given;
    private final Consultations consultations;
    private final Identities identities;
    private final Proofs proofs;

    ReceiptPages(
            Opinions opinions,
            GivenOpinion.GivenOpinions given,
            Consultations consultations,
            Identities identities,
            Proofs proofs) {
        this.opinions = opinions;
        this.given = given;
        this.consultations = consultations;
        this.identities = identities;
        this.proofs = proofs;
    }

    @GetMapping
    String lookUp(@RequestParam(required = false) @Nullable String code, Model model) {
        if (code == null || code.isBlank()) {
            return "consultation/look-up";
        }
        try {
            return "redirect:/public/receipts/" + receipt(code).id();
        } catch (Refusal refusal) {
            model.addAttribute("code", code);
            model.addAttribute("refusal", refusal);
            return "consultation/look-up";
        }
    }

    /** @param given there when the opinion has just been given */
    @GetMapping("/{code}")
    String receipt(@PathVariable String code, @RequestParam(required = false) @Nullable String given, Model model)
            throws IOException {
        Receipt receipt = receipt(code);
        model.addAttribute("receipt", receipt);
        model.addAttribute("opinion", this.given.of(receipt));
        model.addAttribute("logged", proofs.of(receipt.log(), receipt.index()).isPresent());
        model.addAttribute("justGiven", given != null);
        model.addAttribute("qr", QrPicture.of(address(receipt)));
        return "consultation/receipt";
    }

    /** The words alone, byte for byte, for {@code verify.jar --text}. */
    @GetMapping("/{code}/text")
    ResponseEntity<byte[]> text(@PathVariable String code) {
        String text = given.of(receipt(code)).text();
        if (text == null) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ykien.txt")
                                .build()
                                .toString())
                .body(text.getBytes(UTF_8));
    }

    @PostMapping("/{code}/forget-me")
    String forget(@PathVariable String code, Language language, RedirectAttributes redirect) {
        Receipt receipt = receipt(code);
        identities.erase(consultations.visible(receipt.consultation()).id(), receipt.index());
        Notices.done(
                redirect,
                language.t(
                        "Đã xóa tên và cách liên hệ. Ý kiến vẫn được giữ, không kèm tên.",
                        "Name and contact are erased. The opinion is kept without them."));
        return "redirect:/public/receipts/" + receipt.id();
    }

    /** Where the receipt is found again; the log's address begins with the address under which people reach us. */
    private static String address(Receipt receipt) {
        String log = receipt.log().address();
        return log.substring(0, log.indexOf("/log/")) + "/public/receipts/" + receipt.id();
    }

    private Receipt receipt(String code) {
        try {
            return opinions.receipt(ReceiptCode.parse(code)).orElseThrow(ReceiptPages::unknown);
        } catch (IllegalArgumentException mistyped) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "RECEIPT_UNKNOWN",
                "Không có biên nhận với mã này. Mã có 26 chữ và số: hãy so lại từng ký tự với biên nhận của bạn.",
                "There is no receipt with this code. It has 26 letters and digits: compare each with your receipt.");
    }
}
