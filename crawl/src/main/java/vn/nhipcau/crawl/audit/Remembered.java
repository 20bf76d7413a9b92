package vn.nhipcau.crawl.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.vitext.Difference;

/** Writes a verdict into a site's memory as facts, and reads it back. */
final class Remembered {
    /** The answer of the last look. */
    static final String LAST = "";
    /** The last answer by which something was posted. */
    static final String SHOWN = "shown.";

    private static final String FIELD = "\u001F";
    private static final String RECORD = "\u001E";
    private static final int MOST_DIFFERENCES = 50;

    private Remembered() {}

    static void keep(Verdict verdict, String under, Memory memory) {
        memory.fact(under + "verdict", verdict.kind().code());
        memory.fact(under + "reason", verdict.reason());
        memory.fact(under + "coverage", String.valueOf(verdict.coverage()));
        memory.fact(under + "where", String.join(" ", verdict.where()));
        memory.fact(under + "firstSeen", text(verdict.firstSeen()));
        memory.fact(under + "posted", verdict.posted());
        memory.fact(under + "evidence", verdict.evidence());
        memory.fact(under + "passage", verdict.passage());
        memory.fact(under + "missing", String.join(RECORD, verdict.missing()));
        memory.fact(
                under + "differences",
                verdict.differences().stream()
                        .limit(MOST_DIFFERENCES)
                        .map(d -> d.section() + FIELD + d.original() + FIELD + d.found())
                        .collect(Collectors.joining(RECORD)));
        memory.fact(under + "requests", String.valueOf(verdict.requests()));
        memory.fact(under + "bytes", String.valueOf(verdict.bytes()));
        absence(verdict.absence(), under, memory);
    }

    private static void absence(Verdict.@Nullable Absence absence, String under, Memory memory) {
        memory.fact(
                under + "absence",
                absence == null
                        ? null
                        : String.join(
                                FIELD,
                                absence.lastSeen().toString(),
                                absence.missedSince().toString(),
                                absence.missedLast().toString(),
                                String.valueOf(absence.checks()),
                                String.valueOf(absence.removed()),
                                absence.sign()));
    }

    /** The verdict that was kept, or null when there is none. */
    static @Nullable Verdict verdict(Site site, String under, Memory memory) {
        String kind = memory.fact(under + "verdict");
        if (kind == null) {
            return null;
        }
        String since = memory.fact(under + "firstSeen");
        String coverage = memory.fact(under + "coverage");
        return new Verdict(
                site,
                Verdict.Kind.of(kind),
                coverage == null ? 0 : Double.parseDouble(coverage),
                list(memory.fact(under + "where"), " "),
                since == null ? null : Instant.parse(since),
                memory.fact(under + "posted"),
                memory.fact(under + "evidence"),
                Objects.requireNonNullElse(memory.fact(under + "reason"), ""),
                Objects.requireNonNullElse(memory.fact(under + "passage"), ""),
                list(memory.fact(under + "missing"), RECORD),
                list(memory.fact(under + "differences"), RECORD).stream()
                        .map(record -> record.split(FIELD, -1))
                        .map(f -> new Difference(f[0], f[1], f[2], 0, 0, 0))
                        .toList(),
                (int) number(memory.fact(under + "requests")),
                number(memory.fact(under + "bytes")),
                0,
                absence(memory.fact(under + "absence")));
    }

    private static Verdict.@Nullable Absence absence(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String[] f = value.split(FIELD, -1);
        return new Verdict.Absence(
                Instant.parse(f[0]),
                Instant.parse(f[1]),
                Instant.parse(f[2]),
                Integer.parseInt(f[3]),
                Boolean.parseBoolean(f[4]),
                f[5]);
    }

    private static List<String> list(@Nullable String value, String separator) {
        return value == null || value.isBlank() ? List.of() : List.of(value.split(separator));
    }

    private static long number(@Nullable String value) {
        return value == null ? 0 : Long.parseLong(value);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
