package vn.nhipcau.legaltext.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcau.legaltext.Scoring;
import vn.nhipcau.legaltext.cli.Request.Option;
import vn.nhipcau.legaltext.files.GuardedReader;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** Reads files and prints what they say; a file that cannot be read does not stop the others. */
final class ReadCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            Cách dùng: nhipcau read TỆP... [--json [--pretty] | --text]
                       nhipcau read --score NHÃN [--details] [TỆP...]
              TỆP        .txt .docx .doc .rtf .odt .pdf (có lớp chữ) .html, hoặc thư mục chứa các tệp đó
              --json     mỗi văn bản một đối tượng JSON trên một dòng
              --pretty   JSON xuống dòng cho dễ đọc
              --text     chỉ in phần chữ đã tách
              --score    chấm điểm theo thư mục nhãn; không nêu TỆP thì tìm văn bản cạnh thư mục nhãn
              --details  in cả chỗ sai của từng văn bản
            """;

    /** From the folder that holds the labels down to the documents. */
    private static final int DEPTH_BESIDE_LABELS = 3;

    private final PrintStream out;
    private final PrintStream messages;
    private final TextExtractor extractor = new TextExtractor();
    private final GuardedReader reader = new GuardedReader();

    ReadCommand(PrintStream out, PrintStream messages) {
        this.out = out;
        this.messages = messages;
    }

    int run(String... arguments) {
        Request request = Request.of(arguments);
        if (request == null) {
            messages.print(USAGE);
            return WRONG_USAGE;
        }
        if (request.wants(Option.HELP)) {
            out.print(USAGE);
            return DONE;
        }
        try (extractor;
                reader) {
            return request.labels() == null ? read(request) : score(request, request.labels());
        }
    }

    private int read(Request request) {
        int status = DONE;
        for (String name : request.files()) {
            for (String file : Documents.of(name)) {
                try {
                    String text = extractor.extract(path(file));
                    if (request.wants(Option.TEXT)) {
                        out.println(text);
                    } else if (request.wants(Option.JSON)) {
                        out.println(ReadingJson.of(file, reader.read(text), request.wants(Option.PRETTY)));
                    } else {
                        out.print(ReadingReport.of(file, reader.read(text)));
                    }
                } catch (UnreadableFile e) {
                    say(file, request, e);
                    status = FAILED;
                }
                out.flush();
            }
        }
        return status;
    }

    private int score(Request request, String labels) {
        int status = DONE;
        try {
            Path path = Path.of(labels);
            var scoring = Scoring.load(path);
            List<String> files = new ArrayList<>();
            if (request.files().isEmpty()) {
                files.addAll(Documents.below(path.toAbsolutePath().getParent(), DEPTH_BESIDE_LABELS));
            }
            request.files().forEach(name -> files.addAll(Documents.of(name)));
            files.removeIf(file -> !scoring.has(file));
            if (files.isEmpty()) {
                messages.println("Không tìm thấy văn bản nào có nhãn trong " + labels + ": hãy nêu thư mục văn bản.");
                return FAILED;
            }
            for (String file : files) {
                try {
                    scoring.add(file, reader.read(extractor.extract(path(file))));
                } catch (UnreadableFile e) {
                    say(file, request, e);
                    status = FAILED;
                }
            }
            scoring.print(out, request.wants(Option.DETAILS));
            return status;
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            messages.println("Không đọc được nhãn " + labels + ": hãy kiểm tra đường dẫn và nội dung JSON.");
            return FAILED;
        }
    }

    private void say(String file, Request request, UnreadableFile why) {
        if (request.wants(Option.JSON)) {
            out.println(ReadingJson.error(file, why, request.wants(Option.PRETTY)));
        }
        messages.println(file + ": " + why.code() + ": " + why.getMessage());
    }

    private static Path path(String file) throws UnreadableFile {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_NOT_FOUND);
        }
    }
}
