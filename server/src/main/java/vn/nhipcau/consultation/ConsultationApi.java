package vn.nhipcau.consultation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.Proofs;
import vn.nhipcau.web.Refusal;

/** What programs may read; what they may send is the matter of {@link OpinionDoor}. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsultationApi {
    record BatchJson(int number, Instant cutOff, @Nullable Instant lockedAt) {}

    record ConsultationJson(
            String slug,
            String title,
            String summary,
            String participation,
            Instant opensAt,
            Instant closesAt,
            boolean takesOpinions,
            List<BatchJson> batches,
            String log,
            String key) {}

    record ClauseJson(String anchor, int position, int level, String heading, String text) {}

    record ClausesJson(String consultation, List<ClauseJson> clauses) {}

    record FigureJson(int batch, @Nullable String clause, String channel, String stance, long opinions) {}

    record FiguresJson(String consultation, long logEntries, long opinions, List<FigureJson> figures) {}

    private final Consultations consultations;
    private final Opinions opinions;
    private final Figures figures;
    private final Batches batches;
    private final Proofs proofs;
    private final Clock clock;

    ConsultationApi(
            Consultations consultations,
            Opinions opinions,
            Figures figures,
            Batches batches,
            Proofs proofs,
            Clock clock) {
        this.consultations = consultations;
        this.opinions = opinions;
        this.figures = figures;
        this.batches = batches;
        this.proofs = proofs;
        this.clock = clock;
    }

    @GetMapping("/openapi.json")
    Resource description() {
        return new ClassPathResource("openapi.json");
    }

    @GetMapping("/consultations/{slug}")
    ConsultationJson consultation(@PathVariable String slug) {
        Consultation consultation = consultations.visible(slug);
        return new ConsultationJson(
                consultation.slug(),
                consultation.title(),
                consultation.summary(),
                consultation
                        .participation()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-'),
                consultation.opensAt(),
                consultation.closesAt(),
                consultation.takesOpinions(clock.instant()),
                consultations.batches(consultation.id()).stream()
                        .map(batch -> new BatchJson(batch.number(), batch.cutOff(), batch.lockedAt()))
                        .toList(),
                consultation.log().address(),
                consultation.log().key().toString());
    }

    @GetMapping("/consultations/{slug}/clauses")
    ClausesJson clauses(@PathVariable String slug) {
        Consultation consultation = consultations.visible(slug);
        return new ClausesJson(
                slug,
                consultations.clauses(consultation.id()).stream()
                        .map(clause -> new ClauseJson(
                                clause.anchor(), clause.position(), clause.level(), clause.heading(), clause.text()))
                        .toList());
    }

    @GetMapping("/consultations/{slug}/figures")
    FiguresJson figures(@PathVariable String slug) {
        Figures.Count count = figures.live(consultations.visible(slug).id());
        return new FiguresJson(
                slug,
                count.entries(),
                count.opinions(),
                count.figures().stream()
                        .map(figure -> new FigureJson(
                                figure.batch(),
                                figure.clause(),
                                figure.channel().word(),
                                figure.stance().word(),
                                figure.opinions()))
                        .toList());
    }

    /** The document to which the first entry of the log commits, byte for byte. */
    @GetMapping("/consultations/{slug}/opening")
    ResponseEntity<String> opening(@PathVariable String slug) {
        return ResponseEntity.ok(
                consultations.opening(consultations.visible(slug).id()));
    }

    /** The frozen figures of a locked batch, byte for byte as an entry of the log commits to them. */
    @GetMapping("/consultations/{slug}/batches/{number}/figures")
    ResponseEntity<String> frozen(@PathVariable String slug, @PathVariable int number) {
        return ResponseEntity.ok(batches.figures(consultations.visible(slug).id(), number)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "BATCH_NOT_LOCKED",
                        "Đợt này chưa chốt số liệu. Hãy xem số liệu tạm tính ở /figures.",
                        "The figures of this batch are not frozen yet. See the running ones at /figures.")));
    }

    /** Whoever has the code may see the receipt; a wrong code tells nothing. */
    @GetMapping("/receipts/{code}")
    ResponseEntity<byte[]> receipt(@PathVariable String code) throws IOException {
        Receipt receipt = opinions.receipt(parse(code)).orElseThrow(ConsultationApi::unknown);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Access-Control-Allow-Origin", "*")
                .body(ReceiptJson.of(receipt, proofs.of(receipt.log(), receipt.index())));
    }

    private static ReceiptCode parse(String code) {
        try {
            return ReceiptCode.parse(code);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "RECEIPT_UNKNOWN",
                "Không có biên nhận với mã này. Hãy kiểm tra lại từng ký tự của mã.",
                "There is no receipt with this code. Check its characters.");
    }
}
