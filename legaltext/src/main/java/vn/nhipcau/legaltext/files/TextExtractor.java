package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Takes the text out of files: .txt, .docx, .doc, .rtf, .odt, .pdf with a text layer, and .html; the type is told from
 * the bytes. Formats that need a parser are parsed in a process of their own, see {@link Worker}. Safe for use by many
 * threads.
 */
public final class TextExtractor implements AutoCloseable {
    private final WorkerPool workers;

    /** With one worker, which is enough for a person at the keyboard. */
    public TextExtractor() {
        this(1);
    }

    /** @param workers how many files may be parsed at the same time; each may take up to 1 GiB of memory */
    public TextExtractor(int workers) {
        this(workers, Limits.DEADLINE, WorkerCommand.of(WorkerMain.class));
    }

    TextExtractor(int workers, Duration deadline, List<String> command) {
        this.workers = new WorkerPool(workers, deadline, command);
    }

    /** The file's text in NFC, its lines ended by {@code \n}. */
    public String extract(Path file) throws UnreadableFile {
        return extract(load(file));
    }

    /** The text of a file with this content, as {@link #extract(Path)}. */
    public String extract(byte[] content) throws UnreadableFile {
        if (content.length == 0) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_EMPTY);
        }
        FileType type = FileType.of(content);
        int limit = type == FileType.TEXT ? Limits.TEXT_FILE_BYTES : Limits.FILE_BYTES;
        if (content.length > limit) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_TOO_LARGE);
        }
        return switch (type) {
            case UNKNOWN -> throw new UnreadableFile(UnreadableFile.Code.FILE_TYPE_UNKNOWN);
            case TEXT -> Parser.text(type, content);
            case PDF, ZIP, OLE, RTF, HTML -> workers.answer(content);
        };
    }

    private static byte[] load(Path file) throws UnreadableFile {
        try {
            if (!Files.exists(file)) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_FOUND);
            }
            // A device or a pipe might never end.
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_READABLE);
            }
            if (Files.size(file) > Limits.FILE_BYTES) {
                throw new UnreadableFile(UnreadableFile.Code.FILE_TOO_LARGE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                // The file may grow meanwhile; one byte over the limit shows it.
                return in.readNBytes(Limits.FILE_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_FOUND);
        } catch (IOException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_READABLE);
        }
    }

    /** Ends the workers; one that is busy ends when its file is done. */
    @Override
    public void close() {
        workers.close();
    }
}
