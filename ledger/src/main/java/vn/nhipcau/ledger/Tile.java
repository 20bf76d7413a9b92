package vn.nhipcau.ledger;

/** The hashes of a tile and all complete nodes above them. */
final class Tile {
    private final byte[][] heights = new byte[9][];

    Tile(byte[] hashes) {
        heights[0] = hashes;
        for (int height = 1; height < heights.length; height++) {
            heights[height] = Hash.parents(heights[height - 1]);
        }
    }

    Hash node(int height, int index) {
        return Hash.in(heights[height], index);
    }

    /** Of a full tile: what the tile above it holds. */
    Hash root() {
        return node(8, 0);
    }
}
