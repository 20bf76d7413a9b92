package vn.nhipcau.ledger;

/** How many leaves a tree has, and the hash that stands for all of them. */
public record TreeHead(long size, Hash root) {
    public static final TreeHead EMPTY = new TreeHead(0, Hash.of(new byte[0]));

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("negative tree size " + size);
        }
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
