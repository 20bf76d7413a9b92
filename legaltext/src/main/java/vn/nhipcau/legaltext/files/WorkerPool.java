package vn.nhipcau.legaltext.files;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** Workers of one kind: started at the first need, used again, replaced after a file that one could not survive. */
final class WorkerPool implements AutoCloseable {
    private final List<String> command;
    private final Duration deadline;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    WorkerPool(int workers, Duration deadline, List<String> command) {
        this.command = command;
        this.deadline = deadline;
        this.places = new Semaphore(workers, true);
    }

    /** What a worker answers to this content, waiting for a free one if need be. */
    String answer(byte[] content) throws UnreadableFile {
        places.acquireUninterruptibly();
        try {
            Worker worker = idle.pollFirst();
            if (worker == null || !worker.usable()) {
                worker = new Worker(command);
            }
            try {
                return worker.text(content, deadline);
            } finally {
                release(worker);
            }
        } finally {
            places.release();
        }
    }

    private void release(Worker worker) {
        if (worker.usable()) {
            idle.addFirst(worker);
        }
        if (closed) {
            close();
        }
    }

    /** Ends the workers; one that is busy ends when its file is done. */
    @Override
    public void close() {
        closed = true;
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}
