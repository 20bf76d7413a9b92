package vn.nhipcau.legaltext.files;

import java.io.IOException;

/** A worker that a file brings down, as a fault in native code would. */
final class FallenWorker {
    private FallenWorker() {}

    public static void main(String[] args) throws IOException {
        WorkerMain.serve(content -> {
            Runtime.getRuntime().halt(134);
            return "";
        });
    }
}
