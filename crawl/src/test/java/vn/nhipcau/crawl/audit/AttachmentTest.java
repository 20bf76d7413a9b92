package vn.nhipcau.crawl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.crawl.world.LoopbackServer;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;
import vn.nhipcau.crawl.world.OfficeFiles;

class AttachmentTest {
    private static final int LETTERS_A_LINE = 85;
    private static final int LINES_A_PAGE = 42;

    @TempDir
    private Path folder;

    private Verdict audit(String name, byte[] file) throws Exception {
        return audit(OneSite.document(), name, file);
    }

    private Verdict audit(String text, String name, byte[] file) throws Exception {
        try (LoopbackServer server = new LoopbackServer(0, (ask, out) -> switch (ask.target()) {
            case "/" -> Reply.page("<a href=\"/bai\">" + OneSite.TITLE + "</a>").write(out);
            case "/bai" ->
                Reply.page("<h1>" + OneSite.TITLE + "</h1><a href=\"/tep/" + name + "\">Tải về</a>")
                        .write(out);
            case "/robots.txt" -> Reply.missing().write(out);
            default -> Reply.of(200, "application/octet-stream", file).write(out);
        })) {
            return new OneSite(server.port(), folder, text).look(Instant.parse("2026-03-02T01:00:00Z"));
        }
    }

    @Test
    void a_document_in_a_rar_is_read() throws Exception {
        byte[] docx = OfficeFiles.docx(OneSite.document());
        Verdict verdict = audit("ke-hoach.rar", OfficeFiles.rar("ke-hoach.docx", docx));
        assertThat(verdict.kind()).as(verdict.reason()).isEqualTo(Verdict.Kind.FULL);
        assertThat(verdict.where()).singleElement().asString().endsWith("/tep/ke-hoach.rar");
    }

    @Test
    void a_rar_that_cannot_be_read_is_not_called_missing() throws Exception {
        byte[] version5 = "Rar!\u001A\u0007\u0001\u0000 và phần còn lại".getBytes(StandardCharsets.UTF_8);
        assertThat(audit("ke-hoach.rar", version5).kind()).isEqualTo(Verdict.Kind.UNREADABLE);
    }

    @Test
    void a_scan_is_read_where_tesseract_is_installed() throws Exception {
        assertThat(new Scanned(folder).available())
                .as("This test reads a scan: apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils")
                .isTrue();
        String page = OneSite.document().lines().limit(40).collect(Collectors.joining("\n"));
        Verdict verdict = audit(page, "ban-quet.pdf", scan(page));
        assertThat(verdict.kind()).as(verdict.reason()).isEqualTo(Verdict.Kind.FULL);
    }

    @Test
    void a_picture_without_letters_stays_unreadable() throws Exception {
        assertThat(audit("ban-quet.pdf", OfficeFiles.scan(2)).kind()).isEqualTo(Verdict.Kind.UNREADABLE);
    }

    /** Pages of grey pictures, as an office's scanner makes them. */
    private static byte[] scan(String text) throws IOException {
        List<String> lines = text.lines()
                .flatMap(line -> line.replace("|", " ")
                        .strip()
                        .replaceAll("(.{1," + LETTERS_A_LINE + "})( +|$)", "$1\n")
                        .lines())
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
                BufferedImage picture = picture(lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)));
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(LosslessFactory.createFromImage(pdf, picture), 0, 0, 595, 842);
                }
            }
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage picture(List<String> lines) {
        BufferedImage picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font("Serif", Font.PLAIN, 25));
        int y = 90;
        for (String line : lines) {
            pen.drawString(line, 90, y);
            y += 38;
        }
        pen.dispose();
        return picture;
    }
}
