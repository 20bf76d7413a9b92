package vn.nhipcau.legaltext;

import java.util.List;
import java.util.Map;

/** Reads the plain text of an official document. Stateless; safe for use by many threads. */
public final class DirectiveReader {
    private DirectiveReader() {}

    public static Reading read(String text) {
        return new Reading(
                text,
                new Header(null, null, null, null, null, null, List.of(), List.of(), null, null, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
