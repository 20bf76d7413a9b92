package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A worker whose parser never comes to an end. */
final class HangingWorker {
    private HangingWorker() {}

    public static void main(String[] args) throws IOException {
        WorkerMain.serve(content -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "";
        });
    }
}
