package vn.nhipcau.legaltext.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Files as the command line names them. */
final class Documents {
    private static final Set<String> KNOWN_ENDINGS = Set.of("txt", "docx", "doc", "rtf", "odt", "pdf", "html", "htm");

    private Documents() {}

    /** The file itself, or what a folder holds of the known kinds, by name. */
    static List<String> of(String name) {
        try {
            Path path = Path.of(name);
            return Files.isDirectory(path) ? below(path, 1) : List.of(name);
        } catch (InvalidPathException | IOException | UncheckedIOException e) {
            // Reading it as a file says what is wrong with it.
            return List.of(name);
        }
    }

    static List<String> below(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> KNOWN_ENDINGS.contains(ending(file)))
                    .sorted()
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
