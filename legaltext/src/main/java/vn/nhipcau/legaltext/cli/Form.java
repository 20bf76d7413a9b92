package vn.nhipcau.legaltext.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what form documents are printed. */
enum Form {
    REPORT,
    JSON,
    PRETTY_JSON,
    TEXT;

    /** Null where the options are unknown or contradict each other. */
    static @Nullable Form of(List<String> options) {
        Set<String> given = new HashSet<>(options);
        if (given.isEmpty()) {
            return REPORT;
        }
        if (given.equals(Set.of("--json"))) {
            return JSON;
        }
        if (given.equals(Set.of("--pretty")) || given.equals(Set.of("--json", "--pretty"))) {
            return PRETTY_JSON;
        }
        return given.equals(Set.of("--text")) ? TEXT : null;
    }
}
