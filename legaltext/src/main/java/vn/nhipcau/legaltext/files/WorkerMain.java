package vn.nhipcau.legaltext.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * The process in which untrusted files are parsed. Reads frames (length, content) from standard input and answers each
 * on standard output: {@code true}, length and text, or {@code false}, code and message. Ends when its input does, even
 * amid a file that never ends, so that no parser outlives the server.
 */
final class WorkerMain {
    private WorkerMain() {}

    /** What a worker does with one file. */
    interface Extraction {
        String text(byte[] content) throws UnreadableFile;
    }

    public static void main(String[] args) throws IOException {
        serve(content -> Parser.text(FileType.of(content), content));
    }

    static void serve(Extraction extraction) throws IOException {
        var answers = new DataOutputStream(new BufferedOutputStream(System.out));
        // What a library prints must not get into the answers.
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        var requests = new DataInputStream(new BufferedInputStream(System.in));
        try {
            while (true) {
                byte[] content = requests.readNBytes(requests.readInt());
                // In a thread of its own: this one must see the end of the input while a parser hangs.
                Thread.ofPlatform().name("parser").start(() -> answer(extraction, content, answers));
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(Extraction extraction, byte[] content, DataOutputStream answers) {
        try {
            try {
                byte[] text = extraction.text(content).getBytes(StandardCharsets.UTF_8);
                answers.writeBoolean(true);
                answers.writeInt(text.length);
                answers.write(text);
            } catch (UnreadableFile e) {
                answers.writeBoolean(false);
                answers.writeUTF(e.code().name());
                answers.writeUTF(e.getMessage());
            }
            answers.flush();
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(Worker.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
