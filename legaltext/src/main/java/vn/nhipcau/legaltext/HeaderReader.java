package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands above the body of a document: the parts 1 to 5 and 9 of Nghị định 30/2020/NĐ-CP, Phụ lục I, in
 * whatever order the flattening of the two columns has left them.
 */
final class HeaderReader {
    private static final int HEAD_LINES = 70;
    private static final int HEAD_LENGTH = 20_000;
    private static final int SHORT_TITLE_LINE = 48;

    private static final Pattern MOTTO = Pattern.compile(
            "cộng\\s+h(?:òa|oà)\\s+x(?:ã|ã)\\s+hội(?:\\s+chủ\\s+nghĩa\\s+việt\\s+nam)?"
                    + "|chủ\\s+nghĩa\\s+việt\\s+nam|độc\\s+lập\\s*-\\s*tự\\s+do\\s*-\\s*hạnh\\s+ph(?:ú|ú)c|đảng\\s+cộng\\s+sản\\s+việt\\s+nam");
    private static final Pattern MOTTO_LINE = Pattern.compile(
            "^(?:cộng h(?:òa|oà) xã(?: hội| hội chủ nghĩa.*)?|hội chủ nghĩa việt nam.*|chủ nghĩa việt nam.*|.{0,40}độc lập ?[-–] ?tự do.*)$");
    private static final int LONGEST_MOTTO = 90;
    private static final Pattern NUMBER_LABEL = Pattern.compile(
            "(?:^|[\\n|]|\\s\\s|(?<=\\p{Lu}) )[ \\t]{0,80}số(?: hiệu)?[ \\t]*[:.]?[ \\t\\n]*(?=[\\d/…._-])");
    private static final Pattern DATE = Pattern.compile(
            "[,\\s]\\s{0,40}ngày[\\s.…_]*(\\d{1,2})?[\\s.…_]*tháng[\\s.…_]*(\\d{1,2})?[\\s.…_]*năm[\\s.…_]*(\\d{4})?");
    private static final Pattern SHORT_DATE = Pattern.compile(",\\s*ngày\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ABOUT = Pattern.compile("(?:^|[\\n|]|\\s\\s)[ ]{0,80}(v/v|v\\\\v|về việc)[ :]*\\n?");
    private static final Pattern BODY_OPENING = Pattern.compile(
            "^(?:căn cứ|thực hiện|triển khai|xét|theo|ngày \\d|nhằm|để |trong |kính gửi|kính mời|tiếp theo|sau khi|phúc đáp|trên cơ sở|thi hành|qua |thời gian qua|i[./] |1[./] |điều 1|quyết định:|quyết nghị:)");
    private static final Pattern AUTHORITY = Pattern.compile(
            "^(?:chủ tịch|ủy ban|ubnd|giám đốc|hội đồng|bộ trưởng|thủ tướng|chính phủ|quốc hội|trưởng ban|ban |tổng |thủ trưởng|chánh |cục trưởng|chi cục|hiệu trưởng|bí thư|tỉnh ủy|đảng ủy|thành ủy|thường trực|sở )");
    private static final Pattern URGENCY =
            Pattern.compile("(?:^|[\\n|])[ ]*(hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)[ !]*(?=[\\n|]|$)");
    /** A title does not end with a comma, a dash or a word that wants another. */
    private static final Pattern UNFINISHED =
            Pattern.compile("[,–-]$|(?:^| )(?:của|và|về|việc|trong|cho|các|tại|trên|với|năm|tháng|ngày|số|theo)$");

    private static final Pattern BROKEN_PLACE = Pattern.compile(
            "(?:(?:Thành phố|Tp\\.?|TP\\.?|Tỉnh|Xã|Phường|Đặc khu|Thị xã|Thị trấn|Huyện|Quận)(?: \\p{Lu}\\p{Ll}+)?|Hồ)");
    private static final Pattern ENACTED = Pattern.compile("^\\((?:ban hành|kèm theo|đính kèm)");

    private final String source;
    private final List<Line> lines;
    private final int headEnd;
    private final String head;
    private final String folded;
    private final Map<String, Span> spans = new HashMap<>();

    private HeaderReader(String source, List<Line> lines) {
        this.source = source;
        this.lines = lines;
        this.headEnd = headEnd(lines);
        this.head = source.substring(0, headEnd);
        this.folded = Folding.fold(head);
    }

    private static int headEnd(List<Line> lines) {
        int end = lines.isEmpty()
                ? 0
                : lines.get(Math.min(HEAD_LINES, lines.size()) - 1).end();
        return Math.min(end, HEAD_LENGTH);
    }

    /**
     * @param bodyStart where the sentences of the document begin
     * @param about the day of issue, or where only month and year are printed, the first day of that month
     */
    record Head(Header header, int bodyStart, @Nullable LocalDate about) {}

    static Head read(String source, List<Line> lines) {
        return new HeaderReader(source, lines).read();
    }

    private Head read() {
        int title = titleLine();
        int to = find(AddresseeReader.LABEL, 0);
        int limit = limit(title, to);
        String number = number(limit);
        Dated dated = date(limit);
        int left = firstOf(
                spanStart("number"),
                spanStart("date"),
                title < 0 ? limit : lines.get(title).start(),
                limit);
        String issuer = issuer(left);
        String urgency = urgency(limit);
        DocumentType titled = title < 0 ? null : titleType(lines.get(title));
        DocumentType type = titled != null ? titled : number == null ? null : DocumentSymbol.type(number);
        if (type == null && (number != null || to >= 0)) {
            type = DocumentType.CONG_VAN;
        }
        int bodyStart = Math.max(Math.max(spanEnd("number"), spanEnd("date")), 0);
        String subject;
        if (title >= 0) {
            Taken taken = title(title);
            subject = taken.text();
            bodyStart = Math.max(bodyStart, taken.end());
        } else {
            subject = about(limit);
            bodyStart = Math.max(bodyStart, spanEnd("abstract"));
        }
        AddresseeReader sentTo = AddresseeReader.read(source, folded, lines, to);
        if (sentTo != null) {
            spans.put(
                    "addressees",
                    trimmed(
                            sentTo.span().start(),
                            Math.min(head.length(), sentTo.span().end())));
            bodyStart = Math.max(bodyStart, sentTo.span().end());
        }
        Header header = new Header(
                number,
                type,
                dated.date(),
                dated.place(),
                issuer,
                subject,
                sentTo == null ? List.of() : sentTo.addressees(),
                List.of(),
                null,
                urgency,
                Map.copyOf(spans));
        return new Head(header, bodyStart, dated.about());
    }

    private record Dated(
            @Nullable LocalDate date,
            @Nullable LocalDate about,
            @Nullable String place) {}

    private record Taken(@Nullable String text, int end) {}

    // ---- where the head ends

    /** The line with the name of the type, alone or going on with the title, in capitals. */
    private int titleLine() {
        for (int i = 0; i < Math.min(HEAD_LINES, lines.size()) && lines.get(i).end() <= headEnd; i++) {
            if (titleType(lines.get(i)) != null) {
                return i;
            }
            if (BODY_OPENING.matcher(lines.get(i).folded()).find()
                    && lines.get(i).text().length() > 60) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable DocumentType titleType(Line line) {
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

    private int limit(int title, int to) {
        int limit = headEnd;
        if (title >= 0) {
            limit = lines.get(title).start();
        }
        if (to >= 0) {
            limit = title >= 0 ? Math.min(limit, to) : to;
        }
        if (title < 0 && to < 0) {
            for (Line line : lines) {
                if (line.start() > 0
                        && line.start() < headEnd
                        && BODY_OPENING.matcher(line.folded()).find()) {
                    return Math.min(limit, line.start());
                }
            }
        }
        return limit;
    }

    private int find(Pattern pattern, int from) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.find(from) ? matcher.start() : -1;
    }

    // ---- number, date, issuer

    private @Nullable String number(int limit) {
        Matcher label = NUMBER_LABEL.matcher(folded).region(0, Math.min(headEnd, limit + 400));
        while (label.find()) {
            Matcher symbol = DocumentSymbol.OF_LETTERHEAD.matcher(head).region(label.end(), head.length());
            if (symbol.lookingAt()) {
                boolean before = label.start() < limit || isAlone(label.start());
                String number = DocumentSymbol.tidy(symbol.group());
                if (before && !number.isEmpty()) {
                    spans.put("number", new Span(symbol.start(), symbol.end()));
                    return number;
                }
            }
        }
        return null;
    }

    /** A number below the title stands in a line of its own; one inside the preamble is a citation. */
    private boolean isAlone(int at) {
        return at < head.length() && (head.charAt(at) == '\n' || head.charAt(at) == '|');
    }

    private Dated date(int limit) {
        int reach = Math.min(headEnd, Math.max(limit, 0));
        Matcher shortDate = SHORT_DATE.matcher(folded).region(0, reach);
        Matcher date = DATE.matcher(folded).region(0, reach);
        while (date.find()) {
            if (source.substring(date.start(), date.end()).strip().length() > 8) {
                String place = place(date.start());
                if (place != null) {
                    spans.put("date", new Span(date.start() + 1, date.end()));
                    boolean month = date.group(2) != null && date.group(3) != null;
                    LocalDate whole = date.group(1) != null && month
                            ? Calendar.date(date.group(1), date.group(2), date.group(3))
                            : null;
                    LocalDate about = whole == null && month ? Calendar.date("1", date.group(2), date.group(3)) : whole;
                    return new Dated(whole, about, place);
                }
            }
        }
        if (shortDate.find()) {
            String place = place(shortDate.start());
            if (place != null) {
                spans.put("date", new Span(shortDate.start() + 1, shortDate.end()));
                LocalDate whole = Calendar.date(shortDate.group(1), shortDate.group(2), shortDate.group(3));
                return new Dated(whole, whole, place);
            }
        }
        return new Dated(null, null, null);
    }

    private @Nullable String place(int comma) {
        if (head.charAt(comma) != ',') {
            return null;
        }
        int from = comma;
        int numberEnd = spanEnd("number");
        while (from > 0 && from > (numberEnd <= comma ? numberEnd : 0)) {
            char c = head.charAt(from - 1);
            boolean gap = c == ' ' && from > 1 && head.charAt(from - 2) == ' ';
            if (c == '\n' || c == '|' || gap || Character.isDigit(c)) {
                break;
            }
            from--;
        }
        String place = head.substring(from, comma).strip();
        int line = from > 1 && head.charAt(from - 1) == '\n' ? head.lastIndexOf('\n', from - 2) + 1 : from;
        String above = head.substring(line, from).strip();
        // “Thành phố Hồ” stands above “Chí Minh, ngày …” where the line was too short.
        if (line >= numberEnd && BROKEN_PLACE.matcher(above).matches()) {
            from = line;
            place = above + ' ' + place;
        }
        if (place.isEmpty() || place.length() > 40 || !Character.isUpperCase(place.charAt(0))) {
            return null;
        }
        spans.put("place", trimmed(from, comma));
        return place;
    }

    private @Nullable String issuer(int left) {
        if (spans.isEmpty() && find(MOTTO, 0) < 0) {
            return null;
        }
        StringBuilder letterhead = new StringBuilder(head.substring(0, Math.max(left, 0)));
        Matcher motto = MOTTO.matcher(folded).region(0, letterhead.length());
        while (motto.find()) {
            for (int i = motto.start(); i < motto.end(); i++) {
                letterhead.setCharAt(i, '\n');
            }
        }
        List<String> printed = new ArrayList<>();
        int start = -1;
        int end = 0;
        int at = 0;
        for (String line : letterhead.toString().split("[\\n|]")) {
            String text =
                    line.replaceAll("[-_*]{2,}", " ").replaceAll("[ *]+", " ").strip();
            if (Paragraphs.isCapitals(text)
                    && !URGENCY.matcher(Folding.fold(text)).find()
                    && text.length() > 1) {
                printed.add(text);
                start = start < 0 ? at : start;
                end = at + line.length();
            }
            at += line.length() + 1;
        }
        String issuer = new IssuerName(new Spelling(source)).of(printed);
        if (issuer != null) {
            spans.put("issuer", trimmed(start, end));
        }
        return issuer;
    }

    private @Nullable String urgency(int limit) {
        Matcher urgency = URGENCY.matcher(folded).region(0, Math.max(0, limit));
        if (!urgency.find()) {
            return null;
        }
        spans.put("urgency", new Span(urgency.start(1), urgency.end(1)));
        return head.substring(urgency.start(1), urgency.end(1));
    }

    // ---- abstract

    private Taken title(int title) {
        Line first = lines.get(title);
        DocumentType type = titleType(first);
        int typeLength = type == null ? 0 : type.vietnamese().length();
        Passage.Builder subject = new Passage.Builder(200);
        if (first.text().length() > typeLength) {
            subject.append(source, first.start() + typeLength, first.end());
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
            subject.append(source, line.start(), line.end());
            end = line.end();
            before = line;
        }
        Passage passage = subject.build();
        if (passage.isEmpty()) {
            return new Taken(null, end);
        }
        spans.put("abstract", passage.span());
        return new Taken(passage.text(), end);
    }

    private boolean endsTitle(Line before, Line line, @Nullable Line next) {
        String folded = line.folded();
        boolean ruled = line.start() - before.end() > 1
                && source.substring(before.end(), line.start()).chars().anyMatch(c -> c == '-' || c == '|' || c == '_');
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

    /** Whether the line is part of the motto, which stands again above an annex and may be broken anywhere. */
    static boolean isMotto(Line line) {
        String text = line.text();
        boolean candidate = "CcHh".indexOf(text.charAt(0)) >= 0 || text.contains("ộc l") || text.contains("ỘC L");
        return candidate
                && text.length() < LONGEST_MOTTO
                && MOTTO_LINE.matcher(line.folded()).find();
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

    private @Nullable String about(int limit) {
        Matcher about = ABOUT.matcher(folded).region(0, Math.max(0, limit));
        if (!about.find()) {
            return null;
        }
        Passage.Builder subject = new Passage.Builder(200);
        int from = about.end();
        Line before = null;
        for (Line line : lines) {
            if (line.end() <= from) {
                continue;
            }
            if (line.start() >= limit || (before != null && endsAbout(before, line))) {
                break;
            }
            int start = Math.max(line.start(), from);
            int bar = source.indexOf('|', start);
            int end = bar >= 0 && bar < line.end() ? bar : line.end();
            Span date = spans.get("date");
            if (date != null && date.start() > start && date.start() < end) {
                Span place = spans.get("place");
                end = place == null ? date.start() : place.start();
            }
            Span number = spans.get("number");
            if (number != null && start <= number.start() && number.start() < end) {
                break;
            }
            if (end > start) {
                subject.append(source, start, end);
            }
            before = line;
            if (end < line.end()) {
                break;
            }
        }
        Passage passage = subject.build();
        if (passage.isEmpty()) {
            return null;
        }
        spans.put("abstract", passage.span());
        return passage.text();
    }

    private boolean endsAbout(Line before, Line line) {
        Span date = spans.get("date");
        Span place = spans.get("place");
        int dateStart = place != null ? place.start() : date != null ? date.start() : -1;
        if (dateStart >= line.start() && dateStart < line.end()) {
            return true;
        }
        if (MOTTO.matcher(line.folded()).find()) {
            return true;
        }
        return line.blankBefore() && Character.isUpperCase(line.text().charAt(0));
    }

    // ---- spans

    private Span trimmed(int start, int end) {
        int from = Math.max(start, 0);
        int to = Math.max(end, from);
        while (from < to && head.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && head.charAt(to - 1) <= ' ') {
            to--;
        }
        return new Span(from, to);
    }

    private int spanStart(String field) {
        Span span = spans.get(field);
        return span == null ? Integer.MAX_VALUE : span.start();
    }

    private int spanEnd(String field) {
        Span span = spans.get(field);
        return span == null ? 0 : span.end();
    }

    private static int firstOf(int... positions) {
        return Arrays.stream(positions).filter(at -> at >= 0).min().orElse(0);
    }
}
