package vn.nhipcau.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipcau.crawl.audit.Settings;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.crawl.world.Corpus;
import vn.nhipcau.crawl.world.Exam;
import vn.nhipcau.crawl.world.Town;

/**
 * Audit of unit sites: how exact it is on invented sites whose truth is known, what it costs in requests beside walking the
 * same sites breadth-first, what a second pass transfers, and how fast it reads in a process of its own.
 */
final class AuditBench {
    private static final int SITES = 80;
    private static final int PAGES = 120;
    private static final int BREADTH_BUDGET = 3 * PAGES;
    /** Of the budget of 300 requests a site. */
    private static final int EARLY = 45;

    private static final double FULL_F1 = 0.97;
    private static final double MACRO_F1 = 0.95;
    private static final double ACCUSED = 0.005;
    private static final double TIMES_FEWER = 5;
    private static final double FOUND_EARLY = 0.9;
    private static final double SECOND_PASS = 0.1;
    private static final double PAGES_A_SECOND = 3_500;
    private static final double OF_FETCHING = 0.3;
    private static final double MEGABYTES = 512;

    private AuditBench() {}

    static void run(Report report) throws Exception {
        for (Town.Kinds kinds : List.of(Town.Kinds.UNSEEN, Town.Kinds.FRESH)) {
            exactness(kinds, report);
        }
        speed(report);
    }

    private static void exactness(Town.Kinds kinds, Report report) throws Exception {
        List<Exam.Mark> first = new ArrayList<>();
        List<Exam.Mark> second = new ArrayList<>();
        List<Exam.Mark> breadth = new ArrayList<>();
        long seed = 1;
        for (String document : Corpus.UNSEEN.keySet().stream().sorted().toList()) {
            try (Town town = Town.of(document, kinds, SITES, PAGES, seed++);
                    Exam exam = new Exam()) {
                first.addAll(exam.take(town, Exam.FAST));
                second.addAll(exam.take(town, Exam.FAST));
                if (kinds == Town.Kinds.UNSEEN && breadth.isEmpty()) {
                    exam.forget();
                    Settings wide = Exam.FAST.withExhaustive(true).withBudget(BREADTH_BUDGET);
                    breadth.addAll(exam.take(town, wide));
                }
            }
        }
        String name = "audit, " + kinds.name().toLowerCase(Locale.ROOT) + " portals: ";
        System.out.print(Exam.matrix(first));
        atLeast(report, name + "F1 of “full”", Exam.f1(first).get(Verdict.Kind.FULL), FULL_F1, first.size() + " sites");
        atLeast(report, name + "macro F1", Exam.macro(first), MACRO_F1, "");
        atMost(report, name + "posted, called missing", Exam.accused(first), ACCUSED, "");
        List<Exam.Mark> found = first.stream().filter(Exam.Mark::found).toList();
        double early =
                found.stream().filter(m -> m.verdict().foundAfter() <= EARLY).count() / (double) found.size();
        atLeast(report, name + "found in first 15 %", early, FOUND_EARLY, "of a budget of 300 requests");
        if (!breadth.isEmpty()) {
            double times = perRight(breadth) / perRight(first);
            atLeast(
                    report,
                    name + "times fewer requests",
                    times,
                    TIMES_FEWER,
                    String.format(
                            Locale.ROOT,
                            "%.1f a right verdict, breadth-first %.1f",
                            perRight(first),
                            perRight(breadth)));
        }
        atMost(
                report,
                name + "second pass, bytes",
                bytes(second) / (double) bytes(first),
                SECOND_PASS,
                families(first, second));
    }

    private static double perRight(List<Exam.Mark> marks) {
        return marks.stream().mapToLong(m -> m.verdict().requests()).sum()
                / (double) marks.stream().filter(Exam.Mark::right).count();
    }

    private static long bytes(List<Exam.Mark> marks) {
        return marks.stream().mapToLong(m -> m.verdict().bytes()).sum();
    }

    private static String families(List<Exam.Mark> first, List<Exam.Mark> second) {
        Map<String, List<Exam.Mark>> once = new TreeMap<>();
        Map<String, List<Exam.Mark>> again = new HashMap<>();
        first.forEach(
                m -> once.computeIfAbsent(m.family(), k -> new ArrayList<>()).add(m));
        second.forEach(
                m -> again.computeIfAbsent(m.family(), k -> new ArrayList<>()).add(m));
        List<String> shares = new ArrayList<>();
        once.forEach((family, marks) -> shares.add(String.format(
                Locale.ROOT, "%s %.3f", family, bytes(again.getOrDefault(family, List.of())) / (double) bytes(marks))));
        return String.join(", ", shares);
    }

    /** In a process with no more memory than the audit may take; the sites are served by yet another. */
    private static void speed(Report report) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditSpeed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> figures = new HashMap<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] parts = line.split("=");
                figures.put(parts[0], Double.parseDouble(parts[1]));
            }
        }
        if (child.waitFor() != 0 || !figures.containsKey("memory")) {
            throw new IOException("The measurement of speed ended early.");
        }
        double audit = figures.get("audit");
        double fetch = figures.get("fetch");
        double links = figures.get("links");
        atLeast(report, "audit, pages a second of one core", audit, PAGES_A_SECOND, "");
        atLeast(
                report,
                "audit, of fetching and reading links alone",
                audit / links,
                OF_FETCHING,
                String.format(
                        Locale.ROOT,
                        "with links %.0f a second, bytes alone %.0f (of it %.2f)",
                        links,
                        fetch,
                        audit / fetch));
        atMost(
                report,
                "audit, memory of the process, MB",
                figures.get("memory"),
                MEGABYTES,
                "1,200 sites, 200 at once");
    }

    private static void atLeast(Report report, String what, double figure, double limit, String beside) {
        report.line(
                what, "", "", number(figure), ">= " + number(limit), beside, Report.verdict(figure >= limit, false));
    }

    private static void atMost(Report report, String what, double figure, double limit, String beside) {
        report.line(
                what, "", "", number(figure), "<= " + number(limit), beside, Report.verdict(figure <= limit, false));
    }

    private static String number(double figure) {
        return figure >= 100
                ? Math.round(figure) + ""
                : String.format(Locale.ROOT, figure >= 10 ? "%.1f" : "%.3f", figure);
    }
}
