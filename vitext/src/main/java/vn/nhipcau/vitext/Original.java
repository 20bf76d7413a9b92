package vn.nhipcau.vitext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document that is looked for in other texts. Built once, then shared by all threads; each thread looks with its own
 * {@link Scan}.
 */
public final class Original {
    static final int WIDTH = 5;
    /** What a stock phrase, the letterhead and the list of recipients count beside a passage of the document's own. */
    private static final float STOCK = 0.15f;

    private static final int MOST_TOKENS = 400_000;
    private static final Pattern LARGE_HEADING = Pattern.compile(
            "(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ LỤC|Phụ lục)\\b.*|Điều\\s+\\d+.*|[IVXL]{1,6}\\s*[.\\-)/:].*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SMALL_HEADING = Pattern.compile("\\d{1,2}\\s*[.)/]\\s+\\S.*");
    private static final Pattern KIND = Pattern.compile(
            "(?:nghi quyet|quyet dinh|chi thi|quy che|quy dinh|thong cao|thong bao|huong dan|chuong trinh|ke hoach|"
                    + "phuong an|de an|du an|bao cao|bien ban|to trinh|cong dien|du thao)(?: .{0,40})?");
    private static final Pattern SUBJECT = Pattern.compile("v v .*");
    private static final Pattern RECIPIENTS = Pattern.compile("noi nhan(?: .*)?");

    private final String text;
    private final Tokens tokens;
    private final Grams[] grams = new Grams[Channel.values().length];
    private final float[] weights;
    private final double weight;
    private final List<Section> sections;

    private Original(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        if (tokens.count() > MOST_TOKENS) {
            throw new IllegalArgumentException("The document has more than " + MOST_TOKENS + " words.");
        }
        this.weights = new float[tokens.count()];
        List<Line> lines = lines();
        weigh(lines);
        double sum = 0;
        for (float w : weights) {
            sum += w;
        }
        this.weight = sum;
        this.sections = sections(lines);
        for (Channel channel : Channel.values()) {
            grams[channel.ordinal()] = new Grams(channel);
        }
    }

    /** @param text of the document, one paragraph or less a line */
    public static Original of(String text) {
        return new Original(Fold.nfc(text));
    }

    public String text() {
        return text;
    }

    public int size() {
        return tokens.count();
    }

    public List<Section> sections() {
        return sections;
    }

    Tokens tokens() {
        return tokens;
    }

    Grams grams(Channel channel) {
        return grams[channel.ordinal()];
    }

    float weight(int token) {
        return weights[token];
    }

    double weight(int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += weights[t];
        }
        return sum;
    }

    double weight() {
        return weight;
    }

    /** The words from one token up to another, as printed. */
    public String words(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.from(from), tokens.to(to - 1))
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    String headingAt(int token) {
        for (Section section : sections) {
            if (token < section.to()) {
                return section.title();
            }
        }
        return "";
    }

    private record Line(String text, int from, int to) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int token = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int first = token;
            while (token < tokens.count() && tokens.from(token) < end) {
                token++;
            }
            String line = text.substring(start, end).strip();
            if (token > first) {
                lines.add(new Line(line.replaceFirst("^\\|\\s*", ""), first, token));
            }
            start = end + 1;
        }
        return lines;
    }

    private void weigh(List<Line> lines) {
        Arrays.fill(weights, 1f);
        int count = tokens.count();
        GramTable roller = new GramTable(WIDTH, 16);
        long hash = 0;
        for (int i = 0; i < count; i++) {
            hash = roller.roll(hash, tokens.marked[i], i < WIDTH ? 0 : tokens.marked[i - WIDTH]);
            if (i >= WIDTH - 1 && Commonplace.has(hash)) {
                Arrays.fill(weights, i - WIDTH + 1, i + 1, STOCK);
            }
        }
        for (int i = 0; i < Math.min(lines.size(), 25); i++) {
            Line line = lines.get(i);
            String folded = Fold.plain(line.text());
            if (KIND.matcher(folded).matches() && line.to() < count / 2
                    || SUBJECT.matcher(folded).matches()) {
                Arrays.fill(weights, 0, line.from(), STOCK);
                break;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (RECIPIENTS.matcher(Fold.plain(lines.get(i).text())).matches()) {
                int end = i;
                // The list is dashes and short lines; a regulation issued with the decision may follow it.
                while (end + 1 < lines.size()
                        && end - i < 25
                        && lines.get(end + 1).to() - lines.get(end + 1).from() <= 14
                        && !KIND.matcher(Fold.plain(lines.get(end + 1).text())).matches()) {
                    end++;
                }
                Arrays.fill(weights, lines.get(i).from(), lines.get(end).to(), STOCK);
            }
        }
    }

    private List<Section> sections(List<Line> lines) {
        List<Section> found = sections(lines, LARGE_HEADING);
        return found.size() >= 3 ? found : sections(lines, SMALL_HEADING);
    }

    private List<Section> sections(List<Line> lines, Pattern heading) {
        List<Section> found = new ArrayList<>();
        int from = 0;
        String title = "Phần đầu";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean end = line.text().startsWith("Nơi nhận");
            if (end || heading.matcher(line.text()).matches()) {
                if (line.from() > from) {
                    found.add(new Section(title, from, line.from()));
                }
                from = line.from();
                title = end ? "Nơi nhận" : shorten(line.text());
            }
        }
        if (tokens.count() > from) {
            found.add(new Section(title, from, tokens.count()));
        }
        return List.copyOf(found);
    }

    private static String shorten(String heading) {
        if (heading.length() <= 80) {
            return heading;
        }
        int space = heading.lastIndexOf(' ', 78);
        return heading.substring(0, space > 40 ? space : 78) + "…";
    }

    /** The runs of one channel: where each stands first, and where again. */
    final class Grams {
        final GramTable table;
        final int[] again;
        final float[] worth;
        final double total;

        Grams(Channel channel) {
            int count = tokens.count();
            table = new GramTable(channel.width, count);
            again = new int[count];
            worth = new float[count];
            int[] last = new int[count];
            Arrays.fill(again, -1);
            long[] hashes = channel.plain ? tokens.plain : tokens.marked;
            long hash = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                hash = table.roll(hash, hashes[i], i < channel.width ? 0 : hashes[i - channel.width]);
                int place = i - channel.width + 1;
                if (place < 0) {
                    continue;
                }
                int first = table.put(hash, place);
                if (first < 0) {
                    last[place] = place;
                    float least = 1;
                    for (int k = place; k <= i; k++) {
                        least = Math.min(least, weights[k]);
                    }
                    worth[place] = least;
                    sum += least;
                } else {
                    again[last[first]] = place;
                    last[first] = place;
                }
            }
            total = sum;
        }
    }
}
