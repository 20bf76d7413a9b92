package vn.nhipcau.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.nhipcau.database.PrivateFolder;
import vn.nhipcau.web.Refusal;

/**
 * Files named by the SHA-256 of their bytes, under {@code ${nhipcau.data}/files/}. Nothing is ever overwritten or deleted.
 *
 * <p>A file is on the disk, with its name, before {@link #put} returns: a database row that names it may then commit, and
 * no crash leaves a row without its file. The other way about, a file that no row names, is harmless.
 */
@Component
public class FileStore {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Path incoming;

    FileStore(@Value("${nhipcau.data}") Path data) {
        this.root = data.resolve("files").toAbsolutePath();
        this.incoming = root.resolve("incoming");
    }

    /** Takes away what a server that was killed left half received. A day is longer than any upload. */
    @EventListener(ApplicationReadyEvent.class)
    void dropAbandoned() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        // The files' times are the machine's own, whatever clock the application goes by.
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** @param limit most bytes that are taken; more is refused and leaves nothing behind */
    public StoredFile put(InputStream bytes, long limit) throws IOException {
        try (Incoming file = receive(bytes, limit)) {
            return file.keep();
        }
    }

    /** Takes the bytes in without keeping them yet, for who must look inside first. */
    Incoming receive(InputStream bytes, long limit) throws IOException {
        directory(incoming);
        Path draft = Files.createTempFile(incoming, "", ".part");
        try {
            MessageDigest digest = sha256();
            long size = 0;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                byte[] chunk = new byte[CHUNK];
                for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                    size += read;
                    if (size > limit) {
                        throw tooLarge(limit);
                    }
                    digest.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                }
                channel.force(true);
            }
            return new Incoming(draft, new StoredFile(HexFormat.of().formatHex(digest.digest()), size));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    public InputStream open(String sha256) throws IOException {
        try {
            return Files.newInputStream(path(sha256));
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "FILE_LOST",
                    "Tệp này không còn trong kho tệp. Hãy báo quản trị kiểm tra thư mục dữ liệu và bản sao lưu.",
                    "This file is missing from the store. Tell the administrator to check the data folder and the"
                            + " backup.");
        }
    }

    /** Whether the file is there and its bytes are still those that its name promises. */
    public boolean verify(String sha256) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = Files.newInputStream(path(sha256))) {
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    /** Where the file is or would be; two hundred and fifty-six folders keep each listing short. */
    Path path(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        PrivateFolder.make(directory);
        sync(directory.getParent());
    }

    /** A new name is safe only when the folder that lists it is on the disk too. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "FILE_TOO_LARGE",
                "Tệp quá lớn: mỗi tệp tối đa " + limit / 1_000_000 + " MB. Hãy nén hoặc tách tệp rồi gửi lại.",
                "The file is too large: " + limit / 1_000_000 + " MB at most. Compress or split it and send it again.");
    }

    /** Bytes that have arrived and are not kept yet; closing throws them away unless {@link #keep} was called. */
    final class Incoming implements AutoCloseable {
        private final Path draft;
        private final StoredFile file;

        private Incoming(Path draft, StoredFile file) {
            this.draft = draft;
            this.file = file;
        }

        Path path() {
            return draft;
        }

        StoredFile file() {
            return file;
        }

        StoredFile keep() throws IOException {
            Path target = FileStore.this.path(file.sha256());
            directory(target.getParent());
            try {
                // Fails where the name is taken, which a rename would not.
                Files.createLink(target, draft);
            } catch (FileAlreadyExistsException e) {
                // Kept before, or this moment by another: its folders are synced all the same, for the other may be
                // slower.
            } catch (UnsupportedOperationException e) {
                if (!Files.exists(target)) {
                    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            sync(target.getParent());
            sync(root);
            return file;
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(draft);
        }
    }
}
