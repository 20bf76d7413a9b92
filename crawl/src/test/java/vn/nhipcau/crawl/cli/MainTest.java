package vn.nhipcau.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import vn.nhipcau.crawl.world.LoopbackServer;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;

class MainTest {
    @TempDir
    private Path folder;

    private String said = "";
    private String printed = "";

    private int run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        said = err.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static String document() throws Exception {
        try (InputStream in = MainTest.class.getResourceAsStream("/documents/danvan-travinh.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void says_how_it_is_used_and_what_is_wrong() {
        assertThat(run("audit")).isEqualTo(2);
        assertThat(said).contains("--document", "--allow-private");
        assertThat(run("audit", "--delay", "nhanh")).isEqualTo(2);
        assertThat(said).contains("--delay");
    }

    @Test
    void writes_verdicts_evidence_and_report_and_asks_only_for_changes_the_second_time() throws Exception {
        String text = document();
        try (LoopbackServer server = new LoopbackServer(0, (ask, out) -> switch (ask.target()) {
            case "/" ->
                Reply.page(
                                "<a href=\"/vb\">Kế hoạch thực hiện công tác dân vận chính quyền trên địa bàn tỉnh Trà Vinh năm 2020</a>")
                        .write(out);
            case "/vb" ->
                ("\"1\"".equals(ask.headers().get("if-none-match"))
                                ? Reply.of(304, "text/html", new byte[0])
                                : Reply.page("<h1>Kế hoạch</h1><p>Ngày đăng: 20/04/2020</p><pre>" + text + "</pre>"))
                        .with("ETag", "\"1\"")
                        .write(out);
            default -> Reply.missing().write(out);
        })) {
            Path doc = Files.writeString(folder.resolve("van-ban.txt"), text);
            Path sites = Files.writeString(
                    folder.resolve("sites.csv"),
                    "\uFEFFunit,url\n\"Sở \"\"A\"\", Nội vụ\",http://a.localhost:" + server.port()
                            + "/\nSở B,http://b.khong-co.invalid/\n");
            Path out = folder.resolve("out");
            String[] command = {
                "audit",
                "--document",
                doc.toString(),
                "--sites",
                sites.toString(),
                "--out",
                out.toString(),
                "--allow-private",
                "--delay",
                "0",
                "--json"
            };
            assertThat(run(command)).as(said).isZero();
            String json = Files.readString(out.resolve("verdicts.json"));
            assertThat(json).isEqualTo(printed);
            assertThat(json)
                    .contains(
                            "\"unit\": \"Sở \\\"A\\\", Nội vụ\"",
                            "\"verdict\": \"full\"",
                            "\"posted\": \"2020-04-20\"");
            assertThat(json).containsPattern("\"coverage\": (0\\.99|1\\.00)");
            assertThat(json).contains("\"unit\": \"Sở B\"", "\"verdict\": \"unreachable\"");
            assertThat(Files.readString(out.resolve("report.html")))
                    .contains("Sở &quot;A&quot;, Nội vụ", "Đăng đủ", "Không truy cập được");
            proves(out, json, text);
            assertThat(run("audit", "--verify", out.toString())).as(said).isZero();

            long before = server.requests();
            assertThat(run(command)).isZero();
            assertThat(server.requests() - before).isEqualTo(2); // robots.txt and the page
            assertThat(printed).contains("\"verdict\": \"full\"", "/vb");
            everyAlterationShows(out);
        }
    }

    private void everyAlterationShows(Path out) throws Exception {
        Path records = out.resolve("records.jsonl");
        List<String> lines = Files.readAllLines(records);
        assertThat(lines).hasSize(6); // two runs of two units, each with its archive
        assertThat(run("audit", "--verify", out.toString())).as(said).isZero();

        Files.writeString(records, Files.readString(records).replaceFirst("unreachable", "not-found"));
        assertThat(run("audit", "--verify", out.toString())).isEqualTo(1);
        Files.write(records, List.of(lines.get(0), lines.get(2), lines.get(3), lines.get(4), lines.get(5)));
        assertThat(run("audit", "--verify", out.toString())).isEqualTo(1);
        Files.write(records, lines);
        Path archive;
        try (var files = Files.newDirectoryStream(out, "*.warc.gz")) {
            archive = files.iterator().next();
        }
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        assertThat(run("audit", "--verify", out.toString())).isEqualTo(1);
        assertThat(said).contains(archive.getFileName().toString());
    }

    /** The evidence names a record that another reader finds, whole and unaltered. */
    private static void proves(Path out, String json, String text) throws Exception {
        Matcher evidence = Pattern.compile("\"evidence\": \"([^#\"]+)#(\\d+)\"").matcher(json);
        assertThat(evidence.find()).isTrue();
        try (WarcReader reader = new WarcReader(out.resolve(evidence.group(1)))) {
            reader.position(Long.parseLong(evidence.group(2)));
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.target()).endsWith("/vb");
            byte[] block = response.body().stream().readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(block));
            assertThat(response.blockDigest().orElseThrow().hex()).isEqualTo(digest);
            assertThat(new String(block, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains(text.substring(0, 500));
        }
        try (WarcReader reader = new WarcReader(out.resolve(evidence.group(1)))) {
            List<String> types = reader.records().map(WarcRecord::type).toList();
            assertThat(types).startsWith("warcinfo").contains("request", "response", "metadata");
        }
    }
}
