package vn.nhipcau.legaltext.files;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One way to write the same characters, so that the same document reads alike whatever file it came in. */
final class PlainText {
    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\\u000B\\u000C\\u0085\\u2028\\u2029]");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\uFFFE\\uFFFF]");
    /** What Word, LibreOffice and web pages draw for the “-” of a list. */
    private static final Pattern BULLET = Pattern.compile("^\\s*[–—•●○◦▪■□‣➢✓✔·][ \t]*(?=[\\p{L}\\p{N}“\"(])");

    private static final Pattern AFTER_MARKER = Pattern.compile("^(\\s*\\S{1,8})[ \t]*\t[ \t]*");
    private static final Pattern WIDE_GAP = Pattern.compile(" *\t[ \t]*| {3,}");
    private static final String GAP = "    ";
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

    private PlainText() {}

    static String of(String raw) {
        String text = LINE_END.matcher(raw).replaceAll("\n");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = Normalizer.normalize(oneLetterOneCode(text), Normalizer.Form.NFC);
        text = text.lines().map(PlainText::line).collect(Collectors.joining("\n"));
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** A tab after “1.” or “-” is one space; a tab or a run of spaces amid a line parts columns and stays wide. */
    private static String line(String line) {
        String text = BULLET.matcher(line).replaceFirst("- ");
        text = AFTER_MARKER.matcher(text).replaceFirst("$1 ").strip();
        if (text.indexOf('\t') < 0 && !text.contains("  ")) {
            return text;
        }
        return WIDE_GAP.matcher(text).replaceAll("\u0000").replace("  ", " ").replace("\u0000", GAP);
    }

    private static String oneLetterOneCode(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    switch (c) {
                        // Eth and the African D look like the Vietnamese D and are typed for it.
                        case '\u00D0', '\u0189' -> 'Đ';
                        case '\u00F0', '\u0256' -> 'đ';
                        // The Vietnamese tone marks of windows-1258 that Unicode has since renamed.
                        case '\u0340' -> '\u0300';
                        case '\u0341' -> '\u0301';
                        case '\u00A0', '\u1680', '\u202F', '\u205F', '\u3000' -> ' ';
                        case '\u2010', '\u2011', '\u2043', '\uF02D' -> '-';
                        case '\uF02B' -> '+';
                        // Bullets of the fonts Symbol and Wingdings, in the private range.
                        case '\uF0B7', '\uF0A7', '\uF0D8', '\uF0FC', '\uF076' -> '•';
                        default -> c >= '\u2000' && c <= '\u200A' ? ' ' : c;
                    });
        }
        return out.toString();
    }
}
