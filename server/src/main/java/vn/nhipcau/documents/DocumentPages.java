package vn.nhipcau.documents;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;
import vn.nhipcau.legaltext.DocumentType;
import vn.nhipcau.legaltext.Header;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Notices;
import vn.nhipcau.web.Paging;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** The registry's list, a document's own page and what can be done there. */
@Controller
@RequestMapping("/desk/documents")
class DocumentPages {
    private final Documents documents;
    private final DocumentRows rows;
    private final DocumentList list;
    private final Citations citations;
    private final List<DocumentAction> actions;
    private final Clock clock;

    DocumentPages(
            Documents documents,
            DocumentRows rows,
            DocumentList list,
            Citations citations,
            List<DocumentAction> actions,
            Clock clock) {
        this.documents = documents;
        this.rows = rows;
        this.list = list;
        this.citations = citations;
        this.actions = actions;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate today = today();
        DocumentList.Filter filter = new DocumentList.Filter(q, type, issuer, year, withdrawn, order(sort));
        String link = UriComponentsBuilder.fromPath("/desk/documents")
                .queryParam("q", "{q}")
                .queryParam("type", "{type}")
                .queryParam("issuer", "{issuer}")
                .queryParam("year", "{year}")
                .queryParam("withdrawn", "{withdrawn}")
                .queryParam("sort", "{sort}")
                .encode()
                .buildAndExpand(q, type, issuer, year == null ? "" : year, withdrawn, sort)
                .toUriString();
        Paging paging = Paging.of(page, DocumentList.PAGE, list.count(filter, officer, today), link);
        model.addAttribute("filter", filter);
        model.addAttribute("choices", list.choices(officer, today));
        model.addAttribute("rows", list.page(filter, paging.number(), officer, today));
        model.addAttribute("paging", paging);
        model.addAttribute("files", officer.has(Role.COORDINATOR));
        return "documents/list";
    }

    @GetMapping("/{id}")
    String document(@AuthenticationPrincipal Officer officer, @PathVariable long id, Model model) {
        LocalDate today = today();
        OfficialDocument document = documents.get(id, officer, today);
        Reading reading = documents.reading(id).orElse(null);
        List<Citations.Cited> cited = citations.by(id, officer, today);
        boolean editable = documents.editable(id, officer, today);
        model.addAttribute("document", document);
        model.addAttribute("row", list.rows(List.of(id)).getFirst());
        model.addAttribute("reading", reading);
        model.addAttribute("failure", rows.failure(id));
        model.addAttribute("passages", reading == null ? List.of() : passages(reading, cited));
        model.addAttribute("cited", cited);
        model.addAttribute("citing", citations.of(id, officer, today));
        model.addAttribute("files", documents.files(id));
        model.addAttribute("edits", rows.edits(id));
        model.addAttribute("editable", editable);
        model.addAttribute("actions", editable && document.withdrawn() == null ? actions : List.of());
        return "documents/document";
    }

    private static List<Passage> passages(Reading reading, List<Citations.Cited> cited) {
        List<MarkedText.Mark<TextMark>> marks = new ArrayList<>();
        for (int i = 0; i < reading.obligations().size(); i++) {
            marks.add(new MarkedText.Mark<>(
                    new TextMark("o" + (i + 1), false, null),
                    reading.obligations().get(i).span()));
        }
        for (int i = 0; i < cited.size(); i++) {
            Citations.Target target = cited.get(i).target();
            String href = target == null ? null : "/desk/documents/" + target.documentId();
            marks.add(new MarkedText.Mark<>(
                    new TextMark("c" + (i + 1), true, href), cited.get(i).span()));
        }
        return MarkedText.pieces(ReadableText.of(reading.text()), marks).stream()
                .map(Passage::of)
                .toList();
    }

    /** A marked passage: a citation, with the registered document it means, or one that gives work. */
    private record TextMark(
            String anchor, boolean citation, @Nullable String href) {}

