package vn.nhipcau.crawl.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Known;

/**
 * What earlier audits saw of one site, as lines of tab-separated fields: a person can read it, and a run that stops between
 * two sites loses nothing.
 */
public final class Memory {
    private static final int FIELDS = 9;

    /** What kind of page it was. */
    public enum Role {
        PAGE,
        /** Lists other pages. */
        LISTING,
        /** The answer rests on it. */
        TRACE,
        /** Known from a link, but the budget did not reach it. */
        WAITING
    }

    /**
     * A page seen.
     *
     * @param fingerprint of its words; of a page that waits, how likely the document is there
     * @param known what the server is asked with
     * @param believed how many times in a row its start and length were taken for the whole
     */
    public record Seen(String url, Role role, long fingerprint, Known known, int believed) {
        /** @param points how likely the document is there */
        public static Seen waiting(String url, int points) {
            return new Seen(url, Role.WAITING, points, Known.NOTHING, 0);
        }

        /** The same after another look found it as it was. @param byServersWord or else by its start and length */
        public Seen again(boolean byServersWord) {
            return new Seen(url, role, fingerprint, known, byServersWord ? 0 : believed + 1);
        }
    }

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Seen> pages = new LinkedHashMap<>();

    public static Memory empty() {
        return new Memory();
    }

    public static Memory read(Path file) {
        try {
            return Files.exists(file) ? of(Files.readString(file)) : new Memory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text as {@link #text} gave it; what another version wrote is forgotten, and the site looked at afresh */
    public static Memory of(String text) {
        Memory memory = new Memory();
        try {
            for (String line : text.split("\n")) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("page") && fields.length == FIELDS) {
                    memory.see(new Seen(
                            fields[1],
                            Role.valueOf(fields[2]),
                            Long.parseUnsignedLong(fields[3], 16),
                            new Known(
                                    orNull(fields[4]),
                                    orNull(fields[5]),
                                    Long.parseLong(fields[6]),
                                    Long.parseUnsignedLong(fields[7], 16)),
                            Integer.parseInt(fields[8])));
                } else if (fields[0].equals("fact") && fields.length == 3) {
                    memory.facts.put(fields[1], fields[2]);
                }
            }
        } catch (IllegalArgumentException e) {
            return new Memory();
        }
        return memory;
    }

    /** The whole memory, for {@link #of}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append("fact\t")
                .append(name)
                .append('\t')
                .append(clean(value))
                .append('\n'));
        for (Seen seen : pages.values()) {
            text.append(String.join(
                            "\t",
                            "page",
                            clean(seen.url()),
                            seen.role().name(),
                            Long.toHexString(seen.fingerprint()),
                            clean(seen.known().etag()),
                            clean(seen.known().lastModified()),
                            String.valueOf(seen.known().length()),
                            Long.toHexString(seen.known().start()),
                            String.valueOf(seen.believed())))
                    .append('\n');
        }
        return text.toString();
    }

    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text(), StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public @Nullable Seen page(String url) {
        return pages.get(url);
    }

    public List<Seen> pages(Role role) {
        return pages.values().stream().filter(seen -> seen.role() == role).toList();
    }

    public int size() {
        return pages.size();
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    public void see(Seen seen) {
        pages.put(seen.url(), seen);
    }

    public void seeUnlessSeen(Seen seen) {
        pages.putIfAbsent(seen.url(), seen);
    }

    /** Takes over the pages that another memory has and this one has not. */
    public void keepPages(Memory other) {
        other.pages.forEach(pages::putIfAbsent);
    }

    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    public void fact(String name, @Nullable String value) {
        if (value == null) {
            facts.remove(name);
        } else {
            facts.put(name, clean(value));
        }
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
