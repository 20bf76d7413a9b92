package vn.nhipcau.ledger;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a log until it is killed, and says what it has acknowledged and published only after it has. */
final class CrashWriter {
    private CrashWriter() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        HeadFile lock = new HeadFile(folder.resolve("head"));
        long recorded = lock.swap(TreeHead.EMPTY, TreeHead.EMPTY).size();
        Journal journal = new Journal(folder.resolve("journal"), recorded);
        Log log = Log.open(folder.resolve("log"), SigningKey.parse(args[1]), lock, journal);
        for (int writer = 0; writer < 4; writer++) {
            Thread thread = new Thread(() -> append(journal));
            thread.setDaemon(true);
            thread.start();
        }
        while (true) {
            TreeHead head = log.advance().head();
            say("published", head.size(), head.root());
        }
    }

    private static void append(Journal journal) {
        try {
            while (true) {
                byte[] noise = new byte[32];
                ThreadLocalRandom.current().nextBytes(noise);
                Entry entry = new Entry(EntryType.OPINION, Instant.now(), Hash.wrap(noise));
                say("acknowledged", journal.append(List.of(entry)), entry.leaf());
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(9);
        }
    }

    private static void say(String what, long number, Hash hash) {
        PrintStream out = System.out;
        synchronized (out) {
            out.println(what + " " + number + " " + hash + " .");
            out.flush();
        }
    }
}
