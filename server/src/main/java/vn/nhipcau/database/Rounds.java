package vn.nhipcau.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that is done round after round on a thread of its own, from the server's start to its stop. */
public abstract class Rounds implements SmartLifecycle {
    private static final Duration LAST_ROUND = Duration.ofSeconds(30);

    private final String name;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    /** @param name of the thread, for who looks at the process */
    protected Rounds(String name) {
        this.name = name;
    }

    /** Does what there is to do; faults of the moment are told and do not leave it. @return the pause before the next */
    protected abstract Duration round();

    /** A thread starts once; a server that was paused, as tests do, goes on with another. */
    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::goOn);
    }

    /** Lets the round end, for half a minute at most. */
    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working == null) {
            return;
        }
        working.interrupt();
        try {
            working.join(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void goOn() {
        while (running) {
            Duration pause = round();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                // The condition of the loop ends it.
            }
        }
    }
}
