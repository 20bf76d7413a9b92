package vn.nhipcau.legaltext.files;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** A .docx or .odt as parts with names. Only the parts asked for are expanded, and no further than the limits. */
final class ZipPackage implements AutoCloseable {
    private static final byte[] NOTHING = "<nothing/>".getBytes(StandardCharsets.UTF_8);

    private final ZipFile zip;
    private long expanded;

    ZipPackage(byte[] content) throws IOException, UnreadableFile {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setCharset(StandardCharsets.UTF_8)
                .get();
        if (Collections.list(zip.getEntries()).size() > Limits.ZIP_ENTRIES) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The part as XML; an empty document where there is no such part. */
    XmlPart xml(@Nullable String name) throws IOException {
        return new XmlPart(name != null && has(name) ? open(name) : new ByteArrayInputStream(NOTHING));
    }

    String text(String name) throws IOException {
        if (!has(name)) {
            return "";
        }
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (!zip.canReadEntryData(entry)) {
            throw new ZipException("cannot read " + name);
        }
        return new Bounded(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Bounded extends FilterInputStream {
        private final long compressed;
        private long read;

        Bounded(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            expanded += n;
            if (expanded > Limits.EXPANDED_BYTES
                    || read > Limits.RATIO_COUNTS_FROM && read / compressed > Limits.EXPANSION_RATIO) {
                throw new IOException(new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR));
            }
        }
    }
}
