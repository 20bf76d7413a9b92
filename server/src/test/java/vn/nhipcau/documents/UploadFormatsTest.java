package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.ServerTest;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Role;
import vn.nhipcau.legaltext.DirectiveReader;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.Span;

/** A directive that comes through the browser as a file of any format is read as its text is. */
@ServerTest
class UploadFormatsTest {
    private static final Path SAMPLES = Path.of("../legaltext/src/test/resources/vn/nhipcau/legaltext/files");

    /** Spans point into the text, whose lines differ from format to format. */
    private static final RecursiveComparisonConfiguration ALL_BUT_PLACES = RecursiveComparisonConfiguration.builder()
            .withIgnoredFields("text", "header.spans")
            .withIgnoredFieldsOfTypes(Span.class)
            .build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Documents documents;

    @ParameterizedTest
    @ValueSource(strings = {"txt", "docx", "pdf", "odt", "rtf", "doc"})
    void the_plan_is_read_as_its_text(String ending) throws IOException {
        Province province = new Province(jdbc, people, port);
        Visitor coordinator = province.visitor(Role.COORDINATOR, province.home);
        String text = Files.readString(Path.of("../examples/directives/19-KH-UBND.txt"));
        byte[] file = switch (ending) {
            case "txt" -> text.getBytes(StandardCharsets.UTF_8);
            case "docx" -> docx(text);
            default -> Files.readAllBytes(SAMPLES.resolve("19-KH-UBND." + ending));
        };

        coordinator.get("/desk/documents/new");
        String location = coordinator
                .submitFile("main form", Map.of("notSecret", "true"), "file", "19-KH-UBND." + ending, file)
                .location();

        long id = Long.parseLong(URI.create(location).getPath().replaceAll("\\D+", ""));
        Reading read = documents.reading(id).orElseThrow();
        assertThat(read).usingRecursiveComparison(ALL_BUT_PLACES).isEqualTo(DirectiveReader.read(text));
        assertThat(documents.get(id).header().number()).isEqualTo("19/KH-UBND");
    }

    /** The least that Word opens: a paragraph a line. */
    private static byte[] docx(String text) throws IOException {
        String paragraphs = text.lines()
                .map(line -> line.replace("&", "&amp;").replace("<", "&lt;"))
                .map(line -> "<w:p><w:r><w:t xml:space=\"preserve\">" + line + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""");
            part(
                    zip,
                    "word/document.xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
                            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + paragraphs + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
