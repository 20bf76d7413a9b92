package vn.nhipcau.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The tree over the first {@code size} leaves of a log, computed from its tiles. */
public final class Tree {

    interface Tiles {
        Tile tile(TileName name) throws IOException;
    }

    private final long size;
    private final Tiles tiles;

    Tree(long size, Tiles tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    public TreeHead head() throws IOException {
        return head(size);
    }

    /** Of the tree as it was when it had only {@code earlier} leaves. */
    public TreeHead head(long earlier) throws IOException {
        return earlier == 0 ? TreeHead.EMPTY : new TreeHead(earlier, reading(() -> hash(Subtree.first(earlier))));
    }

    public Hash leaf(long index) throws IOException {
        return reading(() -> hash(Subtree.leaf(index)));
    }

    public List<Hash> inclusion(long index) throws IOException {
        return reading(() -> Subtree.leaf(index).proof(size, this::hash));
    }

    public List<Hash> consistency(long oldSize) throws IOException {
        return reading(() -> Subtree.first(oldSize).proof(size, this::hash));
    }

    Tile tile(int level, long index) throws IOException {
        return tiles.tile(TileName.of(level, index, size));
    }

    private Hash hash(Subtree part) {
        long width = part.end() - part.start();
        if (Long.bitCount(width) > 1) {
            Subtree left = part.left();
            return Hash.node(hash(left), hash(new Subtree(left.end(), part.end())));
        }
        int height = Long.numberOfTrailingZeros(width);
        long first = part.start() >> height / 8 * 8;
        try {
            return tile(height / 8, first / TileName.FULL)
                    .node(height % 8, (int) (first % TileName.FULL) >> height % 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step<T> {
        T take();
    }

    private static <T> T reading(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
