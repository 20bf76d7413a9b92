package vn.nhipcau.legaltext;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares readings with what a person found in the same documents, by the rules of READING.md: header field by field,
 * citations and assigned units as sets, dated obligations by their dates for 24 months, their relative limit and who.
 */
public final class Scoring {
    /** A document without a date still needs a day from which rhythms are counted. */
    private static final LocalDate UNDATED = LocalDate.of(2025, 1, 1);

    private static final int MONTHS_AHEAD = 24;

    private final Map<String, LabelledDocument> labels;
    private final List<Result> results = new ArrayList<>();

    private Scoring(Map<String, LabelledDocument> labels) {
        this.labels = labels;
    }

    private record Result(
            String file,
            Map<String, Boolean> header,
            Tally citations,
            Tally dated,
            Tally assigned,
            List<String> mismatches) {}

    /** Found and right, found in all, and to be found. */
    private record Tally(int right, int found, int wanted) {
        Tally plus(Tally other) {
            return new Tally(right + other.right, found + other.found, wanted + other.wanted);
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return wanted == 0 ? 1 : (double) right / wanted;
        }

        double f1() {
            return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
        }
    }

    /** @param labels a file or a folder of {@code .json} files as READING.md describes them */
    public static Scoring load(Path labels) throws IOException {
        JsonMapper json = JsonMapper.shared();
        Map<String, LabelledDocument> byFile = new LinkedHashMap<>();
        try (Stream<Path> files = Files.isDirectory(labels) ? Files.list(labels) : Stream.of(labels)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                LabelledDocument label = LabelledDocument.read(file, json);
                byFile.put(stem(label.file()), label);
            }
        }
        return new Scoring(byFile);
    }

    /** @return whether there is a label for this file; the ending of the name does not matter */
    public boolean has(String file) {
        return labels.containsKey(stem(file));
    }

    /** Scores one reading; one without a label is left out. */
    public void add(String file, Reading reading) {
        LabelledDocument label = labels.get(stem(file));
        if (label == null) {
            return;
        }
        List<String> mismatches = new ArrayList<>();
        LocalDate from =
                reading.header().date() == null ? UNDATED : reading.header().date();
        results.add(new Result(
                label.file(),
                header(label.header(), fields(reading.header()), mismatches),
                citations(label, reading, mismatches),
                dated(label, reading, from, mismatches),
                assigned(label, reading, mismatches),
                mismatches));
    }

    /** @param mismatches whether to print, below each document, what was missed and what is too much */
    public void print(PrintStream out, boolean mismatches) {
        Tally citations = new Tally(0, 0, 0);
        Tally dated = citations;
        Tally assigned = citations;
        Map<String, int[]> fields = new LinkedHashMap<>();
        out.printf("%-36s %7s %9s %9s %9s%n", "document", "header", "citations", "dated", "assigned");
        for (Result result : results) {
            citations = citations.plus(result.citations());
            dated = dated.plus(result.dated());
            assigned = assigned.plus(result.assigned());
            long right = result.header().values().stream()
                    .filter(Boolean::booleanValue)
                    .count();
            result.header().forEach((field, ok) -> {
                int[] count = fields.computeIfAbsent(field, key -> new int[2]);
                count[0] += ok ? 1 : 0;
                count[1]++;
            });
            out.printf(
                    "%-36.36s %4d/%-2d %9.3f %9.3f %9.3f%n",
                    result.file(),
                    right,
                    result.header().size(),
                    result.citations().f1(),
                    result.dated().f1(),
                    result.assigned().f1());
            if (mismatches) {
                result.mismatches().forEach(line -> out.println("    " + line));
            }
        }
        out.println();
        int right = fields.values().stream().mapToInt(count -> count[0]).sum();
        int all = fields.values().stream().mapToInt(count -> count[1]).sum();
        out.printf("header     %.3f of fields right (%d of %d)%n", all == 0 ? 1 : (double) right / all, right, all);
        fields.forEach((field, count) -> out.printf("  %-16s %d/%d%n", field, count[0], count[1]));
        print(out, "citations", citations);
        print(out, "dated", dated);
        print(out, "assigned", assigned);
    }

    private static void print(PrintStream out, String name, Tally tally) {
        out.printf(
                "%-10s F1 %.3f  precision %.3f  recall %.3f  (%d right, %d found, %d wanted)%n",
                name, tally.f1(), tally.precision(), tally.recall(), tally.right(), tally.found(), tally.wanted());
    }

    // ---- header

    private static Map<String, String> fields(Header header) {
        Header.Signer signer = header.signer();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", orEmpty(header.number()));
        fields.put("type", header.type() == null ? "" : header.type().slug());
        fields.put("date", header.date() == null ? "" : header.date().toString());
        fields.put("place", orEmpty(header.place()));
        fields.put("issuer", orEmpty(header.issuer()));
        fields.put("abstract", orEmpty(header.subject()));
        fields.put("addressees", String.join("; ", header.addressees()));
        fields.put("signer.name", signer == null ? "" : orEmpty(signer.name()));
        fields.put("signer.title", signer == null ? "" : orEmpty(signer.title()));
        fields.put("signer.capacity", signer == null ? "" : orEmpty(signer.capacity()));
        return fields;
    }

    private static Map<String, Boolean> header(
            Map<String, String> wanted, Map<String, String> found, List<String> mismatches) {
        Map<String, Boolean> right = new LinkedHashMap<>();
        wanted.forEach((field, value) -> {
            boolean same = squeezed(value).equals(squeezed(found.get(field)));
            right.put(field, same);
            if (!same) {
                mismatches.add("header " + field + ": wanted <" + value + "> found <" + found.get(field) + ">");
            }
        });
        return right;
    }

    // ---- citations and assigned units

    private static Tally citations(LabelledDocument label, Reading reading, List<String> mismatches) {
        Set<String> wanted = keys(label.citations());
        Set<String> found =
                keys(reading.citations().stream().map(Citation::number).toList());
        wanted.stream()
                .filter(number -> !found.contains(number))
                .forEach(number -> mismatches.add("citation missed: " + number));
        found.stream()
                .filter(number -> !wanted.contains(number))
                .forEach(number -> mismatches.add("citation too much: " + number));
        int right = (int) found.stream().filter(wanted::contains).count();
        return new Tally(right, found.size(), wanted.size());
    }

    private static Tally assigned(LabelledDocument label, Reading reading, List<String> mismatches) {
        List<String> wanted = List.copyOf(keys(label.assigned()));
        List<String> found = List.copyOf(keys(reading.assigned()));
        int right = pairs(
                wanted,
                found,
                Scoring::sameUnit,
                missed -> mismatches.add("assigned missed: " + missed),
                more -> mismatches.add("assigned too much: " + more));
        return new Tally(right, found.size(), wanted.size());
    }

    private static boolean sameUnit(String one, String other) {
        return one.contains(other) || other.contains(one);
    }

    // ---- dated obligations

    private record Dated(Set<LocalDate> dates, @Nullable String relative, List<String> who, String shown) {}

    private static Tally dated(LabelledDocument label, Reading reading, LocalDate from, List<String> mismatches) {
        List<Dated> wanted = label.dated().stream()
                .map(entry -> new Dated(
                        dates(entry.due(), entry.rrule(), from),
                        entry.relative(),
                        entry.who(),
                        entry.clause() + " " + entry.who() + " " + entry.what() + " " + entry.due() + entry.rrule()
                                + " " + entry.relative()))
                .toList();
        List<Dated> found = reading.obligations().stream()
                .filter(Obligation::dated)
                .map(entry -> new Dated(
                        dates(entry.due(), entry.rrule(), from),
                        entry.relative(),
                        entry.who(),
                        entry.clause() + " " + entry.who() + " " + entry.what() + " " + entry.due() + entry.rrule()
                                + " " + entry.relative()))
                .toList();
        int right = pairs(
                wanted,
                found,
                Scoring::sameDuty,
                missed -> mismatches.add("dated missed: " + missed.shown()),
                more -> mismatches.add("dated too much: " + more.shown()));
        return new Tally(right, found.size(), wanted.size());
    }

    private static boolean sameDuty(Dated wanted, Dated found) {
        return wanted.dates().equals(found.dates())
                && sameRelative(wanted.relative(), found.relative())
                && (wanted.who().isEmpty()
                        || wanted.who().stream()
                                .anyMatch(one -> found.who().stream()
                                        .anyMatch(other -> sameUnit(Folding.key(one), Folding.key(other)))));
    }

    /** The length and the direction must agree; of the event's name, half of the words. */
    private static boolean sameRelative(@Nullable String wanted, @Nullable String found) {
        if (wanted == null || found == null) {
            return wanted == found;
        }
        List<String> one = Arrays.asList(Folding.key(wanted).split(" "));
        List<String> other = Arrays.asList(Folding.key(found).split(" "));
        int head = Math.min(2, Math.min(one.size(), other.size()));
        if (!one.subList(0, head).equals(other.subList(0, head))) {
            return false;
        }
        Set<String> event = new HashSet<>(one.subList(head, one.size()));
        Set<String> otherEvent = new HashSet<>(other.subList(head, other.size()));
        int least = Math.min(event.size(), otherEvent.size());
        event.retainAll(otherEvent);
        return event.size() * 2 >= least;
    }

    private static Set<LocalDate> dates(List<LocalDate> due, List<String> rules, LocalDate from) {
        Set<LocalDate> dates = new TreeSet<>(due);
        for (String rule : rules) {
            dates.addAll(RecurrenceDates.of(rule, from, from.plusMonths(MONTHS_AHEAD)));
        }
        return dates;
    }

    // ---- matching

    /** Largest set of pairs, each item used once (augmenting paths, so that no greedy choice costs a match). */
    private static <T> int pairs(
            List<T> wanted,
            List<T> found,
            BiPredicate<T, T> same,
            java.util.function.Consumer<T> missed,
            java.util.function.Consumer<T> more) {
        int[] takenBy = new int[found.size()];
        Arrays.fill(takenBy, -1);
        int right = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (augment(i, wanted, found, same, takenBy, new boolean[found.size()])) {
                right++;
            }
        }
        Set<Integer> matched = new HashSet<>();
        for (int j = 0; j < found.size(); j++) {
            if (takenBy[j] < 0) {
                more.accept(found.get(j));
            } else {
                matched.add(takenBy[j]);
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!matched.contains(i)) {
                missed.accept(wanted.get(i));
            }
        }
        return right;
    }

    private static <T> boolean augment(
            int i, List<T> wanted, List<T> found, BiPredicate<T, T> same, int[] takenBy, boolean[] tried) {
        for (int j = 0; j < found.size(); j++) {
            if (!tried[j] && same.test(wanted.get(i), found.get(j))) {
                tried[j] = true;
                if (takenBy[j] < 0 || augment(takenBy[j], wanted, found, same, takenBy, tried)) {
                    takenBy[j] = i;
                    return true;
                }
            }
        }
        return false;
    }

    // ---- names

    private static Set<String> keys(List<String> printed) {
        Set<String> keys = new java.util.LinkedHashSet<>();
        printed.forEach(text -> keys.add(Folding.key(text)));
        return keys;
    }

    private static String squeezed(@Nullable String text) {
        return text == null ? "" : Folding.key(text).replace(" ", "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
