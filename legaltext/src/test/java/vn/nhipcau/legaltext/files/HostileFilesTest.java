package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.legaltext.files.UnreadableFile.Code;

/** Each file carries the attack that it is named after, and gives one clear answer. */
class HostileFilesTest {
    /** Patient, so that the answer tells of the file and not of how busy the machine is. */
    private static final TextExtractor EXTRACTOR =
            new TextExtractor(1, Duration.ofMinutes(5), WorkerCommand.of(WorkerMain.class));

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        EXTRACTOR.close();
    }

    @Test
    void nothingThere() {
        assertThat(failure(folder.resolve("khong-co.docx"))).isEqualTo(Code.FILE_NOT_FOUND);
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(failure(folder)).isEqualTo(Code.FILE_NOT_READABLE);
    }

    @Test
    void empty() throws IOException {
        assertThat(failure("empty.docx", new byte[0])).isEqualTo(Code.FILE_EMPTY);
    }

    @Test
    void onlyBlanks() throws IOException {
        assertThat(failure("blank.txt", " \n\t\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Code.FILE_NO_TEXT);
    }

    @Test
    void binary() throws IOException {
        assertThat(failure("binary.txt", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}))
                .isEqualTo(Code.FILE_TYPE_UNKNOWN);
    }

    @Test
    void fiveHundredMegabytes() throws IOException {
        Path file = folder.resolve("500-MB.pdf");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(500L << 20);
        }
        assertThat(failure(file)).isEqualTo(Code.FILE_TOO_LARGE);
    }

    @Test
    void thirtyMegabytesOfText() throws IOException {
        var text = new byte[30 << 20];
        Arrays.fill(text, (byte) 'a');
        assertThat(failure("long.txt", text)).isEqualTo(Code.FILE_TOO_LARGE);
    }

    @Test
    void textNamedDocxIsReadAllTheSame() throws Exception {
        assertThat(EXTRACTOR.extract(file("text-named.docx", "Kế hoạch số 1".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Kế hoạch số 1");
    }

    @Test
    void zipBomb() throws IOException {
        assertThat(failure(
                        "zip-bomb.docx",
                        bomb("word/document.xml", Map.of("_rels/.rels", MAIN_RELATION), " ", 64 << 20)))
                .isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void zipBombOfText() throws IOException {
        // Each part of the text differs, so that the ratio stays harmless and the length does the harm.
        var paragraphs = new StringBuilder();
        for (int i = 0; i < 1_200_000; i++) {
            paragraphs.append("<w:p><w:r><w:t>").append(i * 7919L).append("abcdefghijkl</w:t></w:r></w:p>");
        }
        assertThat(failure(
                        "long-text.docx",
                        new WordDocument().xml(paragraphs.toString()).bytes()))
                .isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void billionLaughs() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <office:text xmlns:office="o" xmlns:text="t"><text:p>&d;</text:p></office:text>""");
        assertThat(failure("billion-laughs.odt", WordDocument.zip(parts))).isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void externalEntity() throws IOException {
        byte[] word = new WordDocument()
                .part(
                        "word/document.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d>&x;</d>")
                .bytes();
        assertThat(failure("external-entity.docx", word)).isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void deepTables() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>";
        assertThat(failure(
                        "deep-tables.docx",
                        new WordDocument().xml(open.repeat(500)).bytes()))
                .isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void deepGroups() throws IOException {
        assertThat(failure("deep.rtf", ("{\\rtf1" + "{".repeat(100_000)).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Code.FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void deepElementsOfAWebPageAreRead() throws Exception {
        String page = "<html><body>" + "<div>".repeat(100_000) + "Kế hoạch";
        assertThat(EXTRACTOR.extract(file("deep.html", page.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Kế hoạch");
    }

    @Test
    void encryptedPdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Samples.resource("bang-nhiem-vu.pdf"))) {
            document.protect(new StandardProtectionPolicy("chu", "khach", new AccessPermission()));
            document.save(bytes);
        }
        assertThat(failure("encrypted.pdf", bytes.toByteArray())).isEqualTo(Code.FILE_ENCRYPTED);
    }

    @Test
    void encryptedDocx() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(Samples.plan());
            }
            container.writeFilesystem(bytes);
        }
        assertThat(failure("encrypted.docx", bytes.toByteArray())).isEqualTo(Code.FILE_ENCRYPTED);
    }

    @Test
    void encryptedOdt() throws IOException {
        byte[] odt = WordDocument.zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
                "content.xml",
                "\u0001\u0002"));
        assertThat(failure("encrypted.odt", odt)).isEqualTo(Code.FILE_ENCRYPTED);
    }

    @Test
    void imageOnlyPdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var scan = LosslessFactory.createFromImage(document, new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB));
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(scan, 0, 0);
            }
            document.save(bytes);
        }
        assertThat(failure("image-only.pdf", bytes.toByteArray())).isEqualTo(Code.FILE_NO_TEXT);
    }

    @Test
    void truncated() throws IOException {
        for (String name : new String[] {"docx", "odt", "rtf", "doc", "pdf"}) {
            byte[] whole = name.equals("docx") ? Samples.plan() : Samples.resource("19-KH-UBND." + name);
            assertThat(failure("truncated." + name, Arrays.copyOf(whole, whole.length / 2)))
                    .as(name)
                    .isIn(Code.FILE_DAMAGED, Code.FILE_NO_TEXT);
        }
    }

    @Test
    void spreadsheetNamedDocx() throws IOException {
        byte[] workbook = WordDocument.zip(Map.of(
                "[Content_Types].xml", "<Types/>", "_rels/.rels", "<Relationships/>", "xl/workbook.xml", "<w/>"));
        assertThat(failure("workbook.docx", workbook)).isEqualTo(Code.FILE_TYPE_UNKNOWN);
    }

    @Test
    void endlessLoopOfPages() throws IOException {
        String pdf = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        assertThat(failure("endless-loop.pdf", pdf.getBytes(StandardCharsets.US_ASCII)))
                .isIn(Code.FILE_DAMAGED, Code.FILE_NO_TEXT);
    }

    @Test
    void aHostileFileDoesNotSpoilTheNextOne() throws Exception {
        zipBomb();
        assertThat(EXTRACTOR.extract(Samples.plan())).contains("19/KH-UBND");
    }

    private static final String MAIN_RELATION =
            "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private static byte[] bomb(String part, Map<String, String> others, String filling, int length) {
        var parts = new LinkedHashMap<>(others);
        parts.put(part, "<document>" + filling.repeat(length) + "</document>");
        return WordDocument.zip(parts);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Code failure(String name, byte[] content) throws IOException {
        return failure(file(name, content));
    }

    private static Code failure(Path file) {
        return catchThrowableOfType(UnreadableFile.class, () -> EXTRACTOR.extract(file))
                .code();
    }
}
