package vn.nhipcau.ledger;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recomputes a log from the bytes that are published: every leaf from its entry, every tile from the one below, the
 * root from the tiles. A single flipped bit ended the public log Yeti 2022; here it is found before the root is signed.
 */
final class Audit {
    private final LogReader log;
    private final long size;
    private final Tree tree;

    Audit(LogReader log, long size) {
        this.log = log;
        this.size = size;
        this.tree = log.tree(size);
    }

    /** Of all that depends on the entries from number {@code from} on; the rest was audited when it was written. */
    TreeHead from(long from, Consumer<byte[]> entries) throws IOException {
        for (long bundle = from / TileName.FULL; bundle * TileName.FULL < size; bundle++) {
            leaves(bundle, entries);
        }
        long first = from / TileName.FULL;
        for (int level = 0; TileName.items(level, size) >= TileName.FULL; level++) {
            for (long index = first; index < TileName.items(level + 1, size); index++) {
                Hash recorded = tree.tile(level + 1, index / TileName.FULL).node(0, (int) (index % TileName.FULL));
                if (!tree.tile(level, index).root().equals(recorded)) {
                    throw new CorruptLog(TileName.of(level, index, size).path() + " does not give the hash above it");
                }
            }
            first /= TileName.FULL;
        }
        return tree.head();
    }

    private void leaves(long bundle, Consumer<byte[]> entries) throws IOException {
        List<byte[]> present = log.entries(bundle, size);
        Tile tile = tree.tile(0, bundle);
        for (int i = 0; i < present.size(); i++) {
            if (!Hash.leaf(present.get(i)).equals(tile.node(0, i))) {
                throw new CorruptLog("entry " + (bundle * TileName.FULL + i) + " does not give its hash in "
                        + TileName.of(0, bundle, size).path());
            }
            entries.accept(present.get(i));
        }
    }
}
