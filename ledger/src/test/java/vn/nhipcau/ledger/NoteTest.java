package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private final SigningKey key = SigningKey.generate("tinh.example/log/du-thao");
    private final TreeHead head = NaiveTree.of(5).head(5);

    private String signed(String text) {
        return text + "\n" + key.sign(text) + "\n";
    }

    private Checkpoint checkpoint(String text) {
        return Checkpoint.parse(signed(text).getBytes(UTF_8));
    }

    @Test
    void a_checkpoint_reads_back_as_it_was_signed() {
        Checkpoint signed = Checkpoint.sign(head, key);
        Checkpoint read = Checkpoint.parse(signed.note().toString().getBytes(UTF_8));
        assertThat(read.origin()).isEqualTo(key.name());
        assertThat(read.head()).isEqualTo(head);
        assertThat(read.note()).hasToString(signed.note().toString());
        Policy.of(key.verifier()).check(read);
    }

    @Test
    void the_same_tree_is_signed_with_the_same_bytes_again() {
        assertThat(Checkpoint.sign(head, key).note())
                .hasToString(Checkpoint.sign(head, key).note().toString());
    }

    @Test
    void the_text_of_a_note_may_hold_empty_lines() {
        Note note = Note.parse(signed("Một\n\nhai\n").getBytes(UTF_8));
        assertThat(note.text()).isEqualTo("Một\n\nhai\n");
        assertThat(note.by(List.of(key.verifier()))).hasSize(1);
    }

    @Test
    void extension_lines_are_covered_by_the_signature_and_otherwise_ignored() {
        assertThat(checkpoint(key.name() + "\n" + head.lines() + "more\n").head())
                .isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "a\n\n",
                "a\n\n\n",
                "text\n",
                "text\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n— name AAAA\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na\u00a0me AAAAAAA=\n",
                "text\n\n— name AAAAAAA= \n",
                "text\n\n— name AAAAAAB=\n",
                "te\txt\n\n— name AAAAAAA=\n",
                "text\r\n\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=\n\n",
            })
    void what_is_no_signed_note_is_refused(String note) {
        assertThatIllegalArgumentException().isThrownBy(() -> Note.parse(note.getBytes(UTF_8)));
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Note.parse("caf\u00e9\n\n— name AAAAAAA=\n".getBytes(ISO_8859_1)));
    }

    @Test
    void more_signatures_than_anyone_needs_are_refused_but_sixteen_are_not() {
        String line = "— name AAAAAAA=\n";
        assertThat(Note.parse(("text\n\n" + line.repeat(16)).getBytes(UTF_8)).signatures())
                .hasSize(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Note.parse(("text\n\n" + line.repeat(1_000)).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n5\n",
                "origin\n05\n%s\n",
                "origin\n+5\n%s\n",
                "origin\n-5\n%s\n",
                "origin\n 5\n%s\n",
                "origin\n5x\n%s\n",
                "origin\n9223372036854775808\n%s\n",
                "origin\n99999999999999999999\n%s\n",
                "\n5\n%s\n",
                "origin\n5\n%s=\n",
                "origin\n5\nAAAA\n",
                "origin\n5\n%s\n\nmore\n",
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> checkpoint(text.formatted(head.root())));
    }

    @Test
    void a_root_with_the_unused_bits_of_base64_set_is_refused() {
        String root = head.root().toString();
        char last = root.charAt(42);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        String other = root.substring(0, 42) + alphabet.charAt(alphabet.indexOf(last) | 1) + "=";
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(other));
    }

    @Test
    void keys_read_back_and_a_changed_character_is_noticed() {
        String vkey = key.verifier().toString();
        assertThat(VerifierKey.parse(vkey)).isEqualTo(key.verifier()).hasToString(vkey);
        assertThat(SigningKey.parse(key.encoded()).verifier()).isEqualTo(key.verifier());
        assertThat(key.toString()).doesNotContain(key.encoded().substring(60));
        for (int i = 0; i < vkey.length(); i++) {
            char changed = vkey.charAt(i) == 'x' ? 'y' : 'x';
            String other = vkey.substring(0, i) + changed + vkey.substring(i + 1);
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> VerifierKey.parse(other));
        }
        for (String other : List.of("", "a+b", "a+00000000+", "a b+00000000+AQ==", "PRIVATE+KEY+a+b+c")) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> VerifierKey.parse(other));
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> SigningKey.parse(other));
        }
    }

    @Test
    void unknown_signatures_are_ignored_and_a_wrong_one_of_a_known_key_is_not() {
        String text = key.name() + "\n" + head.lines();
        String stranger = SigningKey.generate(key.name()).sign(text) + "\n";
        Policy policy = Policy.of(key.verifier());
        policy.check(Checkpoint.parse((signed(text) + stranger).getBytes(UTF_8)));
        Checkpoint strangersOnly = Checkpoint.parse((text + "\n" + stranger).getBytes(UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.check(strangersOnly));
        Note.Signature ofOtherText = key.sign("something else\n");
        Checkpoint both = Checkpoint.parse((signed(text) + ofOtherText + "\n").getBytes(UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.check(both))
                .withMessageContaining("wrong");
    }

    @Test
    void a_key_signs_only_for_the_log_whose_name_it_bears() {
        String text = "other.example/log\n" + head.lines();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.of(key.verifier()).check(checkpoint(text)));
    }
}
