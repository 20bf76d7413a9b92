package vn.nhipcau.documents;

import java.util.List;
import java.util.UUID;

/** What became of a {@link Filing}. */
public sealed interface FilingResult {
    record Registered(long documentId) implements FilingResult {}

    /**
     * Nothing was registered: documents that look the same are there already, and a person must say whether this is
     * another one.
     *
     * @param doubt under which the files are kept until then
     * @param alike the registered documents, closest first
     */
    record LooksKnown(UUID doubt, List<Long> alike) implements FilingResult {}
}
