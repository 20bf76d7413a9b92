package vn.nhipcau.vitext;

import java.util.Arrays;

/**
 * The syllables and numbers of a text as hashes, in buffers that are used again from page to page.
 *
 * <p>A syllable's tone is hashed apart from its letters, so that {@code hòa} and {@code hoà}, {@code Ủy} and {@code Uỷ}
 * are one syllable. A symbol such as {@code 1171/STTTT-TTBCXB} is its parts in order: typists put spaces around the
 * strokes as they please. Each token has a second hash without marks, for text that lost them.
 *
 * <p>Not safe for use by several threads.
 */
public final class Tokens {
    private static final long LETTER = 0x9E3779B97F4A7C15L;
    private static final long SHAPE = 0xD6E8FEB86659FD93L;
    private static final long TONE = 0xC2B2AE3D27D4EB4FL;

    long[] marked;
    long[] plain;
    int[] from;
    int[] to;
    private int count;
    private int withMarks;
    private int words;

    public Tokens() {
        this(1024);
    }

    private Tokens(int room) {
        marked = new long[room];
        plain = new long[room];
        from = new int[room];
        to = new int[room];
    }

    public static Tokens of(String text) {
        Tokens tokens = new Tokens(8 + text.length() / 4);
        char[] chars = text.toCharArray();
        tokens.read(chars, 0, chars.length);
        return tokens;
    }

    public int count() {
        return count;
    }

    /** Where token {@code i} starts in the text read. */
    public int from(int i) {
        return from[i];
    }

    /** Where token {@code i} ends. */
    public int to(int i) {
        return to[i];
    }

    /** The token as one number, marks and all. */
    public long marked(int i) {
        return marked[i];
    }

    /** The token as one number, marks left out. */
    public long plain(int i) {
        return plain[i];
    }

    /** Whether the text is Vietnamese that lost its marks: of good text about 70 % of the words carry one. */
    public boolean lostMarks() {
        return words >= 20 && withMarks * 8 < words;
    }

    public void read(char[] text, int start, int end) {
        count = 0;
        withMarks = 0;
        words = 0;
        int i = start;
        while (i < end) {
            int letter = Letters.of(text[i]);
            if (letter == Letters.SEPARATOR || letter >= Letters.MARK) {
                i++;
                continue;
            }
            int begin = i;
            long hash = 0;
            long bare = 0;
            long tone = 0;
            boolean marks = false;
            boolean digit = Character.isDigit(text[i]);
            while (true) {
                int base = letter & Letters.BASE;
                if (letter < Letters.MARK) {
                    hash = hash * LETTER + base;
                    bare = bare * LETTER + base;
                }
                int extra = letter & ~(Letters.BASE | Letters.MARK | Letters.IGNORED);
                if (extra != 0) {
                    marks = true;
                    hash += (extra >>> Letters.SHAPE_SHIFT & 7) * SHAPE;
                    int t = extra >>> Letters.TONE_SHIFT & 7;
                    if (t != 0) {
                        tone = tone * 8 + t;
                    }
                }
                if (++i == end) {
                    break;
                }
                letter = Letters.of(text[i]);
                if (letter == Letters.SEPARATOR) {
                    break;
                }
            }
            if (!digit) {
                words++;
                if (marks) {
                    withMarks++;
                }
            }
            add(mix(hash + tone * TONE), mix(bare), begin, i);
        }
    }

    private void add(long hash, long bare, int begin, int end) {
        if (count == marked.length) {
            int size = count * 2;
            marked = Arrays.copyOf(marked, size);
            plain = Arrays.copyOf(plain, size);
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
        }
        marked[count] = hash;
        plain[count] = bare;
        from[count] = begin;
        to[count] = end;
        count++;
    }

    private static long mix(long h) {
        h ^= h >>> 32;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 29;
        return h;
    }
}
