package vn.nhipcau.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a published log. Believes nothing: what it returns has to be checked against a signed checkpoint. */
public final class LogReader {
    static final int LARGEST_NOTE = 128 * 1024;
    private static final int LARGEST_BUNDLE = TileName.FULL * (2 + 0xFFFF);
    /** Of 16 KB each: the upper tiles of 280 million leaves would take 4,400. */
    private static final int CACHED_TILES = 1_024;

    private final LogFiles files;
    private final Map<TileName, Tile> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileName, Tile> eldest) {
            return size() > CACHED_TILES;
        }
    };

    public LogReader(LogFiles files) {
        this.files = files;
    }

    public Checkpoint checkpoint() throws IOException {
        byte[] note = files.read("checkpoint", LARGEST_NOTE)
                .orElseThrow(() -> new IOException("there is no checkpoint: this is not a log, or an empty one"));
        try {
            return Checkpoint.parse(note);
        } catch (IllegalArgumentException e) {
            throw new CorruptLog("the checkpoint is malformed: " + e.getMessage(), e);
        }
    }

    /** The key that the log itself names: good for finding faults, not for trust. */
    public Optional<VerifierKey> claimedKey() throws IOException {
        return files.read("key", LARGEST_NOTE)
                .map(bytes -> VerifierKey.parse(Canonical.utf8(bytes).strip()));
    }

    public Tree tree(long size) {
        return new Tree(size, this::tile);
    }

    Tile tile(TileName name) throws IOException {
        synchronized (cache) {
            Tile cached = cache.get(name);
            if (cached != null) {
                return cached;
            }
        }
        Tile tile = new Tile(hashes(name));
        synchronized (cache) {
            cache.put(name, tile);
        }
        return tile;
    }

    byte[] hashes(TileName name) throws IOException {
        if (name.width() < 1) {
            throw new IllegalArgumentException("beyond the tree: " + name);
        }
        Optional<byte[]> exact = files.read(name.path(), TileName.FULL * Hash.LENGTH);
        byte[] bytes = exact.isPresent() || name.isFull() ? exact.orElseThrow(() -> missing(name)) : cut(name);
        if (bytes.length != name.width() * Hash.LENGTH) {
            throw new CorruptLog(name.path() + " has " + bytes.length + " bytes");
        }
        return bytes;
    }

    /** A log may delete a partial tile once the full one is there. */
    private byte[] cut(TileName name) throws IOException {
        return Arrays.copyOf(hashes(name.full()), name.width() * Hash.LENGTH);
    }

    /** The entries from number 256 · {@code bundle} on, as far as a tree of {@code size} leaves has them. */
    public List<byte[]> entries(long bundle, long size) throws IOException {
        TileName name = TileName.of(TileName.ENTRIES, bundle, size);
        Optional<byte[]> exact = files.read(name.path(), LARGEST_BUNDLE);
        byte[] bytes = exact.isPresent()
                ? exact.get()
                : files.read(name.full().path(), LARGEST_BUNDLE).orElseThrow(() -> missing(name));
        List<byte[]> entries = split(bytes);
        if (entries.size() != (exact.isPresent() ? name.width() : TileName.FULL)) {
            throw new CorruptLog(name.path() + " is damaged or has " + entries.size() + " entries");
        }
        return entries.subList(0, name.width());
    }

    /** Empty if the bundle does not end with the end of an entry. */
    private static List<byte[]> split(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>(TileName.FULL);
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                return List.of();
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static CorruptLog missing(TileName name) {
        return new CorruptLog(name.path() + " is missing");
    }
}
