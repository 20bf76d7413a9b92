package vn.nhipcau.legaltext.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcau.vitext.LegacyEncoding;

/** Plain text in the codes that Vietnamese offices have used. */
final class TextFile {
    private static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");
    private static final int SAMPLE = 64 << 10;

    private TextFile() {}

    static boolean looksLikeText(byte[] content) {
        if (wide(content).isPresent()) {
            return true;
        }
        for (int i = 0; i < Math.min(content.length, SAMPLE); i++) {
            int b = content[i];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
                return false;
            }
        }
        return true;
    }

    static String decode(byte[] content) throws UnreadableFile {
        Optional<Charset> wide = wide(content);
        if (wide.isPresent()) {
            return new String(content, 2, content.length - 2, wide.get());
        }
        try {
            // A text in a legacy code could be all ASCII only if it had no Vietnamese letter.
            return strictUtf8(content);
        } catch (CharacterCodingException notUtf8) {
            return legacy(content);
        }
    }

    private static Optional<Charset> wide(byte[] content) {
        if (content.length < 2) {
            return Optional.empty();
        }
        return switch ((content[0] & 0xFF) << 8 | content[1] & 0xFF) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static String strictUtf8(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static String legacy(byte[] content) throws UnreadableFile {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        String cut = new String(Arrays.copyOf(content, Math.min(content.length, SAMPLE)), StandardCharsets.UTF_8);
        return Stream.of(
                        new String(content, WINDOWS_VIETNAMESE),
                        LegacyEncoding.TCVN3.decode(bytes),
                        LegacyEncoding.VNI.decode(bytes),
                        // One bad byte in a long UTF-8 text must not lose the rest.
                        cut.length() < content.length ? new String(content, StandardCharsets.UTF_8) : cut)
                .max(Comparator.comparingDouble(LegacyEncoding::commonShare))
                .filter(text -> LegacyEncoding.commonShare(text) >= LegacyEncoding.CERTAIN)
                .orElseThrow(() -> new UnreadableFile(
                        UnreadableFile.Code.FILE_TYPE_UNKNOWN,
                        "Không nhận ra bảng mã của tệp chữ: hãy lưu lại với bảng mã Unicode (UTF-8)."));
    }
}
