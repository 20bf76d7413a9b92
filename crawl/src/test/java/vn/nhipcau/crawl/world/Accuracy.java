package vn.nhipcau.crawl.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipcau.crawl.audit.Settings;

/** Prints how exact and how frugal the audit is, on sites and documents kept for measuring unless told otherwise. */
public final class Accuracy {
    private Accuracy() {}

    public static void main(String[] args) throws Exception {
        boolean unseen = args.length == 0 || !args[0].equals("known");
        int sites = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int pages = args.length > 2 ? Integer.parseInt(args[2]) : 120;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        boolean breadth = args.length > 4;
        List<Exam.Mark> marks = new ArrayList<>();
        List<Exam.Mark> wide = new ArrayList<>();
        long first = 0;
        long second = 0;
        int secondWrong = 0;
        Map<String, long[]> bytes = new TreeMap<>();
        for (String document : (unseen ? Corpus.UNSEEN : Corpus.KNOWN)
                .keySet().stream().sorted().toList()) {
            try (Town town = args.length > 0 && args[0].equals("fresh")
                            ? Town.fresh(document, sites, pages, seed++)
                            : Town.of(document, unseen, sites, pages, seed++, 0);
                    Exam exam = new Exam()) {
                List<Exam.Mark> once = exam.take(town, Exam.FAST);
                List<Exam.Mark> again = exam.take(town, Exam.FAST);
                first += once.stream().mapToLong(m -> m.verdict().bytes()).sum();
                second += again.stream().mapToLong(m -> m.verdict().bytes()).sum();
                once.forEach(m -> bytes.computeIfAbsent(m.family(), k -> new long[2])[0] +=
                        m.verdict().bytes());
                again.forEach(m -> bytes.computeIfAbsent(m.family(), k -> new long[2])[1] +=
                        m.verdict().bytes());
                for (Exam.Mark mark : again) {
                    Exam.Mark before = once.stream()
                            .filter(m ->
                                    m.verdict().site().equals(mark.verdict().site()))
                            .findFirst()
                            .orElseThrow();
                    secondWrong += before.verdict().kind() == mark.verdict().kind() ? 0 : 1;
                    if (before.verdict().kind() != mark.verdict().kind()) {
                        System.out.println("SECOND " + mark.mode() + " " + mark.family() + " "
                                + before.verdict().kind() + " → "
                                + mark.verdict().kind() + " " + mark.verdict().reason());
                    }
                }
                marks.addAll(once);
                if (breadth) {
                    exam.forget();
                    Settings settings = new Settings(Exam.FAST.delay(), 100_000, 400, Exam.FAST.pause(), true)
                            .withBudget(pages * 3);
                    wide.addAll(exam.take(town, settings));
                }
            }
        }
        for (Exam.Mark mark : marks) {
            if (!mark.right()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-22s %-10s %-12s said %-13s %.3f %d requests: %s %s%n",
                        mark.document(),
                        mark.family(),
                        mark.mode(),
                        mark.verdict().kind(),
                        mark.verdict().coverage(),
                        mark.verdict().requests(),
                        mark.verdict().reason(),
                        mark.verdict().site().url());
            }
        }
        System.out.print(Exam.matrix(marks));
        long right = marks.stream().filter(Exam.Mark::right).count();
        long requests = marks.stream().mapToLong(m -> m.verdict().requests()).sum();
        System.out.printf(
                Locale.ROOT,
                "macro F1 %.4f, accused wrongly %.4f, %d of %d right%n",
                Exam.macro(marks),
                Exam.accused(marks),
                right,
                marks.size());
        System.out.printf(Locale.ROOT, "requests per correct verdict %.1f%n", requests / (double) right);
        List<Exam.Mark> posted = marks.stream()
                .filter(m -> m.mode().posted() && m.verdict().foundAfter() > 0)
                .toList();
        long early = posted.stream().filter(m -> m.verdict().foundAfter() <= 45).count();
        System.out.printf(
                Locale.ROOT,
                "found within 15 %% of the budget: %.3f of %d; mean after %.1f requests%n",
                early / (double) posted.size(),
                posted.size(),
                posted.stream()
                        .mapToInt(m -> m.verdict().foundAfter())
                        .average()
                        .orElse(0));
        System.out.printf(
                Locale.ROOT,
                "second pass %.3f of the bytes, %d verdicts changed%n",
                second / (double) first,
                secondWrong);
        bytes.forEach((family, b) -> System.out.printf(Locale.ROOT, "  %-12s %.3f%n", family, b[1] / (double) b[0]));
        if (breadth) {
            long wideRight = wide.stream().filter(Exam.Mark::right).count();
            long wideRequests =
                    wide.stream().mapToLong(m -> m.verdict().requests()).sum();
            System.out.printf(
                    Locale.ROOT,
                    "breadth-first: %.1f requests per correct verdict (%d right): %.1f times%n",
                    wideRequests / (double) wideRight,
                    wideRight,
                    wideRequests / (double) wideRight / (requests / (double) right));
        }
        System.exit(0);
    }
}
