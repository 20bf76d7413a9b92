package vn.nhipcau.legaltext.files;

import java.io.IOException;

final class PdfFile {
    static void read(byte[] content, Manuscript manuscript) throws IOException, UnreadableFile {}
}
