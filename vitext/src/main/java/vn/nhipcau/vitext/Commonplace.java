package vn.nhipcau.vitext;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stock phrases of official documents, which every second page of a government site contains. */
final class Commonplace {
    private static final GramTable GRAMS = read();

    private Commonplace() {}

    static boolean has(long gram) {
        return GRAMS.get(gram) >= 0;
    }

    static int width() {
        return GRAMS.width();
    }

    private static GramTable read() {
        GramTable grams = new GramTable(Original.WIDTH, 4096);
        for (String phrase : phrases()) {
            Tokens tokens = Tokens.of(phrase);
            long hash = 0;
            for (int i = 0; i < tokens.count(); i++) {
                hash = grams.roll(hash, tokens.marked[i], i < Original.WIDTH ? 0 : tokens.marked[i - Original.WIDTH]);
                if (i >= Original.WIDTH - 1) {
                    grams.put(hash, i);
                }
            }
        }
        return grams;
    }

    private static List<String> phrases() {
        try (InputStream in = Commonplace.class.getResourceAsStream("commonplace.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
