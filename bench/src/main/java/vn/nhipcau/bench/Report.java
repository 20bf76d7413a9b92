package vn.nhipcau.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table on standard output: a line as soon as it is known. */
final class Report {
    private static final String LINE = "%-58s %14s %14s %14s %-26s %6s%n";

    private final List<String> missed = new ArrayList<>();

    Report() {
        System.out.printf(LINE, "what", "median", "95 %", "limit", "beside it", "");
    }

    /** A time that must stay within a limit, beside the bare minimum in the same run. */
    void within(String what, Times times, Duration limit, String rival, Times bare) {
        boolean kept = times.median().compareTo(limit) <= 0;
        line(
                what,
                millis(times.median()),
                millis(times.slowest95()),
                "<= " + millis(limit),
                rival + " " + millis(bare.median()) + " (x " + ratio(times, bare) + ")",
                kept);
    }

    /** A rate that must reach a limit, beside the bare minimum in the same run. */
    void atLeast(String what, long units, Times times, long limit, String rival, Times bare) {
        long rate = rate(units, times.median());
        line(
                what,
                rate + "/s",
                rate(units, times.slowest95()) + "/s",
                ">= " + limit + "/s",
                rival + " " + rate(units, bare.median()) + "/s (x " + ratio(times, bare) + ")",
                rate >= limit);
    }

    void line(String what, String median, String slowest95, String limit, String beside, boolean kept) {
        System.out.printf(LINE, what, median, slowest95, limit, beside, kept ? "ok" : "MISSED");
        if (!kept) {
            missed.add(what);
        }
    }

    /** A figure without a limit of its own. */
    void note(String what, String figure) {
        System.out.printf(LINE, what, figure, "", "", "", "");
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

    private static String ratio(Times times, Times bare) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                (double) times.median().toNanos() / bare.median().toNanos());
    }
}
