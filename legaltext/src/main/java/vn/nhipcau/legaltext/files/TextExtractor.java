package vn.nhipcau.legaltext.files;

import java.nio.file.Path;

/** Takes the text out of files. */
public final class TextExtractor implements AutoCloseable {
    /**
     * @param file .txt, .docx, .doc, .rtf, .odt, .pdf with a text layer, or .html; the type is told from its bytes
     * @return the text in NFC, lines ended by {@code \n}
     */
    public String extract(Path file) throws UnreadableFile {
        throw new UnreadableFile(UnreadableFile.Code.FILE_TYPE_UNKNOWN, file.toString());
    }

    @Override
    public void close() {}
}
