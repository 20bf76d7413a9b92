package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands below the body: “Nơi nhận” on the left and the signature on the right (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, mục II.7 and II.9), which a flattened text gives one after the other, in either order, or line by line
 * beside each other.
 */
final class ClosingReader {
    private static final Pattern RECIPIENTS = Pattern.compile("^nơi nhận ?(?:[:;]|[:;.]?$)");
    private static final Pattern LABEL = Pattern.compile("^nơi nhận[ :;.]*");
    private static final Pattern WIDE_GAP = Pattern.compile(" {3,}|\\|");
    private static final Pattern CAPACITY = Pattern.compile("(?:TM|T/M|KT|K/T|TL|T/L|TUQ)[. ] ?\\p{Lu}");
    private static final int RECIPIENT_LINES = 60;
    private static final int SIGNATURE_LINES = 14;
    private static final int LONGEST_RECIPIENT = 60;

    private final List<Line> lines;
    private final List<Line> right = new ArrayList<>();

    private ClosingReader(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * @param start where the closing part begins, or the end of the text
     * @param end where it ends; an annex may follow
     */
    record Closing(
            List<String> recipients,
            @Nullable Span recipientsSpan,
            @Nullable Signature signature,
            int start,
            int end) {}

    /** Finds the closing part of the document itself, which is the first one after the body began. */
    static Closing read(List<Line> lines, int bodyStart, int textEnd) {
        return new ClosingReader(lines).read(bodyStart, textEnd);
    }

    private Closing read(int bodyStart, int textEnd) {
        int from = 0;
        while (from < lines.size() && lines.get(from).start() < bodyStart) {
            from++;
        }
        int label = label(from);
        if (label < 0) {
            return signatureOnly(from, textEnd);
        }
        List<String> recipients = new ArrayList<>();
        int at = recipients(label, recipients);
        int start = lines.get(label).start();
        int end = lines.get(Math.max(label, at - 1)).end();
        Span listed = new Span(start, end);
        List<Line> below = new ArrayList<>(right);
        below.addAll(lines.subList(at, Math.min(lines.size(), at + SIGNATURE_LINES)));
        Signature after = Signature.of(below);
        if (after != null) {
            return new Closing(recipients, listed, after, start, Math.max(end, after.last()));
        }
        Signature before = signatureBefore(label, from);
        return new Closing(recipients, listed, before, before == null ? start : before.first(), end);
    }

    private int label(int from) {
        for (int i = from; i < lines.size(); i++) {
            char first = lines.get(i).text().charAt(0);
            if ((first == 'N' || first == 'n')
                    && RECIPIENTS.matcher(lines.get(i).folded()).find()) {
                return i;
            }
        }
        return -1;
    }

    private Closing signatureOnly(int from, int textEnd) {
        for (int i = lines.size() - 1; i >= Math.max(from, lines.size() - SIGNATURE_LINES); i--) {
            if (Signature.startsWith(lines.get(i).text())) {
                int first = i;
                while (first - 1 > from
                        && Signature.startsWith(lines.get(first - 1).text())) {
                    first--;
                }
                Signature signature =
                        Signature.of(lines.subList(first, Math.min(lines.size(), first + SIGNATURE_LINES)));
                if (signature != null && signature.signer().name() != null) {
                    return new Closing(List.of(), null, signature, signature.first(), signature.last());
                }
            }
        }
        return signatureBeforeAnnex(from, textEnd);
    }

    /** What a decision promulgates follows its signature, which then begins with the capacity: “TM.”, “KT.”. */
    private Closing signatureBeforeAnnex(int from, int textEnd) {
        for (int i = from; i < lines.size(); i++) {
            if (CAPACITY.matcher(lines.get(i).text()).lookingAt()) {
                Signature signature = Signature.of(lines.subList(i, Math.min(lines.size(), i + SIGNATURE_LINES)));
                if (signature != null && signature.signer().name() != null) {
                    return new Closing(List.of(), null, signature, signature.first(), signature.last());
                }
            }
        }
        return new Closing(List.of(), null, null, textEnd, textEnd);
    }

    private @Nullable Signature signatureBefore(int label, int from) {
        int first = -1;
        for (int i = label - 1; i >= Math.max(from, label - SIGNATURE_LINES); i--) {
            if (Signature.startsWith(lines.get(i).text())) {
                first = i;
            } else if (lines.get(i).text().length() > LONGEST_RECIPIENT) {
                break;
            }
        }
        return first < 0 ? null : Signature.of(lines.subList(first, label));
    }

    // ---- Nơi nhận

    /** @return the first line behind the list */
    private int recipients(int label, List<String> recipients) {
        Line first = left(lines.get(label));
        Matcher printed = LABEL.matcher(first.folded());
        StringBuilder current = new StringBuilder(printed.find() ? first.text().substring(printed.end()) : "");
        boolean filed = false;
        int at = label + 1;
        for (; at < lines.size() && at < label + RECIPIENT_LINES; at++) {
            Line line = left(lines.get(at));
            boolean item = Marker.of(line.text()) != null || line.text().charAt(0) == '-';
            if (!item && (Signature.startsWith(line.text()) || (filed && endsList(line)))) {
                break;
            }
            if (item) {
                add(recipients, current);
            }
            filed |= line.folded().contains("lưu");
            current.append(current.isEmpty() ? "" : " ").append(line.text().replaceAll("\\s+", " "));
        }
        add(recipients, current);
        return at;
    }

    private static boolean endsList(Line line) {
        return line.blankBefore()
                || line.cell()
                || Paragraphs.isCapitals(line.text())
                || Signature.isName(line.text())
                || line.text().length() > LONGEST_RECIPIENT;
    }

    private static void add(List<String> recipients, StringBuilder current) {
        String text = current.toString().replaceAll("^[-–•+: ]+|[;., ]+$", "");
        if (!text.isEmpty()) {
            recipients.add(text);
        }
        current.setLength(0);
    }

    /** The left column of a line; what stands on its right is kept for the signature. */
    private Line left(Line line) {
        int gap = rightColumn(line.text());
        if (gap < 0) {
            return line;
        }
        String rightText = line.text().substring(gap).replaceAll("^[ |]+", "");
        int rightStart = line.end() - rightText.length();
        right.add(new Line(rightStart, line.end(), rightText, false, true));
        String leftText = line.text().substring(0, gap).stripTrailing();
        return new Line(line.start(), line.start() + leftText.length(), leftText, line.blankBefore(), line.cell());
    }

    private static int rightColumn(String text) {
        Matcher gap = WIDE_GAP.matcher(text);
        if (gap.find() && gap.start() > 0) {
            return gap.start();
        }
        // The gap was lost: the office begins with the first word from which on all is in capitals.
        int at = text.length();
        while (at > 0) {
            int word = text.lastIndexOf(' ', at - 1) + 1;
            if (!Paragraphs.isCapitals(text.substring(word, at))) {
                break;
            }
            at = word - 1;
        }
        int start = at + 1;
        return at > 0 && start < text.length() && Signature.startsWith(text.substring(start)) ? at : -1;
    }
}
