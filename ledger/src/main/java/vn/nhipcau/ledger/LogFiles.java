package vn.nhipcau.ledger;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The published files of a log, by their names in tlog-tiles. */
public interface LogFiles {

    /** Empty if there is no such file; fails if it has more than {@code most} bytes. */
    Optional<byte[]> read(String name, int most) throws IOException;

    /** A web address or a folder; {@code patience} is for all reading from the web together. */
    static LogFiles at(String place, Duration patience) {
        return place.matches("https?://.*") ? new LogSite(URI.create(place), patience) : new LogFolder(Path.of(place));
    }
}
