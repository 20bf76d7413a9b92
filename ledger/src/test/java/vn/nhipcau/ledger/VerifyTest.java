package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final int VERIFIED = 0;
    private static final int REFUTED = 1;
    private static final int UNUSABLE = 2;
    private static final int UNDECIDED = 3;
    private static final int SIZE = 600;
    private static final int MINE = 431;
    private static final Instant ACCEPTED = Instant.parse("2026-09-10T08:00:00Z");
    private static final String TEXT = "Đề nghị bổ sung “dân thụ hưởng” vào mục 2.\nXin cảm ơn.";

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate("tinh.example/log/du-thao");
    private final Hash salt = new ReceiptCode(4, 2).salt();
    private final Opinion opinion = new Opinion("du-thao", "muc-2", "web", "agree", TEXT, Opinion.NO_ATTACHMENT);
    private final Entry mine = new Entry(EntryType.OPINION, ACCEPTED, opinion.commitment(salt));
    private final List<byte[]> order = new ArrayList<>();
    private final Map<String, String> receipt = new LinkedHashMap<>();
    private Instant now = ACCEPTED.plusSeconds(5);
    private TreeHead recorded = TreeHead.EMPTY;
    private Log log;
    private String output;

    @BeforeEach
    void publish() throws IOException {
        Random random = new Random(9);
        for (int i = 0; i < SIZE; i++) {
            byte[] noise = new byte[32];
            random.nextBytes(noise);
            Entry other = new Entry(EntryType.values()[i % 3], ACCEPTED.plusSeconds(i), Hash.wrap(noise));
            order.add(i == MINE ? mine.bytes() : other.bytes());
        }
        log = open(folder.resolve("log"));
        log.advance();
        Acceptance.Promise promise = new Acceptance.Promise("8F3K", ACCEPTED.toString(), mine.leaf());
        Acceptance.Promise other = new Acceptance.Promise("9A1C", ACCEPTED.toString(), Hash.leaf(order.get(0)));
        receipt.put("id", "8F3K");
        receipt.put("log", "https://tinh.example/log/du-thao");
        receipt.put("index", "" + MINE);
        receipt.put("leaf", mine.leaf().toString());
        receipt.put("salt", salt.toString());
        receipt.put("acceptedAt", ACCEPTED.toString());
        receipt.put(
                "signature",
                Acceptance.sign(key, List.of(other, promise, other)).get(1).toString());
        receipt.put("consultation", "du-thao");
        receipt.put("clause", "muc-2");
        receipt.put("channel", "web");
        receipt.put("stance", "agree");
        write("policy", "log " + key.verifier() + "\nquorum none\n");
        write("text", TEXT);
    }

    private Log open(Path path) throws IOException {
        return Log.open(
                path,
                key,
                (expected, next) -> recorded.equals(expected) ? recorded = next : recorded,
                (from, most) -> List.copyOf(order.subList((int) from, order.size())));
    }

    private String write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String json() {
        return receipt.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":"
                        + (field.getKey().equals("index") || field.getValue() == null
                                ? field.getValue()
                                : "\"" + field.getValue().replace("\n", "\\n") + "\""))
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private String proof() throws IOException {
        return LogProof.of(log.reader(), log.checkpoint(), MINE, Optional.of(json().getBytes(UTF_8)))
                .toString();
    }

    private int verify(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new Verify(new PrintStream(out, true, UTF_8), now).run(args);
        output = out.toString(UTF_8);
        return code;
    }

    private int verifyReceipt(String... more) {
        List<String> args = new ArrayList<>(List.of(write("receipt.json", json()), "--policy", file("policy")));
        args.addAll(Arrays.asList(more));
        return verify(args.toArray(String[]::new));
    }

    @Test
    void a_good_receipt_is_verified_in_both_languages() {
        assertThat(verifyReceipt("--log", file("log"), "--text", file("text")))
                .as(() -> output)
                .isEqualTo(VERIFIED);
        assertThat(output)
                .contains(
                        "Nội dung đúng nguyên văn",
                        "exactly what was handed in",
                        "vị trí 431 (đếm từ 0) trên 600 mục",
                        "KẾT QUẢ: ĐÚNG");
    }

    @Test
    void a_proof_file_needs_nothing_but_itself_and_the_policy() throws IOException {
        String file = write("receipt.tlog-proof", proof());
        assertThat(verify(file, "--policy", file("policy"), "--text", file("text")))
                .as(() -> output)
                .isEqualTo(VERIFIED);
    }

    @Test
    void a_receipt_may_carry_its_proof_and_is_then_compared_with_the_log_of_today() throws IOException {
        receipt.put("proof", proof());
        assertThat(verifyReceipt()).isEqualTo(VERIFIED);
        order.add(order.get(0));
        log.advance();
        assertThat(verifyReceipt("--log", file("log"))).isEqualTo(VERIFIED);
        assertThat(output).contains("Từ 600 đến 601 mục");
        String receiptFile = write("kept.json", json());
        order.set(3, order.get(4));
        recorded = TreeHead.EMPTY;
        open(folder.resolve("rewritten")).advance();
        assertThat(verify(receiptFile, "--policy", file("policy"), "--log", file("rewritten")))
                .isEqualTo(REFUTED);
        assertThat(output).contains("Sổ đã bị viết lại");
    }

    @Test
    void without_an_index_the_leaf_is_looked_for() {
        receipt.put("index", null);
        assertThat(verifyReceipt("--log", file("log"))).isEqualTo(VERIFIED);
        assertThat(output).contains("vị trí 431");
    }

    @Test
    void what_is_not_in_the_log_yet_is_undecided_and_after_a_day_a_broken_promise() throws IOException {
        receipt.put("index", null);
        order.set(MINE, order.get(0));
        recorded = TreeHead.EMPTY;
        open(folder.resolve("without")).advance();
        assertThat(verifyReceipt("--log", file("without"))).isEqualTo(UNDECIDED);
        now = ACCEPTED.plusSeconds(25 * 3600);
        assertThat(verifyReceipt("--log", file("without"))).isEqualTo(REFUTED);
        assertThat(output).contains("hãy giữ biên nhận này làm bằng chứng");
        receipt.put("signature", null);
        assertThat(verifyReceipt("--log", file("without"))).isEqualTo(UNDECIDED);
        receipt.put("index", "" + MINE);
        assertThat(verifyReceipt("--log", file("without"))).isEqualTo(REFUTED);
    }

    @Test
    void another_text_is_refuted_and_what_an_editor_does_to_line_ends_is_not() {
        for (String same : List.of(TEXT + "\r\n", TEXT + "\n", TEXT.replace("\n", "\r\n"), "\uFEFF" + TEXT)) {
            write("text", same);
            assertThat(verifyReceipt("--log", file("log"), "--text", file("text")))
                    .isEqualTo(VERIFIED);
        }
        for (String other :
                List.of(TEXT + " ", TEXT + "\n\n", TEXT.replace("ề", "e\u0302\u0300"), "", TEXT.toLowerCase())) {
            write("text", other);
            assertThat(verifyReceipt("--log", file("log"), "--text", file("text")))
                    .isEqualTo(REFUTED);
        }
    }

    @Test
    void a_key_is_taken_from_the_receipt_or_the_log_only_with_a_warning() {
        String file = write("receipt.json", json());
        assertThat(verify(file)).isEqualTo(UNUSABLE);
        assertThat(verify(file, "--log", file("log"))).isEqualTo(VERIFIED);
        assertThat(output).contains("khóa do chính sổ đưa ra", key.verifier().toString());
        receipt.put("key", key.verifier().toString());
        file = write("receipt.json", json());
        assertThat(verify(file, "--log", file("log"))).isEqualTo(VERIFIED);
        assertThat(output).contains("khóa ghi trong biên nhận");
        receipt.put("key", SigningKey.generate(key.name()).verifier().toString());
        assertThat(verify(write("receipt.json", json()), "--log", file("log"))).isEqualTo(REFUTED);
    }

    @Test
    void witnesses_are_named_with_their_times_and_their_absence_refutes() throws IOException {
        Witness front = new Witness("mattran.example");
        write("policy", "log %s\nwitness f %s\nquorum f\n".formatted(key.verifier(), front.vkey()));
        assertThat(verifyReceipt("--log", file("log"))).isEqualTo(REFUTED);
        Checkpoint cosigned = front.cosign(log.checkpoint(), ACCEPTED.plusSeconds(61));
        Files.writeString(folder.resolve("log/checkpoint"), cosigned.note().toString());
        assertThat(verifyReceipt("--log", file("log"))).isEqualTo(VERIFIED);
        assertThat(output).contains("mattran.example đã ký mốc này lúc 15:01:01 ngày 10/09/2026");
    }

    @Test
    void any_change_of_a_value_in_a_receipt_is_noticed() throws IOException {
        receipt.put("key", key.verifier().toString());
        noticeChanges("--log", file("log"), "--text", file("text"));
        receipt.put("proof", proof());
        noticeChanges("--text", file("text"));
    }

    private void noticeChanges(String... args) {
        assertThat(verifyReceipt(args)).as(() -> output).isEqualTo(VERIFIED);
        for (String field : List.copyOf(receipt.keySet())) {
            String value = receipt.get(field);
            for (int i = 0; i < value.length(); i++) {
                char changed = (char) (value.charAt(i) ^ 1);
                if (changed != '"' && changed != '\\' && !isExtra(value, i)) {
                    receipt.put(field, value.substring(0, i) + changed + value.substring(i + 1));
                    assertThat(verifyReceipt(args))
                            .as("%s: %s", field, receipt.get(field))
                            .isNotEqualTo(VERIFIED);
                }
            }
            receipt.put(field, value);
        }
    }

    /** The extra data of a proof inside a receipt is not read. */
    private static boolean isExtra(String value, int at) {
        int extra = value.indexOf("extra ");
        return extra >= 0 && at >= extra + 6 && at < value.indexOf("\nindex");
    }

    @Test
    void any_flipped_bit_in_the_files_of_a_log_is_noticed() throws IOException {
        assertThat(verify("log", file("log"), "--policy", file("policy"))).isEqualTo(VERIFIED);
        assertThat(output)
                .contains("600 mục", "200 ý kiến", "từ 15:00:00 ngày 10/09/2026 đến 15:09:00 ngày 10/09/2026");
        Random random = new Random(4);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("log"))) {
            files = all.filter(file -> Files.isRegularFile(file) && !file.endsWith("key"))
                    .toList();
        }
        assertThat(files).hasSize(8);
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            int step = good.length > 1_000 ? 97 : 1;
            for (int at = random.nextInt(step); at < good.length; at += step) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                assertThat(verify("log", file("log"), "--policy", file("policy")))
                        .as("%s, byte %d", file, at)
                        .isEqualTo(REFUTED);
            }
            for (byte[] bad :
                    List.of(new byte[0], Arrays.copyOf(good, good.length - 1), Arrays.copyOf(good, good.length + 1))) {
                Files.write(file, bad);
                assertThat(verify("log", file("log"), "--policy", file("policy")))
                        .as("%s, %d bytes", file, bad.length)
                        .isNotEqualTo(VERIFIED);
            }
            Files.delete(file);
            assertThat(verify("log", file("log"), "--policy", file("policy"))).isNotEqualTo(VERIFIED);
            Files.write(file, good);
        }
        assertThat(verify("log", file("log"), "--policy", file("policy"))).isEqualTo(VERIFIED);
    }

    @Test
    void an_entry_replaced_together_with_its_hash_is_noticed() throws IOException {
        Path bundle = folder.resolve("log/tile/entries/000");
        Path tile = folder.resolve("log/tile/0/000");
        byte[] entries = Files.readAllBytes(bundle);
        byte[] hashes = Files.readAllBytes(tile);
        System.arraycopy(order.get(300), 0, entries, 7 * 43 + 2, 41);
        System.arraycopy(Hash.leaf(order.get(300)).bytes(), 0, hashes, 7 * 32, 32);
        Files.write(bundle, entries);
        Files.write(tile, hashes);
        assertThat(verify("log", file("log"), "--policy", file("policy"))).isEqualTo(REFUTED);
        assertThat(output).contains("tile/0/000 does not give the hash above it");
    }

    @Test
    void two_checkpoints_of_one_log_are_consistent_and_of_a_rewritten_one_are_not() throws IOException {
        String older = write("older", log.checkpoint().note().toString());
        order.add(order.get(1));
        String newer = write("newer", log.advance().note().toString());
        String[] with = {"--log", file("log"), "--policy", file("policy")};
        assertThat(consistency(older, newer, with)).isEqualTo(VERIFIED);
        assertThat(consistency(older, older, with)).isEqualTo(VERIFIED);
        assertThat(consistency(newer, older, with)).isEqualTo(REFUTED);
        assertThat(consistency(
                        write(
                                "empty",
                                Checkpoint.sign(TreeHead.EMPTY, key).note().toString()),
                        newer,
                        with))
                .isEqualTo(VERIFIED);
        order.set(0, order.get(2));
        recorded = TreeHead.EMPTY;
        String rewritten =
                write("rewritten", open(folder.resolve("log2")).advance().note().toString());
        assertThat(consistency(older, rewritten, "--log", file("log2"), "--policy", file("policy")))
                .isEqualTo(REFUTED);
        assertThat(consistency(newer, rewritten, with)).isEqualTo(REFUTED);
        assertThat(verify("--consistency", older, newer)).isEqualTo(UNUSABLE);
        SigningKey other = SigningKey.generate("tinh.example/log/khac");
        write("policy", "log %s\nlog %s\nquorum none\n".formatted(key.verifier(), other.verifier()));
        String ofOther = write(
                "other", Checkpoint.sign(log.checkpoint().head(), other).note().toString());
        assertThat(consistency(older, ofOther, with)).isEqualTo(REFUTED);
    }

    private int consistency(String older, String newer, String... with) {
        return verify(Stream.concat(Stream.of("--consistency", older, newer), Stream.of(with))
                .toArray(String[]::new));
    }

    @Test
    void wrong_arguments_and_files_say_so() {
        assertThat(verify("--nonsense")).isEqualTo(UNUSABLE);
        assertThat(verify("a", "b", "c")).isEqualTo(UNUSABLE);
        assertThat(output).contains("verify.jar receipt.json");
        assertThat(verify("--log")).isEqualTo(UNUSABLE);
        assertThat(verify()).isEqualTo(UNUSABLE);
        assertThat(verify("log", "http://localhost:1/", "--patience", "9223372036854775807"))
                .isEqualTo(UNUSABLE);
        assertThat(verify(file("missing.json"))).isEqualTo(UNDECIDED);
        assertThat(verify(write("no.json", "{}"), "--policy", file("policy"))).isEqualTo(UNUSABLE);
        assertThat(verify(write("no.json", "hello"))).isEqualTo(UNUSABLE);
        assertThat(verify("log", file("nowhere"))).isEqualTo(UNDECIDED);
    }

    private interface Site {
        void use(String address);
    }

    private static void serve(HttpHandler handler, Site site) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log", handler);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        try {
            site.use("http://localhost:" + server.getAddress().getPort() + "/log/");
        } finally {
            server.stop(0);
        }
    }

    private void serveFiles(HttpExchange exchange, boolean zipped) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        if (!Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            if (zipped) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out =
                    zipped ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody()) {
                out.write(Files.readAllBytes(file));
            }
        }
        exchange.close();
    }

    @Test
    void a_log_on_the_web_is_read_like_one_in_a_folder() throws IOException {
        for (boolean zipped : new boolean[] {false, true}) {
            serve(exchange -> serveFiles(exchange, zipped), address -> {
                assertThat(verifyReceipt("--log", address, "--text", file("text")))
                        .as(() -> output)
                        .isEqualTo(VERIFIED);
                assertThat(verify("log", address, "--policy", file("policy"))).isEqualTo(VERIFIED);
            });
        }
    }

    @Test
    void a_site_that_never_ends_or_never_answers_does_not_hang_the_verifier() throws IOException {
        serve(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    while (true) {
                        out.write(new byte[65_536]);
                    }
                },
                address -> assertThat(verifyReceipt("--log", address)).isEqualTo(UNDECIDED));
        assertThat(output).contains("more than");
        serve(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    sleepLong();
                },
                address -> assertThat(verifyReceipt("--log", address, "--patience", "1"))
                        .isEqualTo(UNDECIDED));
        assertThat(output).contains("no time left");
        serve(
                exchange -> sleepLong(),
                address -> assertThat(verifyReceipt("--log", address, "--patience", "1"))
                        .isEqualTo(UNDECIDED));
        serve(
                exchange -> exchange.sendResponseHeaders(500, -1),
                address -> assertThat(verifyReceipt("--log", address)).isEqualTo(UNDECIDED));
        assertThat(verifyReceipt("--log", "http://localhost:1/")).isEqualTo(UNDECIDED);
    }

    private static void sleepLong() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
