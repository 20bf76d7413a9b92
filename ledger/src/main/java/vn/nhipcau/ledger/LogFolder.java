package vn.nhipcau.ledger;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A log in a folder. A file appears whole or not at all, and stays after a power cut once {@link #flush} returns. */
final class LogFolder implements LogFiles {
    private final Path folder;
    private final Set<Path> unflushed = new LinkedHashSet<>();

    LogFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Optional<byte[]> read(String name, int most) throws IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = file.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(name + " has more than " + most + " bytes");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What is there already must be the same: nothing that was published ever changes. */
    void create(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            replace(name, bytes);
        } else if (Arrays.equals(Files.readAllBytes(file), bytes)) {
            unflushed.add(file.getParent());
        } else {
            throw new CorruptLog(name + " holds other bytes than the entries give");
        }
    }

    void replace(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        makeFolder(file.getParent());
        // A name of its own: another node may be writing the same file of a shared folder.
        Path fresh = file.resolveSibling(file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try (FileChannel channel = FileChannel.open(fresh, CREATE_NEW, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        unflushed.add(file.getParent());
    }

    private void makeFolder(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            makeFolder(wanted.getParent());
            Files.createDirectories(wanted);
            unflushed.add(wanted.getParent());
        }
    }

    /** Makes the names of all files written since the last call durable. */
    void flush() throws IOException {
        for (Path parent : unflushed) {
            if (File.separatorChar == '/') { // Windows cannot open a folder; NTFS journals its names by itself.
                try (FileChannel channel = FileChannel.open(parent, READ)) {
                    channel.force(true);
                }
            }
        }
        unflushed.clear();
    }

    /** Deletes a folder of files and what is in it, if it is there. */
    void delete(String name) throws IOException {
        Path gone = folder.resolve(name);
        if (Files.isDirectory(gone)) {
            try (Stream<Path> files = Files.list(gone)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(gone);
        }
    }
}
