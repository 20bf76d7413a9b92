package vn.nhipcau.crawl.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.vitext.Difference;

/** Verdicts as JSON. */
final class Json {
    private Json() {}

    static String verdicts(List<Verdict> verdicts) {
        StringBuilder out = new StringBuilder("[");
        for (Verdict verdict : verdicts) {
            out.append(out.length() == 1 ? "\n" : ",\n");
            verdict(verdict, out);
        }
        return out.append("\n]\n").toString();
    }

    /** The fields of one verdict's record in the chain; passages are in the evidence. */
    static String record(Verdict verdict, Instant at, int run, String document) {
        StringBuilder out = new StringBuilder(run(at, run));
        field("document", document, out);
        field("unit", verdict.site().unit(), out);
        field("url", verdict.site().url(), out);
        outcome(verdict, out);
        return out.toString();
    }

    /** The fields that say which run something belongs to. */
    static String run(Instant at, int run) {
        return "\"at\": \"" + at + "\", \"run\": " + run;
    }

    private static void outcome(Verdict verdict, StringBuilder out) {
        field("verdict", verdict.kind().code(), out);
        out.append(", \"coverage\": ").append(String.format(Locale.ROOT, "%.4f", verdict.coverage()));
        list("where", verdict.where(), out);
        field(
                "firstSeen",
                verdict.firstSeen() == null ? null : verdict.firstSeen().toString(),
                out);
        field("posted", verdict.posted(), out);
        field("evidence", verdict.evidence(), out);
        field("reason", verdict.reason(), out);
        absence(verdict.absence(), out);
    }

    private static void absence(Verdict.@Nullable Absence absence, StringBuilder out) {
        if (absence != null) {
            out.append(", \"absence\": {\"removed\": ").append(absence.removed());
            field("lastSeen", absence.lastSeen().toString(), out);
            field("missedSince", absence.missedSince().toString(), out);
            field("sign", absence.sign(), out);
            out.append(", \"checks\": ").append(absence.checks()).append('}');
        }
    }

    private static void verdict(Verdict verdict, StringBuilder out) {
        out.append("  {\"unit\": ");
        text(verdict.site().unit(), out);
        field("url", verdict.site().url(), out);
        outcome(verdict, out);
        field("passage", verdict.passage(), out);
        list("missing", verdict.missing(), out);
        out.append(", \"differences\": [");
        String between = "";
        for (Difference difference : verdict.differences()) {
            out.append(between).append("{\"section\": ");
            text(difference.section(), out);
            field("original", difference.original(), out);
            field("found", difference.found(), out);
            out.append('}');
            between = ", ";
        }
        out.append("], \"requests\": ").append(verdict.requests());
        out.append(", \"bytes\": ").append(verdict.bytes()).append('}');
    }

    private static void field(String name, @Nullable String value, StringBuilder out) {
        out.append(", \"").append(name).append("\": ");
        text(value, out);
    }

    private static void list(String name, List<String> values, StringBuilder out) {
        out.append(", \"").append(name).append("\": [");
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            text(values.get(i), out);
        }
        out.append(']');
    }

    private static void text(@Nullable String value, StringBuilder out) {
        if (value == null) {
            out.append("null");
            return;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c) && !paired(value, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
