package vn.nhipcau.legaltext.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code nhipcau read}: its arguments are those after {@code read}. */
public final class Main {
    private Main() {}

    /**
     * Always writes UTF-8, also where the locale is C. File names with Vietnamese letters need a UTF-8 locale from the
     * launcher, because Java fixes their encoding before this runs: {@code LC_ALL=C.UTF-8}.
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var messages = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new ReadCommand(out, messages).run(arguments);
        out.flush();
        // Not System.exit before the flush: a reader of a pipe must get the last document whole.
        System.exit(out.checkError() ? ReadCommand.FAILED : status);
    }
}
