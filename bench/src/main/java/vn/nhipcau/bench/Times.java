package vn.nhipcau.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long the repetitions of one thing took. */
record Times(long[] sortedNanos) {

    /** Something to be timed. */
    interface Work {
        /** Not timed; before each run. */
        default void prepare() throws Exception {}

        /** @return what was made, in full; null means that nothing was */
        Object run() throws Exception;
    }

    /**
     * Runs two ways of doing the same in turns, so that whatever else the machine does hits both.
     *
     * @return the times of the first and of the second
     */
    static Times[] inTurns(int warmUps, int repetitions, Work first, Work second) throws Exception {
        long[][] nanos = new long[2][repetitions];
        for (int i = -warmUps; i < repetitions; i++) {
            for (int way = 0; way < 2; way++) {
                Work work = way == 0 ? first : second;
                work.prepare();
                long start = System.nanoTime();
                Object result = work.run();
                long taken = System.nanoTime() - start;
                if (result == null) {
                    throw new IllegalStateException("nothing was measured");
                }
                if (i >= 0) {
                    nanos[way][i] = taken;
                }
            }
        }
        return new Times[] {new Times(nanos[0]), new Times(nanos[1])};
    }

    Times {
        sortedNanos = sortedNanos.clone();
        Arrays.sort(sortedNanos);
    }

    Duration median() {
        return Duration.ofNanos(sortedNanos[sortedNanos.length / 2]);
    }

    /** The time that 95 of 100 runs stay within. */
    Duration slowest95() {
        return Duration.ofNanos(sortedNanos[(int) Math.ceil(sortedNanos.length * 0.95) - 1]);
    }
}
