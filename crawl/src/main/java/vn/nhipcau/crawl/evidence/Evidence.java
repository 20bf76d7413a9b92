package vn.nhipcau.crawl.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import vn.nhipcau.crawl.fetch.Exchange;

/**
 * The WARC file of one run. Only what proves something is kept: compressing a page costs more than reading it. Records are
 * written whole, one at a time, so that a run that is stopped leaves a valid file.
 */
public final class Evidence implements AutoCloseable {
    private final Path file;
    private final WarcWriter writer;
    private final UUID info = UUID.randomUUID();

    /** @param software that writes it, for the file's first record */
    public Evidence(Path file, String software, Instant now) throws IOException {
        this.file = file;
        this.writer = new WarcWriter(
                new Unbroken(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                WarcCompression.GZIP);
        writer.write(new Warcinfo.Builder()
                .recordId(info)
                .date(now)
                .filename(file.getFileName().toString())
                .fields(Map.of(
                        "software", List.of(software),
                        "format", List.of("WARC File Format 1.1"),
                        "robots", List.of("obey")))
                .build());
    }

    public Path file() {
        return file;
    }

    /** The JDK's channels close when the thread that writes is interrupted, which would cut a record in the middle. */
    private record Unbroken(OutputStream out) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int size = bytes.remaining();
            byte[] piece = new byte[size];
            bytes.get(piece);
            out.write(piece);
            return size;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Keeps a request and its answer, byte for byte; gives the answer's file and offset. */
    public synchronized String keep(Exchange exchange) throws IOException {
        UUID responseId = UUID.randomUUID();
        String url = exchange.url().toString();
        String at = here();
        MessageDigest block = sha256();
        long size = 0;
        byte[] piece = new byte[8192];
        try (InputStream in = exchange.wire()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                block.update(piece, 0, n);
                size += n;
            }
        }
        MessageDigest payload = sha256();
        try (InputStream in = exchange.payload()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                payload.update(piece, 0, n);
            }
        }
        try (InputStream in = exchange.wire()) {
            WarcResponse.Builder response = new WarcResponse.Builder(url)
                    .recordId(responseId)
                    .date(exchange.at())
                    .ipAddress(exchange.address())
                    .warcinfoId(info())
                    .blockDigest(new WarcDigest("sha256", block.digest()))
                    .payloadDigest(new WarcDigest("sha256", payload.digest()))
                    .body(MediaType.HTTP_RESPONSE, Channels.newChannel(in), size);
            if (exchange.cut()) {
                response.truncated(WarcTruncationReason.LENGTH);
            }
            writer.write(response.build());
        }
        MessageDigest request = sha256();
        request.update(exchange.request());
        writer.write(new WarcRequest.Builder(url)
                .date(exchange.at())
                .ipAddress(exchange.address())
                .warcinfoId(info())
                .concurrentTo(uri(responseId))
                .blockDigest(new WarcDigest("sha256", request.digest()))
                .body(MediaType.HTTP_REQUEST, exchange.request())
                .build());
        return at;
    }

    /** Keeps what a verdict rests on beside pages, such as the list of addresses looked at in vain. */
    public synchronized String note(String url, Instant now, List<String> lines) throws IOException {
        String at = here();
        byte[] text = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha256();
        digest.update(text);
        writer.write(new WarcMetadata.Builder()
                .targetURI(url)
                .date(now)
                .warcinfoId(info())
                .blockDigest(new WarcDigest("sha256", digest.digest()))
                .body(MediaType.WARC_FIELDS, text)
                .build());
        return at;
    }

    private String here() {
        return file.getFileName() + "#" + writer.position();
    }

    private URI info() {
        return uri(info);
    }

    private static URI uri(UUID id) {
        return URI.create("urn:uuid:" + id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
