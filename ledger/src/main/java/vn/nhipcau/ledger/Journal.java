package vn.nhipcau.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

/**
 * A file that fixes the order of entries, for use without a database. Whoever gets the pen writes all that is waiting
 * with one fsync: batches grow with the load by themselves, and nobody waits for a timer.
 */
public final class Journal implements Sequence, AutoCloseable {
    private static final int RECORD = Entry.LENGTH + Integer.BYTES;
    private static final int LARGEST_BATCH = 1 << 22;

    private static final class Waiting {
        private final List<Entry> entries;
        private long first = -1;

        private Waiting(List<Entry> entries) {
            this.entries = entries;
        }
    }

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock pen = new ReentrantLock();
    // Not a FileChannel: interrupting one of the writers would close it for all.
    private final RandomAccessFile file;
    private long size;
    private boolean unsure;

    /** What a crash left half-written at the end is cut off; {@code recorded} entries, those of the log, must be whole. */
    public Journal(Path path, long recorded) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        size = file.length() / RECORD;
        if (size < recorded) {
            file.close();
            throw new CorruptLog(path + " has " + size + " entries, the log " + recorded);
        }
        long whole = recorded;
        while (whole < size && intact(record(whole))) {
            whole++;
        }
        size = whole;
        file.setLength(whole * RECORD);
        file.getFD().sync();
    }

    /** Returns the number of the first of these entries when all of them are durable. */
    public long append(List<Entry> entries) throws IOException {
        Waiting mine = new Waiting(entries);
        queue.add(mine);
        pen.lock();
        try {
            while (mine.first < 0) {
                writeWaiting();
            }
            return mine.first;
        } finally {
            pen.unlock();
        }
    }

    private void writeWaiting() throws IOException {
        if (unsure) {
            throw new IOException("an earlier write failed: the journal has to be opened again");
        }
        List<Waiting> batch = new ArrayList<>();
        int records = 0;
        while (records * RECORD < LARGEST_BATCH && !queue.isEmpty()) {
            Waiting next = queue.remove();
            batch.add(next);
            records += next.entries.size();
        }
        ByteBuffer bytes = ByteBuffer.allocate(records * RECORD);
        for (Waiting waiting : batch) {
            for (Entry entry : waiting.entries) {
                byte[] content = entry.bytes();
                bytes.put(content).putInt(checksum(content));
            }
        }
        unsure = true; // After a failed fsync the system may have dropped the pages and report success next time.
        file.seek(size * RECORD);
        file.write(bytes.array());
        file.getFD().sync();
        unsure = false;
        for (Waiting waiting : batch) {
            waiting.first = size;
            size += waiting.entries.size();
        }
    }

    @Override
    public List<byte[]> read(long from, int most) throws IOException {
        pen.lock();
        try {
            List<byte[]> entries = new ArrayList<>();
            byte[] bytes = new byte[(int) Math.max(0, Math.min(most, size - from)) * RECORD];
            file.seek(from * RECORD);
            file.readFully(bytes);
            for (int at = 0; at < bytes.length; at += RECORD) {
                byte[] record = Arrays.copyOfRange(bytes, at, at + RECORD);
                if (!intact(record)) {
                    throw new CorruptLog("entry " + (from + at / RECORD) + " of the journal is damaged");
                }
                entries.add(Arrays.copyOf(record, Entry.LENGTH));
            }
            return entries;
        } finally {
            pen.unlock();
        }
    }

    private byte[] record(long index) throws IOException {
        byte[] record = new byte[RECORD];
        file.seek(index * RECORD);
        file.readFully(record);
        return record;
    }

    private static boolean intact(byte[] record) {
        return ByteBuffer.wrap(record, Entry.LENGTH, Integer.BYTES).getInt()
                == checksum(Arrays.copyOf(record, Entry.LENGTH));
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
