package vn.nhipcau.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** What the log stores: 41 bytes that name nobody. The minute is rounded down, so that it does not tell who it was. */
public record Entry(EntryType type, Instant minute, Hash commitment) {
    public static final int LENGTH = 1 + Long.BYTES + Hash.LENGTH;

    public Entry {
        minute = minute.truncatedTo(ChronoUnit.MINUTES);
    }

    public static Entry parse(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        int code = bytes.length == LENGTH ? rest.get() : 0;
        if (code < 1 || code > EntryType.values().length) {
            throw new IllegalArgumentException("not an entry of a consultation");
        }
        long seconds = rest.getLong();
        if (seconds < 0 || seconds % 60 != 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException("not a full minute: " + seconds);
        }
        return new Entry(
                EntryType.values()[code - 1],
                Instant.ofEpochSecond(seconds),
                Hash.wrap(Arrays.copyOfRange(bytes, 9, LENGTH)));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(type.code())
                .putLong(minute.getEpochSecond())
                .put(commitment.bytes())
                .array();
    }

    public Hash leaf() {
        return Hash.leaf(bytes());
    }
}
