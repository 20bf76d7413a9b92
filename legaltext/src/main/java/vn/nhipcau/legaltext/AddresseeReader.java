package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads “Kính gửi” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.a), and the list that a công điện is sent to. */
record AddresseeReader(List<String> addressees, Span span) {
    static final Pattern LABEL = Pattern.compile(
            "(?:^|\\n)[ |]*(?:kính\\s+(?:gửi|mời)\\s*[:;]?|(?:chủ tịch|thủ tướng|ủy ban|trưởng ban|ban chỉ huy)[^\\n:]{0,80} điện ?:)");
    /** A line as long as this without a list's sign is a sentence of the body. */
    private static final int SENTENCE_LENGTH = 70;

    /**
     * @param folded head of the document, folded
     * @param from where the label is to be found
     * @return null when there is no label
     */
    static @Nullable AddresseeReader read(String source, String folded, List<Line> lines, int from) {
        Matcher label = LABEL.matcher(folded);
        if (from < 0 || !label.find(from)) {
            return null;
        }
        List<String> addressees = new ArrayList<>();
        int end = label.end();
        Passage.Builder current = new Passage.Builder(80);
        Line before = null;
        for (Line line : lines) {
            if (line.end() <= label.end()) {
                continue;
            }
            Marker marker = Marker.of(line.text());
            if (before != null) {
                if (endsList(before, line, marker != null)) {
                    break;
                }
                if (marker != null || before.text().endsWith(";") || (line.blankBefore() && !current.isEmpty())) {
                    add(addressees, current);
                    current = new Passage.Builder(80);
                }
            }
            int text = line.start() + (marker == null ? 0 : marker.length());
            current.append(source, Math.max(text, label.end()), line.end());
            end = line.end();
            before = line;
        }
        add(addressees, current);
        return new AddresseeReader(List.copyOf(addressees), new Span(label.end(), Math.max(label.end(), end)));
    }

    private static boolean endsList(Line before, Line line, boolean item) {
        if (TitleReader.opensBody(line) || before.text().endsWith(".")) {
            return true;
        }
        boolean open = ";,:".indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
        boolean capital = !Character.isLowerCase(line.text().charAt(0));
        return !item && !open && capital && (line.blankBefore() || line.text().length() > SENTENCE_LENGTH);
    }

    private static void add(List<String> addressees, Passage.Builder current) {
        Arrays.stream(current.build().text().split(";"))
                .map(part -> part.replaceAll("^[-:. ]+|[-:.,; ]+$", ""))
                .filter(part -> !part.isEmpty())
                .forEach(addressees::add);
    }
}
