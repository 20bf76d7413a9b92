package vn.nhipcau.publication;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.springframework.stereotype.Component;
import vn.nhipcau.crawl.page.Page;
import vn.nhipcau.documents.FileStore;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;

/**
 * What a look's archive shows, read from the archive itself: what stands on the screen is what a third party finds in the
 * file.
 */
@Component
class Proof {
    /** More of a page than this is not shown beside the document; the archive has it whole. */
    private static final int LARGEST_PAGE = 8 << 20;

    private static final int LONGEST_LIST = 400;

    private final FileStore files;
    private final TextExtractor extractor;
    private final Path folder;

    Proof(FileStore files, TextExtractor extractor, PublicationConfiguration.Passing passing) {
        this.files = files;
        this.extractor = extractor;
        this.folder = passing.folder();
    }

    /**
     * The record that proves a verdict.
     *
     * @param url of the page
     * @param text its words; empty where it has none
     * @param searched addresses that were looked at in vain, with what came of each
     */
    record Shown(String url, @Nullable Instant at, String text, List<String> searched) {}

    Shown read(SiteCheck.Warc warc) throws IOException {
        Path copy = Files.createTempFile(folder, "proof-", ".warc.gz");
        try {
            try (InputStream bytes = files.open(warc.sha256())) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (WarcReader reader = new WarcReader(copy)) {
                reader.position(warc.offset());
                WarcRecord record = reader.next().orElse(null);
                return switch (record) {
                    case WarcResponse response -> page(response);
                    case WarcMetadata metadata ->
                        new Shown(uri(metadata.targetURI()), metadata.date(), "", searched(metadata));
                    case null, default -> new Shown("", null, "", List.of());
                };
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String uri(@Nullable URI uri) {
        return uri == null ? "" : uri.toString();
    }

    private Shown page(WarcResponse response) throws IOException {
        String type = response.http().contentType().base().toString();
        byte[] body;
        try (InputStream in = response.http().bodyDecoded().stream()) {
            body = in.readNBytes(LARGEST_PAGE);
        }
        boolean html = type.startsWith("text/")
                && !new String(body, 0, Math.min(5, body.length), StandardCharsets.ISO_8859_1).startsWith("%PDF");
        return new Shown(
                uri(response.targetURI()),
                response.date(),
                html ? words(body, response.http().contentType().toString()) : attachment(body),
                List.of());
    }

    private static String words(byte[] body, String type) {
        Page page = new Page();
        page.read(body, 0, body.length, type);
        return new String(page.text(), 0, page.textLength());
    }

    private String attachment(byte[] body) {
        try {
            return extractor.extract(body);
        } catch (UnreadableFile e) {
            return "";
        }
    }

    private static List<String> searched(WarcMetadata metadata) throws IOException {
        List<String> found = new ArrayList<>();
        try (InputStream in = metadata.body().stream()) {
            String text = new String(in.readNBytes(LARGEST_PAGE), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> line.startsWith("searched: "))
                    .map(line -> line.substring("searched: ".length()))
                    .limit(LONGEST_LIST)
                    .forEach(found::add);
        }
        return found;
    }

    /** The archive as a download. */
    InputStream open(SiteCheck.Warc warc) throws IOException {
        return files.open(warc.sha256());
    }
}
