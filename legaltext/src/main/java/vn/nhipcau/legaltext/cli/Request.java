package vn.nhipcau.legaltext.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param files files and folders
 * @param labels where the labels to score against are; null where nothing is scored
 */
record Request(
        List<String> files, Set<Option> options, @Nullable String labels) {

    enum Option {
        JSON,
        PRETTY,
        TEXT,
        DETAILS,
        HELP
    }

    /** Null where an option is unknown, lacks its value or contradicts another one. */
    static @Nullable Request of(String... arguments) {
        var files = new ArrayList<String>();
        var options = EnumSet.noneOf(Option.class);
        String labels = null;
        boolean onlyFiles = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (onlyFiles || !argument.startsWith("--")) {
                files.add(argument);
                continue;
            }
            switch (argument) {
                case "--" -> onlyFiles = true;
                case "--json" -> options.add(Option.JSON);
                case "--pretty" -> options.addAll(Set.of(Option.JSON, Option.PRETTY));
                case "--text" -> options.add(Option.TEXT);
                case "--details" -> options.add(Option.DETAILS);
                case "--help" -> options.add(Option.HELP);
                case "--score" -> {
                    if (++i == arguments.length) {
                        return null;
                    }
                    labels = arguments[i];
                }
                default -> {
                    return null;
                }
            }
        }
        var request = new Request(List.copyOf(files), Set.copyOf(options), labels);
        return request.makesSense() ? request : null;
    }

    boolean wants(Option option) {
        return options.contains(option);
    }

    private boolean makesSense() {
        if (wants(Option.HELP)) {
            return true;
        }
        if (labels != null) {
            return !wants(Option.JSON) && !wants(Option.TEXT);
        }
        return !files.isEmpty() && !wants(Option.DETAILS) && !(wants(Option.JSON) && wants(Option.TEXT));
    }
}
