package vn.nhipcau.ledger;

import java.io.IOException;
import java.util.List;

/**
 * The entries in their final order, which is durable before the log sees it: whoever asks twice for entry n, after a
 * crash or on another node, gets the same bytes.
 */
@FunctionalInterface
public interface Sequence {

    /** At most {@code most} entries from number {@code from} on; none if there are no more yet. */
    List<byte[]> read(long from, int most) throws IOException;
}