    /**
     * A piece of the text as the page shows it.
     *
     * @param anchors of the passages that begin here
     * @param style {@code cited}, {@code binding} or empty; citations lie inside passages that bind and win
     */
    record Passage(
            String text, List<String> anchors, @Nullable String href, String style) {
        private static Passage of(MarkedText.Piece<TextMark> piece) {
            TextMark citation = piece.covering().stream()
                    .filter(TextMark::citation)
                    .findFirst()
                    .orElse(null);
            return new Passage(
                    ReadableText.withoutWideGaps(piece.text()),
                    piece.starting().stream().map(TextMark::anchor).toList(),
                    citation == null ? null : citation.href(),
                    citation != null ? "cited" : piece.covering().isEmpty() ? "" : "binding");
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@AuthenticationPrincipal Officer officer, @PathVariable long id, Model model) {
        model.addAttribute("document", editable(id, officer));
        return "documents/edit";
    }

    @PostMapping("/{id}/edit")
    String edit(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @ModelAttribute HeaderForm form,
            Language language,
            RedirectAttributes redirect) {
        editable(id, officer);
        documents.edit(id, form.header(), form.version(), officer, clock.instant());
        Notices.done(redirect, language.t("Đã lưu thông tin văn bản.", "The facts of the document were saved."));
        return "redirect:/desk/documents/" + id;
    }

    @PostMapping("/{id}/read")
    String readAgain(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        editable(id, officer);
        documents.readAgain(id, officer, clock.instant());
        if (rows.failure(id) == null) {
            Notices.done(redirect, language.t("Đã đọc lại văn bản.", "The document was read again."));
        } else {
            Notices.failed(redirect, language.t("Vẫn chưa đọc được tệp gốc.", "The original still cannot be read."));
        }
        return "redirect:/desk/documents/" + id;
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam String reason,
            Language language,
            RedirectAttributes redirect) {
        editable(id, officer);
        documents.withdraw(id, reason, officer, clock.instant());
        Notices.done(
                redirect,
                language.t(
                        "Đã gỡ văn bản khỏi sổ. Tệp và lịch sử vẫn được giữ; có thể đưa lại vào sổ.",
                        "Taken out of the register. Its files and history are kept; it can be put back."));
        return "redirect:/desk/documents/" + id;
    }

    @PostMapping("/{id}/put-back")
    String putBack(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            Language language,
            RedirectAttributes redirect) {
        editable(id, officer);
        documents.withdraw(id, null, officer, clock.instant());
        Notices.done(redirect, language.t("Đã đưa văn bản lại vào sổ.", "The document is back in the register."));
        return "redirect:/desk/documents/" + id;
    }

    @PostMapping("/{id}/files")
    String attach(
            @AuthenticationPrincipal Officer officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean notSecret,
            @RequestParam MultipartFile file,
            Language language,
            RedirectAttributes redirect)
            throws IOException {
        editable(id, officer);
        if (!notSecret) {
            throw Filing.notDeclared();
        }
        if (file.isEmpty()) {
            throw FilingPages.noFile();
        }
        documents.attach(id, FilingPages.upload(file), officer, clock.instant());
        Notices.done(redirect, language.t("Đã thêm tệp kèm theo.", "The attachment was added."));
        return "redirect:/desk/documents/" + id + "#files";
    }

    /** Always as a download: an uploaded page must never run on this server's address. */
    @GetMapping("/{id}/files/{fileId}")
    ResponseEntity<InputStreamResource> download(
            @AuthenticationPrincipal Officer officer, @PathVariable long id, @PathVariable long fileId) {
        documents.get(id, officer, today());
        DocumentFile file = documents.files(id).stream()
                .filter(one -> one.id() == fileId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Digest", "sha-256=" + base64(file.sha256()))
                .contentType(mediaType(file.name()))
                .contentLength(file.size())
                .body(new InputStreamResource(documents.open(file)));
    }

    private OfficialDocument editable(long id, Officer officer) {
        OfficialDocument document = documents.get(id, officer, today());
        if (!documents.editable(id, officer, today())) {
            throw Refusal.forbidden(
                    "NOT_YOUR_REGISTRY",
                    "Chỉ người điều phối của đơn vị đã vào sổ mới sửa được văn bản này.",
                    "Only coordinators of the unit that filed this document may change it.");
        }
        return document;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Shell.ZONE);
    }

    private static DocumentList.Order order(String sort) {
        return Arrays.stream(DocumentList.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(sort))
                .findFirst()
                .orElse(DocumentList.Order.NEWEST);
    }

    private static String base64(String sha256) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(sha256));
    }

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "doc", "application/msword",
            "odt", "application/vnd.oasis.opendocument.text",
            "rtf", "application/rtf",
            "txt", "text/plain;charset=UTF-8",
            "html", "text/html",
            "htm", "text/html",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "zip", "application/zip");

    private static MediaType mediaType(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MediaType.parseMediaType(MEDIA_TYPES.getOrDefault(end, MediaType.APPLICATION_OCTET_STREAM_VALUE));
    }

    /** The edit form's fields; blank is “not there”. */
    record HeaderForm(
            int version,
            @Nullable String number,
            @Nullable String type,
            @Nullable LocalDate date,
            @Nullable String place,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String addressees,
            @Nullable String recipients,
            @Nullable String signer,
            @Nullable String title,
            @Nullable String capacity,
            @Nullable String urgency) {

        Header header() {
            String name = orNull(signer);
            String post = orNull(title);
            String acting = orNull(capacity);
            boolean signed = name != null || post != null || acting != null;
            DocumentType kind = HeaderFacts.type(type);
            return new Header(
                    orNull(number),
                    kind,
                    date,
                    orNull(place),
                    orNull(issuer),
                    orNull(subject),
                    lines(addressees),
                    lines(recipients),
                    signed ? new Header.Signer(name, post, acting) : null,
                    orNull(urgency),
                    Map.of());
        }

        private static @Nullable String orNull(@Nullable String typed) {
            if (typed == null || typed.isBlank()) {
                return null;
            }
            return java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFC)
                    .replaceAll("\\s+", " ");
        }

        private static List<String> lines(@Nullable String typed) {
            return typed == null
                    ? List.of()
                    : typed.lines()
                            .map(HeaderForm::orNull)
                            .filter(java.util.Objects::nonNull)
                            .toList();
        }
    }
}
