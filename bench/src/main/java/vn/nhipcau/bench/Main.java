package vn.nhipcau.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run [duties] [reading] [start] [audit]}: the measurements that are named, or all. */
public final class Main {
    private interface Bench {
        void run(Report report) throws Exception;
    }

    private Main() {}

    public static void main(String[] args) throws Exception {
        Map<String, Bench> benches = new LinkedHashMap<>();
        benches.put("start", StartBench::run);
        benches.put("reading", ReadingBench::run);
        benches.put("duties", DutiesBench::run);
        benches.put("audit", AuditBench::run);
        List<String> chosen = args.length == 0 ? List.copyOf(benches.keySet()) : List.of(args);
        if (!benches.keySet().containsAll(chosen)) {
            System.err.println("bench/run " + benches.keySet());
            System.exit(2);
        }
        Report report = new Report();
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        report.note(
                "machine",
                "%d cores, load %.1f".formatted(machine.getAvailableProcessors(), machine.getSystemLoadAverage()));
        for (String name : chosen) {
            benches.get(name).run(report);
        }
        if (!report.missed().isEmpty()) {
            System.out.println("Missed: " + String.join("; ", report.missed()));
            System.exit(1);
        }
    }
}
