package vn.nhipcau.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nhipcau.web.Refusal;

/** The published files of the logs, as C2SP tlog-tiles names them. Verifiers elsewhere may read them from a browser. */
@Controller
class LogPages {
    private static final String SLUG = "/log/{slug:[a-z0-9-]+}";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");

    private final Sequencer sequencer;

    LogPages(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @GetMapping(SLUG + "/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable String slug) throws IOException {
        return file(slug, "checkpoint", TEXT, CacheControl.noCache());
    }

    @GetMapping(SLUG + "/key")
    ResponseEntity<byte[]> key(@PathVariable String slug) throws IOException {
        return file(slug, "key", TEXT, CacheControl.noCache());
    }

    @GetMapping(SLUG + "/tile/{level:entries|[0-9]|[1-5][0-9]|6[0-3]}/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String slug, @PathVariable String level, @PathVariable String path)
            throws IOException {
        if (!path.matches("(/x[0-9]{3})*/[0-9]{3}(\\.p/[0-9]{1,3})?")) {
            throw Refusal.notFound();
        }
        return file(
                slug,
                "tile/" + level + path,
                MediaType.APPLICATION_OCTET_STREAM,
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private ResponseEntity<byte[]> file(String slug, String name, MediaType type, CacheControl cache)
            throws IOException {
        Path file = sequencer.folder(slug).resolve(name);
        try {
            return ResponseEntity.ok()
                    .contentType(type)
                    .cacheControl(cache)
                    .header("Access-Control-Allow-Origin", "*")
                    .body(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw Refusal.notFound();
        }
    }
}
