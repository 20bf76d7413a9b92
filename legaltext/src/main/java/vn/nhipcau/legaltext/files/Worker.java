package vn.nhipcau.legaltext.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A child process that parses one file after another. A thread that hangs in a parser, or eats the heap, cannot be
 * stopped from within its process; a process can.
 */
final class Worker implements AutoCloseable {
    /** HotSpot's exit code under {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final Duration LAST_BREATH = Duration.ofSeconds(1);

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private volatile boolean spent;

    Worker(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the process that parses files: " + command, e);
        }
        requests = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    boolean usable() {
        return !spent && process.isAlive();
    }

    /** The text of the file. Whatever goes wrong with the file is told as such; a process that fell with it is dead. */
    String text(byte[] content, Duration deadline) throws UnreadableFile {
        var settled = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(deadline);
                if (settled.compareAndSet(false, true)) {
                    close();
                }
            } catch (InterruptedException e) {
                // The answer came in time.
            }
        });
        try {
            String text = exchange(content);
            if (settled.compareAndSet(false, true)) {
                return text;
            }
            throw new UnreadableFile(UnreadableFile.Code.FILE_TOOK_TOO_LONG);
        } catch (IOException e) {
            boolean inTime = settled.compareAndSet(false, true);
            throw new UnreadableFile(inTime ? died() : UnreadableFile.Code.FILE_TOOK_TOO_LONG);
        } finally {
            settled.set(true);
            watch.interrupt();
        }
    }

    private String exchange(byte[] content) throws IOException, UnreadableFile {
        requests.writeInt(content.length);
        requests.write(content);
        requests.flush();
        if (answers.readBoolean()) {
            byte[] text = new byte[answers.readInt()];
            answers.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        }
        throw new UnreadableFile(UnreadableFile.Code.valueOf(answers.readUTF()), answers.readUTF());
    }

    private UnreadableFile.Code died() {
        spent = true;
        // Its output has ended, so it is about to: the exit code is its own only if it is not killed first.
        process.onExit()
                .completeOnTimeout(process, LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        close();
        return process.onExit().join().exitValue() == OUT_OF_MEMORY
                ? UnreadableFile.Code.FILE_EXPANDS_TOO_FAR
                : UnreadableFile.Code.FILE_DAMAGED;
    }

    @Override
    public void close() {
        spent = true;
        process.destroyForcibly();
    }
}
