package vn.nhipcau.legaltext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of the type and the title below it: part 5 of a document that is not a letter. */
final class TitleReader {
    private static final int SHORT_TITLE_LINE = 48;

    private static final Pattern BODY_OPENING = Pattern.compile(
            "^(?:căn cứ|thực hiện|triển khai|xét|theo|ngày \\d|nhằm|để |trong |kính gửi|kính mời|tiếp theo|sau khi|phúc đáp|trên cơ sở|thi hành|qua |thời gian qua|i[./] |1[./] |điều 1|quyết định:|quyết nghị:)");
    private static final Pattern AUTHORITY = Pattern.compile(
            "^(?:chủ tịch|ủy ban|ubnd|giám đốc|hội đồng|bộ trưởng|thủ tướng|chính phủ|quốc hội|trưởng ban|ban |tổng |thủ trưởng|chánh |cục trưởng|chi cục|hiệu trưởng|bí thư|tỉnh ủy|đảng ủy|thành ủy|thường trực|sở )");
    /** A title does not end with a comma, a dash or a word that wants another. */
    private static final Pattern UNFINISHED =
            Pattern.compile("[,–-]$|(?:^| )(?:của|và|về|việc|trong|cho|các|tại|trên|với|năm|tháng|ngày|số|theo)$");

    private static final Pattern ABOUT = Pattern.compile("(?:v/v|v\\\\v)[ :.]+");
    private static final Pattern ENACTED = Pattern.compile("^\\((?:ban hành|kèm theo|đính kèm)");

    private final HeadText head;
    private final List<Line> lines;

    TitleReader(HeadText head) {
        this.head = head;
        this.lines = head.lines();
    }

    /** @param end where the title ends in the document */
    record Title(@Nullable String text, int end) {}

    /** The line with the name of the type, alone or going on with the title, in capitals. */
    int line() {
        for (int i = 0;
                i < Math.min(HeadText.LINES, lines.size()) && lines.get(i).end() <= head.length();
                i++) {
            if (type(lines.get(i)) != null) {
                return i;
            }
            if (BODY_OPENING.matcher(lines.get(i).folded()).find()
                    && lines.get(i).text().length() > 60) {
                return -1;
            }
        }
        return -1;
    }

    static @Nullable DocumentType type(Line line) {
        if (!Paragraphs.isCapitals(line.text()) || line.text().length() > 160) {
            return null;
        }
        String folded = line.folded().replaceAll("^[# ]+", "");
        DocumentType longest = null;
        for (DocumentType type : DocumentType.values()) {
            String name = Folding.fold(type.vietnamese());
            boolean starts = folded.startsWith(name)
                    && (folded.length() == name.length() || folded.charAt(name.length()) == ' ');
            if (starts
                    && (longest == null || name.length() > longest.vietnamese().length())) {
                longest = type;
            }
        }
        return longest == DocumentType.CONG_VAN ? null : longest;
    }

    /** @param title index of the line with the name of the type */
    Title read(int title) {
        Line first = lines.get(title);
        DocumentType named = type(first);
        int typeLength = named == null ? 0 : named.vietnamese().length();
        Passage.Builder subject = new Passage.Builder(200);
        if (first.text().length() > typeLength) {
            subject.append(head.source(), first.start() + typeLength, first.end());
        }
        int end = first.end();
        Line before = first;
        for (int i = title + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if ((!subject.isEmpty() && endsTitle(before, line, i + 1 < lines.size() ? lines.get(i + 1) : null))
                    || AddresseeReader.LABEL.matcher('\n' + line.folded()).lookingAt()) {
                break;
            }
            if (ENACTED.matcher(line.folded()).find()) {
                break;
            }
            if (line.text().startsWith("(") && line.text().endsWith(")") && !subject.isEmpty()) {
                end = line.end();
                break;
            }
            subject.append(head.source(), line.start(), line.end());
            end = line.end();
            before = line;
        }
        Passage whole = subject.build();
        Matcher about = ABOUT.matcher(whole.folded());
        Passage passage = about.lookingAt() ? whole.part(about.end(), whole.length()) : whole;
        if (passage.isEmpty()) {
            return new Title(null, end);
        }
        head.found("abstract", passage.span());
        return new Title(passage.text(), end);
    }

    private boolean endsTitle(Line before, Line line, @Nullable Line next) {
        String folded = line.folded();
        boolean ruled = line.start() - before.end() > 1
                && head.source()
                        .substring(before.end(), line.start())
                        .chars()
                        .anyMatch(c -> c == '-' || c == '|' || c == '_');
        boolean unfinished = UNFINISHED.matcher(before.folded()).find();
        if (line.blankBefore() && ruled) {
            return true;
        }
        boolean bothCapitals = Paragraphs.isCapitals(before.text()) && Paragraphs.isCapitals(line.text());
        if (!unfinished
                && AUTHORITY.matcher(folded).find()
                && Paragraphs.isCapitals(line.text())
                && next != null
                && BODY_OPENING.matcher(next.folded()).find()) {
            return true;
        }
        if (!line.blankBefore()) {
            // A title in capitals goes on in capitals, whatever words its next line begins with.
            boolean ends = bothCapitals ? Marker.of(line.text()) != null : opensBody(before, line);
            return !unfinished && Character.isUpperCase(line.text().charAt(0)) && ends;
        }
        if (bothCapitals) {
            return Marker.of(line.text()) != null
                    || BODY_OPENING.matcher(folded).find();
        }
        return !(unfinished || Character.isLowerCase(line.text().charAt(0)));
    }

    /** Whether the line begins as the first sentence or clause of a body does. */
    static boolean opensBody(Line line) {
        return BODY_OPENING.matcher(line.folded()).find();
    }

    /** Without empty lines only the words and the shape of a line tell the body from the title. */
    private static boolean opensBody(Line before, Line line) {
        String folded = line.folded();
        boolean capsEnd = Paragraphs.isCapitals(before.text()) && !Paragraphs.isCapitals(line.text());
        return capsEnd
                || BODY_OPENING.matcher(folded).find()
                || AUTHORITY.matcher(folded).find()
                || Marker.of(line.text()) != null
                || line.text().endsWith(":")
                || (!Paragraphs.isCapitals(before.text())
                        && before.text().length() < SHORT_TITLE_LINE
                        && line.text().length() > before.text().length() * 3 / 2);
    }
}
