package vn.nhipcau.ledger;

/** Which tile, or with the level {@link #ENTRIES} which bundle of entries, and how many items it holds. */
record TileName(int level, long index, int width) {
    static final int FULL = 256;
    static final int ENTRIES = -1;

    /** As it is in a tree of {@code size} leaves. */
    static TileName of(int level, long index, long size) {
        return new TileName(level, index, (int) Math.min(FULL, items(level, size) - index * FULL));
    }

    /** How many items all tiles of the level hold together in a tree of {@code size} leaves. */
    static long items(int level, long size) {
        return level <= 0 ? size : level > 7 ? 0 : size >> 8 * level;
    }

    boolean isFull() {
        return width == FULL;
    }

    TileName full() {
        return new TileName(level, index, FULL);
    }

    /** Where the partial tiles lie that this one, when full, makes superfluous. */
    String partials() {
        StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + number + ".p";
    }

    String path() {
        String partials = partials();
        return isFull() ? partials.substring(0, partials.length() - 2) : partials + "/" + width;
    }
}
