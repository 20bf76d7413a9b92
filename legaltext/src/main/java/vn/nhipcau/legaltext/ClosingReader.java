package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands below the body: “Nơi nhận” on the left and the signature on the right (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, mục II.7 and II.9), which a flattened text gives one after the other, in either order.
 */
final class ClosingReader {
    private static final Pattern RECIPIENTS = Pattern.compile("^nơi nhận ?[:;.]?$|^nơi nhận ?[:;]");
    private static final Pattern CAPACITY =
            Pattern.compile("(?:^|(?<= ))(?:tm|kt|tl|tuq|q|tun|ktm|t/m|k/t|t/l|tuq)(?:\\. ?|(?<=/.) )(?=\\p{L})");
    private static final Pattern CAPACITY_START =
            Pattern.compile("^(?:tm|kt|tl|tuq|q)\\. ?\\p{L}|^(?:t/m|k/t|t/l)[. ]+\\p{L}");
    private static final Pattern TITLE = Pattern.compile(
            "(?:^|(?<= ))(?:q\\. )?(?:phó |chủ tịch|giám đốc|tổng giám đốc|chánh |bí thư|trưởng |bộ trưởng|thứ trưởng|cục trưởng|chi cục trưởng|vụ trưởng"
                    + "|thủ tướng|tổng bí thư|ủy viên|tổng thanh tra|viện trưởng|hiệu trưởng|chỉ huy trưởng|đội trưởng|tổ trưởng"
                    + "|chính ủy|tổng biên tập|thống đốc|chủ nhiệm|người |thường trực|hạt trưởng|kiểm toán|quyền |đại tá|thiếu tướng|trung tướng)");
    private static final Pattern DEPUTY =
            Pattern.compile("(?:^|(?<= ))(?:phó |thứ trưởng|ủy viên|phó$|trưởng (?:phòng|ban)|chánh |giám đốc|người )");
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]*(?: (?:\\p{Lu}[\\p{Ll}\\p{M}]*|[A-Z]\\.)){1,5}");
    private static final Pattern RANK =
            Pattern.compile("^(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:pgs|gs|ts|ths)[., ]+)[. ]*");
    private static final Pattern NOISE = Pattern.compile("^\\(?(?:đã ký|ký tên|ký, |chữ ký|ký bởi|signed)");
    private static final int RECIPIENT_LINES = 60;
    private static final int SIGNATURE_LINES = 14;

    private final List<Line> lines;

    private ClosingReader(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * @param start where the closing part begins, or the end of the text
     * @param end where it ends; an annex may follow
     */
    record Closing(
            List<String> recipients,
            Header.@Nullable Signer signer,
            @Nullable Span recipientsSpan,
            @Nullable Span signerSpan,
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
        int label = -1;
        for (int i = from; i < lines.size() && label < 0; i++) {
            String text = lines.get(i).text();
            if (text.length() > 7
                    && (text.charAt(0) == 'N' || text.charAt(0) == 'n')
                    && RECIPIENTS.matcher(lines.get(i).folded()).find()) {
                label = i;
            }
        }
        if (label < 0) {
            return signatureOnly(from, textEnd);
        }
        List<String> recipients = new ArrayList<>();
        int at = recipients(label, recipients);
        Span listed = new Span(
                lines.get(label).start(), lines.get(Math.max(label, at - 1)).end());
        Signature after = signature(at, Math.min(lines.size(), at + SIGNATURE_LINES));
        Signature before = after != null ? null : signatureBefore(label, from);
        Signature signature = after != null ? after : before;
        int start = before != null
                ? lines.get(before.first()).start()
                : lines.get(label).start();
        int end = after != null ? lines.get(after.last()).end() : listed.end();
        return new Closing(
                recipients,
                signature == null ? null : signature.signer(),
                listed,
                signature == null
                        ? null
                        : new Span(
                                lines.get(signature.first()).start(),
                                lines.get(signature.last()).end()),
                start,
                end);
    }

    private record Signature(Header.Signer signer, int first, int last) {}

    private Closing signatureOnly(int from, int textEnd) {
        for (int i = lines.size() - 1; i >= Math.max(from, lines.size() - SIGNATURE_LINES); i--) {
            if (startsSignature(lines.get(i))) {
                int first = i;
                while (first - 1 > from && startsSignature(lines.get(first - 1))) {
                    first--;
                }
                Signature signature = signature(first, Math.min(lines.size(), first + SIGNATURE_LINES));
                if (signature != null && signature.signer().name() != null) {
                    Span span = new Span(
                            lines.get(first).start(),
                            lines.get(signature.last()).end());
                    return new Closing(List.of(), signature.signer(), null, span, span.start(), span.end());
                }
            }
        }
        return new Closing(List.of(), null, null, null, textEnd, textEnd);
    }

    private @Nullable Signature signatureBefore(int label, int from) {
        int first = -1;
        for (int i = label - 1; i >= Math.max(from, label - SIGNATURE_LINES); i--) {
            if (startsSignature(lines.get(i))) {
                first = i;
            } else if (lines.get(i).text().length() > 60) {
                break;
            }
        }
        return first < 0 ? null : signature(first, label);
    }

    // ---- Nơi nhận

    private int recipients(int label, List<String> recipients) {
        String onSameLine = lines.get(label)
                .text()
                .substring(Math.min(lines.get(label).text().length(), 8))
                .replaceAll("^[ :;.]+", "");
        StringBuilder current = new StringBuilder(onSameLine);
        int at = label + 1;
        boolean filed = false;
        for (; at < lines.size() && at < label + RECIPIENT_LINES; at++) {
            Line line = lines.get(at);
            String text = line.text();
            boolean item =
                    text.charAt(0) == '-' || text.charAt(0) == '+' || text.charAt(0) == '–' || text.charAt(0) == '•';
            if (!item && (startsSignature(line) || (filed && endsRecipients(line)))) {
                break;
            }
            if (item) {
                addRecipient(recipients, current);
            }
            filed |= line.folded().contains("lưu");
            int bar = text.indexOf('|');
            if (bar >= 0) {
                // The signature stands in the next cell of the same line.
                append(current, text.substring(0, bar));
                break;
            }
            append(current, text);
        }
        addRecipient(recipients, current);
        return at;
    }

    private static boolean endsRecipients(Line line) {
        return line.blankBefore()
                || line.cell()
                || Paragraphs.isCapitals(line.text())
                || line.text().length() > 60;
    }

    private static void append(StringBuilder to, String text) {
        to.append(to.isEmpty() ? "" : " ").append(text.replaceAll("\\s+", " ").strip());
    }

    private static void addRecipient(List<String> recipients, StringBuilder current) {
        String text = current.toString().replaceAll("^[-–•+: ]+|[;., ]+$", "");
        if (!text.isEmpty()) {
            recipients.add(text);
        }
        current.setLength(0);
    }

    // ---- signature

    private static boolean startsSignature(Line line) {
        String text = line.text();
        if (text.isEmpty() || text.length() > 120) {
            return false;
        }
        int bar = text.lastIndexOf('|');
        String last = bar < 0 ? text : text.substring(bar + 1).strip();
        String folded = Folding.fold(last);
        return CAPACITY_START.matcher(folded).find()
                || (capitalsAtStart(last) > 1 && startsWith(TITLE, folded))
                || folded.equals("người báo cáo")
                || folded.equals("người lập")
                || folded.equals("người lập biểu");
    }

    private static boolean startsWith(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt();
    }

    private static int capitalsAtStart(String text) {
        int words = 0;
        for (String word : text.split(" ")) {
            if (!Paragraphs.isCapitals(word)) {
                break;
            }
            words++;
        }
        return words;
    }

    private @Nullable Signature signature(int from, int to) {
        List<String> capitals = new ArrayList<>();
        String name = null;
        int first = -1;
        int last = -1;
        for (int i = from; i < to && name == null; i++) {
            String text = lines.get(i).text();
            int bar = text.lastIndexOf('|');
            if (bar >= 0) {
                text = text.substring(bar + 1).strip();
            }
            String folded = Folding.fold(text);
            if (NOISE.matcher(folded).find()) {
                continue;
            }
            if (first < 0 && !startsSignature(lines.get(i))) {
                if (i - from > 2 || lines.get(i).text().length() > 60) {
                    return null;
                }
                continue;
            }
            first = first < 0 ? i : first;
            int capitalWords = capitalsAtStart(text);
            String[] words = text.split(" ");
            boolean report = folded.startsWith("người ");
            if (report) {
                capitals.add(text);
            } else if (capitalWords == words.length) {
                capitals.add(text);
            } else if (capitalWords > 0 && capitalWords < words.length && words.length - capitalWords >= 2) {
                capitals.add(String.join(" ", java.util.Arrays.copyOf(words, capitalWords)));
                name = name(String.join(" ", java.util.Arrays.copyOfRange(words, capitalWords, words.length)));
            } else {
                name = name(text);
                if (name == null) {
                    break;
                }
            }
            last = i;
        }
        if (capitals.isEmpty()) {
            return null;
        }
        return new Signature(signer(capitals, name), first, Math.max(first, last));
    }

    private static @Nullable String name(String text) {
        String bare = RANK.matcher(Folding.fold(text)).find()
                ? text.substring(rankLength(text)).strip()
                : text.strip();
        Matcher name = NAME.matcher(bare);
        return name.lookingAt() && bare.length() - name.end() < 20 ? name.group() : null;
    }

    private static int rankLength(String text) {
        Matcher rank = RANK.matcher(Folding.fold(text));
        return rank.find() ? rank.end() : 0;
    }

    /** “KT. CHỦ TỊCH / PHÓ CHỦ TỊCH”: what follows the last capacity's office is the signer's own title. */
    private static Header.Signer signer(List<String> lines, @Nullable String name) {
        int lastCapacity = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (CAPACITY_START.matcher(Folding.fold(lines.get(i))).find() || hasInnerCapacity(lines.get(i))) {
                lastCapacity = i;
            }
        }
        if (lastCapacity < 0) {
            return new Header.Signer(name, String.join(" ", lines), null);
        }
        int title = titleLine(lines, lastCapacity);
        if (title < lines.size()) {
            return new Header.Signer(
                    name,
                    String.join(" ", lines.subList(title, lines.size())),
                    String.join(" ", lines.subList(0, title)));
        }
        return splitInLine(String.join(" ", lines), name);
    }

    private static boolean hasInnerCapacity(String line) {
        Matcher capacity = CAPACITY.matcher(Folding.fold(line));
        return capacity.find() && capacity.find();
    }

    private static int titleLine(List<String> lines, int capacity) {
        boolean instead = Folding.fold(lines.get(capacity)).matches("^(?:kt|k/t).*");
        Pattern own = instead ? DEPUTY : TITLE;
        for (int i = capacity + 1; i < lines.size(); i++) {
            if (startsWith(own, Folding.fold(lines.get(i)))) {
                return i;
            }
        }
        return lines.size();
    }

    private static Header.Signer splitInLine(String joined, @Nullable String name) {
        String folded = Folding.fold(joined);
        Matcher capacity = CAPACITY.matcher(folded);
        int office = 0;
        boolean instead = false;
        while (capacity.find()) {
            office = capacity.end();
            instead = capacity.group().startsWith("k");
        }
        Matcher title = (instead ? DEPUTY : TITLE).matcher(folded);
        int from = office;
        if (instead) {
            // The office that is stood in for comes first and looks like a title itself.
            from = Math.min(folded.length(), office + 1);
        }
        if (title.find(from)) {
            return new Header.Signer(
                    name,
                    joined.substring(title.start()).strip(),
                    joined.substring(0, title.start()).strip());
        }
        return new Header.Signer(name, null, joined);
    }
}
