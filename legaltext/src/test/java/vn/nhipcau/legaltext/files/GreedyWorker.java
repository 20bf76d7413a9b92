package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.ArrayList;

/** A worker whose parser takes all the memory it can get. */
final class GreedyWorker {
    private GreedyWorker() {}

    public static void main(String[] args) throws IOException {
        WorkerMain.serve(content -> {
            var taken = new ArrayList<byte[]>();
            while (true) {
                taken.add(new byte[16 << 20]);
            }
        });
    }
}
