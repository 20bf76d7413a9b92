package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.nhipcau.legaltext.DirectiveReader;

/** The process in which texts are read: each request is a text, each answer its reading as JSON. */
final class ReadingMain {
    private ReadingMain() {}

    public static void main(String[] args) throws IOException {
        WorkerMain.serve(text ->
                GuardedReader.JSON.writeValueAsString(DirectiveReader.read(new String(text, StandardCharsets.UTF_8))));
    }
}
