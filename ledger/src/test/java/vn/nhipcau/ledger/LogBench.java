package vn.nhipcau.ledger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures the log. CPU seconds are of the measuring thread and reliable on a shared machine; wall times are upper
 * bounds. Run: {@code java -cp target/classes:target/test-classes vn.nhipcau.ledger.LogBench [FOLDER]}
 */
final class LogBench {
    private static final Random RANDOM = new Random(1);

    private LogBench() {}

    private interface Work {
        void run() throws IOException;
    }

    private record Cost(double wall, double cpu) {}

    private static Cost cost(Work work) throws IOException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Cost(
                (System.nanoTime() - wall) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private static void print(String what, double count, Cost cost) {
        System.out.printf(
                "%-44s %,12.0f per CPU-second %,12.0f per second%n", what, count / cost.cpu, count / cost.wall);
    }

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("log-bench");
        for (int round = 0; round < 2; round++) {
            print("leaves hashed into the tree", 4e6, cost(() -> tree(4_000_000)));
        }
        for (int batch : new int[] {1, 10, 100, 1_000, 10_000}) {
            append(folder.resolve("batch" + batch), batch);
        }
        million(folder.resolve("million"));
        acceptances(1);
        acceptances(10);
        acceptances(100);
    }

    private static Entry entry() {
        byte[] noise = new byte[32];
        RANDOM.nextBytes(noise);
        return new Entry(EntryType.OPINION, Instant.EPOCH, Hash.wrap(noise));
    }

    private static void tree(int leaves) throws IOException {
        Edge edge = new Edge();
        byte[] entry = entry().bytes();
        for (int i = 0; i < leaves; i++) {
            edge.add(entry, (name, bytes) -> {});
        }
    }

    /** Journal, tiles, second pass over the files, head, signature, checkpoint: all with fsync, one after the other. */
    private static void append(Path folder, int batch) throws IOException {
        Files.createDirectories(folder);
        int batches = batch < 1_000 ? 400 : 100;
        try (HeadFile lock = new HeadFile(folder.resolve("head"));
                Journal journal = new Journal(folder.resolve("journal"), 0)) {
            Log log = Log.open(folder.resolve("log"), SigningKey.generate("bench.example/log"), lock, journal);
            double[] millis = new double[batches];
            Cost all = cost(() -> {
                for (int i = 0; i < batches; i++) {
                    List<Entry> entries =
                            IntStream.range(0, batch).mapToObj(n -> entry()).toList();
                    millis[i] = cost(() -> {
                                        journal.append(entries);
                                        log.advance();
                                    })
                                    .wall
                            * 1e3;
                }
            });
            Arrays.sort(millis);
            print("whole path with fsync, batches of " + batch, (double) batch * batches, all);
            System.out.printf("%-44s p50 %.1f ms, p99 %.1f ms%n", "", millis[batches / 2], millis[batches * 99 / 100]);
        }
    }

    private static void million(Path folder) throws IOException {
        int size = 1_000_000;
        List<byte[]> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(entry().bytes());
        }
        TreeHead[] recorded = {TreeHead.EMPTY};
        Log log = Log.open(
                folder,
                SigningKey.generate("bench.example/log"),
                (expected, next) -> recorded[0].equals(expected) ? recorded[0] = next : recorded[0],
                (from, most) -> order.subList((int) from, (int) Math.min(size, from + most)));
        print("integrated in batches of 65,536", size, cost(() -> {
            while (log.advance().head().size() < size) {}
        }));
        LogReader reader = new LogReader(new LogFolder(folder));
        print(
                "audited (every leaf, tile and the root)",
                size,
                cost(() -> new Audit(reader, size).from(0, entry -> {})));
        proofs("inclusion proofs of recent leaves", log, i -> size - 1 - RANDOM.nextInt(50_000));
        proofs("inclusion proofs of random leaves", log, i -> RANDOM.nextInt(size));
    }

    private static void proofs(String what, Log log, java.util.function.IntUnaryOperator index) throws IOException {
        int count = 100_000;
        Checkpoint checkpoint = log.checkpoint();
        LogProof[] proofs = new LogProof[count];
        Hash[] leaves = new Hash[count];
        Tree tree = log.reader().tree(checkpoint.head().size());
        Work build = () -> {
            for (int i = 0; i < count; i++) {
                proofs[i] = LogProof.of(log.reader(), checkpoint, index.applyAsInt(i), Optional.empty());
            }
        };
        build.run();
        print(what + ", built", count, cost(build));
        for (int i = 0; i < count; i++) {
            leaves[i] = tree.leaf(proofs[i].index());
        }
        print(what + ", verified", count, cost(() -> {
            for (int i = 0; i < count; i++) {
                if (!proofs[i].proves(leaves[i])) {
                    throw new IllegalStateException("proof " + i);
                }
            }
        }));
    }

    private static void acceptances(int batch) throws IOException {
        SigningKey key = SigningKey.generate("bench.example/log");
        List<Acceptance.Promise> promises = IntStream.range(0, batch)
                .mapToObj(i -> new Acceptance.Promise("r" + i, "2026-11-22T10:00:00Z", entry().leaf()))
                .toList();
        Work sign = () -> {
            for (int i = 0; i < 2_000; i++) {
                Acceptance.sign(key, promises);
            }
        };
        sign.run();
        print("acceptances signed, batches of " + batch, 2_000.0 * batch, cost(sign));
    }
}
