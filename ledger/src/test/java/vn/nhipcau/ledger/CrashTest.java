package vn.nhipcau.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes a log, with SIGKILL, again and again. It cannot show what a power cut does to a disk. */
class CrashTest {
    private static final int KILLS = 12;

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate("tinh.example/log/du-thao");
    private final Map<Long, String> acknowledged = new HashMap<>();
    private final Map<Long, String> published = new HashMap<>();

    @Test
    void a_killed_writer_loses_nothing_it_acknowledged_and_never_signs_two_trees_of_one_size() throws Exception {
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            // Counted in what the child says, not in time: the test is the same on a slow machine.
            int lines = 1 + random.nextInt(3_000);
            runAndKillAfter(lines);
            checkFiles();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(published).hasSizeGreaterThan(KILLS);
    }

    private void runAndKillAfter(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        folder.toString(),
                        key.encoded())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader()) {
            String line;
            for (int n = 0; (line = out.readLine()) != null; n++) {
                if (n == lines) {
                    child.toHandle().destroyForcibly(); // Unlike that of Process, leaves what was said readable.
                }
                remember(line);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private void remember(String line) {
        String[] words = line.split(" ");
        if (words.length != 4 || !words[3].equals(".")) {
            return; // Cut off by the kill.
        }
        Map<Long, String> known = words[0].equals("acknowledged") ? acknowledged : published;
        String before = known.put(Long.parseLong(words[1]), words[2]);
        assertThat(before == null || before.equals(words[2])).as(line).isTrue();
    }

    private void checkFiles() throws IOException {
        try (HeadFile lock = new HeadFile(folder.resolve("head"))) {
            long recorded = lock.swap(TreeHead.EMPTY, TreeHead.EMPTY).size();
            try (Journal journal = new Journal(folder.resolve("journal"), recorded)) {
                Log log = Log.open(folder.resolve("log"), key, lock, journal);
                Checkpoint checkpoint = log.advance();
                List<byte[]> entries = journal.read(0, Integer.MAX_VALUE / 64);
                TreeHead head = NaiveTree.of(entries).head(entries.size());
                assertThat(checkpoint.head()).isEqualTo(head);
                LogReader onDisk = new LogReader(new LogFolder(folder.resolve("log")));
                assertThat(onDisk.checkpoint().head()).isEqualTo(head);
                assertThat(new Audit(onDisk, head.size()).from(0, entry -> {})).isEqualTo(head);
                Tree tree = onDisk.tree(head.size());
                for (Map.Entry<Long, String> promise : acknowledged.entrySet()) {
                    assertThat(promise.getKey()).isLessThan(head.size());
                    assertThat(tree.leaf(promise.getKey())).hasToString(promise.getValue());
                }
                for (Map.Entry<Long, String> signed : published.entrySet()) {
                    assertThat(tree.head(signed.getKey()).root()).hasToString(signed.getValue());
                }
                remember("published " + head.size() + " " + head.root() + " .");
            }
        }
        assertThat(Files.exists(folder.resolve("log/checkpoint"))).isTrue();
    }
}
