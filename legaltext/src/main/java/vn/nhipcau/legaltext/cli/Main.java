package vn.nhipcau.legaltext.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** {@code nhipcau read}: its arguments are those after {@code read}. */
public final class Main {
    /** What Java makes of a byte of an argument that the locale does not know. */
    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    private Main() {}

    /**
     * Always writes UTF-8, also where the locale is C. File names with Vietnamese letters need a UTF-8 locale from the
     * launcher, because Java fixes their encoding before this runs: {@code LC_ALL=C.UTF-8}.
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var messages = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (Stream.of(arguments).anyMatch(argument -> argument.indexOf(UNKNOWN_CHARACTER) >= 0)) {
            messages.println("Môi trường không dùng UTF-8 nên không mở được tên tệp có dấu: hãy đặt LC_ALL=C.UTF-8.");
            System.exit(ReadCommand.WRONG_USAGE);
        }
        int status = new ReadCommand(out, messages).run(arguments);
        out.flush();
        // Not System.exit before the flush: a reader of a pipe must get the last document whole.
        System.exit(out.checkError() ? ReadCommand.FAILED : status);
    }
}
