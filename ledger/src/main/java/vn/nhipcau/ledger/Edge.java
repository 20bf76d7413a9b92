package vn.nhipcau.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right edge of a growing log: its partial tiles and its partial bundle of entries. */
final class Edge {

    /** Takes each tile and bundle that becomes full, and those that stay partial when a batch ends. */
    interface Output {
        void write(TileName name, byte[] bytes) throws IOException;
    }

    private final List<byte[]> bundle = new ArrayList<>();
    private final List<byte[]> tiles = new ArrayList<>();
    private long size;

    /** As it is on disk. */
    static Edge load(LogReader log, long size) throws IOException {
        Edge edge = new Edge();
        edge.size = size;
        for (int level = 0; TileName.items(level, size) > 0; level++) {
            byte[] hashes = edge.tile(level);
            TileName name = edge.last(level);
            if (name.width() > 0) {
                byte[] present = log.hashes(name);
                System.arraycopy(present, 0, hashes, 0, present.length);
            }
        }
        if (edge.last(TileName.ENTRIES).width() > 0) {
            edge.bundle.addAll(log.entries(size / TileName.FULL, size));
        }
        return edge;
    }

    long size() {
        return size;
    }

    void add(byte[] entry, Output output) throws IOException {
        if (entry.length > 0xFFFF) {
            throw new IllegalArgumentException("an entry has at most 65,535 bytes, not " + entry.length);
        }
        bundle.add(entry);
        size++;
        if (bundle.size() == TileName.FULL) {
            output.write(new TileName(TileName.ENTRIES, size / TileName.FULL - 1, TileName.FULL), joined());
            bundle.clear();
        }
        push(0, Hash.leaf(entry), output);
    }

    private void push(int level, Hash hash, Output output) throws IOException {
        byte[] hashes = tile(level);
        long items = TileName.items(level, size);
        int place = (int) ((items - 1) % TileName.FULL);
        System.arraycopy(hash.bytes(), 0, hashes, place * Hash.LENGTH, Hash.LENGTH);
        if (place == TileName.FULL - 1) {
            output.write(new TileName(level, items / TileName.FULL - 1, TileName.FULL), hashes.clone());
            push(level + 1, new Tile(hashes).root(), output);
        }
    }

    private byte[] tile(int level) {
        if (level == tiles.size()) {
            tiles.add(new byte[TileName.FULL * Hash.LENGTH]);
        }
        return tiles.get(level);
    }

    /** Of the level; its width is 0 where the last tile is full. */
    private TileName last(int level) {
        return TileName.of(level, TileName.items(level, size) / TileName.FULL, size);
    }

    void writePartial(Output output) throws IOException {
        if (!bundle.isEmpty()) {
            output.write(last(TileName.ENTRIES), joined());
        }
        for (int level = 0; level < tiles.size(); level++) {
            TileName name = last(level);
            if (name.width() > 0) {
                output.write(name, Arrays.copyOf(tiles.get(level), name.width() * Hash.LENGTH));
            }
        }
    }

    TreeHead head() throws IOException {
        return new Tree(size, name -> new Tile(Arrays.copyOf(tiles.get(name.level()), name.width() * Hash.LENGTH)))
                .head();
    }

    private byte[] joined() {
        ByteBuffer bytes = ByteBuffer.allocate(
                bundle.stream().mapToInt(entry -> 2 + entry.length).sum());
        bundle.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
        return bytes.array();
    }
}
