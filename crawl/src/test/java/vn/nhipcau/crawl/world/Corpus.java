package vn.nhipcau.crawl.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Real public documents, to post and to cut news from. */
public final class Corpus {
    /** Looked for while the auditor was made; the value is another body's document of the same kind. */
    public static final Map<String, String> KNOWN = Map.of(
            "danvan-travinh", "thidua-baucu-daklak",
            "matuy-2030-cantho", "matuy-2030-dongnai",
            "pakn-bacninh", "qlvb-dieuhanh-ninhbinh",
            "mamnon-hatinh", "danso-ct27-cantho");
    /** Kept for measuring. */
    public static final Map<String, String> UNSEEN = Map.of(
            "chukyso-dongthap", "chukyso-ninhbinh",
            "thidua-daihoi14-nghean", "thidua-baucu-daklak",
            "matuy-2030-dongnai", "matuy-2030-cantho",
            "lm-kh-layykien-cutri", "bcr-kh-kiemtra-giamsat",
            "nq99-hdnd-quangninh", "qd384-chiase-dulieu");

    private static final List<String> ALL = List.of(
            "bcr-kh-kiemtra-giamsat",
            "binhdanggioi-hcm",
            "chukyso-dongthap",
            "chukyso-ninhbinh",
            "danso-ct27-cantho",
            "danvan-travinh",
            "hotro-khancap-daklak",
            "lm-kh-layykien-cutri",
            "mamnon-hatinh",
            "matuy-2030-cantho",
            "matuy-2030-dongnai",
            "nq99-hdnd-quangninh",
            "pakn-bacninh",
            "qd384-chiase-dulieu",
            "qlvb-dieuhanh-ninhbinh",
            "thidua-baucu-daklak",
            "thidua-daihoi14-nghean");

    private static final Map<String, String> TEXTS = new HashMap<>();

    private final List<String> sentences = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** @param wanted name of the document that is looked for, of which no sentence is used */
    Corpus(String wanted) {
        for (String name : ALL) {
            if (name.equals(wanted)) {
                continue;
            }
            others.add(name);
            for (String line : text(name).split("\n\\s*\n|\n(?=[-+\\d])")) {
                String sentence = line.replaceAll("\\s+", " ").strip();
                if (sentence.length() > 60 && sentence.length() < 700) {
                    sentences.add(sentence);
                }
            }
        }
    }

    static synchronized String text(String name) {
        return TEXTS.computeIfAbsent(name, key -> {
            try (InputStream in = Corpus.class.getResourceAsStream("/documents/" + key + ".txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    List<String> others() {
        return others;
    }

    String sentence(Random random) {
        return sentences.get(random.nextInt(sentences.size()));
    }

    /** A headline of no more than so many words. */
    String headline(Random random, int words) {
        String[] parts =
                sentence(random).replaceAll("[^\\p{L}\\p{N} ,]", "").strip().split("\\s+");
        StringBuilder headline = new StringBuilder();
        for (int i = 0; i < Math.min(words, parts.length); i++) {
            headline.append(i == 0 ? "" : " ").append(parts[i]);
        }
        return headline.substring(0, 1).toUpperCase() + headline.substring(1);
    }
}
