package vn.nhipcau.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A C2SP tlog-proof: that a leaf is in a log, in one file that is checked without a network. */
public record LogProof(Optional<byte[]> extra, long index, List<Hash> path, Checkpoint checkpoint) {
    static final String HEADER = "c2sp.org/tlog-proof@v1";

    /** From the tiles of a log; {@code extra} is not protected by the proof. */
    public static LogProof of(LogReader log, Checkpoint checkpoint, long index, Optional<byte[]> extra)
            throws IOException {
        return new LogProof(extra, index, log.tree(checkpoint.head().size()).inclusion(index), checkpoint);
    }

    public static LogProof parse(String file) {
        int blank = file.indexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("not a proof of inclusion");
        }
        List<String> lines =
                new ArrayList<>(Arrays.asList(file.substring(0, blank).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw new IllegalArgumentException("not a proof of inclusion");
        }
        Optional<byte[]> extra = field("extra ", lines).map(Canonical::base64);
        long index = field("index ", lines)
                .map(Canonical::decimal)
                .orElseThrow(() -> new IllegalArgumentException("the proof names no index"));
        List<Hash> path = lines.stream().map(Hash::parse).toList();
        return new LogProof(extra, index, path, Checkpoint.of(Note.parse(file.substring(blank + 2))));
    }

    private static Optional<String> field(String name, List<String> lines) {
        boolean present = !lines.isEmpty() && lines.get(0).startsWith(name);
        return present ? Optional.of(lines.remove(0).substring(name.length())) : Optional.empty();
    }

    /** Whether the path leads from the leaf to the checkpoint's root; who signed the checkpoint is another question. */
    public boolean proves(Hash leaf) {
        return Subtree.leaf(index).isProved(leaf, path, checkpoint.head());
    }

    /** The file. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(
                bytes -> file.append("extra ").append(Canonical.base64(bytes)).append('\n'));
        file.append("index ").append(index).append('\n');
        path.forEach(hash -> file.append(hash).append('\n'));
        return file.append('\n').append(checkpoint.note()).toString();
    }
}
