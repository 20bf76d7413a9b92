package vn.nhipcau.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;
import vn.nhipcau.web.Refusal;

/**
 * The door by which files of other modules enter the {@link FileStore}: none that bears a stamp of secrecy. Each file is
 * looked into as a document is, by the same worker with the same limits; one that cannot be read is let in.
 */
@Component
public class GuardedIntake {
    /** A file is read whole, up to 50 MB: on the last evening before a due time many come at once. */
    private static final int AT_ONCE = 2;

    private final FileStore files;
    private final TextExtractor extractor;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    GuardedIntake(FileStore files, TextExtractor extractor) {
        this.files = files;
        this.extractor = extractor;
    }

    /**
     * Keeps all of the files or none: the first that is empty, too large or secret throws away what came with it.
     *
     * @return the kept files, in the same order
     */
    public List<StoredFile> keep(List<Upload> uploads) throws IOException {
        List<FileStore.Incoming> incoming = new ArrayList<>();
        try {
            for (Upload upload : uploads) {
                FileStore.Incoming file = receive(upload);
                incoming.add(file);
                look(file, upload.name());
            }
            List<StoredFile> kept = new ArrayList<>();
            for (FileStore.Incoming file : incoming) {
                kept.add(file.keep());
            }
            return kept;
        } finally {
            for (FileStore.Incoming file : incoming) {
                file.close();
            }
        }
    }

    private FileStore.Incoming receive(Upload upload) throws IOException {
        try (InputStream bytes = upload.bytes().getInputStream()) {
            return files.receive(bytes, Documents.LARGEST_FILE);
        }
    }

    private void look(FileStore.Incoming file, String name) {
        if (file.file().size() == 0) {
            throw Refusal.invalid(
                    "FILE_EMPTY",
                    "Tệp “" + name + "” rỗng. Hãy chọn lại tệp.",
                    "The file “" + name + "” is empty. Choose it again.");
        }
        places.acquireUninterruptibly();
        try {
            if (SecretMarking.on(extractor.extract(file.path()))) {
                throw SecretMarking.refusal(name);
            }
        } catch (UnreadableFile pictureOrSheet) {
            // A photograph, a spreadsheet, an archive: what has no text cannot be looked into.
        } finally {
            places.release();
        }
    }
}
