package vn.nhipcau.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import vn.nhipcau.legaltext.DirectiveReader;

/** Reading: pages a second of one core, once warm. */
final class ReadingBench {
    /** Characters on an A4 page in 14 pt between the margins of Nghị định 30/2020/NĐ-CP, well filled; real pages hold fewer. */
    private static final int PAGE = 2_500;

    private static final int LIMIT = 100;
    private static final List<String> SEEDS = List.of(
            "1171-STTTT-TTBCXB.txt", "19-KH-UBND.txt", "thong-tin-CV-4078-SNV-CCHC.txt", "tin-bai-KH-44-UBND.txt");
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration A_TURN = Duration.ofSeconds(1);
    private static final int TURNS = 15;

    private ReadingBench() {}

    static void run(Report report) {
        List<String> texts = SEEDS.stream().map(ReadingBench::text).toList();
        double pages = texts.stream().mapToInt(String::length).sum() / (double) PAGE;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        readFor(WARM_UP, texts);
        double[] rates = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            // The whole process's time on the processor: the collector's and the compiler's threads count too.
            long before = system.getProcessCpuTime();
            int rounds = readFor(A_TURN, texts);
            rates[turn] = rounds * pages * 1e9 / (system.getProcessCpuTime() - before);
        }
        Arrays.sort(rates);
        double median = rates[TURNS / 2];
        report.line(
                "reading, pages of 2,500 letters, one core",
                "",
                "",
                Math.round(median) + "/s",
                "> " + LIMIT + "/s",
                "slowest second " + Math.round(rates[0]) + "/s",
                Report.verdict(median > LIMIT, false));
    }

    /** @return how many times all texts were read */
    private static int readFor(Duration time, List<String> texts) {
        long end = System.nanoTime() + time.toNanos();
        int rounds = 0;
        while (System.nanoTime() < end) {
            for (String text : texts) {
                if (DirectiveReader.read(text).text().isEmpty()) {
                    throw new IllegalStateException("nothing was read");
                }
            }
            rounds++;
        }
        return rounds;
    }

    private static String text(String name) {
        try (InputStream file = ReadingBench.class.getResourceAsStream("/directives/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
