package vn.nhipcau.legaltext.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of file, told from their first bytes: names lie, and “.doc” is often HTML or RTF. */
enum FileType {
    PDF,
    /** .docx, .odt and much else. */
    ZIP,
    /** .doc, and .docx under a password. */
    OLE,
    RTF,
    HTML,
    TEXT,
    UNKNOWN;

    private static final int HEAD = 1024;
    private static final Pattern HTML_START = Pattern.compile(
            "\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|meta|title|body)\\b.*",
            Pattern.DOTALL);
    private static final Pattern ARCHIVED_PAGE =
            Pattern.compile("\\s*(mime-version|from|message-id):.*", Pattern.DOTALL);

    static FileType of(byte[] content) {
        // Every byte as the character of the same number, so that only ASCII marks are looked for.
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE;
        }
        String start = head.replace("\u00EF\u00BB\u00BF", "").replace("\u0000", "");
        if (start.stripLeading().startsWith("{\\rtf")) {
            return RTF;
        }
        String lower = start.replaceFirst("^(\u00FF\u00FE|\u00FE\u00FF)", "").toLowerCase(Locale.ROOT);
        if (HTML_START.matcher(lower).matches()) {
            return HTML;
        }
        if (ARCHIVED_PAGE.matcher(lower).matches()) {
            return UNKNOWN;
        }
        return TextFile.looksLikeText(content) ? TEXT : UNKNOWN;
    }
}
