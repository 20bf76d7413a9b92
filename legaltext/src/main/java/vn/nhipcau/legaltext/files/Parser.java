package vn.nhipcau.legaltext.files;

import java.io.IOException;
import vn.nhipcau.vitext.LegacyEncoding;

/** From bytes to text, with no guard but the limits on size; see {@link Worker} for those on time and memory. */
final class Parser {
    /** A stamped scan carries a number and a date as text; a page of a real document has 1,500 letters. */
    private static final int FEWEST_LETTERS = 40;

    private Parser() {}

    static String text(FileType type, byte[] content) throws UnreadableFile {
        String text;
        try {
            text = type == FileType.TEXT ? TextFile.decode(content) : LegacyEncoding.repair(parse(type, content));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Parsers answer damaged input with all kinds of exceptions, mostly unchecked.
            throw reason(e);
        }
        String clean = PlainText.of(text);
        long letters = clean.codePoints()
                .filter(Character::isLetter)
                .limit(FEWEST_LETTERS)
                .count();
        if (letters == 0 || type == FileType.PDF && letters < FEWEST_LETTERS) {
            throw new UnreadableFile(UnreadableFile.Code.FILE_NO_TEXT);
        }
        return clean;
    }

    private static String parse(FileType type, byte[] content) throws IOException, UnreadableFile {
        var manuscript = new Manuscript();
        switch (type) {
            case PDF -> PdfFile.read(content, manuscript);
            case ZIP -> readPackage(content, manuscript);
            case OLE -> DocFile.read(content, manuscript);
            case RTF -> RtfFile.read(content, manuscript);
            case HTML -> HtmlFile.read(content, manuscript);
            case TEXT, UNKNOWN -> throw new UnreadableFile(UnreadableFile.Code.FILE_TYPE_UNKNOWN);
        }
        return manuscript.text();
    }

    private static void readPackage(byte[] content, Manuscript manuscript) throws IOException, UnreadableFile {
        try (var zip = new ZipPackage(content)) {
            String word = DocxFile.mainPart(zip);
            if (word != null) {
                DocxFile.read(zip, word, manuscript);
            } else if (zip.text("mimetype").startsWith("application/vnd.oasis.opendocument.text")) {
                OdtFile.read(zip, manuscript);
            } else {
                throw new UnreadableFile(UnreadableFile.Code.FILE_TYPE_UNKNOWN);
            }
        }
    }

    /** A limit that was reached inside a library comes out wrapped in what the library throws. */
    private static UnreadableFile reason(Throwable thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return unreadable;
            }
        }
        return new UnreadableFile(UnreadableFile.Code.FILE_DAMAGED);
    }
}
