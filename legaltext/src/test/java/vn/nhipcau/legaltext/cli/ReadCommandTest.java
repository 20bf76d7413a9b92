package vn.nhipcau.legaltext.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private Path plan;
    private Path empty;

    @BeforeEach
    void files() throws IOException {
        plan = folder.resolve("kế hoạch.txt");
        try (var in = ReadCommandTest.class.getResourceAsStream("/directives/19-KH-UBND.txt")) {
            Files.copy(in, plan);
        }
        empty = Files.createFile(folder.resolve("rỗng.pdf"));
    }

    @Test
    void aDocumentIsOneLineOfJsonWithAllItsKeysInOrder() {
        assertThat(run(plan.toString(), "--json")).isZero();
        assertThat(printed().lines()).hasSize(1);
        JsonNode document = json(printed());
        assertThat(document.propertyNames())
                .containsExactly("file", "header", "citations", "obligations", "assigned", "warnings");
        assertThat(document.get("header").propertyNames())
                .containsExactly(
                        "number",
                        "type",
                        "date",
                        "place",
                        "issuer",
                        "abstract",
                        "addressees",
                        "recipients",
                        "signer",
                        "urgency",
                        "spans");
        assertThat(document.get("header").get("number").asString()).isEqualTo("19/KH-UBND");
        assertThat(document.get("header").get("date").asString()).isEqualTo("2020-04-06");
        assertThat(document.get("header").get("urgency").isNull()).isTrue();
        assertThat(document.get("citations").get(0).propertyNames())
                .containsExactly("number", "type", "date", "issuer", "span");
        assertThat(document.get("obligations").get(0).propertyNames())
                .containsExactly(
                        "clause",
                        "span",
                        "text",
                        "who",
                        "lead",
                        "with",
                        "what",
                        "due",
                        "rrule",
                        "relative",
                        "to",
                        "evidence",
                        "limits",
                        "confidence");
    }

    @Test
    void aSpanPointsIntoTheTextThatTheSameCommandPrints() {
        run(plan.toString(), "--json");
        JsonNode span = json(printed()).get("header").get("spans").get("number");
        out.reset();
        run(plan.toString(), "--text");
        assertThat(printed().substring(span.get(0).asInt(), span.get(1).asInt()))
                .isEqualTo("19/KH-UBND");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersAreReadAllTheSame() {
        assertThat(run(empty.toString(), plan.toString(), "--json")).isEqualTo(ReadCommand.FAILED);
        List<String> lines = printed().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(json(lines.getFirst()).get("error").get("code").asString()).isEqualTo("FILE_EMPTY");
        assertThat(json(lines.getFirst()).get("file").asString()).isEqualTo(empty.toString());
        assertThat(json(lines.getLast()).get("header").get("number").asString()).isEqualTo("19/KH-UBND");
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("rỗng.pdf: FILE_EMPTY: Tệp rỗng");
    }

    @Test
    void aFolderStandsForTheFilesInIt() {
        assertThat(run(folder.toString(), "--json")).isEqualTo(ReadCommand.FAILED);
        assertThat(printed().lines()).hasSize(2);
    }

    @Test
    void withoutOptionsAPersonCanReadIt() {
        assertThat(run(plan.toString())).isZero();
        assertThat(printed())
                .contains("Số, ký hiệu   19/KH-UBND", "Loại          Kế hoạch", "Ngày          06/04/2020")
                .contains("Văn bản dẫn chiếu");
    }

    @Test
    void readingsAreScoredAgainstLabels() throws IOException {
        Path labels = Files.createDirectory(folder.resolve("nhãn"));
        Files.writeString(labels.resolve("một.json"), """
                {"file": "kế hoạch.txt", "header": {"number": "19/KH-UBND"}, "citations": [], "dated": [], "assigned": []}
                """);
        assertThat(run("--score", labels.toString(), "--details")).isZero();
        assertThat(printed()).contains("kế hoạch.txt", "citations");
    }

    @Test
    void labelsWithoutDocumentsAreSaidSo() throws IOException {
        Path labels = Files.createDirectory(folder.resolve("nhãn"));
        assertThat(run("--score", labels.toString())).isEqualTo(ReadCommand.FAILED);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("Không tìm thấy văn bản nào có nhãn");
    }

    @Test
    void wrongUsageIsExplained() {
        for (String[] arguments : List.of(
                new String[] {},
                new String[] {"--json"},
                new String[] {"--jsn", "x"},
                new String[] {"x", "--json", "--text"},
                new String[] {"x", "--details"},
                new String[] {"--score"})) {
            messages.reset();
            assertThat(run(arguments)).isEqualTo(ReadCommand.WRONG_USAGE);
            assertThat(messages.toString(StandardCharsets.UTF_8)).startsWith("Cách dùng");
        }
        assertThat(printed()).isEmpty();
    }

    private int run(String... arguments) {
        return new ReadCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(messages, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
