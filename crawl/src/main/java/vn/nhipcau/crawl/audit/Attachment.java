package vn.nhipcau.crawl.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** Takes the text out of a file that a site offers, of an archive out of each file in it. */
final class Attachment {
    private static final int MOST_FILES = 30;
    private static final long MOST_BYTES = 120L << 20;

    /** From a file to its text. */
    @FunctionalInterface
    interface Extractor {
        String extract(Path file) throws UnreadableFile;
    }

    /**
     * @param texts found, one for each file
     * @param scanned whether they were read from pictures
     * @param unreadable whether a document is there that cannot be read
     */
    record Read(List<String> texts, boolean scanned, boolean unreadable) {}

    private final Extractor extractor;
    private final Scanned scanned;
    private final Path folder;

    Attachment(Extractor extractor, Scanned scanned, Path folder) {
        this.extractor = extractor;
        this.scanned = scanned;
        this.folder = folder;
    }

    Read read(Exchange exchange) throws IOException, InterruptedException {
        Path file =
                Files.createTempFile(folder, "attachment", suffix(exchange.url().path()));
        try {
            try (InputStream in = exchange.content()) {
                copy(in, file, MOST_BYTES);
            }
            return isArchive(file) ? archive(file) : one(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private String extract(Path file) throws UnreadableFile {
        try {
            return extractor.extract(file);
        } catch (UnreadableFile e) {
            if (e.code() == UnreadableFile.Code.FILE_TOOK_TOO_LONG) {
                // The machine may have been busy: a unit must not be doubted for that.
                return extractor.extract(file);
            }
            throw e;
        }
    }

    private Read one(Path file) throws IOException, InterruptedException {
        try {
            return new Read(List.of(extract(file)), false, false);
        } catch (UnreadableFile e) {
            if (e.code() == UnreadableFile.Code.FILE_NO_TEXT && scanned.available()) {
                String text = scanned.read(file);
                if (!text.isBlank()) {
                    return new Read(List.of(text), true, false);
                }
            }
            return new Read(List.of(), false, e.code() != UnreadableFile.Code.FILE_EMPTY);
        }
    }

    private Read archive(Path file) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        boolean unreadable = false;
        boolean pictures = false;
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && files < MOST_FILES; entry = zip.getNextEntry()) {
                if (entry.isDirectory()
                        || !entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(pdf|docx?|rtf|odt|txt|html?)")) {
                    continue;
                }
                files++;
                Path part = Files.createTempFile(folder, "part", suffix(entry.getName()));
                try {
                    total += copy(zip, part, MOST_BYTES - total);
                    Read read = one(part);
                    texts.addAll(read.texts());
                    unreadable |= read.unreadable();
                    pictures |= read.scanned();
                } finally {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            unreadable = true; // damaged, or names in an encoding that is no longer known
        }
        return new Read(texts, pictures, unreadable);
    }

    /** A zip that is no word-processor file. */
    private static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() != 'P' || in.read() != 'K') {
                return false;
            }
        }
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < 20; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return true;
                }
                if (entry.getName().equals("[Content_Types].xml")
                        || entry.getName().startsWith("word/")
                        || entry.getName().equals("mimetype")) {
                    return false;
                }
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return true;
        }
    }

    private static long copy(InputStream in, Path to, long most) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(to)) {
            byte[] piece = new byte[16 << 10];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                size += n;
                if (size > most) {
                    throw new IOException("The file expands beyond " + most + " bytes.");
                }
                out.write(piece, 0, n);
            }
        }
        return size;
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        String suffix = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return suffix.matches("\\.[a-z0-9]{1,5}") ? suffix : ".bin";
    }
}
