package vn.nhipcau.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long the repetitions of one thing took.
 *
 * @param wall nanoseconds that passed, sorted
 * @param processor nanoseconds on the processor, Java and PostgreSQL together, sorted
 */
record Times(long[] wall, long[] processor) {

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
        long[][] wall = new long[2][repetitions];
        long[][] processor = new long[2][repetitions];
        Processor cores = new Processor();
        for (int i = -warmUps; i < repetitions; i++) {
            for (int way = 0; way < 2; way++) {
                Work work = way == 0 ? first : second;
                work.prepare();
                cores.start();
                long start = System.nanoTime();
                Object result = work.run();
                long taken = System.nanoTime() - start;
                long used = cores.taken();
                if (result == null) {
                    throw new IllegalStateException("nothing was measured");
                }
                if (i >= 0) {
                    wall[way][i] = taken;
                    processor[way][i] = used;
                }
            }
        }
        return new Times[] {new Times(wall[0], processor[0]), new Times(wall[1], processor[1])};
    }

    Times {
        wall = wall.clone();
        processor = processor.clone();
        Arrays.sort(wall);
        Arrays.sort(processor);
    }

    Duration median() {
        return Duration.ofNanos(wall[wall.length / 2]);
    }

    /** The time that 95 of 100 runs stay within. */
    Duration slowest95() {
        return Duration.ofNanos(wall[(int) Math.ceil(wall.length * 0.95) - 1]);
    }

    Duration medianProcessor() {
        return Duration.ofNanos(processor[processor.length / 2]);
    }
}
