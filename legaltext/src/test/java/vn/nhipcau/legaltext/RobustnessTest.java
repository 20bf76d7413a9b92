package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustnessTest {
    private static final int CUTS = 400;

    @Test
    void anyPieceOfADocumentIsReadWithoutFailing() {
        Random random = new Random(30_2020);
        for (String name : Texts.SEEDS) {
            String seed = Texts.seed(name);
            for (int i = 0; i < CUTS / 4; i++) {
                int from = random.nextInt(seed.length());
                int to = from + random.nextInt(seed.length() - from);
                String piece = garbled(seed.substring(from, to), random);
                assertThatCode(() -> checked(DirectiveReader.read(piece)))
                        .as("%s %d..%d", name, from, to)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void checked(Reading reading) {
        reading.obligations().forEach(duty -> duty.span().of(reading.text()));
        reading.citations().forEach(citation -> citation.span().of(reading.text()));
        reading.header().spans().values().forEach(span -> span.of(reading.text()));
    }

    /** Swaps, drops and doubles a few characters, as bad converters do. */
    private static String garbled(String text, Random random) {
        StringBuilder garbled = new StringBuilder(text);
        for (int i = 0; i < text.length() / 50; i++) {
            int at = random.nextInt(garbled.length());
            switch (random.nextInt(4)) {
                case 0 -> garbled.deleteCharAt(at);
                case 1 -> garbled.insert(at, garbled.charAt(at));
                case 2 -> garbled.setCharAt(at, "\n|-():;./ 0Đ".charAt(random.nextInt(12)));
                default -> garbled.insert(at, '\n');
            }
            if (garbled.isEmpty()) {
                break;
            }
        }
        return garbled.toString();
    }

    @Test
    void emptyAndBlankTextsAreRead() {
        for (String text :
                new String[] {"", " ", "\n\n\n", "|", "-", "Số:", "Nơi nhận:", "QUYẾT ĐỊNH", "1.", "\uFEFF"}) {
            assertThat(DirectiveReader.read(text).obligations()).isEmpty();
        }
    }

    @Test
    void aHugeTextIsReadInTime() {
        String body = Texts.seed("19-KH-UBND.txt");
        String huge = body.repeat(5_000_000 / body.length());
        assertThat(cpuTimeOfReading(huge)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aHugeLineWithoutAnEndIsReadInTime() {
        for (String piece : new String[] {
            "a",
            " ",
            "\n",
            "(",
            "trước ngày 10/8/2026, ",
            "12/QĐ-UBND, ",
            "báo cáo ",
            ", ",
            "Sở Nội vụ, ",
            "Số: ",
            "KT. ",
            "ngày 10 tháng 3 ",
            "hằng quý hằng tháng ",
            "quý I, ",
            "((((",
            "1234567890",
            "BƯỚC HAI\n"
        }) {
            String huge = piece.repeat(1_000_000 / piece.length());
            assertThat(cpuTimeOfReading(huge)).as(piece).isLessThan(Duration.ofSeconds(8));
        }
    }

    /** Not the time of the clock, which says more about the machine's other work. A cold JVM is several times slower. */
    private static Duration cpuTimeOfReading(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        DirectiveReader.read(text);
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }
}
