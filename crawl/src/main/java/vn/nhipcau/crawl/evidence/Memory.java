package vn.nhipcau.crawl.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier audits saw of one site, on disk as lines of tab-separated fields: a person can read it, and a run that stops
 * between two sites loses nothing.
 */
public final class Memory {
    /** What kind of page it was. */
    public enum Role {
        PAGE,
        /** Lists other pages. */
        LISTING,
        /** The answer rests on it. */
        TRACE
    }

    /**
     * A page seen.
     *
     * @param fingerprint of its words
     */
    public record Seen(
            String url,
            Role role,
            @Nullable String etag,
            @Nullable String modified,
            long fingerprint) {}

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Seen> pages = new LinkedHashMap<>();

    public static Memory empty() {
        return new Memory();
    }

    public static Memory read(Path file) {
        Memory memory = new Memory();
        if (!Files.exists(file)) {
            return memory;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("page") && fields.length == 6) {
                    memory.see(new Seen(
                            fields[1],
                            Role.valueOf(fields[2]),
                            orNull(fields[3]),
                            orNull(fields[4]),
                            Long.parseUnsignedLong(fields[5], 16)));
                } else if (fields[0].equals("fact") && fields.length == 3) {
                    memory.facts.put(fields[1], fields[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return new Memory(); // written by another version: the site is looked at afresh
        }
        return memory;
    }

    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> lines.add("fact\t" + name + "\t" + clean(value)));
        for (Seen seen : pages.values()) {
            lines.add(String.join(
                    "\t",
                    "page",
                    clean(seen.url()),
                    seen.role().name(),
                    clean(seen.etag()),
                    clean(seen.modified()),
                    Long.toHexString(seen.fingerprint())));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, lines, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public @Nullable Seen page(String url) {
        return pages.get(url);
    }

    public List<Seen> pages(Role role) {
        return pages.values().stream().filter(seen -> seen.role() == role).toList();
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    public void see(Seen seen) {
        pages.put(seen.url(), seen);
    }

    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    public void fact(String name, @Nullable String value) {
        if (value == null) {
            facts.remove(name);
        } else {
            facts.put(name, value);
        }
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
