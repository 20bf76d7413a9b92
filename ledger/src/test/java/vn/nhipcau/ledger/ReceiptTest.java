package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final Hash SALT = new ReceiptCode(1, 2).salt();
    private static final Opinion OPINION =
            new Opinion("du-thao", "muc-2", "web", "agree", "Đồng ý", Opinion.NO_ATTACHMENT);

    @Test
    void a_commitment_is_the_hash_of_the_bytes_that_the_documentation_names() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("nhipcau-opinion/v1\n".getBytes(UTF_8));
        out.write(SALT.bytes());
        for (String field : List.of("du-thao", "muc-2", "web", "agree", "Đồng ý")) {
            out.writeInt(field.getBytes(UTF_8).length);
            out.write(field.getBytes(UTF_8));
        }
        out.write(new byte[32]);
        assertThat(OPINION.commitment(SALT)).isEqualTo(Hash.of(bytes.toByteArray()));
    }

    @Test
    void every_field_counts_and_none_runs_into_the_next() {
        Hash scan = Hash.of(new byte[1]);
        Set<Hash> commitments = new HashSet<>();
        for (Opinion opinion : List.of(
                OPINION,
                new Opinion("du-tha", "omuc-2", "web", "agree", "Đồng ý", Opinion.NO_ATTACHMENT),
                new Opinion("du-thao", "", "web", "agree", "Đồng ý", Opinion.NO_ATTACHMENT),
                new Opinion("du-thao", "muc-2", "paper", "agree", "Đồng ý", Opinion.NO_ATTACHMENT),
                new Opinion("du-thao", "muc-2", "web", "disagree", "Đồng ý", Opinion.NO_ATTACHMENT),
                new Opinion("du-thao", "muc-2", "web", "agree", "Đồng ý.", Opinion.NO_ATTACHMENT),
                new Opinion("du-thao", "muc-2", "web", "agree", "Đồng ý", scan))) {
            assertThat(commitments.add(opinion.commitment(SALT))).isTrue();
            assertThat(commitments.add(opinion.commitment(new ReceiptCode(2, 1).salt())))
                    .isTrue();
            assertThat(commitments.add(Opinion.correction(7, opinion.commitment(SALT))))
                    .isTrue();
        }
        assertThat(commitments.add(Opinion.withdrawal(7))).isTrue();
        assertThat(commitments.add(Opinion.document(new byte[0]))).isTrue();
    }

    @Test
    void an_entry_has_41_bytes_and_a_minute_rounded_down() {
        Entry entry = new Entry(EntryType.WITHDRAWAL, Instant.parse("2026-09-10T08:00:59.999Z"), SALT);
        assertThat(entry.bytes()).hasSize(41).startsWith(3);
        assertThat(entry.minute()).isEqualTo("2026-09-10T08:00:00Z");
        assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
        assertThat(entry.leaf()).isEqualTo(Hash.leaf(entry.bytes()));
    }

    @Test
    void bytes_that_are_no_entry_are_refused() {
        byte[] good = new Entry(EntryType.KEY, Instant.EPOCH, SALT).bytes();
        Entry.parse(good);
        for (int[] change : new int[][] {{0, 0}, {0, 9}, {0, 0xFF}, {1, 0x80}, {1, 0x7F}, {8, 1}}) {
            byte[] bad = good.clone();
            bad[change[0]] = (byte) change[1];
            assertThatIllegalArgumentException().isThrownBy(() -> Entry.parse(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.parse(new byte[40]));
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.parse(new byte[0]));
    }

    @Test
    void a_receipt_code_survives_being_copied_by_hand() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            ReceiptCode code = new ReceiptCode(random.nextLong(), random.nextLong());
            assertThat(code.toString()).hasSize(26).matches("[0-9A-HJKMNP-TV-Z]+");
            String handwritten = code.toString()
                    .toLowerCase()
                    .replace('0', 'o')
                    .replace('1', 'l')
                    .replaceAll("(.{4})", "$1 ");
            assertThat(ReceiptCode.parse(handwritten)).isEqualTo(code);
        }
        assertThat(new ReceiptCode(-1, 0)).hasToString("FZZZZZZZZZZZZ0000000000000");
        for (String bad : List.of("", "0", "U".repeat(26), "Z".repeat(26), "0".repeat(27))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ReceiptCode.parse(bad));
        }
    }

    @Test
    void one_signature_promises_a_whole_batch_and_each_receipt_shows_its_own() {
        SigningKey key = SigningKey.generate("tinh.example/log/du-thao");
        for (int size : new int[] {1, 2, 3, 100}) {
            List<Acceptance.Promise> promises = IntStream.range(0, size)
                    .mapToObj(i ->
                            new Acceptance.Promise("r" + i, "2026-09-10T08:00:00Z", Hash.of(new byte[] {(byte) i})))
                    .toList();
            List<Acceptance> signed = Acceptance.sign(key, promises);
            for (int i = 0; i < size; i++) {
                Acceptance acceptance =
                        Acceptance.parse(key.name(), signed.get(i).toString());
                Acceptance.Promise promise = promises.get(i);
                assertThat(acceptance.shows(promise, key.verifier())).isTrue();
                assertThat(acceptance.shows(
                                new Acceptance.Promise("r", promise.acceptedAt(), promise.leaf()), key.verifier()))
                        .isFalse();
                assertThat(acceptance.shows(
                                promise, SigningKey.generate(key.name()).verifier()))
                        .isFalse();
            }
            String line = signed.get(size / 2).toString();
            for (int i = 0; i < line.length(); i++) {
                String altered = line.substring(0, i) + (char) (line.charAt(i) ^ 1) + line.substring(i + 1);
                assertThat(shows(key, altered, promises.get(size / 2)))
                        .as(altered)
                        .isFalse();
            }
        }
    }

    private static boolean shows(SigningKey key, String line, Acceptance.Promise promise) {
        try {
            return Acceptance.parse(key.name(), line).shows(promise, key.verifier());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void json_is_read_as_it_is_written() {
        assertThat(
                        Json.object(
                                " {\"a\" : \"\\u0110\\n\\\"ý\\\"\" , \"b\":[1, -2.5e3,[ ],{}],\"c\":null,\"d\":true,\"e\":{\"f\":false}} "))
                .containsEntry("a", "Đ\n\"ý\"")
                .containsEntry(
                        "b", List.of(new Json.Number("1"), new Json.Number("-2.5e3"), List.of(), java.util.Map.of()))
                .containsEntry("c", null)
                .containsEntry("d", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12",
                "{\"a\":\"\n\"}",
                "{\"a\":nul}",
                "{\"a\" 1}",
                "{\"a\":[1 2]}",
                "{\"a\":}",
                "{\"a\":NaN}",
                "{\"a\":\"b",
            })
    void json_that_is_malformed_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object(text));
    }

    @Test
    void json_nested_without_end_is_refused() {
        String deep = "{\"a\":" + "[".repeat(100_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object(deep));
    }
}
