package vn.nhipcau.crawl.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.vitext.LegacyEncoding;

/**
 * Bytes to letters. What the bytes are counts more than what the header says: text that is valid UTF-8 with letters beyond
 * ASCII is UTF-8 whatever the server claims; other text is read in each likely way and the reading with the most common
 * Vietnamese words wins.
 */
final class Decoder {
    private static final Pattern META = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int LONG = 64;

    char[] chars = new char[32 << 10];
    int length;
    private int western;
    private int vietnamese;
    private int beyondAscii;

    /** @param contentType header of the answer */
    void decode(byte[] bytes, int from, int to, @Nullable String contentType) {
        if (chars.length < to - from) {
            chars = new char[Math.max(to - from, chars.length * 2)];
        }
        if (to - from >= 2
                && (bytes[from] == -1 && bytes[from + 1] == -2 || bytes[from] == -2 && bytes[from + 1] == -1)) {
            take(new String(bytes, from, to - from, StandardCharsets.UTF_16));
            return;
        }
        int wrong = utf8(bytes, from, to);
        // A few broken bytes in a page of UTF-8 are a cut or a careless editor, not another encoding.
        if (wrong * 100L <= beyondAscii) {
            // Text in an old font, pasted into a page of today: many Western letters, hardly a Vietnamese one.
            if (western > 40 && vietnamese * 8 < western) {
                take(LegacyEncoding.repair(new String(chars, 0, length)));
            }
            return;
        }
        String declared = declared(bytes, from, to, contentType);
        String best = null;
        int most = -1;
        for (String name : new String[] {declared, "windows-1258", "windows-1252"}) {
            Charset charset = charset(name);
            if (charset == null) {
                continue;
            }
            String decoded =
                    charset.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
            // The old fonts used every byte as a Western letter; read as windows-1258 some of them would turn into
            // others.
            String text = charset.name().equals("windows-1258") ? decoded : LegacyEncoding.repair(decoded);
            int words = LegacyEncoding.commonWords(text);
            if (words > most) {
                most = words;
                best = text;
            }
        }
        take(best == null ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : best);
    }

    private void take(String text) {
        if (chars.length < text.length()) {
            chars = new char[text.length()];
        }
        text.getChars(0, text.length(), chars, 0);
        length = text.length();
    }

    private static String declared(byte[] bytes, int from, int to, @Nullable String contentType) {
        if (contentType != null) {
            Matcher header = META.matcher(contentType);
            if (header.find()) {
                return header.group(1);
            }
        }
        Matcher meta = META.matcher(new String(bytes, from, Math.min(to - from, 2048), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static @Nullable Charset charset(String name) {
        try {
            return name.isEmpty() || name.toLowerCase(Locale.ROOT).startsWith("utf") ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** A place before which all is ASCII, at most seven letters too early. */
    private static int endOfAscii(byte[] bytes, int from, int to) {
        int end = from;
        while (end + 8 <= to && ((long) EIGHT.get(bytes, end) & 0x8080808080808080L) == 0) {
            end += 8;
        }
        return end;
    }

    /** Fills {@link #chars}; gives the number of bytes that are no UTF-8. */
    private int utf8(byte[] bytes, int from, int to) {
        char[] out = chars;
        int at = 0;
        int wrong = 0;
        int two = 0;
        int three = 0;
        int letters = 0;
        int i = from;
        if (to - from >= 3 && bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBB && bytes[i + 2] == (byte) 0xBF) {
            i += 3;
        }
        while (i < to) {
            int b = bytes[i];
            if (b == '<') {
                // Markup is ASCII: its end is looked for eight letters at a time, and the JDK widens many at once.
                int end = endOfAscii(bytes, i + 1, to);
                if (end - i >= LONG) {
                    new String(bytes, i, end - i, StandardCharsets.ISO_8859_1).getChars(0, end - i, out, at);
                    at += end - i;
                    i = end;
                } else {
                    while (i < end) {
                        out[at++] = (char) bytes[i++];
                    }
                }
            } else if (b >= 0) {
                out[at++] = (char) b;
                i++;
            } else if ((b & 0xE0) == 0xC0 && i + 1 < to && (bytes[i + 1] & 0xC0) == 0x80 && (b & 0x1E) != 0) {
                out[at++] = (char) ((b & 0x1F) << 6 | bytes[i + 1] & 0x3F);
                i += 2;
                two += (b & 0x1F) < 4 ? 1 : 0;
                letters += (b & 0x1F) >= 4 ? 1 : 0;
            } else if ((b & 0xF0) == 0xE0
                    && i + 2 < to
                    && (bytes[i + 1] & 0xC0) == 0x80
                    && (bytes[i + 2] & 0xC0) == 0x80) {
                out[at++] = (char) ((b & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F);
                i += 3;
                three += b == (byte) 0xE1 ? 1 : 0;
            } else if ((b & 0xF8) == 0xF0
                    && i + 3 < to
                    && (bytes[i + 1] & 0xC0) == 0x80
                    && (bytes[i + 2] & 0xC0) == 0x80
                    && (bytes[i + 3] & 0xC0) == 0x80) {
                int point =
                        (b & 7) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F;
                out[at++] = Character.isBmpCodePoint(point) ? '\uFFFD' : Character.highSurrogate(point);
                out[at++] = Character.isBmpCodePoint(point) ? '\uFFFD' : Character.lowSurrogate(point);
                i += 4;
            } else {
                out[at++] = '\uFFFD';
                wrong++;
                i++;
            }
        }
        length = at;
        western = two;
        vietnamese = three + letters;
        beyondAscii = two + three + letters + wrong;
        return wrong;
    }
}
