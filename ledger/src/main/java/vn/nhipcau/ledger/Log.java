package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a log: takes entries in their durable order, makes tiles of them, has the new tree head recorded, signs it.
 *
 * <p>Several nodes may write the same log, each into its own folder or all into one: the order comes from the sequence
 * and the tree head from the lock. After any failure the object refuses further work; opening the log again audits it.
 */
public final class Log {
    private static final int LARGEST_BATCH = 65_536;

    private final LogFolder folder;
    private final LogReader reader;
    private final SigningKey key;
    private final TreeHeadLock lock;
    private final Sequence sequence;
    private final List<TileName> filled = new ArrayList<>();
    private Edge edge;
    private volatile Checkpoint checkpoint;
    private boolean failed;

    private Log(Path path, SigningKey key, TreeHeadLock lock, Sequence sequence) {
        this.folder = new LogFolder(path);
        this.reader = new LogReader(folder);
        this.key = key;
        this.lock = lock;
        this.sequence = sequence;
    }

    /** Opens the log with the origin {@code key.name()}, or begins it; mends the files that a crash left behind. */
    public static Log open(Path folder, SigningKey key, TreeHeadLock lock, Sequence sequence) throws IOException {
        Log log = new Log(folder, key, lock, sequence);
        log.restart();
        return log;
    }

    private void restart() throws IOException {
        folder.create("key", (key.verifier() + "\n").getBytes(UTF_8));
        Optional<byte[]> published = folder.read("checkpoint", LogReader.LARGEST_NOTE);
        checkpoint = published.map(Checkpoint::parse).orElseGet(() -> Checkpoint.sign(TreeHead.EMPTY, key));
        Policy.of(key.verifier()).check(checkpoint);
        TreeHead onDisk = checkpoint.head();
        long lastBundle = Math.max(0, onDisk.size() - 1) / TileName.FULL * TileName.FULL;
        must(new Audit(reader, onDisk.size()).from(lastBundle, entry -> {}), onDisk);
        edge = Edge.load(reader, onDisk.size());
        TreeHead recorded = lock.swap(onDisk, onDisk);
        follow(recorded);
        if (published.isEmpty() && recorded.size() == 0) {
            publish(recorded);
        }
    }

    /** The checkpoint published last; does not wait for the next one. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** For proofs; not to be believed beyond {@link #checkpoint}. */
    public LogReader reader() {
        return reader;
    }

    /** Takes the entries that are waiting, up to 65,536, and returns the checkpoint published thereafter. */
    public synchronized Checkpoint advance() throws IOException {
        if (failed) {
            throw new IOException("the log failed before and has to be opened again");
        }
        failed = true;
        TreeHead head = checkpoint.head();
        TreeHead recorded = lock.swap(head, head);
        follow(recorded);
        List<byte[]> batch = sequence.read(recorded.size(), LARGEST_BATCH);
        if (!batch.isEmpty()) {
            TreeHead next = grow(batch);
            TreeHead winner = lock.swap(recorded, next);
            if (winner.equals(next)) {
                publish(next);
            } else {
                // Another node was faster, with a batch of another length. The files stay right: there is one order.
                edge = Edge.load(reader, recorded.size());
                follow(winner);
            }
        }
        failed = false;
        return checkpoint;
    }

    /** Comes up to a tree head that another node, or this one before a crash, recorded. */
    private void follow(TreeHead recorded) throws IOException {
        if (recorded.size() < edge.size()) {
            throw new CorruptLog("a tree of " + edge.size() + " leaves was published, but only " + recorded.size()
                    + " are recorded: an old backup would fork the log");
        }
        while (edge.size() < recorded.size()) {
            long missing = recorded.size() - edge.size();
            List<byte[]> batch = sequence.read(edge.size(), (int) Math.min(LARGEST_BATCH, missing));
            if (batch.isEmpty()) {
                throw new CorruptLog("the sequence ends before the recorded tree of " + recorded.size() + " leaves");
            }
            grow(batch);
        }
        must(edge.head(), recorded);
        if (!checkpoint.head().equals(recorded)) {
            publish(recorded);
        }
    }

    /** Writes the batch and computes the root a second time, from the bytes on disk. */
    private TreeHead grow(List<byte[]> batch) throws IOException {
        TreeHead before = edge.head();
        for (byte[] entry : batch) {
            edge.add(entry, (name, bytes) -> {
                folder.create(name.path(), bytes);
                filled.add(name);
            });
        }
        edge.writePartial((name, bytes) -> folder.create(name.path(), bytes));
        folder.flush();
        TreeHead after = edge.head();
        LogReader onDisk = new LogReader(folder);
        must(new Audit(onDisk, after.size()).from(before.size(), entry -> {}), after);
        must(onDisk.tree(after.size()).head(before.size()), before);
        return after;
    }

    private static void must(TreeHead found, TreeHead expected) throws CorruptLog {
        if (!found.equals(expected)) {
            throw new CorruptLog("the files give " + found + " instead of " + expected);
        }
    }

    private void publish(TreeHead head) throws IOException {
        checkpoint = Checkpoint.sign(head, key);
        folder.replace("checkpoint", checkpoint.note().toString().getBytes(UTF_8));
        folder.flush();
        for (TileName name : filled) {
            folder.delete(name.partials());
        }
        filled.clear();
    }
}
