package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands above the body of a document: the parts 1 to 5 and 9 of Nghị định 30/2020/NĐ-CP, Phụ lục I, in
 * whatever order the flattening of the two columns has left them.
 */
final class HeaderReader {
    private final HeadText head;
    private final List<Line> lines;

    private HeaderReader(HeadText head) {
        this.head = head;
        this.lines = head.lines();
    }

    /**
     * @param bodyStart where the sentences of the document begin
     * @param about the day of issue, or where only month and year are printed, the first day of that month
     */
    record Head(Header header, int bodyStart, @Nullable LocalDate about) {}

    static Head read(String source, List<Line> lines) {
        return new HeaderReader(new HeadText(source, lines)).read();
    }

    private Head read() {
        TitleReader titles = new TitleReader(head);
        Letterhead letterhead = new Letterhead(head);
        int title = titles.line();
        int to = head.find(AddresseeReader.LABEL);
        int limit = limit(title, to);
        String number = letterhead.number(limit);
        Letterhead.Dated dated = letterhead.date(limit);
        int left = firstOf(
                head.startOf("number"),
                head.startOf("date"),
                title < 0 ? limit : lines.get(title).start(),
                limit);
        String issuer = letterhead.issuer(left);
        String urgency = letterhead.urgency(limit);
        int bodyStart = Math.max(head.endOf("number"), head.endOf("date"));
        String subject;
        if (title >= 0) {
            TitleReader.Title read = titles.read(title);
            subject = read.text();
            bodyStart = Math.max(bodyStart, read.end());
        } else {
            subject = new AboutReader(head).read(limit);
            bodyStart = Math.max(bodyStart, head.endOf("abstract"));
        }
        AddresseeReader sentTo = AddresseeReader.read(head.source(), head.folded(), lines, to);
        if (sentTo != null) {
            Span span = sentTo.span();
            head.foundWithin("addressees", span.start(), Math.min(head.length(), span.end()));
            bodyStart = Math.max(bodyStart, span.end());
        }
        Header header = new Header(
                number,
                type(title, number, to),
                dated.date(),
                dated.place(),
                issuer,
                subject,
                sentTo == null ? List.of() : sentTo.addressees(),
                List.of(),
                null,
                urgency,
                head.spans());
        return new Head(header, bodyStart, dated.about());
    }

    /** As the title names it, else as the symbol does; what has a number or is sent to somebody is at least a letter. */
    private @Nullable DocumentType type(int title, @Nullable String number, int to) {
        DocumentType titled = title < 0 ? null : TitleReader.type(lines.get(title));
        DocumentType type = titled != null ? titled : number == null ? null : DocumentSymbol.type(number);
        return type == null && (number != null || to >= 0) ? DocumentType.CONG_VAN : type;
    }

    /** Where the letterhead ends at the latest. */
    private int limit(int title, int to) {
        int limit = head.length();
        if (title >= 0) {
            limit = lines.get(title).start();
        }
        if (to >= 0) {
            limit = title >= 0 ? Math.min(limit, to) : to;
        }
        if (title < 0 && to < 0) {
            for (Line line : lines) {
                if (line.start() > 0 && line.start() < head.length() && TitleReader.opensBody(line)) {
                    return Math.min(limit, line.start());
                }
            }
        }
        return limit;
    }

    private static int firstOf(int... positions) {
        return Arrays.stream(positions).filter(at -> at >= 0).min().orElse(0);
    }
}
