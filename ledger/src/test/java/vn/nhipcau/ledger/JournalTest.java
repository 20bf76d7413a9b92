package vn.nhipcau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("journal");
    }

    private static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Entry(
                        EntryType.OPINION, Instant.parse("2026-09-10T08:00:00Z"), Hash.of(new byte[] {(byte) i})))
                .toList();
    }

    @Test
    void entries_keep_their_order_across_a_restart() throws IOException {
        try (Journal journal = new Journal(file, 0)) {
            assertThat(journal.append(entries(3))).isZero();
            assertThat(journal.append(entries(2))).isEqualTo(3);
        }
        try (Journal journal = new Journal(file, 5)) {
            assertThat(journal.read(0, 10)).hasSize(5);
            assertThat(journal.read(3, 1)).containsExactly(entries(1).get(0).bytes());
            assertThat(journal.read(5, 10)).isEmpty();
            assertThat(journal.append(entries(1))).isEqualTo(5);
        }
    }

    @Test
    void writers_at_the_same_time_share_the_file_without_gap_or_double() throws Exception {
        List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = new Journal(file, 0)) {
            List<Thread> writers = IntStream.range(0, 16)
                    .mapToObj(i -> new Thread(() -> {
                        try {
                            for (int n = 0; n < 50; n++) {
                                long first = journal.append(entries(2));
                                numbers.add(first);
                                numbers.add(first + 1);
                            }
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .toList();
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(journal.read(0, 10_000)).hasSize(1_600);
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 1_600).boxed().toList());
    }

    @Test
    void a_torn_end_is_cut_off_wherever_it_tore() throws IOException {
        try (Journal journal = new Journal(file, 0)) {
            journal.append(entries(10));
        }
        byte[] whole = Files.readAllBytes(file);
        int record = whole.length / 10;
        Random random = new Random(5);
        for (int length = 6 * record; length < whole.length; length += 7) {
            byte[] torn = whole.clone();
            for (int i = length; i < torn.length; i++) { // The size was written, the content was not or not all of it.
                torn[i] = random.nextBoolean() ? 0 : torn[i];
            }
            Files.write(file, random.nextBoolean() ? torn : java.util.Arrays.copyOf(whole, length));
            try (Journal journal = new Journal(file, 6)) {
                int kept = journal.read(0, 100).size();
                assertThat(kept).isBetween(length / record, 10);
                assertThat(journal.append(entries(1))).isEqualTo(kept);
            }
        }
    }

    @Test
    void a_journal_shorter_than_the_log_or_damaged_below_its_size_is_refused() throws IOException {
        try (Journal journal = new Journal(file, 0)) {
            journal.append(entries(4));
        }
        assertThatThrownBy(() -> new Journal(file, 5)).isInstanceOf(CorruptLog.class);
        byte[] bytes = Files.readAllBytes(file);
        bytes[50] ^= 1;
        Files.write(file, bytes, StandardOpenOption.WRITE);
        try (Journal journal = new Journal(file, 4)) {
            assertThatThrownBy(() -> journal.read(0, 4)).isInstanceOf(CorruptLog.class);
        }
    }

    @Test
    void one_writer_at_a_time_holds_the_head() throws IOException {
        try (HeadFile held = new HeadFile(folder)) {
            assertThatThrownBy(() -> new HeadFile(folder)).hasMessageContaining("held by another");
            assertThat(held.swap(TreeHead.EMPTY, TreeHead.EMPTY)).isEqualTo(TreeHead.EMPTY);
            TreeHead one = NaiveTree.of(1).head(1);
            TreeHead two = NaiveTree.of(2).head(2);
            assertThat(held.swap(TreeHead.EMPTY, one)).isEqualTo(one);
            assertThat(held.swap(TreeHead.EMPTY, two)).isEqualTo(one);
            assertThat(held.swap(one, two)).isEqualTo(two);
        }
        try (HeadFile again = new HeadFile(folder)) {
            assertThat(again.swap(TreeHead.EMPTY, TreeHead.EMPTY).size()).isEqualTo(2);
        }
    }
}
