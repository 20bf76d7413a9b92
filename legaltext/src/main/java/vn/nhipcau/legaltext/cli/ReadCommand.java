package vn.nhipcau.legaltext.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhipcau.legaltext.DirectiveReader;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** Reads files and prints what they say; a file that cannot be read does not stop the others. */
final class ReadCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            Cách dùng: nhipcau read TỆP... [--json [--pretty] | --text]
                       nhipcau read --score NHÃN [--details] TỆP...
              TỆP        .txt .docx .doc .rtf .odt .pdf (có lớp chữ) .html, hoặc thư mục chứa các tệp đó
              --json     mỗi văn bản một đối tượng JSON trên một dòng
              --pretty   JSON xuống dòng cho dễ đọc
              --text     chỉ in phần chữ đã tách
              --score    chấm điểm theo thư mục nhãn, xem READING.md
            """;
    private static final Set<String> KNOWN_ENDINGS = Set.of("txt", "docx", "doc", "rtf", "odt", "pdf", "html", "htm");

    private final PrintStream out;
    private final PrintStream messages;

    ReadCommand(PrintStream out, PrintStream messages) {
        this.out = out;
        this.messages = messages;
    }

    int run(String... arguments) {
        var names = new ArrayList<String>();
        var options = new ArrayList<String>();
        boolean onlyNames = false;
        for (String argument : arguments) {
            if (onlyNames || !argument.startsWith("--")) {
                names.add(argument);
            } else if (argument.equals("--")) {
                onlyNames = true;
            } else {
                options.add(argument);
            }
        }
        if (options.contains("--help")) {
            out.print(USAGE);
            return DONE;
        }
        Form form = Form.of(options);
        if (form == null || names.isEmpty()) {
            messages.print(USAGE);
            return WRONG_USAGE;
        }
        return read(names, form);
    }

    private int read(List<String> names, Form form) {
        int status = DONE;
        try (var extractor = new TextExtractor()) {
            for (String name : names) {
                for (String file : filesOf(name)) {
                    if (!read(file, form, extractor)) {
                        status = FAILED;
                    }
                }
            }
        }
        return status;
    }

    private boolean read(String file, Form form, TextExtractor extractor) {
        try {
            String text = extractor.extract(path(file));
            switch (form) {
                case REPORT -> out.print(ReadingReport.of(file, DirectiveReader.read(text)));
                case JSON, PRETTY_JSON ->
                    out.println(ReadingJson.of(file, DirectiveReader.read(text), form == Form.PRETTY_JSON));
                case TEXT -> out.println(text);
            }
            out.flush();
            return true;
        } catch (UnreadableFile e) {
            if (form == Form.JSON || form == Form.PRETTY_JSON) {
                out.println(ReadingJson.error(file, e, form == Form.PRETTY_JSON));
                out.flush();
            }
            messages.println(file + ": " + e.code() + ": " + e.getMessage());
            return false;
        }
    }

    private static Path path(String file) throws UnreadableFile {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_FOUND);
        }
    }

    /** The file itself, or what a folder holds of the known kinds, by name. */
    private static List<String> filesOf(String name) {
        try {
            Path folder = Path.of(name);
            if (!Files.isDirectory(folder)) {
                return List.of(name);
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> KNOWN_ENDINGS.contains(ending(file)))
                        .sorted()
                        .map(Path::toString)
                        .toList();
            }
        } catch (InvalidPathException | IOException e) {
            // Reading it as a file says what is wrong with it.
            return List.of(name);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
