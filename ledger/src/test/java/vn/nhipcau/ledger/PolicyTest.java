package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
    private static final Instant TIME = Instant.parse("2026-09-10T08:00:30Z");
    private static final SigningKey LOG = SigningKey.generate("tinh.example/log/du-thao");
    private static final Witness FRONT = new Witness("mattran.example");
    private static final Witness LAWYERS = new Witness("luatsu.example");
    private static final Witness UNIVERSITY = new Witness("daihoc.example");
    /** The Front, and one of two others. */
    private static final String POLICY = """
            # Chính sách của đợt lấy ý kiến
            log %s https://tinh.example/log/du-thao
              witness\tfront %s
            witness lawyers %s https://luatsu.example/
            witness university %s

            group others any lawyers university
            group everybody all front others
            quorum everybody
            """.formatted(LOG.verifier(), FRONT.vkey(), LAWYERS.vkey(), UNIVERSITY.vkey());

    private final Checkpoint checkpoint = Checkpoint.sign(NaiveTree.of(3).head(3), LOG);

    private static void refused(Policy policy, Checkpoint checkpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy.check(checkpoint));
    }

    @Test
    void the_quorum_decides() {
        Policy policy = Policy.parse(POLICY);
        Checkpoint front = FRONT.cosign(checkpoint, TIME);
        refused(policy, checkpoint);
        refused(policy, front);
        refused(policy, LAWYERS.cosign(UNIVERSITY.cosign(checkpoint, TIME), TIME));
        assertThat(policy.check(LAWYERS.cosign(front, TIME.plusSeconds(9))))
                .containsEntry("mattran.example", TIME)
                .containsEntry("luatsu.example", TIME.plusSeconds(9));
        assertThat(policy.check(UNIVERSITY.cosign(front, TIME))).hasSize(2);
    }

    @Test
    void a_cosignature_counts_only_for_the_text_and_time_that_were_signed() {
        Policy policy =
                Policy.parse("log %s\nwitness front %s\nquorum front\n".formatted(LOG.verifier(), FRONT.vkey()));
        Note.Signature cosignature =
                FRONT.cosign(checkpoint, TIME).note().signatures().get(1);
        Checkpoint other = Checkpoint.sign(NaiveTree.of(4).head(4), LOG);
        refused(policy, with(other, cosignature));
        for (int i = 0; i < cosignature.bytes().length; i++) {
            byte[] bytes = cosignature.bytes().clone();
            bytes[i] ^= (byte) 0x80;
            refused(policy, with(checkpoint, new Note.Signature(cosignature.name(), cosignature.keyId(), bytes)));
        }
        refused(policy, with(checkpoint, new Note.Signature(cosignature.name(), cosignature.keyId(), new byte[8])));
    }

    private static Checkpoint with(Checkpoint checkpoint, Note.Signature signature) {
        return Checkpoint.parse((checkpoint.note() + signature.toString() + "\n").getBytes(UTF_8));
    }

    @Test
    void without_a_witness_the_signature_of_the_log_is_enough() {
        assertThat(Policy.parse("quorum none\nlog " + LOG.verifier()).check(checkpoint))
                .isEmpty();
        refused(Policy.parse("quorum none\n"), checkpoint);
    }

    static Stream<String> malformed() {
        String witness = "witness a " + FRONT.vkey() + "\nwitness b " + LAWYERS.vkey() + "\n";
        String log = "log " + LOG.verifier() + "\n";
        return Stream.of(
                "",
                log,
                "quorum\n",
                "quorum a\n",
                "quorum none\nquorum none\n",
                "quorum none more\n",
                "lag x\nquorum none\n",
                log + log + "quorum none\n",
                "log " + FRONT.vkey() + "\nquorum none\n",
                "witness a " + LOG.verifier() + "\nquorum none\n",
                "witness a " + FRONT.vkey() + "\nwitness b " + FRONT.vkey() + "\nquorum a\n",
                "witness a " + FRONT.vkey() + "\nwitness a " + LAWYERS.vkey() + "\nquorum a\n",
                "witness none " + FRONT.vkey() + "\nquorum none\n",
                witness + "group g 0 a b\nquorum g\n",
                witness + "group g 3 a b\nquorum g\n",
                witness + "group g 02 a b\nquorum g\n",
                witness + "group g all\nquorum g\n",
                witness + "group g some a b\nquorum g\n",
                witness + "group g any a a\nquorum g\n",
                witness + "group g any a none\nquorum g\n",
                witness + "group g any a c\nquorum g\n",
                witness + "group g any a\ngroup h any a b\nquorum h\n",
                witness + "group g any g\nquorum g\n",
                witness + "quorum g\ngroup g any a\n",
                "quorum none\r\n",
                "quorum none\n\u0000");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_policy_is_refused(String policy) {
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.parse(policy));
    }

    @Test
    void groups_may_nest_and_be_many() {
        StringBuilder policy = new StringBuilder("log " + LOG.verifier() + "\n");
        List<Witness> witnesses =
                Stream.generate(() -> new Witness("w.example")).limit(32).toList();
        for (int i = 0; i < 32; i++) {
            policy.append("witness w%d %s\n".formatted(i, witnesses.get(i).vkey()));
        }
        policy.append("group g0 any w0\n");
        for (int i = 1; i < 32; i++) {
            policy.append("group g%d 2 g%d w%d\n".formatted(i, i - 1, i));
        }
        Policy all = Policy.parse(policy + "quorum g31\n");
        Checkpoint cosigned = checkpoint;
        for (Witness witness : witnesses) {
            refused(all, cosigned);
            cosigned = witness.cosign(cosigned, TIME);
        }
        all.check(cosigned);
    }
}
