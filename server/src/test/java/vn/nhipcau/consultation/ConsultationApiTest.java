package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nhipcau.ServerTest;
import vn.nhipcau.ledger.LogProof;

/** The contract with programs of others. */
@ServerTest
class ConsultationApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestConsultations tests;

    @Autowired
    Counting counting;

    private final HttpClient http = HttpClient.newHttpClient();
    private String path;
    private String slug;

    @BeforeEach
    void open() {
        Instant now = Instant.now();
        slug = tests.open(now.minus(Duration.ofHours(1)), List.of(now.plus(Duration.ofDays(30))))
                .slug();
        path = "/api/v1/consultations/" + slug;
    }

    @Test
    void an_opinion_gets_a_receipt_and_soon_a_proof() throws Exception {
        HttpResponse<String> answer = post(opinion(UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode receipt = JSON.readTree(answer.body());
        assertThat(receipt.propertyNames()).contains("id", "log", "index", "leaf", "salt", "acceptedAt", "signature");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/receipts/" + receipt.get("id").asString());
        assertThat(Instant.parse(receipt.get("acceptedAt").asString()))
                .isCloseTo(Instant.now(), within(Duration.ofMinutes(5)));
        JsonNode proved = proved(receipt.get("id").asString());
        assertThat(proved.get("signature")).isEqualTo(receipt.get("signature"));
        LogProof proof = LogProof.parse(proved.get("proof").asString());
        assertThat(proof.index()).isEqualTo(proved.get("index").asLong());
        assertThat(proof.checkpoint().origin()).endsWith("/log/" + slug);
        byte[] tile = http.send(
                        get("/log/" + slug + "/tile/0/000.p/"
                                + proof.checkpoint().head().size()),
                        BodyHandlers.ofByteArray())
                .body();
        int at = 32 * (int) proof.index();
        assertThat(Base64.getEncoder().encodeToString(Arrays.copyOfRange(tile, at, at + 32)))
                .isEqualTo(receipt.get("leaf").asString());
    }

    @Test
    void a_retry_is_answered_with_the_same_bytes() throws Exception {
        String opinion = opinion(UUID.randomUUID().toString());
        HttpResponse<String> first = post(opinion);
        HttpResponse<String> second = post(opinion);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void a_refusal_is_a_problem_with_a_stable_code_in_both_languages() throws Exception {
        assertProblem(post("{"), 400, "BODY_MALFORMED");
        assertProblem(post("[]"), 400, "BODY_MALFORMED");
        assertProblem(post("{\"stance\":\"agree\",\"stance\":\"disagree\"}"), 400, "BODY_MALFORMED");
        assertProblem(post("{\"stance\":\"perhaps\"}"), 422, "STANCE_UNKNOWN");
        assertProblem(post("{\"stance\":\"agree\"}"), 422, "IDEMPOTENCY_KEY_MISSING");
        assertProblem(post("{\"clauses\":null}"), 422, "FIELD_UNKNOWN");
        assertProblem(post("{\"stance\":\"other\",\"idempotencyKey\":\"k\"}"), 422, "TEXT_MISSING");
        assertProblem(post(opinion("k").replace("phan-2", "phan-22")), 422, "CLAUSE_UNKNOWN");
        assertProblem(post("x".repeat(700_000)), 413, "TEXT_TOO_LONG");
        assertProblem(
                http.send(
                        to(path + "/opinions")
                                .POST(HttpRequest.BodyPublishers.ofString(opinion("k")))
                                .build(),
                        BodyHandlers.ofString()),
                415,
                "JSON_ONLY");
        assertProblem(http.send(get(path + "/opinions"), BodyHandlers.ofString()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                http.send(get("/api/v1/consultations/khong-co"), BodyHandlers.ofString()), 404, "CONSULTATION_UNKNOWN");
        assertProblem(
                http.send(get("/api/v1/receipts/0123456789ABCDEFGHJKMNPQRS"), BodyHandlers.ofString()),
                404,
                "RECEIPT_UNKNOWN");
        assertProblem(http.send(get("/log/" + slug + "/tile/0/999"), BodyHandlers.ofString()), 404, "NOT_FOUND");
        assertProblem(http.send(get("/api/v1/nothing"), BodyHandlers.ofString()), 404, "NOT_FOUND");
    }

    @Test
    void the_draft_and_the_figures_are_there_for_programs() throws Exception {
        post(opinion(UUID.randomUUID().toString()));
        counting.count();
        JsonNode consultation = json(path);
        assertThat(consultation.get("takesOpinions").asBoolean()).isTrue();
        assertThat(consultation.get("batches")).hasSize(1);
        assertThat(json(path + "/clauses").get("clauses").get(1).get("anchor").asString())
                .isEqualTo("phan-2");
        JsonNode figures = json(path + "/figures");
        assertThat(figures.get("opinions").asLong()).isEqualTo(1);
        assertThat(figures.get("figures").get(0).get("stance").asString()).isEqualTo("disagree");
        assertThat(json(path + "/opening").get("clauses")).hasSize(2);
    }

    @Test
    void the_description_names_every_path_and_every_path_is_described() throws Exception {
        JsonNode description = json("/api/v1/openapi.json");
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/consultations/{slug}",
                        "/api/v1/consultations/{slug}/clauses",
                        "/api/v1/consultations/{slug}/figures",
                        "/api/v1/consultations/{slug}/opening",
                        "/api/v1/consultations/{slug}/batches/{number}/figures",
                        "/api/v1/consultations/{slug}/opinions",
                        "/api/v1/receipts/{id}",
                        "/log/{slug}/checkpoint",
                        "/log/{slug}/key",
                        "/log/{slug}/tile/{level}/{path}");
    }

    @Test
    void the_log_opens_no_other_file() throws Exception {
        for (String path :
                List.of("/tile/0/..%2f..%2fkey", "/tile/0/000.p/0000", "/tile/64/000", "/../secret.key", "/x")) {
            assertThat(http.send(get("/log/" + slug + path), BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    private JsonNode proved(String id) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        JsonNode receipt = json("/api/v1/receipts/" + id);
        while (!receipt.has("proof") && Instant.now().isBefore(limit)) {
            Thread.sleep(20);
            receipt = json("/api/v1/receipts/" + id);
        }
        return receipt;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(code).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("detailEnglish").asString()).isNotBlank();
    }

    private static String opinion(String key) {
        return "{\"clause\":\"phan-2\",\"stance\":\"disagree\",\"text\":\"Chưa \\u0111\\u1ee7 nước\",\"idempotencyKey\":\""
                + key + "\"}";
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                to(path + "/opinions")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = http.send(get(path), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest get(String path) {
        return to(path).build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
