package vn.nhipcau.vitext;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far two short texts say the same in the same words: letters that were sent in by many with little changed. Spelling
 * habits, lost marks, case and punctuation do not count.
 *
 * <p>Texts are compared by the runs of three words that they share. So that not everything has to be compared with
 * everything, each text has a signature of bands (MinHash with locality-sensitive hashing, Broder 1997; Indyk and Motwani
 * 1998): texts that share nine runs in ten have a band in common with a chance of 99 %, those that share three in ten with
 * 10 %.
 */
public final class Likeness {
    /** What is shorter (“Tôi hoàn toàn nhất trí với dự thảo”) is said by many who never met. */
    private static final int FEWEST_WORDS = 9;

    private static final int RUN = 3;
    private static final int BANDS = 4;
    private static final int ROWS = 3;

    private final Set<Long> runs;

    private Likeness(Set<Long> runs) {
        this.runs = runs;
    }

    /** @return empty: too short to tell */
    public static Optional<Likeness> of(String text) {
        String[] words = Fold.plain(text).split(" ");
        if (words.length < FEWEST_WORDS) {
            return Optional.empty();
        }
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.length; i++) {
            long hash = 0;
            for (int word = i; word < i + RUN; word++) {
                hash = mix(hash ^ hash(words[word]));
            }
            runs.add(hash);
        }
        return Optional.of(new Likeness(runs));
    }

    /** Shared runs out of all runs of both: 0 nothing, 1 the same words. */
    public double to(Likeness other) {
        Set<Long> smaller = runs.size() <= other.runs.size() ? runs : other.runs;
        Set<Long> larger = smaller == runs ? other.runs : runs;
        long shared = smaller.stream().filter(larger::contains).count();
        return (double) shared / (runs.size() + other.runs.size() - shared);
    }

    /** Likely to have one in common with those of a text that is nearly the same. */
    public long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                long seed = mix(band * ROWS + row + 1L);
                long least =
                        runs.stream().mapToLong(run -> mix(run ^ seed)).min().orElseThrow();
                hash = mix(hash ^ least);
            }
            bands[band] = hash;
        }
        return bands;
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The last step of SplitMix64: every bit of the input moves half of the output's. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
