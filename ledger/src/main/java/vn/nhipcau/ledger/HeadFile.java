package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Records the tree head in a folder that one process at a time may hold. */
public final class HeadFile implements TreeHeadLock, AutoCloseable {
    private final LogFolder folder;
    private final FileChannel held;

    public HeadFile(Path path) throws IOException {
        folder = new LogFolder(path);
        Files.createDirectories(path);
        held = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (held.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held inside this process: the same to the caller.
        }
        held.close();
        throw new IOException(path + " is held by another writer");
    }

    @Override
    public synchronized TreeHead swap(TreeHead expected, TreeHead next) throws IOException {
        Optional<byte[]> file = folder.read("head", LogReader.LARGEST_NOTE);
        TreeHead recorded = TreeHead.EMPTY;
        if (file.isPresent()) {
            String[] lines = Canonical.utf8(file.get()).split("\n");
            recorded = TreeHead.parse(lines[0], lines[1]);
        }
        if (!recorded.equals(expected) || next.equals(expected)) {
            return recorded;
        }
        folder.replace("head", next.lines().getBytes(UTF_8));
        folder.flush();
        return next;
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
