package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads scanned PDFs with Tesseract and its Vietnamese model, where both are installed together with {@code pdftoppm}. A page
 * takes over a second of a core, so one file is read at a time.
 */
final class Scanned {
    private static final int MOST_PAGES = 40;
    private static final Duration A_FILE = Duration.ofMinutes(10);

    private final boolean available;
    private final Semaphore one = new Semaphore(1);
    private final Path folder;

    Scanned(Path folder) {
        this.folder = folder;
        this.available = says("tesseract", "--list-langs").contains("vie")
                && !says("pdftoppm", "-v").isEmpty();
    }

    boolean available() {
        return available;
    }

    private static String says(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            return ""; // not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** The text of a scan; null when it could not be read to its end: half a text would look like half a posting. */
    @Nullable
    String read(Path pdf) throws IOException, InterruptedException {
        one.acquire();
        Path pages = Files.createTempDirectory(folder, "scan");
        long deadline = System.nanoTime() + A_FILE.toNanos();
        try {
            // One page more than is read, to tell a file that is too long.
            String most = String.valueOf(MOST_PAGES + 1);
            if (!run(deadline, "pdftoppm", "-r", "150", "-gray", "-l", most, pdf.toString(), pages + "/p")) {
                return null;
            }
            List<Path> pictures = list(pages);
            if (pictures.size() > MOST_PAGES) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            for (Path picture : pictures) {
                Path out = pages.resolve(picture.getFileName() + ".out");
                if (!run(deadline, "tesseract", picture.toString(), out.toString(), "-l", "vie")) {
                    return null;
                }
                text.append(Files.readString(pages.resolve(picture.getFileName() + ".out.txt")))
                        .append('\n');
            }
            return text.toString();
        } finally {
            for (Path file : list(pages)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(pages);
            one.release();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** Gives whether the command did its work in time. */
    private static boolean run(long deadline, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Its threads wait for each other more than they read.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
