package vn.nhipcau.crawl.audit;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.rarfile.FileHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.nhipcau.crawl.fetch.Exchange;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** Takes the text out of a file that a site offers, of an archive out of each file in it. */
final class Attachment {
    private static final int MOST_FILES = 30;
    private static final long MOST_BYTES = 120L << 20;
    private static final Pattern DOCUMENT = Pattern.compile("(?i).*\\.(pdf|docx?|rtf|odt|txt|html?)");

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
            if (starts(file, "Rar!")) {
                return rar(file);
            }
            return starts(file, "PK") && isZipOfFiles(file) ? zip(file) : one(file);
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
                if (text != null && !text.isBlank()) {
                    return new Read(List.of(text), true, false);
                }
            }
            return new Read(List.of(), false, e.code() != UnreadableFile.Code.FILE_EMPTY);
        }
    }

    /** What is read of an archive's files, up to as many and as large as is sensible. */
    private final class Parts {
        private final List<String> texts = new ArrayList<>();
        private boolean unreadable;
        private boolean pictures;
        private int files;
        private long total;

        boolean enough() {
            return files >= MOST_FILES;
        }

        boolean wants(String name) {
            return DOCUMENT.matcher(name).matches();
        }

        void add(String name, InputStream content) throws IOException, InterruptedException {
            files++;
            Path part = Files.createTempFile(folder, "part", suffix(name));
            try {
                total += copy(content, part, MOST_BYTES - total);
                Read read = one(part);
                texts.addAll(read.texts());
                unreadable |= read.unreadable();
                pictures |= read.scanned();
            } finally {
                Files.deleteIfExists(part);
            }
        }

        Read read() {
            return new Read(texts, pictures, unreadable);
        }
    }

    private Read zip(Path file) throws InterruptedException {
        Parts parts = new Parts();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && !parts.enough(); entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && parts.wants(entry.getName())) {
                    parts.add(entry.getName(), zip);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            parts.unreadable = true; // damaged, or names in an encoding that is no longer known
        }
        return parts.read();
    }

    private Read rar(Path file) throws InterruptedException {
        Parts parts = new Parts();
        try (Archive rar = new Archive(file.toFile())) {
            parts.unreadable = rar.isEncrypted();
            for (FileHeader entry : rar.getFileHeaders()) {
                if (parts.enough() || entry.isDirectory() || !parts.wants(entry.getFileName())) {
                    continue;
                }
                if (entry.isEncrypted() || entry.getFullUnpackSize() > MOST_BYTES) {
                    parts.unreadable = true;
                    continue;
                }
                try (InputStream content = rar.getInputStream(entry)) {
                    parts.add(entry.getFileName(), content);
                }
            }
        } catch (IOException | RarException | RuntimeException e) {
            parts.unreadable = true; // damaged, or of version 5, which the library does not know
        }
        return parts.read();
    }

    private static boolean starts(Path file, String magic) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
        }
    }

    /** Whether a zip is no word-processor file. */
    private static boolean isZipOfFiles(Path file) {
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
