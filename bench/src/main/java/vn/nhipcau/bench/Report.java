package vn.nhipcau.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table on standard output: a line as soon as it is known. */
final class Report {
    private static final String LINE = "%-46s %12s %12s %12s %14s  %-36s %s%n";

    private final List<String> missed = new ArrayList<>();

    Report() {
        System.out.printf(LINE, "what", "median", "95 %", "processor", "limit", "beside it: median, processor", "");
    }

    /** A time that must stay within a limit, beside the bare minimum in the same run. */
    void within(String what, Times times, Duration limit, String rival, Times bare) {
        line(
                what,
                millis(times.median()),
                millis(times.slowest95()),
                millis(times.medianProcessor()),
                "<= " + millis(limit),
                rival + " " + millis(bare.median()) + ", " + millis(bare.medianProcessor()) + " (x "
                        + ratio(times, bare) + ")",
                verdict(
                        times.median().compareTo(limit) <= 0,
                        times.medianProcessor().compareTo(limit) <= 0));
    }

    /** A rate that must reach a limit, beside the bare minimum in the same run. */
    void atLeast(String what, long units, Times times, long limit, String rival, Times bare) {
        line(
                what,
                rate(units, times.median()) + "/s",
                rate(units, times.slowest95()) + "/s",
                rate(units, times.medianProcessor()) + "/s",
                ">= " + limit + "/s",
                rival + " " + rate(units, bare.median()) + "/s, " + rate(units, bare.medianProcessor()) + "/s (x "
                        + ratio(times, bare) + ")",
                verdict(rate(units, times.median()) >= limit, rate(units, times.medianProcessor()) >= limit));
    }

    /** @param verdict as {@link #verdict} gives it */
    void line(
            String what,
            String median,
            String slowest95,
            String processor,
            String limit,
            String beside,
            String verdict) {
        System.out.printf(LINE, what, median, slowest95, processor, limit, beside, verdict);
        if (verdict.equals(MISSED)) {
            missed.add(what);
        }
    }

    private static final String MISSED = "MISSED";

    /**
     * @param kept by the clock on the wall
     * @param keptByProcessor by the time on the processor alone: then others kept the machine from it
     */
    static String verdict(boolean kept, boolean keptByProcessor) {
        return kept ? "ok" : keptByProcessor ? "busy machine" : MISSED;
    }

    /** A figure without a limit of its own. */
    void note(String what, String figure) {
        System.out.printf("%-46s %12s%n", what, figure);
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private static long rate(long units, Duration time) {
        return Math.round(units * 1e9 / time.toNanos());
    }

    /** By processor time, which the rest of the machine's work does not disturb. */
    private static String ratio(Times times, Times bare) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                (double) times.medianProcessor().toNanos()
                        / bare.medianProcessor().toNanos());
    }
}
