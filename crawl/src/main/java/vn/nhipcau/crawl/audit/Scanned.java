package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads scanned PDFs with Tesseract and its Vietnamese model, where both are installed together with {@code pdftoppm}. A page
 * takes over a second of a core, so one file is read at a time.
 */
final class Scanned {
    private static final int MOST_PAGES = 40;
    private static final long SECONDS_A_PAGE = 30;

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

    /** The text of a scan; empty when nothing could be read. */
    String read(Path pdf) throws IOException, InterruptedException {
        one.acquire();
        Path pages = Files.createTempDirectory(folder, "scan");
        try {
            run("pdftoppm", "-r", "150", "-gray", "-l", String.valueOf(MOST_PAGES), pdf.toString(), pages + "/p");
            StringBuilder text = new StringBuilder();
            for (Path page : list(pages)) {
                Path out = pages.resolve(page.getFileName() + ".out");
                run("tesseract", page.toString(), out.toString(), "-l", "vie");
                Path written = pages.resolve(page.getFileName() + ".out.txt");
                if (Files.exists(written)) {
                    text.append(Files.readString(written)).append('\n');
                }
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

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS_A_PAGE * (command[0].equals("pdftoppm") ? 4 : 1), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
