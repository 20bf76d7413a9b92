package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import vn.nhipcau.legaltext.DirectiveReader;
import vn.nhipcau.legaltext.Reading;

/**
 * {@link DirectiveReader} in a process of its own, see {@link Worker}. Reading is linear in the
 * length of what people write, but a text made for it can take minutes, and a thread that reads cannot be stopped: two
 * such texts would hold both processors of a small server. Safe for use by many threads.
 */
public final class GuardedReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkerPool workers;

    public GuardedReader() {
        this(new WorkerPool(1, Limits.DEADLINE, WorkerCommand.of(Main.class)));
    }

    GuardedReader(WorkerPool workers) {
        this.workers = workers;
    }

    /** What the text says. @throws UnreadableFile FILE_TOOK_TOO_LONG after 9 s, FILE_EXPANDS_TOO_FAR beyond 512 MB */
    public Reading read(String text) throws UnreadableFile {
        return JSON.readValue(workers.answer(text.getBytes(StandardCharsets.UTF_8)), Reading.class);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** The process in which texts are read. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws IOException {
            WorkerMain.serve(
                    text -> JSON.writeValueAsString(DirectiveReader.read(new String(text, StandardCharsets.UTF_8))));
        }
    }
}
