package vn.nhipcau.ledger;

import java.util.List;

/** How many leaves a tree has, and the hash that stands for all of them. */
public record TreeHead(long size, Hash root) {
    public static final TreeHead EMPTY = new TreeHead(0, Hash.of(new byte[0]));

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("negative tree size " + size);
        }
    }

    /** Whether {@code proof} shows that this tree begins with {@code older}; of an empty tree nothing can be shown. */
    public boolean follows(TreeHead older, List<Hash> proof) {
        return older.size() > 0 && Subtree.first(older.size()).isProved(older.root(), proof, this);
    }

    /** From two lines, as they stand in a checkpoint. */
    static TreeHead parse(String size, String root) {
        return new TreeHead(Canonical.decimal(size), Hash.parse(root));
    }

    /** The two lines of a checkpoint. */
    String lines() {
        return size + "\n" + root + "\n";
    }
}
