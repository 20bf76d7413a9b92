package vn.nhipcau.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Acts that change the tree, each from a day on, with its ground recorded. An act changes what holds from its day until
 * the next change already recorded, so that acts may be recorded late and in any order.
 */
@Service
public class Reorganisations {
    /** @return the new unit's id */
    public long found(Founding founding, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** New name, same unit. */
    public void rename(long id, String name, @Nullable String shortName, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** New name and kind, same unit: a thị xã becomes a thành phố. */
    public void upgrade(long id, String name, @Nullable String shortName, String kind, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** @param parentId null: to the top */
    public void move(long id, @Nullable Long parentId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** The predecessors end on the day before; their work, and the units below them, go to {@code into}. */
    public void merge(Set<Long> predecessors, long into, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** @param ends whether the unit itself ends, or lives on beside those split out of it */
    public void split(long id, Set<Long> successors, boolean ends, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** Ends the unit without successor. */
    public void close(long id, Decision decision) {
        throw new UnsupportedOperationException();
    }
}
