package vn.nhipcau.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.nhipcau.database.CannotStart;

/**
 * The secret from which every key of the installation is derived. It is a file beside the data, never in the database, so
 * that a copy of the database neither forges a log nor opens an identity. Several servers share one file.
 */
@Component
public final class InstallationSecret {
    private static final int LENGTH = 32;

    private final byte[] secret;

    InstallationSecret(@Value("${nhipcau.secret:${nhipcau.data}/secret.key}") Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            secret = HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file);
        }
        if (secret.length != LENGTH) {
            throw unusable(file);
        }
    }

    private static CannotStart unusable(Path file) {
        return new CannotStart("Không dùng được tệp khóa " + file.toAbsolutePath()
                + ": hãy khôi phục đúng tệp này từ bản sao lưu. / The key file cannot be used: restore it.");
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, HexFormat.of().formatHex(random));
        Files.move(unfinished, file);
    }

    /** 32 bytes that only this installation has, for one purpose. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
