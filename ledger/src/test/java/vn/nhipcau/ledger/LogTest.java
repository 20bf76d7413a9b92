package vn.nhipcau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate("tinh.example/log/du-thao");
    private final MemoryLock lock = new MemoryLock();
    private final List<byte[]> order = new ArrayList<>();

    /** What a row in a database does. */
    private static final class MemoryLock implements TreeHeadLock {
        private TreeHead recorded = TreeHead.EMPTY;

        @Override
        public synchronized TreeHead swap(TreeHead expected, TreeHead next) {
            if (recorded.equals(expected)) {
                recorded = next;
            }
            return recorded;
        }
    }

    private List<byte[]> read(long from, int most) {
        return List.copyOf(order.subList((int) from, (int) Math.min(order.size(), from + most)));
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            order.add(("entry " + order.size()).getBytes());
        }
    }

    private Log open() throws IOException {
        return Log.open(folder, key, lock, this::read);
    }

    @Test
    void a_new_log_publishes_the_empty_tree() throws IOException {
        assertThat(open().checkpoint().head()).isEqualTo(TreeHead.EMPTY);
        assertThat(Files.readString(folder.resolve("checkpoint")))
                .startsWith("tinh.example/log/du-thao\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— ");
    }

    @Test
    void batches_of_any_size_give_the_root_that_the_definition_gives() throws IOException {
        Random random = new Random(7);
        Log log = open();
        while (order.size() < 3_000) {
            entries(random.nextInt(400));
            assertThat(log.advance().head()).isEqualTo(NaiveTree.of(order).head(order.size()));
        }
        Policy.of(key.verifier()).check(Checkpoint.parse(Files.readAllBytes(folder.resolve("checkpoint"))));
        for (int index : new int[] {0, 255, 256, 1_234, order.size() - 1}) {
            LogProof proof = LogProof.of(log.reader(), log.checkpoint(), index, Optional.empty());
            assertThat(proof.proves(Hash.leaf(order.get(index)))).isTrue();
            assertThat(log.reader().tree(order.size()).leaf(index)).isEqualTo(Hash.leaf(order.get(index)));
        }
    }

    @Test
    void levels_carry_over_where_tiles_fill_exactly() throws IOException {
        Log log = open();
        for (int size : new int[] {255, 1, 255, 1, 256 * 254, 255, 1, 1}) {
            entries(size);
            TreeHead head = log.advance().head();
            assertThat(head).isEqualTo(NaiveTree.of(order).head(order.size()));
            assertThat(open().checkpoint().head()).isEqualTo(head);
        }
        assertThat(folder.resolve("tile/2/000.p/1")).exists();
        assertThat(folder.resolve("tile/1/000")).hasSize(8192);
    }

    @Test
    void partial_tiles_go_when_the_full_one_is_there_and_older_trees_can_still_be_proved() throws IOException {
        Log log = open();
        entries(200);
        Checkpoint older = log.advance();
        assertThat(folder.resolve("tile/0/000.p/200")).exists();
        entries(100);
        log.advance();
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
        LogReader reader = new LogReader(new LogFolder(folder));
        assertThat(new Audit(reader, 200).from(0, entry -> {})).isEqualTo(older.head());
        assertThat(LogProof.of(reader, older, 199, Optional.empty()).proves(Hash.leaf(order.get(199))))
                .isTrue();
    }

    @Test
    void no_file_is_left_half_named() throws IOException {
        Log log = open();
        entries(1_000);
        log.advance();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void nothing_new_publishes_nothing_new() throws IOException {
        Log log = open();
        entries(10);
        Checkpoint checkpoint = log.advance();
        assertThat(log.advance()).isSameAs(checkpoint);
    }

    @Test
    void a_lost_folder_is_made_again_from_the_entries() throws IOException {
        entries(700);
        Log log = open();
        Checkpoint checkpoint = log.advance();
        folder = folder.resolve("new");
        assertThat(open().checkpoint().note()).hasToString(checkpoint.note().toString());
    }

    @Test
    void two_nodes_with_folders_of_their_own_write_one_log() throws IOException {
        Path other = folder.resolve("other");
        Log one = Log.open(folder.resolve("one"), key, lock, this::read);
        Log two = Log.open(other, key, lock, this::read);
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            entries(random.nextInt(40));
            (random.nextBoolean() ? one : two).advance();
        }
        String last = one.advance().note().toString();
        assertThat(two.advance().note()).hasToString(last);
        assertThat(new Audit(new LogReader(new LogFolder(other)), order.size()).from(0, entry -> {}))
                .isEqualTo(NaiveTree.of(order).head(order.size()));
    }

    @Test
    void a_node_that_another_overtakes_while_it_writes_follows_and_does_not_fork() throws IOException {
        Log fast = Log.open(folder.resolve("fast"), key, lock, this::read);
        Log[] slow = new Log[1];
        slow[0] = Log.open(
                folder.resolve("slow"),
                key,
                (expected, next) -> {
                    if (next.size() == 300) { // Just before the slow node can record its 300 leaves:
                        entries(50);
                        fast.advance();
                    }
                    return lock.swap(expected, next);
                },
                this::read);
        entries(300);
        Checkpoint checkpoint = slow[0].advance();
        assertThat(checkpoint.head()).isEqualTo(NaiveTree.of(order).head(350));
        entries(5);
        assertThat(slow[0].advance().head()).isEqualTo(NaiveTree.of(order).head(355));
    }

    @Test
    void a_lock_put_back_from_an_old_backup_stops_the_log() throws IOException {
        Log log = open();
        entries(10);
        log.advance();
        TreeHead old = lock.recorded;
        entries(10);
        log.advance();
        lock.recorded = old;
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class).hasMessageContaining("fork");
        assertThatThrownBy(log::advance).isInstanceOf(CorruptLog.class);
    }

    @Test
    void entries_that_are_not_the_ones_recorded_stop_the_log() throws IOException {
        Log log = open();
        entries(10);
        log.advance();
        entries(5);
        lock.recorded = NaiveTree.of(order).head(15);
        order.set(12, "replaced".getBytes());
        assertThatThrownBy(log::advance).isInstanceOf(CorruptLog.class);
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class);
        assertThat(new LogReader(new LogFolder(folder)).checkpoint().head().size())
                .isEqualTo(10);
    }

    @Test
    void after_a_failure_only_opening_the_log_again_helps() throws IOException {
        boolean[] broken = {false};
        Log log = Log.open(folder, key, lock, (from, most) -> {
            if (broken[0]) {
                throw new IOException("no database");
            }
            return read(from, most);
        });
        entries(3);
        broken[0] = true;
        assertThatThrownBy(log::advance).hasMessage("no database");
        broken[0] = false;
        assertThatThrownBy(log::advance).hasMessageContaining("opened again");
        assertThat(open().advance().head().size()).isEqualTo(3);
    }

    @Test
    void a_crash_before_the_head_was_recorded_is_mended_from_the_same_order() throws IOException {
        entries(300);
        Log log = Log.open(
                folder,
                key,
                (expected, next) -> {
                    if (next.size() > 0) {
                        throw new IOException("power cut");
                    }
                    return lock.swap(expected, next);
                },
                this::read);
        assertThatThrownBy(log::advance).hasMessage("power cut");
        entries(100);
        assertThat(open().advance().head()).isEqualTo(NaiveTree.of(order).head(400));
    }

    @Test
    void a_crash_after_the_head_was_recorded_is_mended_too() throws IOException {
        Log log = open();
        entries(300);
        lock.recorded = NaiveTree.of(order).head(300);
        entries(20);
        assertThat(open().checkpoint().head().size()).isEqualTo(300);
        assertThat(log.advance().head()).isEqualTo(NaiveTree.of(order).head(320));
    }

    @Test
    void a_flipped_bit_on_disk_is_found_before_the_next_root_is_signed() throws IOException {
        Log log = open();
        entries(300);
        log.advance();
        Path tile = folder.resolve("tile/0/001.p/44");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[100] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class);
    }

    @Test
    void an_entry_too_long_for_the_format_is_refused_and_the_longest_is_not() throws IOException {
        order.add(new byte[0xFFFF]);
        order.add(new byte[0]);
        assertThat(open().advance().head()).isEqualTo(NaiveTree.of(order).head(2));
        order.add(new byte[0x10000]);
        assertThatThrownBy(() -> open().advance()).hasMessageContaining("65,535");
    }

    @Test
    void an_entry_altered_on_disk_stops_the_log_when_it_is_opened() throws IOException {
        Log log = open();
        entries(300);
        log.advance();
        Path bundle = folder.resolve("tile/entries/001.p/44");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[5] ^= 1;
        Files.write(bundle, bytes);
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class);
    }

    @Test
    void an_entry_altered_in_memory_is_found_by_the_second_pass() throws IOException {
        Log log = open();
        entries(10);
        TreeHead head = log.advance().head();
        order.get(4)[0] ^= 1;
        entries(10);
        assertThatThrownBy(log::advance).isInstanceOf(CorruptLog.class).hasMessageContaining("entry 4");
        assertThat(lock.recorded).isEqualTo(head);
    }

    @Test
    void another_key_cannot_take_the_log_over() throws IOException {
        open();
        SigningKey other = SigningKey.generate(key.name());
        assertThatThrownBy(() -> Log.open(folder, other, lock, this::read)).isInstanceOf(CorruptLog.class);
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(() -> Log.open(folder, other, lock, this::read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no known key");
    }
}
