package vn.nhipcau.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names as people write them, brought to one form. */
final class Wording {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** Abbreviations that mean one thing in every directive. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("ubnd", "ủy ban nhân dân"),
            Map.entry("hđnd", "hội đồng nhân dân"),
            Map.entry("mttq", "mặt trận tổ quốc"),
            Map.entry("mttqvn", "mặt trận tổ quốc việt nam"),
            Map.entry("ubmttq", "ủy ban mặt trận tổ quốc"),
            Map.entry("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
            Map.entry("tx", "thị xã"),
            Map.entry("tp", "thành phố"),
            Map.entry("tphcm", "thành phố hồ chí minh"),
            Map.entry("hcm", "hồ chí minh"),
            Map.entry("vp", "văn phòng"),
            Map.entry("bql", "ban quản lý"),
            Map.entry("bcđ", "ban chỉ đạo"),
            Map.entry("bchqs", "bộ chỉ huy quân sự"),
            Map.entry("bđbp", "bộ đội biên phòng"),
            Map.entry("cchc", "cải cách hành chính"),
            Map.entry("lđlđ", "liên đoàn lao động"),
            Map.entry("lhpn", "liên hiệp phụ nữ"),
            Map.entry("tncs", "thanh niên cộng sản"),
            Map.entry("ccb", "cựu chiến binh"),
            Map.entry("bhxh", "bảo hiểm xã hội"),
            Map.entry("ubkt", "ủy ban kiểm tra"));

    /** Words that join or introduce, and are set or left out at will. */
    private static final Set<String> JOINING = Set.of("các", "những", "và", "của", "thuộc");

    private static final List<String> COUNTRY =
            Stream.of("việt", "nam").map(Wording::toneLast).toList();
    private static final List<String> FRONT_COMMITTEE = Stream.of("ủy", "ban", "mặt", "trận", "tổ", "quốc")
            .map(Wording::toneLast)
            .toList();

    private Wording() {}

    /** Composed letters (NFC), single spaces, the right Đ. */
    static String tidy(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .replace('\u00D0', 'Đ')
                .replace('\u00F0', 'đ')
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    /** Words in lower case, abbreviations written out, joining words left out, tone marks in one place (hoà as hòa). */
    static List<String> words(String written) {
        List<String> words = new ArrayList<>();
        String lower = tidy(written).toLowerCase(Locale.forLanguageTag("vi"));
        for (String word : lower.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            for (String part : ABBREVIATIONS.getOrDefault(word, word).split(" ")) {
                if (!part.isEmpty() && !JOINING.contains(part)) {
                    words.add(toneLast(part));
                }
            }
        }
        return withoutCountry(words);
    }

    /** “Mặt trận Tổ quốc”, “Ủy ban Mặt trận Tổ quốc Việt Nam”: the country goes without saying, and so does the committee. */
    private static List<String> withoutCountry(List<String> words) {
        List<String> kept = new ArrayList<>(words);
        for (int at = Collections.indexOfSubList(kept, COUNTRY);
                at >= 0;
                at = Collections.indexOfSubList(kept, COUNTRY)) {
            kept.subList(at, at + COUNTRY.size()).clear();
        }
        int committee = Collections.indexOfSubList(kept, FRONT_COMMITTEE);
        if (committee >= 0) {
            kept.subList(committee, committee + 2).clear();
        }
        return kept;
    }

    /** Without marks. */
    static List<String> folded(List<String> words) {
        return words.stream().map(Wording::fold).toList();
    }

    static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** The tone of a syllable after its letters: “hoà” and “hòa” come out the same. */
    private static String toneLast(String syllable) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        Normalizer.normalize(syllable, Normalizer.Form.NFD).chars().forEach(c -> {
            if (TONES.indexOf(c) >= 0) {
                tone.append((char) c);
            } else {
                letters.append((char) c);
            }
        });
        return letters.append(tone).toString();
    }
}
