package vn.nhipcau.crawl.world;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcau.vitext.Fold;

/** What happens to a text on its way to a site. */
final class Alter {
    private Alter() {}

    static List<String> paragraphs(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isBlank() && !line.equals("|"))
                .toList();
    }

    /** Slips of a typist, one in so many words. */
    static String slips(String text, Random random, int every) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split("(?<= )|(?=\n)|(?<=\n)")) {
            if (random.nextInt(every) == 0
                    && word.strip().length() >= 4
                    && word.chars().noneMatch(Character::isDigit)) {
                int at = 1 + random.nextInt(word.strip().length() - 2);
                out.append(word, 0, at)
                        .append(word.charAt(at + 1))
                        .append(word.charAt(at))
                        .append(word.substring(at + 2));
            } else {
                out.append(word);
            }
        }
        return out.toString();
    }

    /** A draft: some of the paragraphs say something else. */
    static String draft(String text, Corpus corpus, Random random, double share) {
        List<String> lines = paragraphs(text);
        List<String> out = new ArrayList<>(lines);
        int changes = Math.max(4, (int) (lines.size() * share));
        for (int i = 0; i < changes; i++) {
            int at = lines.size() / 10 + random.nextInt(lines.size() * 7 / 10);
            if (lines.get(at).length() > 40) {
                out.set(at, cut(corpus.sentence(random), lines.get(at).length()));
            }
        }
        return String.join("\n", out);
    }

    private static String cut(String sentence, int length) {
        return sentence.length() <= length + 40
                ? sentence
                : sentence.substring(0, sentence.lastIndexOf(' ', length + 40));
    }

    /** The same document a year earlier: years, days and figures differ, and some of the words. */
    static String lastYear(String text, Corpus corpus, Random random) {
        Matcher number = Pattern.compile("\\d+").matcher(draft(text, corpus, random, 0.12));
        return number.replaceAll(m -> {
            int value = m.group().length() > 6 ? 0 : Integer.parseInt(m.group());
            if (value >= 2015 && value <= 2050) {
                return String.valueOf(value - 1);
            }
            return value > 12 && random.nextInt(3) == 0 ? String.valueOf(value + 3) : m.group();
        });
    }

    /** Some of the paragraphs, between sentences of an editor, to about a share of the length. */
    static String summary(String text, Corpus corpus, Random random, double share) {
        List<String> all =
                paragraphs(text).stream().filter(p -> p.length() > 80).toList();
        List<String> out = new ArrayList<>();
        int wanted = (int) (text.length() * share);
        int from = random.nextInt(Math.max(1, all.size() / 2));
        int size = 0;
        for (int i = from; i < all.size() && size < wanted; i++) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            out.add(all.get(i));
            size += all.get(i).length();
            if (random.nextInt(6) == 0) {
                out.add("Cũng theo kế hoạch này, " + corpus.sentence(random));
            }
        }
        return String.join("\n", out);
    }

    /** In decomposed letters, capitals or other line breaks, with the other school's tones. */
    static String reset(String text, Random random) {
        String changed = text.replace("òa", "oà")
                .replace("óa", "oá")
                .replace("ủy", "uỷ")
                .replace("Ủy", "Uỷ")
                .replace("ụy", "uỵ");
        return switch (random.nextInt(3)) {
            case 0 -> Normalizer.normalize(changed, Normalizer.Form.NFD);
            case 1 -> changed.replaceAll("([;,]) ", "$1\n");
            default -> changed.replaceAll("\\s*\n\\s*", "\n \n").replace(" ", "\u00A0 ");
        };
    }

    private static final String[] TO_TCVN3 = new String[0x2000];

    static {
        for (char c = 0x80; c < 0x100; c++) {
            String means = tcvn3(c);
            if (means.length() == 1) {
                TO_TCVN3[means.charAt(0)] = String.valueOf(c);
                String upper = means.toUpperCase();
                if (TO_TCVN3[upper.charAt(0)] == null) {
                    TO_TCVN3[upper.charAt(0)] = String.valueOf(c);
                }
            }
        }
        String capitals = "ĂÂÊÔƠƯĐ";
        for (int i = 0; i < capitals.length(); i++) {
            TO_TCVN3[capitals.charAt(i)] = String.valueOf((char) (0xA1 + i));
        }
    }

    private static String tcvn3(char c) {
        String bytes = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ";
        String means = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        int at = bytes.indexOf(c);
        return at < 0 ? "" : means.substring(at, at + 1);
    }

    /** As the fonts before Unicode had it: bytes of one page of code. */
    static byte[] bytes(String text, String charset) {
        if (charset.equals("TCVN3")) {
            StringBuilder out = new StringBuilder(text.length());
            for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
                String coded = c < TO_TCVN3.length ? TO_TCVN3[c] : null;
                out.append(
                        coded != null
                                ? coded
                                : c < 0x100 ? String.valueOf(c) : c == '–' ? "-" : c == '“' || c == '”' ? "\"" : " ");
            }
            return out.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        if (charset.equals("windows-1258")) {
            StringBuilder out = new StringBuilder(text.length() + text.length() / 3);
            for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
                String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                if (parts.length() == 1) {
                    out.append(c);
                    continue;
                }
                StringBuilder base = new StringBuilder().append(parts.charAt(0));
                StringBuilder tone = new StringBuilder();
                for (int i = 1; i < parts.length(); i++) {
                    char mark = parts.charAt(i);
                    (mark == '\u0302' || mark == '\u0306' || mark == '\u031B' ? base : tone).append(mark);
                }
                out.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
            }
            return out.toString().getBytes(Charset.forName("windows-1258"));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String slug(String title) {
        String plain = Fold.plain(title).replace(' ', '-');
        return plain.length() > 80 ? plain.substring(0, plain.lastIndexOf('-', 80)) : plain;
    }

    static List<String> split(String text, int parts) {
        List<String> lines = paragraphs(text);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            out.add(String.join("\n", lines.subList(lines.size() * i / parts, lines.size() * (i + 1) / parts)));
        }
        return out;
    }
}
