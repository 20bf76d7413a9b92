package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nhipcau.ledger.Acceptance;
import vn.nhipcau.ledger.Checkpoint;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.LogFiles;
import vn.nhipcau.ledger.LogReader;
import vn.nhipcau.ledger.Opinion;
import vn.nhipcau.ledger.Policy;
import vn.nhipcau.ledger.VerifierKey;

/**
 * People who hand in opinions through the API of one or more servers, and try again with the same key until they hold a
 * receipt, whatever happens to the servers. In the end they check everything that they were given.
 */
final class Givers implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SLUG = "bao-cao-chinh-tri";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Integer> ports;
    private final boolean eachToAll;
    private final Map<String, List<JsonNode>> receipts = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean going = true;

    /** @param eachToAll every opinion is sent to all servers at once, as a retry that overtakes its first try would */
    Givers(int number, List<Integer> ports, boolean eachToAll) {
        this.ports = ports;
        this.eachToAll = eachToAll;
        for (int i = 0; i < number; i++) {
            people.add(Thread.ofVirtual().start(this::giveOnAndOn));
        }
    }

    private void giveOnAndOn() {
        while (going) {
            String key = UUID.randomUUID().toString();
            List<Thread> tries = new ArrayList<>();
            for (int port : eachToAll ? ports : List.of(ports.get((int) (given.get() % ports.size())))) {
                tries.add(Thread.ofVirtual().start(() -> insist(port, key)));
            }
            tries.forEach(Givers::join);
        }
    }

    private void insist(int port, String key) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/consultations/" + SLUG + "/opinions"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"clause\":null,\"stance\":\"other\",\"text\":\""
                        + text(key) + "\",\"idempotencyKey\":\"" + key + "\"}"))
                .build();
        Instant limit = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(limit)) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    receipts.computeIfAbsent(key, unseen -> new ArrayList<>());
                    synchronized (receipts.get(key)) {
                        receipts.get(key).add(JSON.readTree(answer.body()));
                    }
                    given.incrementAndGet();
                    return;
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.body());
                }
                Thread.sleep(50);
            } catch (IOException dead) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("no receipt within " + LIMIT);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(String key) {
        return "Ý kiến thứ " + key;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until so many more receipts were handed out. */
    void await(int more) throws InterruptedException {
        long wanted = given.get() + more;
        Instant limit = Instant.now().plus(LIMIT);
        while (given.get() < wanted) {
            assertThat(Instant.now()).as("receipts are handed out").isBefore(limit);
            Thread.sleep(10);
        }
    }

    /** Each still gets the receipt for which it waits. */
    void stop() {
        going = false;
        people.forEach(Givers::join);
    }

    @Override
    public void close() {
        stop();
    }

    /** The log as it is published now, its signature checked. */
    static Checkpoint checkpoint(int port) throws IOException {
        LogReader log = log(port);
        Checkpoint checkpoint = log.checkpoint();
        Policy.of(log.claimedKey().orElseThrow()).check(checkpoint);
        return checkpoint;
    }

    private static LogReader log(int port) {
        return new LogReader(LogFiles.at("http://localhost:" + port + "/log/" + SLUG, Duration.ofMinutes(2)));
    }

    /** Everything: one receipt for each opinion, every leaf where the receipt says, nothing twice, nothing else. */
    void check(int port, List<Checkpoint> earlier) throws Exception {
        Checkpoint checkpoint = complete(port);
        LogReader log = log(port);
        VerifierKey key = log.claimedKey().orElseThrow();
        var tree = log.tree(checkpoint.head().size());
        assertThat(tree.head()).isEqualTo(checkpoint.head());
        for (Checkpoint old : earlier) {
            assertThat(checkpoint
                            .head()
                            .follows(old.head(), tree.consistency(old.head().size())))
                    .isTrue();
        }
        boolean[] seen = new boolean[(int) checkpoint.head().size()];
        for (Map.Entry<String, List<JsonNode>> opinion : receipts.entrySet()) {
            assertThat(opinion.getValue().stream().distinct()).hasSize(1);
            JsonNode receipt = opinion.getValue().getFirst();
            int index = receipt.get("index").asInt();
            assertThat(seen[index]).as("place %s is given once", index).isFalse();
            seen[index] = true;
            Hash leaf = Hash.parse(receipt.get("leaf").asString());
            assertThat(tree.leaf(index)).isEqualTo(leaf);
            assertThat(leaf).isEqualTo(leaf(receipt, text(opinion.getKey())));
            assertThat(Acceptance.parse(
                                    checkpoint.origin(),
                                    receipt.get("signature").asString())
                            .shows(
                                    new Acceptance.Promise(
                                            receipt.get("id").asString(),
                                            receipt.get("acceptedAt").asString(),
                                            leaf),
                                    key))
                    .isTrue();
        }
        // The opening and the demonstration's own opinions stand before all that were given here.
        int before = 0;
        while (before < seen.length && !seen[before]) {
            before++;
        }
        assertThat(receipts).hasSize(seen.length - before);
    }

    private static Hash leaf(JsonNode receipt, String text) {
        Hash commitment = new Opinion(SLUG, "", "api", "other", text, Opinion.NO_ATTACHMENT)
                .commitment(Hash.parse(receipt.get("salt").asString()));
        return new Entry(
                        EntryType.OPINION,
                        Instant.parse(receipt.get("acceptedAt").asString()),
                        commitment)
                .leaf();
    }

    private long lastPlace() {
        return receipts.values().stream()
                .flatMap(List::stream)
                .mapToLong(receipt -> receipt.get("index").asLong())
                .max()
                .orElse(0);
    }

    private Checkpoint complete(int port) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        Checkpoint checkpoint = checkpoint(port);
        while (checkpoint.head().size() <= lastPlace() && Instant.now().isBefore(limit)) {
            Thread.sleep(50);
            checkpoint = checkpoint(port);
        }
        return checkpoint;
    }

    /** One of the receipts as its holder would keep it. */
    String anyReceipt() {
        return receipts.values().iterator().next().getFirst().toString();
    }
}
