package vn.nhipcau.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.documents.FileStore;
import vn.nhipcau.documents.StoredFile;
import vn.nhipcau.documents.Upload;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.web.Refusal;

/** Files that come with opinions, and scans of paper. */
@Component
class OpinionFiles {
    /** A photograph of a page, or a letter of many pages. */
    static final long LARGEST = 10_000_000;

    private static final Set<String> TYPES =
            Set.of("pdf", "doc", "docx", "odt", "rtf", "txt", "jpg", "jpeg", "png", "heic", "tif", "tiff");

    record Kept(String name, Hash sha256, long size) {}

    private final FileStore files;
    private final JdbcClient jdbc;

    OpinionFiles(FileStore files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Durable when it returns; that no opinion names it yet does no harm. */
    Hash keep(int consultation, String name, InputStreamSource bytes) throws IOException {
        Upload upload = new Upload(name, bytes);
        String type =
                upload.name().substring(upload.name().lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw Refusal.invalid(
                    "FILE_TYPE_NOT_TAKEN",
                    "Chỉ nhận tệp PDF, Word, ODT, RTF, TXT hoặc ảnh JPG, PNG, HEIC, TIFF.",
                    "Only PDF, Word, ODT, RTF, TXT and pictures (JPG, PNG, HEIC, TIFF) are taken.");
        }
        StoredFile stored;
        try (InputStream in = bytes.getInputStream()) {
            stored = files.put(in, LARGEST);
        }
        Hash hash = hash(stored);
        jdbc.sql("""
                        INSERT INTO consultation.attachment (consultation, sha256, name, size) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(consultation, hash.bytes(), upload.name(), stored.size())
                .update();
        return hash;
    }

    static Hash hash(StoredFile stored) {
        return Hash.wrap(HexFormat.of().parseHex(stored.sha256()));
    }

    Optional<Kept> find(int consultation, Hash sha256) {
        return jdbc.sql("SELECT name, size FROM consultation.attachment WHERE consultation = ? AND sha256 = ?")
                .params(consultation, sha256.bytes())
                .query((row, number) -> new Kept(row.getString("name"), sha256, row.getLong("size")))
                .optional();
    }

    InputStream open(Kept file) throws IOException {
        return files.open(HexFormat.of().formatHex(file.sha256().bytes()));
    }
}
