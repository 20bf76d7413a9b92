package vn.nhipcau.crawl.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.vitext.Fold;
import vn.nhipcau.vitext.Original;
import vn.nhipcau.vitext.Tokens;

/** The document that is looked for, with what people call it in links: its title and its number. */
public final class Target {
    /** From here on words name the document, see {@link #named}. */
    static final double NAMES = 0.45;

    /** At the start of a line: further down a number is a cited law's. */
    private static final Pattern SYMBOL = Pattern.compile(
            "(?m)^[|\\s]*Số\\s*:?\\s*([0-9]{1,6}(?:/[0-9]{4})?\\s?[/-]\\s?[\\p{L}0-9]+(?:[-/][\\p{L}0-9]+)*)");

    private static final Pattern DATED =
            Pattern.compile("(?i)ngày\\s+([0-9]{1,2})\\s+tháng\\s+([0-9]{1,2})\\s+năm\\s+([0-9]{4})");
    private static final Pattern KIND = Pattern.compile(
            "(?:du thao )?(?:nghi quyet|quyet dinh|chi thi|quy che|quy dinh|thong cao|thong bao|huong dan|chuong trinh|"
                    + "ke hoach|phuong an|de an|du an|bao cao|to trinh|cong dien)");
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:V/v|Về việc)[:.]?\\s+(.*)");

    private final Original original;
    private final String title;
    private final String symbol;
    private final @Nullable LocalDate date;
    private final Set<Long> titlePairs;
    private final long[] symbolTokens;
    private final int titleFrom;
    private final int titleTo;

    private Target(Original original, String title, String symbol, @Nullable LocalDate date) {
        this.original = original;
        this.title = title;
        this.symbol = symbol;
        this.date = date;
        this.titlePairs = pairs(Tokens.of(title));
        Tokens parts = Tokens.of(symbol);
        symbolTokens = new long[parts.count()];
        for (int i = 0; i < symbolTokens.length; i++) {
            symbolTokens[i] = parts.plain(i);
        }
        Tokens whole = Tokens.of(original.text());
        Tokens name = Tokens.of(title);
        int at = title.isEmpty() ? -1 : find(whole, name);
        titleFrom = Math.max(0, at);
        titleTo = at < 0 ? 0 : at + Math.max(0, name.count() - 4);
    }

    /** @param text of the document */
    public static Target of(String text) {
        String composed = Fold.nfc(text);
        String start = composed.substring(0, Math.min(composed.length(), 2500));
        Matcher symbol = SYMBOL.matcher(start);
        Matcher dated = DATED.matcher(start);
        return new Target(
                Original.of(composed),
                title(start),
                symbol.find() ? symbol.group(1).replace(" ", "") : "",
                dated.find() ? day(dated.group(3), dated.group(2), dated.group(1)) : null);
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What stands below the kind of document, or behind “V/v” in a letter; else the first long line. */
    private static String title(String start) {
        List<String> lines = start.lines()
                .map(line -> line.replaceFirst("^[|\\s]+", "").strip())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher subject = SUBJECT.matcher(lines.get(i));
            if (subject.matches()) {
                return joined(subject.group(1), lines, i + 1);
            }
            if (KIND.matcher(Fold.plain(lines.get(i))).matches()) {
                int next = i + 1;
                while (next < lines.size() && lines.get(next).isBlank()) {
                    next++;
                }
                if (next < lines.size()) {
                    return joined(lines.get(next), lines, next + 1);
                }
            }
        }
        return lines.stream().filter(line -> line.length() > 40).findFirst().orElse("");
    }

    /** Capitals, or a line that stops before the sentence does, go on in the next line. */
    private static String joined(String first, List<String> lines, int from) {
        StringBuilder title = new StringBuilder(first);
        boolean capitals = first.equals(first.toUpperCase(Locale.ROOT));
        for (int i = from; i < Math.min(lines.size(), from + 4) && title.length() < 300; i++) {
            String line = lines.get(i);
            if (line.isBlank()
                    || line.matches("(?s)(Căn cứ|Thực hiện|Kính gửi|Xét|[-_*]{3,}).*")
                    || capitals && !line.equals(line.toUpperCase(Locale.ROOT))) {
                break;
            }
            title.append(' ').append(line);
        }
        return title.toString().strip();
    }

    private static int find(Tokens whole, Tokens part) {
        for (int i = 0; i + part.count() <= Math.min(whole.count(), 2000); i++) {
            int k = 0;
            while (k < part.count() && whole.marked(i + k) == part.marked(k)) {
                k++;
            }
            if (k == part.count() && k > 0) {
                return i;
            }
        }
        return -1;
    }

    public Original original() {
        return original;
    }

    public String title() {
        return title;
    }

    /** Number and symbol, such as {@code 1171/STTTT-TTBCXB}; empty for a draft. */
    public String symbol() {
        return symbol;
    }

    /** Of its issue: no page older than this can show it. */
    public @Nullable LocalDate date() {
        return date;
    }

    int titleFrom() {
        return titleFrom;
    }

    int titleTo() {
        return titleTo;
    }

    /** How much the words of a link, or of its address, say the title: 0 to 1; the number itself says it all. */
    public double named(String words) {
        if (words.length() < 4) {
            return 0;
        }
        Tokens tokens = Tokens.of(words);
        if (hasSymbol(tokens)) {
            return 1;
        }
        if (titlePairs.isEmpty()) {
            return 0;
        }
        Set<Long> pairs = pairs(tokens);
        int size = pairs.size();
        pairs.retainAll(titlePairs);
        double ofTitle = pairs.size() / (double) titlePairs.size();
        // A short link that is all title, such as “…công tác dân vận năm 2020”, says it too.
        double ofWords = size < 5 ? 0 : pairs.size() / (double) size * 0.8;
        return Math.max(ofTitle, ofWords);
    }

    /** Whether the number stands among the tokens. */
    boolean hasSymbol(Tokens tokens) {
        if (symbolTokens.length < 2) {
            return false;
        }
        long first = symbolTokens[0];
        int last = tokens.count() - symbolTokens.length;
        for (int i = 0; i <= last; i++) {
            if (tokens.plain(i) == first) {
                int k = 1;
                while (k < symbolTokens.length && tokens.plain(i + k) == symbolTokens[k]) {
                    k++;
                }
                if (k == symbolTokens.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<Long> pairs(Tokens tokens) {
        List<Long> pairs = new ArrayList<>();
        for (int i = 1; i < tokens.count(); i++) {
            pairs.add(tokens.plain(i - 1) * 31 + tokens.plain(i));
        }
        return new HashSet<>(pairs);
    }
}
