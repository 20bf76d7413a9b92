package vn.nhipcau.crawl.fetch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a page had when it was last fetched, to ask only for what changed. Many old portals name no validator; then the page
 * counts as unchanged when it is as long as it was and starts as it did, and its rest is left with the server.
 *
 * @param etag as the server named it
 * @param lastModified as the server named it
 * @param length of the body on the wire, or -1 where the server did not say
 * @param start fingerprint of the body's first {@link #START} bytes
 */
public record Known(@Nullable String etag, @Nullable String lastModified, long length, long start) {
    public static final Known NOTHING = new Known(null, null, -1, 0);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The title of a page lies within. */
    static final int START = 1 << 10;

    /** By what the server names alone; null when it names nothing. */
    public @Nullable Known byValidator() {
        return etag == null && lastModified == null ? null : new Known(etag, lastModified, -1, 0);
    }

    /** Whether there is anything to ask with. */
    public boolean isUseful() {
        return etag != null || lastModified != null || length >= 0;
    }

    static long fingerprint(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = (hash ^ (long) EIGHT.get(bytes, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        for (; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
        }
        return hash ^ hash >>> 32;
    }
}
