package vn.nhipcau.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them. */
final class PostgresBinaries {
    /** Part of the folder's name: another version is unpacked beside it. */
    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /** @return the folder that holds {@code bin/postgres} */
    static Path unpackInto(Path parent) throws IOException {
        Path home = parent.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        // A name of its own and one rename at the end: a start that was killed half way leaves no half-unpacked home.
        Path unfinished = parent.resolve(home.getFileName() + ".unfinished");
        PrivateFolder.delete(unfinished);
        Files.createDirectory(unfinished);
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(resource())) {
            if (archive == null) {
                throw new CannotStart("Không có PostgreSQL kèm theo cho máy này (" + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + "): hãy đặt nhipcau.database.url tới một PostgreSQL có sẵn. / No PostgreSQL is bundled for this"
                        + " machine: set nhipcau.database.url.");
            }
            unpack(archive, unfinished);
        }
        // Open to be read by the unprivileged user that the server runs as when we are root.
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static String resource() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> "unknown";
        };
        return "/postgres-" + (linux ? "linux" : "other") + "-" + machine + ".txz";
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
