package vn.nhipcau.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** The provinces of the demonstration, loaded once into the server that the tests share. */
final class DemoDirectory {
    private DemoDirectory() {}

    static byte[] file(String name) {
        try (InputStream in = DemoDirectory.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void load(OrganisationFiles files, Groups groups) {
        ImportReport report = files.load(
                file("organisations.csv"),
                new Decision(LocalDate.of(2020, 1, 1), null, "Dữ liệu minh họa", null, Instant.EPOCH));
        if (!report.right()) {
            throw new AssertionError(report.faults());
        }
        groups.load(file("groups.csv"));
    }
}
